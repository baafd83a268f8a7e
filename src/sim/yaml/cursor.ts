import { end, isBreak } from './characters.ts';

/** A place in a text that only moves forward, with the line it is on. Lines count from 0, columns in UTF-16 units. */
export class Cursor {
  readonly text: string;
  offset = 0;
  line = 0;
  #lineStart = 0;

  /** `start` is the first character of the first line: 1 behind a byte order mark. */
  constructor(text: string, start = 0) {
    this.text = text;
    this.offset = start;
    this.#lineStart = start;
  }

  get column(): number {
    return this.offset - this.#lineStart;
  }

  /** The character code `ahead` units on, or `end`. */
  code(ahead = 0): number {
    const at = this.offset + ahead;
    return at < this.text.length ? this.text.charCodeAt(at) : end;
  }

  /** True if the text goes on with `expected`. */
  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.offset);
  }

  /** Moves over `count` characters, none of which is a line break. */
  skip(count = 1): void {
    this.offset += count;
  }

  /** Moves over one line break and returns what a scalar gets for it: a line feed, or the break itself (LS, PS). */
  skipBreak(): string {
    const code = this.code();
    if (!isBreak(code)) return '';
    this.offset += code === 0x0d && this.code(1) === 0x0a ? 2 : 1;
    this.line += 1;
    this.#lineStart = this.offset;
    return code === 0x2028 ? '\u2028' : code === 0x2029 ? '\u2029' : '\n';
  }

  /** The end of the text counts as the start of a line of its own, as libyaml has it. */
  endLine(): void {
    if (this.column === 0) return;
    this.line += 1;
    this.#lineStart = this.offset;
  }
}
