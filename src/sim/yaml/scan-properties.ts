/** Anchors, aliases, tags and directives. Models go.yaml.in/yaml/v2 scannerc.go, v2.4. */
import { isBlank, isBlankOrEnd, isBreakOrEnd, isDigit, isWord } from './characters.ts';
import type { Cursor } from './cursor.ts';

export type Problem = { readonly problem: string };

function readWord(cursor: Cursor): string {
  const from = cursor.offset;
  while (isWord(cursor.code())) cursor.skip();
  return cursor.text.slice(from, cursor.offset);
}

function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.code())) cursor.skip();
}

/** The name behind `&` or `*`; the cursor stands on that sign. */
export function scanAnchor(cursor: Cursor): string | Problem {
  cursor.skip();
  const name = readWord(cursor);
  const next = cursor.code();
  if (name === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(String.fromCharCode(next)))) {
    return { problem: 'did not find expected alphabetic or numeric character' };
  }
  return name;
}

/** A tag; the cursor stands on its `!`. */
export function scanTag(cursor: Cursor): { handle: string; suffix: string } | Problem {
  let handle = '';
  let suffix: string | Problem;
  if (cursor.startsWith('!<')) {
    cursor.skip(2);
    suffix = scanUri(cursor, '');
    if (typeof suffix !== 'string') return suffix;
    if (cursor.code() !== 0x3e) return { problem: "did not find the expected '>'" };
    cursor.skip();
  } else {
    handle = readHandle(cursor);
    if (handle.length > 1 && handle.endsWith('!')) suffix = scanUri(cursor, '');
    else {
      suffix = scanUri(cursor, handle);
      handle = '!';
    }
    if (typeof suffix !== 'string') return suffix;
    if (suffix === '') [handle, suffix] = ['', handle];
  }
  if (!isBlankOrEnd(cursor.code())) return { problem: 'did not find expected whitespace or line break' };
  return { handle, suffix };
}

/** `!`, `!!`, `!name!`, or `!name` which is no handle. */
function readHandle(cursor: Cursor): string {
  cursor.skip();
  const name = readWord(cursor);
  if (cursor.code() !== 0x21) return `!${name}`;
  cursor.skip();
  return `!${name}!`;
}

const uriCharacters = /[-\w;/?:@&=+$,.!~*'()[\]%]/y;

/** The rest of a tag. `head` is what was taken for a handle: its sign is dropped, and it alone will do. */
function scanUri(cursor: Cursor, head: string): string | Problem {
  let uri = head.slice(1);
  let found = head !== '';
  for (;;) {
    uriCharacters.lastIndex = cursor.offset;
    if (!uriCharacters.test(cursor.text)) break;
    found = true;
    if (cursor.code() !== 0x25) {
      uri += cursor.text.charAt(cursor.offset);
      cursor.skip();
      continue;
    }
    const character = readUriEscapes(cursor);
    if (typeof character !== 'string') return character;
    uri += character;
  }
  return found ? uri : { problem: 'did not find expected tag URI' };
}

/** `%XX` octets that make up one UTF-8 character. */
function readUriEscapes(cursor: Cursor): string | Problem {
  const octets: number[] = [];
  let left = 1;
  while (left > 0) {
    const hex = /^%([0-9a-fA-F]{2})/.exec(cursor.text.slice(cursor.offset, cursor.offset + 3))?.[1];
    if (hex === undefined) return { problem: 'did not find URI escaped octet' };
    const octet = Number.parseInt(hex, 16);
    if (octets.length === 0) {
      left = octet < 0x80 ? 1 : octet < 0xc0 ? 0 : octet < 0xe0 ? 2 : octet < 0xf0 ? 3 : octet < 0xf8 ? 4 : 0;
      if (left === 0) return { problem: 'found an incorrect leading UTF-8 octet' };
    } else if ((octet & 0xc0) !== 0x80) return { problem: 'found an incorrect trailing UTF-8 octet' };
    octets.push(octet);
    cursor.skip(3);
    left -= 1;
  }
  return decodeUtf8(octets);
}

function decodeUtf8([first = 0, ...rest]: readonly number[]): string {
  const bits = rest.length === 0 ? first : first & (0x3f >> rest.length);
  const code = rest.reduce((sum, octet) => (sum << 6) | (octet & 0x3f), bits);
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

export type Directive =
  | { readonly name: 'YAML'; readonly major: number; readonly minor: number }
  | { readonly name: 'TAG'; readonly handle: string; readonly prefix: string };

/** A whole directive line; the cursor stands on its `%`. */
export function scanDirective(cursor: Cursor): Directive | Problem {
  cursor.skip();
  const name = readWord(cursor);
  if (name === '') return { problem: 'could not find expected directive name' };
  if (!isBlankOrEnd(cursor.code())) return { problem: 'found unexpected non-alphabetical character' };
  if (name !== 'YAML' && name !== 'TAG') return { problem: 'found unknown directive name' };
  skipBlanks(cursor);
  const directive = name === 'YAML' ? readVersion(cursor) : readTagDirective(cursor);
  if ('problem' in directive) return directive;
  skipBlanks(cursor);
  if (cursor.code() === 0x23) while (!isBreakOrEnd(cursor.code())) cursor.skip();
  if (!isBreakOrEnd(cursor.code())) return { problem: 'did not find expected comment or line break' };
  cursor.skipBreak();
  return directive;
}

function readVersion(cursor: Cursor): Directive | Problem {
  const major = readNumber(cursor);
  if (typeof major !== 'number') return major;
  if (cursor.code() !== 0x2e) return { problem: "did not find expected digit or '.' character" };
  cursor.skip();
  const minor = readNumber(cursor);
  if (typeof minor !== 'number') return minor;
  return { name: 'YAML', major, minor };
}

function readNumber(cursor: Cursor): number | Problem {
  const from = cursor.offset;
  while (isDigit(cursor.code())) {
    if (cursor.offset - from === 2) return { problem: 'found extremely long version number' };
    cursor.skip();
  }
  if (cursor.offset === from) return { problem: 'did not find expected version number' };
  return Number(cursor.text.slice(from, cursor.offset));
}

function readTagDirective(cursor: Cursor): Directive | Problem {
  if (cursor.code() !== 0x21) return { problem: "did not find expected '!'" };
  const handle = readHandle(cursor);
  if (handle !== '!' && !handle.endsWith('!')) return { problem: "did not find expected '!'" };
  if (!isBlank(cursor.code())) return { problem: 'did not find expected whitespace' };
  skipBlanks(cursor);
  const prefix = scanUri(cursor, '');
  if (typeof prefix !== 'string') return prefix;
  if (!isBlankOrEnd(cursor.code())) return { problem: 'did not find expected whitespace or line break' };
  return { name: 'TAG', handle, prefix };
}
