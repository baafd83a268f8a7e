import { Scanner } from './scanner.ts';
import type { Failure, Token } from './token.ts';

/** The tokens of a text for the parser, and the first thing that is wrong, be it the scanner's or the parser's. */
export class TokenReader {
  failure: Failure | undefined;
  readonly #scanner: Scanner;
  readonly #length: number;

  constructor(text: string, json: boolean) {
    this.#scanner = new Scanner(text, json);
    this.#length = text.length;
  }

  /** The next token, left in place. An error becomes the failure of the document. */
  peek(): Token {
    const token = this.#scanner.peek();
    if (token.type === 'error') this.failure ??= this.#scanner.failure;
    return token;
  }

  /** Removes the token that `peek` gave. */
  skip(): void {
    this.#scanner.skip();
  }

  /** A syntax error at a token. The parser counts lines from 0, so it tells the line before. */
  fail(problem: string, { line, start, end }: Token): undefined {
    const behind = Math.min(Math.max(end, start + 1), Math.max(this.#length, start));
    this.failure ??= { problem, line, start, end: behind };
    return undefined;
  }

  /** An error that is told without a line. */
  refuse(problem: string, { start, end }: Token): undefined {
    this.failure ??= { problem, line: 0, start, end };
    return undefined;
  }
}
