/** `--sort-by=.spec.type`. */
import type { Json, KubeObject } from '../api/objects.ts';
import { parseRelaxed } from './custom-columns.ts';
import { findJsonPath } from './jsonpath.ts';
import type { SortResult } from './printers.ts';
import { parseQuantity } from './quantity.ts';
import { viewObject } from './view-object.ts';

interface Keyed {
  readonly object: KubeObject;
  /** Absent where the object has no such field. */
  readonly key: Json | undefined;
}

/**
 * Objects ordered by a field of what `view` shows of them; objects without it come first, last ones foremost.
 * An error if none has the field. Models kubectl/pkg/cmd/get TableSorter and RuntimeSort, v1.36.
 */
export function sortByField(
  objects: readonly KubeObject[],
  expression: string,
  view: (object: KubeObject) => Json = viewObject,
): SortResult {
  const parsed = parseRelaxed(expression);
  if (!parsed.ok) return parsed;
  const keyed: Keyed[] = [];
  for (const object of objects) {
    const found = findJsonPath(parsed.nodes, view(object), { allowMissing: true });
    if (!found.ok) return found;
    keyed.push({ object, key: found.groups[0]?.[0] });
  }
  if (objects.length > 0 && keyed.every(({ key }) => key === undefined))
    return { ok: false, error: `couldn't find any field with path "${parsed.path}" in the list of objects` };
  return { ok: true, objects: inOrder(keyed).map(({ object }) => object) };
}

/** Go sorts up to so many items by insertion. */
const fewItems = 12;

/** Simplified: how Go orders equal items of longer lists is not followed. */
function inOrder(items: readonly Keyed[]): readonly Keyed[] {
  if (items.length > fewItems) return items.toSorted((a, b) => Number(isLess(b, a)) - Number(isLess(a, b)));
  const sorted: Keyed[] = [];
  for (const item of items) {
    let at = sorted.length;
    while (at > 0 && isLess(item, sorted[at - 1] as Keyed)) at -= 1;
    sorted.splice(at, 0, item);
  }
  return sorted;
}

/** An item without the field is less than any other, another one without it included. */
function isLess({ key: a }: Keyed, { key: b }: Keyed): boolean {
  if (a === undefined) return true;
  if (b === undefined) return false;
  const [left, right] = [amount(a), amount(b)];
  if (left !== undefined && right !== undefined) return left < right;
  return typeof a === 'string' && typeof b === 'string' && a < b;
}

/** Numbers, and texts that are quantities (`500m`, `1Gi`). */
function amount(key: Json): number | undefined {
  if (typeof key === 'number') return key;
  return typeof key === 'string' && quantity.test(key) ? parseQuantity(key) : undefined;
}

const quantity = /^[+-]?(\d+\.?\d*|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;
