/** Makes a value and all that it holds unchangeable: to change it throws. */
export function deepFreeze<T>(value: T): T {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue;
    if (next instanceof Map || next instanceof Set) waiting.push(...frozenCollection(next));
    for (const key of Reflect.ownKeys(next)) waiting.push(Reflect.get(next, key));
    Object.freeze(next);
  }
  return value;
}

/** Freezing alone leaves the entries of a collection open. */
function frozenCollection(collection: Map<unknown, unknown> | Set<unknown>): readonly unknown[] {
  for (const method of ['set', 'add', 'delete', 'clear'])
    Object.defineProperty(collection, method, {
      value: () => {
        throw new TypeError(`${method} on a collection that belongs to someone else`);
      },
    });
  return collection instanceof Map ? [...collection.entries()].flat() : [...collection];
}
