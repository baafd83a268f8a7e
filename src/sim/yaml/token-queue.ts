import type { Token } from './token.ts';

/** Tokens that were scanned and are not taken yet. Tokens are numbered from the start of the text. */
export class TokenQueue {
  #tokens: Token[] = [];
  #head = 0;
  /** Number of the next token to be taken. */
  taken = 0;

  /** The next token; undefined if none is waiting. */
  get first(): Token | undefined {
    return this.#tokens[this.#head];
  }

  /** Number that the next token pushed will have. */
  get nextNumber(): number {
    return this.taken + this.#tokens.length - this.#head;
  }

  push(token: Token): void {
    this.#tokens.push(token);
  }

  /** Puts a token before the one with that number; behind all if that one is taken already. */
  insert(token: Token, before: number): void {
    const at = before < this.taken ? this.#tokens.length : before - this.taken + this.#head;
    this.#tokens.splice(at, 0, token);
  }

  take(): void {
    this.taken += 1;
    this.#head += 1;
    if (this.#head < 1024) return;
    this.#tokens = this.#tokens.slice(this.#head);
    this.#head = 0;
  }
}
