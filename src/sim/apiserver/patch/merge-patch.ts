/** JSON merge patches (RFC 7386). */
import type { Json, JsonObject } from '../../api/objects.ts';
import { isMap } from '../decode/json-kind.ts';

/** The object after the patch: null takes a field away, maps are merged, all else is replaced. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const result = new Map<string, Json>(Object.entries(target));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else if (isMap(value)) {
      const old = result.get(key);
      result.set(key, mergePatch(isMap(old) ? old : {}, value));
    } else result.set(key, value);
  }
  return Object.fromEntries(result);
}
