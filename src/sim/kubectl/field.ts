/** Reads fields of stored objects by path; a field that is missing or of another type is undefined (or empty). */

type Value = unknown;
type Map = Readonly<Record<string, Value>>;

/** The value at a path of own keys, or undefined. */
export function fieldAt(value: Value, ...path: readonly string[]): Value {
  let at = value;
  for (const key of path) {
    if (!isMap(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** The text at a path; numbers as written, anything else is "". */
export function textAt(value: Value, ...path: readonly string[]): string {
  const at = fieldAt(value, ...path);
  return typeof at === 'string' ? at : typeof at === 'number' || typeof at === 'boolean' ? String(at) : '';
}

/** The number at a path, or undefined. */
export function numberAt(value: Value, ...path: readonly string[]): number | undefined {
  const at = fieldAt(value, ...path);
  return typeof at === 'number' ? at : undefined;
}

/** The list at a path; [] if there is none. */
export function listAt(value: Value, ...path: readonly string[]): readonly Value[] {
  const at = fieldAt(value, ...path);
  return Array.isArray(at) ? at : [];
}

/** The entries of the mapping at a path, sorted by key; [] if there is none. */
export function entriesAt(value: Value, ...path: readonly string[]): readonly (readonly [string, Value])[] {
  const at = fieldAt(value, ...path);
  return isMap(at) ? Object.entries(at).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : [];
}

/** True for a mapping (not a list, not null). */
export function isMap(value: Value): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
