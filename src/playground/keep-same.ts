/** What did not change keeps its identity, so that only what changed is drawn again. */

/** `next` with every equal part of `old` in its place; `old` itself if all is equal. For plain data. */
export function keepSame<T>(old: unknown, next: T): T {
  if (Object.is(old, next)) return next;
  if (typeof old !== 'object' || typeof next !== 'object' || old === null || next === null) return next;
  if (Array.isArray(next)) return Array.isArray(old) ? (keepItems(old, next) as T) : next;
  if (Array.isArray(old)) return next;
  return keepFields(old as Fields, next as Fields) as T;
}

type Fields = Readonly<Record<string, unknown>>;

function keepItems(old: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const items = next.map((item, i) => keepSame(old[i], item));
  return items.length === old.length && items.every((item, i) => Object.is(item, old[i])) ? old : items;
}

function keepFields(old: Fields, next: Fields): Fields {
  const kept: Record<string, unknown> = {};
  let same = Object.keys(old).length === Object.keys(next).length;
  for (const [key, value] of Object.entries(next)) {
    const before = Object.hasOwn(old, key) ? old[key] : undefined;
    kept[key] = keepSame(before, value);
    same &&= Object.hasOwn(old, key) && Object.is(kept[key], before);
  }
  return same ? old : kept;
}
