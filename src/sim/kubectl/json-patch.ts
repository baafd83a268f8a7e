/** JSON patches (RFC 6902), as `kubectl patch --type=json` sends them. */
import type { Json, JsonObject } from '../api/objects.ts';
import { isList, isMap, mapOf, sameJson, valueAt, withValue } from './json-values.ts';

/** The value with every operation done in order; undefined if one of them is malformed or cannot be done. */
export function applyJsonPatch(value: JsonObject, operations: readonly Json[]): Json | undefined {
  let result: Json | undefined = value;
  for (const operation of operations) {
    if (result === undefined || !isMap(operation)) return undefined;
    result = applyOperation(result, operation);
  }
  return result;
}

function applyOperation(target: Json, operation: JsonObject): Json | undefined {
  const path = pointer(valueAt(operation, 'path'));
  const from = pointer(valueAt(operation, 'from'));
  const value = valueAt(operation, 'value');
  if (!path) return undefined;
  const moved = from && find(target, from);
  switch (valueAt(operation, 'op')) {
    case 'add':
      return value === undefined ? undefined : edit(target, path, value, true);
    case 'replace':
      return value === undefined || find(target, path) === undefined ? undefined : edit(target, path, value, false);
    case 'remove':
      return find(target, path) === undefined ? undefined : edit(target, path, undefined, false);
    case 'test':
      return sameJson(find(target, path), value) ? target : undefined;
    case 'copy':
      return moved === undefined ? undefined : edit(target, path, moved, true);
    case 'move': {
      const without = from && moved !== undefined ? edit(target, from, undefined, false) : undefined;
      return without === undefined ? undefined : edit(without, path, moved, true);
    }
    default:
      return undefined;
  }
}

function pointer(path: Json | undefined): readonly string[] | undefined {
  if (typeof path !== 'string') return undefined;
  if (path === '') return [];
  if (!path.startsWith('/')) return undefined;
  return path
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function find(value: Json, path: readonly string[]): Json | undefined {
  let at: Json | undefined = value;
  for (const key of path) {
    if (isMap(at)) at = valueAt(at, key);
    else at = isList(at) && /^\d+$/.test(key) ? at[Number(key)] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

/** The value with `value` put in at the path, or what stands there taken out (`value` undefined). `insert`: lists grow. */
function edit(target: Json, path: readonly string[], value: Json | undefined, insert: boolean): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (isMap(target)) {
    if (rest.length === 0 && value === undefined) return mapOf(Object.entries(target).filter(([name]) => name !== key));
    const inner = rest.length === 0 ? value : editInside(valueAt(target, key), rest, value, insert);
    return inner === undefined ? undefined : withValue(target, key, inner);
  }
  if (!isList(target)) return undefined;
  const index = key === '-' ? target.length : Number(key);
  if (!Number.isInteger(index) || index < 0 || index > target.length) return undefined;
  if (rest.length > 0) {
    const inner = editInside(target[index], rest, value, insert);
    return inner === undefined ? undefined : target.with(index, inner);
  }
  if (value === undefined) return target.toSpliced(index, 1);
  return insert ? target.toSpliced(index, 0, value) : target.with(index, value);
}

function editInside(
  inner: Json | undefined,
  rest: readonly string[],
  value: Json | undefined,
  insert: boolean,
): Json | undefined {
  return inner === undefined ? undefined : edit(inner, rest, value, insert);
}
