/**
 * Where two plain values differ first, as a path with both sides; undefined if they are equal. Maps are equal with equal entries in
 * the same order, objects with equal own fields in any order. A field that is undefined counts as absent; functions are equal.
 */
export function difference(a: unknown, b: unknown, path = ''): string | undefined {
  if (Object.is(a, b) || (typeof a === 'function' && typeof b === 'function')) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return told(path, a, b);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b)) return told(path, a, b);
    return lists(a, b, path);
  }
  if (a instanceof Map || b instanceof Map) {
    if (!(a instanceof Map) || !(b instanceof Map)) return told(path, a, b);
    return (
      lists([...a.keys()], [...b.keys()], `${path}.keys`) ?? lists([...a.values()], [...b.values()], `${path}.values`)
    );
  }
  if (a instanceof Set || b instanceof Set) {
    if (!(a instanceof Set) || !(b instanceof Set)) return told(path, a, b);
    return lists([...a], [...b], path);
  }
  return fields(a, b, path);
}

function lists(a: readonly unknown[], b: readonly unknown[], path: string): string | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const found = difference(a[i], b[i], `${path}[${i}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fields(a: object, b: object, path: string): string | undefined {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(Reflect.get(a, key), Reflect.get(b, key), `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function told(path: string, a: unknown, b: unknown): string {
  return `${path}: ${shown(a)} is not ${shown(b)}`;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 200);
}
