/**
 * The patch that `kubectl apply` sends: what the new file changes in the live object, and what it no longer says
 * although the last applied file did.
 */
import { goValue } from '../api/go-text.ts';
import type { Json, JsonObject } from '../api/objects.ts';
import { isList, isMap, sameJson, scalarText } from './json-values.ts';
import { mergePatches } from './merge-patches.ts';
import { patchFieldOf, type PatchField, type PatchSchema } from './patch-schema.ts';

/** Which half of the difference is wanted. */
interface Half {
  readonly additions: boolean;
  readonly deletions: boolean;
}

/** Thrown inside only: lists that cannot be merged. */
class UnmergeableList extends Error {}

/**
 * The strategic merge patch from the live object (`current`) to the file (`modified`), with deletions of what the
 * last applied file (`original`) had and the new one has not. `{}`: nothing to do. A list that cannot be merged gives kubectl's
 * words: an item without the key of its list, or items of two kinds.
 * Models apimachinery/pkg/util/strategicpatch CreateThreeWayMergePatch (overwrite), v1.36.
 */
export function threeWayMergePatch(
  original: JsonObject,
  modified: JsonObject,
  current: JsonObject,
  schema: PatchSchema,
): JsonObject | string {
  try {
    const delta = diffMaps(current, modified, schema, { additions: true, deletions: false });
    const deletions = diffMaps(original, modified, schema, { additions: false, deletions: true });
    return mergePatches(deletions, delta, schema);
  } catch (error) {
    if (error instanceof UnmergeableList) return error.message;
    throw error;
  }
}

function diffMaps(
  original: JsonObject,
  modified: JsonObject,
  schema: PatchSchema,
  half: Half,
  retainKeys = false,
): JsonObject {
  const patch = new Map<string, Json>();
  for (const [key, value] of Object.entries(modified)) {
    if (!Object.hasOwn(original, key)) {
      if (half.additions) patch.set(key, value);
    } else diffValue(patch, key, original[key] as Json, value, schema, half);
  }
  const gone = Object.keys(original).filter((key) => !Object.hasOwn(modified, key));
  if (half.deletions) for (const key of gone) patch.set(key, null);
  if (retainKeys && (patch.size > 0 || gone.some((key) => original[key] !== null))) {
    const kept = Object.keys(modified).filter((key) => modified[key] !== null);
    if (kept.length > 0) patch.set('$retainKeys', kept.toSorted());
  }
  return Object.fromEntries(patch);
}

function diffValue(
  patch: Map<string, Json>,
  key: string,
  before: Json,
  after: Json,
  schema: PatchSchema,
  half: Half,
): void {
  if (isMap(before) && isMap(after)) {
    const field = patchFieldOf(schema, key);
    const changes = diffMaps(before, after, field.schema, half, field.retainKeys);
    if (Object.keys(changes).length > 0) patch.set(key, changes);
    return;
  }
  if (isList(before) && isList(after)) {
    const field = patchFieldOf(schema, key);
    if (field.merge) return diffMergeList(patch, key, before, after, field, half);
  }
  if (half.additions && !sameJson(before, after)) patch.set(key, after);
}

function diffMergeList(
  patch: Map<string, Json>,
  key: string,
  before: readonly Json[],
  after: readonly Json[],
  field: PatchField,
  half: Half,
): void {
  if (before.length === 0) {
    if (after.length > 0 && half.additions) patch.set(key, after);
    return;
  }
  const maps = [...before, ...after].filter(isMap).length;
  if (maps > 0 && maps < before.length + after.length)
    throw new UnmergeableList(`list element types are not identical: ${goValue([before, after])}`);
  const { changed, deleted, order } =
    maps > 0
      ? diffListsOfMaps(before as readonly JsonObject[], after as readonly JsonObject[], field, half)
      : diffListsOfScalars(before, after, half);
  if (changed.length > 0) patch.set(key, changed);
  if (deleted.length > 0) patch.set(`$deleteFromPrimitiveList/${key}`, deleted);
  if (order.length > 0) patch.set(`$setElementOrder/${key}`, order);
}

interface ListDiff {
  readonly changed: readonly Json[];
  readonly deleted: readonly Json[];
  readonly order: readonly Json[];
}

function diffListsOfMaps(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  field: PatchField,
  half: Half,
): ListDiff {
  const { mergeKey, schema } = field;
  const keyOf = (item: JsonObject): Json => mergeKeyOf(item, mergeKey);
  const changed: JsonObject[] = [];
  const deleted: JsonObject[] = [];
  const left = sortedByKey(before, mergeKey);
  const right = sortedByKey(after, mergeKey);
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    const [a, b] = [left[i], right[j]];
    const order = a === undefined ? 1 : b === undefined ? -1 : compareText(scalarText(keyOf(a)), scalarText(keyOf(b)));
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
    if (order > 0 && half.additions) changed.push(b as JsonObject);
    if (order < 0 && half.deletions)
      deleted.push(
        Object.fromEntries([
          ['$patch', 'delete'],
          [mergeKey, keyOf(a as JsonObject)],
        ]),
      );
    if (order !== 0) continue;
    const changes = new Map(Object.entries(diffMaps(a as JsonObject, b as JsonObject, schema, half, field.retainKeys)));
    if (changes.size > 0) changed.push(Object.fromEntries(changes.set(mergeKey, keyOf(b as JsonObject))));
  }
  const keys = after.map(keyOf);
  const inOrder = changed.toSorted((x, y) => keys.indexOf(keyOf(x)) - keys.indexOf(keyOf(y)));
  const all = [...inOrder, ...deleted];
  const sameOrder = before.length === after.length && before.every((item, i) => keyOf(item) === keys[i]);
  const ordered = all.length > 0 || (half.additions && !sameOrder);
  return {
    changed: all,
    deleted: [],
    order: ordered ? keys.map((value) => Object.fromEntries([[mergeKey, value]])) : [],
  };
}

function diffListsOfScalars(before: readonly Json[], after: readonly Json[], half: Half): ListDiff {
  const added = half.additions ? after.filter((item) => !before.includes(item)) : [];
  const deleted = half.deletions ? [...new Set(before.filter((item) => !after.includes(item)))] : [];
  const ordered = deleted.length > 0 || (half.additions && !sameJson(before, after));
  return {
    changed: added,
    deleted: deleted.toSorted((a, b) => compareText(scalarText(a), scalarText(b))),
    order: ordered ? after : [],
  };
}

/** Sorted by the text of the merge key. Equal ones end up reversed, as Go's insertion sort leaves them with this comparison. */
function sortedByKey(items: readonly JsonObject[], mergeKey: string): readonly JsonObject[] {
  return items
    .toReversed()
    .toSorted((a, b) => compareText(scalarText(mergeKeyOf(a, mergeKey)), scalarText(mergeKeyOf(b, mergeKey))));
}

function mergeKeyOf(item: JsonObject, mergeKey: string): Json {
  if (!Object.hasOwn(item, mergeKey))
    throw new UnmergeableList(`map: ${goValue(item)} does not contain declared merge key: ${mergeKey}`);
  return item[mergeKey] as Json;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
