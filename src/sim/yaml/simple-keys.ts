import type { Cursor } from './cursor.ts';

/** A place where a key may have begun: known for sure only when its `:` comes. */
export interface SimpleKey {
  possible: boolean;
  readonly required: boolean;
  /** Number of the token that would be the key, counted from the start of the text. */
  readonly token: number;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

const noKey: SimpleKey = { possible: false, required: false, token: -1, offset: 0, line: 0, column: 0 };
/**
 * Where keys without `? ` may have begun, one place per flow level. A key is on one line and at most 1024 characters
 * long; where the place admits nothing but a key, its absence is a failure, told through `missing`.
 */
export class SimpleKeys {
  readonly #cursor: Cursor;
  readonly #missing: () => void;
  readonly #levels: SimpleKey[] = [noKey];
  readonly #byToken = new Map<number, SimpleKey>();

  constructor(cursor: Cursor, missing: () => void) {
    this.#cursor = cursor;
    this.#missing = missing;
  }

  /** How deep in `[` and `{` the scanner is. */
  get flowLevel(): number {
    return this.#levels.length - 1;
  }

  get current(): SimpleKey {
    return this.#levels.at(-1) ?? noKey;
  }

  /** True if a token may still turn out to be a key. */
  waitsFor(token: number): boolean {
    const key = this.#byToken.get(token);
    return key !== undefined && this.stillPossible(key);
  }

  stillPossible(key: SimpleKey): boolean {
    if (!key.possible) return false;
    const { line, offset } = this.#cursor;
    if (key.line === line && key.offset + 1024 >= offset) return true;
    if (key.required) this.#missing();
    key.possible = false;
    return false;
  }

  /** A key may begin at the cursor, with the token of that number. */
  save(token: number, required: boolean): void {
    this.drop();
    const { offset, line, column } = this.#cursor;
    const key = { possible: true, required, token, offset, line, column };
    this.#levels[this.#levels.length - 1] = key;
    this.#byToken.set(token, key);
  }

  /** No key began where one might have. */
  drop(): void {
    const key = this.current;
    if (!key.possible) return;
    if (key.required) this.#missing();
    else this.found(key);
  }

  /** The key is settled. */
  found(key: SimpleKey): void {
    key.possible = false;
    this.#byToken.delete(key.token);
  }

  /** Into a `[` or `{` that is the token of that number. */
  enterFlow(token: number): void {
    this.#levels.push({ ...noKey, token });
  }

  /** Out of the innermost `[` or `{`. An empty one takes with it that it could have been a key, as in go-yaml. */
  leaveFlow(): void {
    if (this.flowLevel === 0) return;
    const key = this.#levels.pop();
    if (key) this.#byToken.delete(key.token);
  }
}
