/** metadata.generation: kinds that count the changes of what is wanted. */
import type { KubeObject } from '../../api/objects.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';

export function firstGeneration<T extends KubeObject>(object: T): T {
  return { ...object, metadata: { ...object.metadata, generation: 1 } };
}

/** The stored generation, one more if `changed`. */
export function nextGeneration<T extends KubeObject>(object: T, old: T, changed: boolean): T {
  const generation = (old.metadata.generation ?? 0) + (changed ? 1 : 0);
  return { ...object, metadata: { ...object.metadata, generation } };
}

/** True when anything but metadata differs, status apart. */
export function differs<T extends KubeObject>(object: T, old: T): boolean {
  return [...new Set([...Object.keys(object), ...Object.keys(old)])].some(
    (field) =>
      field !== 'metadata' && field !== 'status' && !equalJson(object[field as keyof T], old[field as keyof T]),
  );
}
