/** Objects without some of their fields. */

/** A copy without these fields; the object itself when it has none of them. */
export function without<T extends object, K extends keyof T>(object: T, ...fields: readonly K[]): Omit<T, K> & T {
  if (!fields.some((field) => Object.hasOwn(object, field))) return object as Omit<T, K> & T;
  const drop: ReadonlySet<PropertyKey> = new Set<PropertyKey>(fields);
  return Object.fromEntries(Object.entries(object).filter(([field]) => !drop.has(field))) as Omit<T, K> & T;
}
