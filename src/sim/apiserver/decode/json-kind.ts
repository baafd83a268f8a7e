/** What a JSON value is. */
import type { Json, JsonObject } from '../../api/objects.ts';

export function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The decoder's word for the value: string, number, bool, array, object. */
export function kindOfJson(value: Json): string {
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
