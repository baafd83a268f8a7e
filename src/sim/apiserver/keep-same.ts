/** Identity through updates: what did not change stays the very same value. */
import type { KubeObject } from '../api/objects.ts';
import { equalJson } from '../api/endpoints/equal-json.ts';

/** `object` with every top-level field that equals the stored one replaced by it; the stored object when all do. */
export function keepSame<T extends KubeObject>(object: T, old: KubeObject): T {
  const before = old as unknown as Readonly<Record<string, unknown>>;
  let same = Object.keys(before).every((field) => Object.hasOwn(object, field));
  const entries = Object.entries(object).map(([field, value]): [string, unknown] => {
    const equal = Object.hasOwn(before, field) && equalJson(value, before[field]);
    same &&= equal;
    return [field, equal ? before[field] : value];
  });
  return (same ? old : Object.fromEntries(entries)) as T;
}
