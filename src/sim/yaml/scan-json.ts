/** JSON objects one after the other, as Go's encoding/json reads a stream, with its words for what is wrong. */

export type JsonScan =
  | { readonly ok: true; readonly start: number; readonly end: number }
  /** `offset`: UTF-16 offset of the first character that is wrong; the text's length where it ends too early. */
  | { readonly ok: false; readonly problem: string; readonly offset: number };

const blanks = /[ \t\r\n]*/y;
const strings = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const numbers = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function skipBlanks(text: string, at: number): number {
  return at + (matchAt(blanks, text, at)?.length ?? 0);
}

/**
 * The JSON value at `from`, after blanks; undefined if nothing but blanks is left. Linear, and not recursive.
 * Models encoding/json Decoder.Decode.
 */
export function scanJson(text: string, from: number): JsonScan | undefined {
  const start = skipBlanks(text, from);
  if (start === text.length) return undefined;
  const open: ('{' | '[')[] = [];
  let at = start;
  let expects: 'value' | 'value or ]' | 'key' | 'key or }' | 'after' = 'value';
  for (;;) {
    at = skipBlanks(text, at);
    const character = text.charAt(at);
    if (expects === 'after') {
      const inside = open.at(-1);
      if (inside === undefined) return { ok: true, start, end: at };
      if (character === ',') expects = inside === '{' ? 'key' : 'value';
      else if (character === (inside === '{' ? '}' : ']')) open.pop();
      else return wrong(text, at, inside === '{' ? 'after object key:value pair' : 'after array element');
      at += 1;
      if (open.length === 0) return { ok: true, start, end: at };
    } else if (expects === 'key' || expects === 'key or }') {
      if (character === '}' && expects === 'key or }') {
        open.pop();
        expects = 'after';
        at += 1;
        if (open.length === 0) return { ok: true, start, end: at };
        continue;
      }
      if (character !== '"') return wrong(text, at, 'looking for beginning of object key string');
      const key = scanString(text, at);
      if (!key.ok) return key;
      at = skipBlanks(text, key.end);
      if (text.charAt(at) !== ':') return wrong(text, at, 'after object key');
      at += 1;
      expects = 'value';
    } else if (character === ']' && expects === 'value or ]') {
      expects = 'after';
    } else if (character === '{' || character === '[') {
      open.push(character);
      expects = character === '{' ? 'key or }' : 'value or ]';
      at += 1;
    } else {
      const scalar = scanScalar(text, at);
      if (!scalar.ok) return scalar;
      at = scalar.end;
      expects = 'after';
    }
  }
}

function wrong(text: string, at: number, context: string): JsonScan {
  if (at >= text.length) return { ok: false, problem: 'unexpected EOF', offset: text.length };
  return { ok: false, problem: `invalid character ${quoteCharacter(text.charAt(at))} ${context}`, offset: at };
}

function quoteCharacter(character: string): string {
  if (character === "'") return "'\\''";
  if (character === '"') return `'"'`;
  const quoted = JSON.stringify(character).slice(1, -1);
  return `'${quoted.replace(/^\\u00/, '\\x')}'`;
}

function scanString(text: string, at: number): JsonScan {
  const end = at + (matchAt(strings, text, at)?.length ?? 0);
  const next = text.charAt(end);
  if (next === '"') return { ok: true, start: at, end: end + 1 };
  if (next !== '\\') return wrong(text, end, 'in string literal');
  if (text.charAt(end + 1) !== 'u') return wrong(text, end + 1, 'in string escape code');
  const digits = /^[0-9a-fA-F]*/.exec(text.slice(end + 2, end + 6))?.[0].length ?? 0;
  return wrong(text, end + 2 + digits, 'in \\u hexadecimal character escape');
}

function scanScalar(text: string, at: number): JsonScan {
  const first = text.charAt(at);
  if (first === '"') return scanString(text, at);
  for (const word of ['true', 'false', 'null']) {
    if (word.charAt(0) !== first) continue;
    for (let i = 1; i < word.length; i += 1) {
      if (text.charAt(at + i) !== word.charAt(i)) {
        return wrong(text, at + i, `in literal ${word} (expecting '${word.charAt(i)}')`);
      }
    }
    return { ok: true, start: at, end: at + word.length };
  }
  if (!/[-0-9]/.test(first)) return wrong(text, at, 'looking for beginning of value');
  return scanNumber(text, at);
}

function scanNumber(text: string, at: number): JsonScan {
  const number = matchAt(numbers, text, at);
  if (number === undefined) return wrong(text, at + 1, 'in numeric literal');
  const end = at + number.length;
  const next = text.charAt(end);
  if (next === '.' && !/[.eE]/.test(number)) return wrong(text, end + 1, 'after decimal point in numeric literal');
  if (/[eE]/.test(next) && !/[eE]/.test(number)) {
    const sign = /[-+]/.test(text.charAt(end + 1)) ? 1 : 0;
    return wrong(text, end + 1 + sign, 'in exponent of numeric literal');
  }
  return { ok: true, start: at, end };
}
