/** Questions about parsed JSON whose maps may hold any key. */
import type { Json, JsonObject } from '../api/objects.ts';

/** True for a JSON map. */
export function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a JSON list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value under a key of its own, or undefined. */
export function valueAt(map: JsonObject | undefined, key: string): Json | undefined {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** A map of these entries, whatever their keys are called. */
export function mapOf(entries: Iterable<readonly [string, Json]>): JsonObject {
  return Object.fromEntries(entries);
}

/** The map with one key set. */
export function withValue(map: JsonObject, key: string, value: Json): JsonObject {
  return mapOf(new Map(Object.entries(map)).set(key, value));
}

/** Equal by content; the order of keys does not count. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** Go's `%v` of a scalar, by which merge lists are sorted. */
export function scalarText(value: Json | undefined): string {
  if (value === null || value === undefined) return '<nil>';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
