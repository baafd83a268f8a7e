/** Content of block scalars. Models go.yaml.in/yaml/v2 scannerc.go, v2.4. */
import { end, isBlank, isBreak, isBreakOrEnd, isDigit } from './characters.ts';
import type { Cursor } from './cursor.ts';
import type { Scalar } from './scan-scalars.ts';

/** A block scalar; the cursor stands on `|` or `>`. `parentIndent` is the indentation of what it belongs to. */
export function scanBlock(cursor: Cursor, parentIndent: number): Scalar {
  const literal = cursor.code() === 0x7c;
  cursor.skip();
  const header = blockHeader(cursor);
  if ('problem' in header) return { ok: false, problem: header.problem };
  const breaks = new BlockBreaks(
    cursor,
    header.increment > 0 ? Math.max(parentIndent, 0) + header.increment : 0,
    parentIndent,
  );
  let trailing = breaks.skip();
  if (trailing === undefined) return tabProblem;
  let value = '';
  let leading = '';
  let lastBlank = false;
  let lastEnd = cursor.offset;
  while (cursor.column === breaks.indent && cursor.code() !== end) {
    const blank = isBlank(cursor.code());
    if (literal || lastBlank || blank || leading !== '\n') value += leading;
    else if (trailing === '') value += ' ';
    value += trailing;
    lastBlank = blank;
    const from = cursor.offset;
    while (!isBreakOrEnd(cursor.code())) cursor.skip();
    value += cursor.text.slice(from, cursor.offset);
    lastEnd = cursor.offset;
    leading = cursor.skipBreak();
    trailing = breaks.skip();
    if (trailing === undefined) return tabProblem;
  }
  if (header.chomp !== '-') value += leading;
  if (header.chomp === '+') value += trailing;
  return { ok: true, value, end: lastEnd, multiline: false };
}

const tabProblem = {
  ok: false,
  problem: 'found a tab character where an indentation space is expected',
} as const;

/** What stands between `|` or `>` and the end of its line. */
function blockHeader(cursor: Cursor): { increment: number; chomp: '' | '+' | '-' } | { problem: string } {
  let increment = 0;
  let chomp: '' | '+' | '-' = '';
  for (let i = 0; i < 2; i += 1) {
    const code = cursor.code();
    if (chomp === '' && (code === 0x2b || code === 0x2d)) chomp = code === 0x2b ? '+' : '-';
    else if (increment === 0 && isDigit(code)) increment = code - 0x30;
    else break;
    if (increment === 0 && code === 0x30) return { problem: 'found an indentation indicator equal to 0' };
    cursor.skip();
  }
  while (isBlank(cursor.code())) cursor.skip();
  if (cursor.code() === 0x23) while (!isBreakOrEnd(cursor.code())) cursor.skip();
  if (!isBreakOrEnd(cursor.code())) return { problem: 'did not find expected comment or line break' };
  cursor.skipBreak();
  return { increment, chomp };
}

/** Indentation and empty lines of a block scalar; settles its indentation at the first line that is not empty. */
class BlockBreaks {
  indent: number;
  readonly #cursor: Cursor;
  readonly #parentIndent: number;

  constructor(cursor: Cursor, indent: number, parentIndent: number) {
    this.indent = indent;
    this.#cursor = cursor;
    this.#parentIndent = parentIndent;
  }

  /** Moves to the next line with content. Returns the breaks passed, undefined at a tab in the indentation. */
  skip(): string | undefined {
    const cursor = this.#cursor;
    let breaks = '';
    let deepest = 0;
    for (;;) {
      while ((this.indent === 0 || cursor.column < this.indent) && cursor.code() === 0x20) cursor.skip();
      deepest = Math.max(deepest, cursor.column);
      if ((this.indent === 0 || cursor.column < this.indent) && cursor.code() === 0x09) return undefined;
      if (!isBreak(cursor.code())) break;
      breaks += cursor.skipBreak();
    }
    if (this.indent === 0) this.indent = Math.max(deepest, this.#parentIndent + 1, 1);
    return breaks;
  }
}
