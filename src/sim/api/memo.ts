/**
 * Reuse between two runs: a value is taken over from the previous run when its inputs are the very same values.
 * With or without a previous run the results are equal; only the work differs.
 */
interface Entry {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
}

export class Memo {
  readonly #previous: ReadonlyMap<string, Entry>;
  readonly #current = new Map<string, Entry>();

  constructor(previous?: Memo) {
    this.#previous = previous ? previous.#current : new Map();
  }

  /**
   * The value computed for `key`, reused if every input is identical (Object.is) to the last run's. `compute` gets the value
   * made from other inputs, if there is one, to take over parts of it that turn out equal.
   */
  once<T>(key: string, inputs: readonly unknown[], compute: (before?: T) => T): T {
    const before = this.#current.get(key) ?? this.#previous.get(key);
    const same = before && sameList(before.inputs, inputs);
    const entry = same ? before : { inputs, value: compute(before?.value as T | undefined) };
    this.#current.set(key, entry);
    return entry.value as T;
  }

  /** `list` itself, or the last run's list if it holds the very same items: keeps identity through copies. */
  list<T>(key: string, list: readonly T[]): readonly T[] {
    const before = this.#current.get(key) ?? this.#previous.get(key);
    const kept = before && sameList(before.value as readonly T[], list) ? (before.value as readonly T[]) : list;
    this.#current.set(key, { inputs: [], value: kept });
    return kept;
  }
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!Object.is(a[i], b[i])) return false;
  return true;
}
