/** Reuse by identity: the same inputs give the same value again, in this run or the next. */

interface Entry<T> {
  readonly inputs: readonly unknown[];
  readonly value: T;
}

/** How many values are kept for one owner: as many as it has on the way from its creation to rest. */
const kept = 6;

/** Values by an owner that lives as long as they are of use, and by the inputs they were made from. */
export class IdentityCache<T> {
  readonly #entries = new WeakMap<object, Entry<T>[]>();

  /** The value made from these very inputs before, or a new one. What it is made from besides must never change. */
  once(owner: object, inputs: readonly unknown[], make: () => T): T {
    const entries = this.#entries.get(owner);
    if (!entries) {
      const value = make();
      this.#entries.set(owner, [{ inputs, value }]);
      return value;
    }
    let at = 0;
    while (at < entries.length && !sameItems((entries[at] as Entry<T>).inputs, inputs)) at += 1;
    const entry = entries[at] ?? { inputs, value: make() };
    // The last one asked for stands first.
    if (at === entries.length && at === kept) at -= 1;
    for (; at > 0; at -= 1) entries[at] = entries[at - 1] as Entry<T>;
    entries[0] = entry;
    return entry.value;
  }
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = a.length - 1; i >= 0; i -= 1) if (!Object.is(a[i], b[i])) return false;
  return true;
}
