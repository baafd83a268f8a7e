/** Content of plain and quoted scalars. Models go.yaml.in/yaml/v2 scannerc.go, v2.4. */
import { end, isBlank, isBlankOrEnd, isBreak } from './characters.ts';
import type { Cursor } from './cursor.ts';

export type Scalar =
  | { readonly ok: true; readonly value: string; readonly end: number; readonly multiline: boolean }
  | { readonly ok: false; readonly problem: string };

const flowEnders = new Set([...',?[]{}'].map((c) => c.charCodeAt(0)));

/** True at `---` or `...` at the start of a line, followed by a blank or nothing. */
export function atDocumentMarker(cursor: Cursor): boolean {
  return cursor.column === 0 && (cursor.startsWith('---') || cursor.startsWith('...')) && isBlankOrEnd(cursor.code(3));
}

/** Line breaks between two pieces of a plain or quoted scalar: one folds to a blank, of more the first is dropped. */
function fold(first: string, others: string): string {
  if (first !== '\n') return first + others;
  return others === '' ? ' ' : others;
}

/** A plain scalar that starts at the cursor. `indent` is the column that following lines must reach. */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): Scalar {
  const { text } = cursor;
  let value = '';
  let gap = '';
  let lastEnd = cursor.offset;
  let brokeLine = false;
  for (;;) {
    if (atDocumentMarker(cursor) || cursor.code() === 0x23) break;
    const from = cursor.offset;
    for (let code = cursor.code(); !isBlankOrEnd(code); code = cursor.code()) {
      if (code === 0x3a && isBlankOrEnd(cursor.code(1))) break;
      if (inFlow && flowEnders.has(code)) break;
      cursor.skip();
    }
    if (cursor.offset > from) {
      value += gap + text.slice(from, cursor.offset);
      gap = '';
      brokeLine = false;
      lastEnd = cursor.offset;
    }
    const code = cursor.code();
    if (!isBlank(code) && !isBreak(code)) break;
    const blanks = skipGap(cursor, indent);
    if (blanks === undefined) return { ok: false, problem: 'found a tab character that violates indentation' };
    gap = blanks.text;
    brokeLine = blanks.broke;
    if (!inFlow && cursor.column < indent) break;
  }
  return { ok: true, value, end: lastEnd, multiline: brokeLine };
}

/** Blanks and breaks after a piece of a plain scalar; undefined where a tab stands in for indentation. */
function skipGap(cursor: Cursor, indent: number): { text: string; broke: boolean } | undefined {
  const from = cursor.offset;
  let first = '';
  let others = '';
  let broke = false;
  for (let code = cursor.code(); isBlank(code) || isBreak(code); code = cursor.code()) {
    if (isBlank(code)) {
      if (broke && code === 0x09 && cursor.column < indent) return undefined;
      cursor.skip();
    } else if (!broke) {
      first = cursor.skipBreak();
      broke = true;
    } else others += cursor.skipBreak();
  }
  if (!broke) return { text: cursor.text.slice(from, cursor.offset), broke };
  return { text: fold(first, others), broke };
}

const escapes = new Map<string, string>([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const hexLengths = new Map<string, number>([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Reads the escape at the cursor (on its backslash). Returns the character, or the problem. */
function readEscape(cursor: Cursor, json: boolean): { value: string } | { problem: string } {
  const letter = cursor.text.charAt(cursor.offset + 1);
  if (json && letter === '/') {
    cursor.skip(2);
    return { value: '/' };
  }
  const single = escapes.get(letter);
  if (single !== undefined) {
    cursor.skip(2);
    return { value: single };
  }
  const length = hexLengths.get(letter);
  if (length === undefined) return { problem: 'found unknown escape character' };
  cursor.skip(2);
  const digits = cursor.text.slice(cursor.offset, cursor.offset + length);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    return { problem: 'did not find expected hexdecimal number' };
  }
  const code = Number.parseInt(digits, 16);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  if ((surrogate && !json) || code > 0x10ffff) return { problem: 'found invalid Unicode character escape code' };
  cursor.skip(length);
  return { value: surrogate ? String.fromCharCode(code) : String.fromCodePoint(code) };
}

/** A quoted scalar; the cursor stands on its opening quote. `json` allows what only JSON's strings may escape. */
export function scanQuoted(cursor: Cursor, json: boolean): Scalar {
  const quote = cursor.code();
  const double = quote === 0x22;
  cursor.skip();
  let value = '';
  for (;;) {
    if (atDocumentMarker(cursor)) return { ok: false, problem: 'found unexpected document indicator' };
    if (cursor.code() === end) return { ok: false, problem: 'found unexpected end of stream' };
    let broke = false;
    let from = cursor.offset;
    const take = () => {
      value += cursor.text.slice(from, cursor.offset);
    };
    for (let code = cursor.code(); !isBlankOrEnd(code); code = cursor.code()) {
      if (code === quote) {
        if (double || cursor.code(1) !== quote) break;
        cursor.skip();
        take();
        cursor.skip();
        from = cursor.offset;
      } else if (double && code === 0x5c) {
        take();
        if (isBreak(cursor.code(1))) {
          cursor.skip();
          cursor.skipBreak();
          from = cursor.offset;
          broke = true;
          break;
        }
        const escape = readEscape(cursor, json);
        if ('problem' in escape) return { ok: false, problem: escape.problem };
        value += escape.value;
        from = cursor.offset;
      } else cursor.skip();
    }
    take();
    if (cursor.code() === quote) break;
    value += quotedGap(cursor, broke);
  }
  cursor.skip();
  return { ok: true, value, end: cursor.offset, multiline: false };
}

/** Blanks and breaks inside quotes. After an escaped break leading blanks are dropped, further breaks stay. */
function quotedGap(cursor: Cursor, escapedBreak: boolean): string {
  const from = cursor.offset;
  let first = '';
  let others = '';
  let broke = escapedBreak;
  for (let code = cursor.code(); isBlank(code) || isBreak(code); code = cursor.code()) {
    if (isBlank(code)) cursor.skip();
    else if (!broke) {
      first = cursor.skipBreak();
      broke = true;
    } else others += cursor.skipBreak();
  }
  return broke ? fold(first, others) : cursor.text.slice(from, cursor.offset);
}
