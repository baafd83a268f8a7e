/** One spelling for equal values, so that equality of values is equality of strings. */
import type { Json, JsonObject } from '../../../src/sim/api/objects.ts';

/** JSON text with sorted keys. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item as Json)).join(',')}]`;
  const fields = Object.entries(value as JsonObject).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}

/** A list whose order does not count. */
export function unordered(list: readonly Json[]): readonly Json[] {
  return list
    .map((item) => ({ item, text: canonical(item) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ item }) => item);
}

/** A list in which neither order nor repetition counts. */
export function set(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}
