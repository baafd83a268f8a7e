/** Two strategic merge patches made into one: deletions first, then changes laid over them. */
import type { Json, JsonObject } from '../api/objects.ts';
import { isList, isMap, sameJson, valueAt } from './json-values.ts';
import { patchFieldOf, type PatchField, type PatchSchema } from './patch-schema.ts';

const orderPrefix = '$setElementOrder/';
const deletePrefix = '$deleteFromPrimitiveList/';

/**
 * `delta` applied to `deletions` as a patch, directives kept and nulls kept as deletions.
 * Models apimachinery/pkg/util/strategicpatch mergeMap with empty MergeOptions, v1.36.
 */
export function mergePatches(deletions: JsonObject, delta: JsonObject, schema: PatchSchema): JsonObject {
  const merged = new Map(Object.entries(deletions));
  const rest = new Map(Object.entries(delta));
  for (const [key, order] of Object.entries(delta)) {
    if (!key.startsWith(orderPrefix)) continue;
    rest.delete(key);
    merged.set(key, order);
    const listKey = key.slice(orderPrefix.length);
    const list = mergeOrderedList(
      merged.get(listKey),
      rest.get(listKey),
      isList(order) ? order : [],
      patchFieldOf(schema, listKey),
    );
    if (list) merged.set(listKey, list);
    rest.delete(listKey);
  }
  for (const [key, value] of rest) {
    const before = merged.get(key);
    merged.set(key, key.startsWith(deletePrefix) ? value : mergeValue(before, value, patchFieldOf(schema, key)));
  }
  return Object.fromEntries(merged);
}

function mergeValue(before: Json | undefined, value: Json, field: PatchField): Json {
  if (isMap(before) && isMap(value)) return mergePatches(before, value, field.schema);
  if (isList(before) && isList(value) && field.merge) return mergeOrderedList(before, value, [], field) ?? value;
  return value;
}

/** Items of the patch in the order wanted, then items that only the deletions have. */
function mergeOrderedList(
  before: Json | undefined,
  added: Json | undefined,
  order: readonly Json[],
  field: PatchField,
): readonly Json[] | undefined {
  if (!isList(before) && !isList(added)) return undefined;
  const merged: Json[] = isList(before) ? [...before] : [];
  for (const item of isList(added) ? added : []) {
    const at = merged.findIndex((other) => sameKey(other, item, field.mergeKey));
    if (at < 0) merged.push(item);
    else if (isMap(item)) merged[at] = mergePatches(merged[at] as JsonObject, item, field.schema);
  }
  const place = (item: Json): number =>
    isDelete(item) ? -1 : order.findIndex((other) => sameKey(other, item, field.mergeKey));
  const wanted = merged.filter((item) => place(item) >= 0).toSorted((a, b) => place(a) - place(b));
  return [...wanted, ...merged.filter((item) => place(item) < 0)];
}

function isDelete(item: Json): boolean {
  return isMap(item) && valueAt(item, '$patch') === 'delete';
}

function sameKey(a: Json, b: Json, mergeKey: string): boolean {
  if (!isMap(a) || !isMap(b)) return sameJson(a, b);
  return sameJson(valueAt(a, mergeKey), valueAt(b, mergeKey));
}
