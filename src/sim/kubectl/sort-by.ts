/** `--sort-by=.spec.type`. */
import type { Json, KubeObject } from '../api/objects.ts';
import { parseRelaxed } from './custom-columns.ts';
import { findJsonPath } from './jsonpath.ts';
import type { SortResult } from './printers.ts';
import { viewObject } from './view-object.ts';

/**
 * Objects ordered by a field; objects without it come first, equal ones keep their order.
 * An error if no object has the field. Models kubectl/pkg/cmd/get TableSorter, v1.36.
 */
export function sortByField(objects: readonly KubeObject[], expression: string): SortResult {
  const parsed = parseRelaxed(expression);
  if (!parsed.ok) return parsed;
  const keyed: { readonly object: KubeObject; readonly key: Json | undefined }[] = [];
  for (const object of objects) {
    const found = findJsonPath(parsed.nodes, viewObject(object), { allowMissing: true });
    if (!found.ok) return found;
    keyed.push({ object, key: found.groups[0]?.[0] });
  }
  if (objects.length > 0 && keyed.every(({ key }) => key === undefined))
    return { ok: false, error: `couldn't find any field with path "${parsed.path}" in the list of objects` };
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  return { ok: true, objects: keyed.map(({ object }) => object) };
}

function compareKeys(a: Json | undefined, b: Json | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const [left, right] = [sortable(a), sortable(b)];
  return typeof left !== typeof right ? 0 : left < right ? -1 : left > right ? 1 : 0;
}

/** Texts that are whole numbers sort as numbers, as quantities do. */
function sortable(key: Json): string | number {
  if (typeof key === 'number') return key;
  const text = typeof key === 'string' ? key : JSON.stringify(key);
  return /^\d+$/.test(text) ? Number(text) : text;
}
