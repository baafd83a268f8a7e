/** kubectl's JSONPath templates: text with expressions in braces. */

/** One step of an expression, applied to the values that the steps before it found. */
export type Step =
  | { readonly step: 'field'; readonly name: string }
  | { readonly step: 'wildcard' }
  | { readonly step: 'recursive' }
  | { readonly step: 'slice'; readonly slice: Slice }
  | { readonly step: 'union'; readonly parts: readonly (readonly Step[])[] }
  | {
      readonly step: 'filter';
      readonly left: readonly Step[];
      readonly operator: string;
      readonly right: readonly Step[];
    }
  | { readonly step: 'word'; readonly word: string }
  | { readonly step: 'literal'; readonly value: string | number | boolean };

/** `[from:to:step]`; `single` for a plain index. */
export interface Slice {
  readonly from?: number;
  readonly to?: number;
  readonly step?: number;
  readonly single: boolean;
}

export type TemplateNode = { readonly text: string } | { readonly steps: readonly Step[] };

export type JsonPathResult =
  { readonly ok: true; readonly nodes: readonly TemplateNode[] } | { readonly ok: false; readonly error: string };

/** Reads a template. Models client-go/util/jsonpath Parse, v1.36. */
export function parseJsonPath(template: string): JsonPathResult {
  const nodes: TemplateNode[] = [];
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('{', at);
    if (open !== at) nodes.push({ text: template.slice(at, open < 0 ? undefined : open) });
    if (open < 0) break;
    const read = readAction(template, open + 1, '}');
    if (typeof read === 'string') return { ok: false, error: read };
    nodes.push({ steps: read.steps });
    at = read.at;
  }
  return { ok: true, nodes };
}

interface Read {
  readonly steps: readonly Step[];
  /** Where reading goes on, after the closing brace. */
  readonly at: number;
}

type Stepped = { readonly step: Step; readonly at: number } | string;

/** Steps up to the closing brace, or to the end of the text if none is expected. A text says what is wrong. */
function readAction(text: string, start: number, close: '}' | ''): Read | string {
  const steps: Step[] = [];
  let at = start;
  for (;;) {
    const char = text.charAt(at);
    if (char === close) return { steps, at: at + close.length };
    if (char === '' || char === '\n' || char === '\r') return 'unclosed action';
    if (char === ' ' || char === '@' || char === '$') {
      at += 1;
      continue;
    }
    if (char === '.' && text.charAt(at + 1) === '.') {
      if (steps.at(-1)?.step === 'recursive') return 'invalid multiple recursive descent';
      steps.push({ step: 'recursive' });
      at += 2;
      if (!/[\p{L}\p{Nd}_]/u.test(text.charAt(at))) continue;
      at -= 1;
    }
    const read = readStep(text, at);
    if (typeof read === 'string') return read;
    steps.push(read.step);
    at = read.at;
  }
}

function readStep(text: string, at: number): Stepped {
  const char = text.charAt(at);
  if (text.startsWith('[?(', at)) return readFilter(text, at + 3);
  if (char === '[') return readBrackets(text, at + 1);
  if (char === '"' || char === "'") return readQuoted(text, at);
  if (char === '.') {
    const name = /^(?:\\[^]|[^\\ \t\r\n.,[\]$@{}])*/.exec(text.slice(at + 1))?.[0] ?? '';
    const step: Step = name === '*' ? { step: 'wildcard' } : { step: 'field', name: name.replaceAll('\\', '') };
    return { step, at: at + 1 + name.length };
  }
  const number = /^[+-]?[\d.]*/.exec(text.slice(at))?.[0] ?? '';
  if (number !== '') {
    const value = Number(number);
    if (Number.isNaN(value) || !/\d/.test(number)) return `cannot parse number ${number}`;
    return { step: { step: 'literal', value }, at: at + number.length };
  }
  const word = /^[\p{L}\p{Nd}_][^ \t\r\n.,[\]$@{}]*/u.exec(text.slice(at))?.[0];
  if (word === undefined) return `unrecognized character in action: ${unicode(text, at)}`;
  const literal = word === 'true' || word === 'false';
  return { step: literal ? { step: 'literal', value: word === 'true' } : { step: 'word', word }, at: at + word.length };
}

function unicode(text: string, at: number): string {
  const point = text.codePointAt(at) ?? 0;
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')} '${String.fromCodePoint(point)}'`;
}

function readQuoted(text: string, start: number): Stepped {
  const quote = text.charAt(start);
  let end = start + 1;
  while (end < text.length && text.charAt(end) !== quote) end += text.charAt(end) === '\\' ? 2 : 1;
  if (end >= text.length) return 'unterminated quoted string';
  const value = unescape(text.slice(start + 1, end));
  if (value === undefined) return `unquote string ${text.slice(start, end + 1)} error invalid syntax`;
  return { step: { step: 'literal', value }, at: end + 1 };
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

function unescape(text: string): string | undefined {
  let wrong = false;
  const value = text.replaceAll(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^])/g, (_, code: string) => {
    if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (!Object.hasOwn(escapes, code)) wrong = true;
    return escapes[code] ?? '';
  });
  return wrong ? undefined : value;
}

function readBrackets(text: string, start: number): Stepped {
  const end = text.indexOf(']', start);
  if (end < 0 || text.slice(start, end).includes('\n')) return 'unterminated array';
  const inside = text.slice(start, end);
  const at = end + 1;
  const parts = inside.split(',');
  if (parts.length > 1) {
    const union: (readonly Step[])[] = [];
    for (const part of parts) {
      const read = readBrackets(`${part.trim()}]`, 0);
      if (typeof read === 'string') return read;
      union.push([read.step]);
    }
    return { step: { step: 'union', parts: union }, at };
  }
  const key = /^'([^']*)'$/.exec(inside)?.[1];
  if (key !== undefined) return keyPath(key, at);
  const slice = readSlice(inside === '*' ? ':' : inside);
  return slice ? { step: { step: 'slice', slice }, at } : `invalid array index ${inside}`;
}

/** A key in quotes is read as a path: a dot in it leads on, unless a backslash stands before it. */
function keyPath(key: string, at: number): Stepped {
  const read = readAction(`.${key}`, 0, '');
  if (typeof read === 'string') return read;
  const [only, ...more] = read.steps;
  const step: Step = only && more.length === 0 ? only : { step: 'union', parts: [read.steps] };
  return { step, at };
}

function readSlice(text: string): Slice | undefined {
  const match = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/.exec(text);
  if (!match) return undefined;
  const [from, to, step] = [match[1], match[2]?.slice(1), match[3]?.slice(1)].map((part) =>
    part === undefined || part === '' ? undefined : Number(part),
  );
  return {
    single: match[2] === undefined,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(step === undefined ? {} : { step }),
  };
}

function readFilter(text: string, start: number): Stepped {
  let quote = '';
  let end = start;
  for (; end < text.length; end += 1) {
    const char = text.charAt(end);
    if (quote === '' && char === ')') break;
    if (char === quote && text.charAt(end - 1) !== '\\') quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
  }
  if (end >= text.length) return 'unterminated filter';
  if (text.charAt(end + 1) !== ']') return 'unclosed array expect ]';
  const inside = text.slice(start, end);
  const [, left = inside, operator = 'exists', right = ''] = /^([^!<>=]+)([!<>=~]+)(.+?)$/s.exec(inside) ?? [];
  const leftRead = readAction(left, 0, '');
  const rightRead = readAction(right, 0, '');
  if (typeof leftRead === 'string') return leftRead;
  if (typeof rightRead === 'string') return rightRead;
  return { step: { step: 'filter', left: leftRead.steps, operator, right: rightRead.steps }, at: end + 2 };
}
