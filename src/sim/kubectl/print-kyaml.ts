/** `-o kyaml`: YAML in braces, with quoted texts and bare keys. */
import type { Json } from '../api/objects.ts';
import { isMap } from './field.ts';

/** A document with its separator and last line feed. Models sigs.k8s.io/yaml/kyaml Encoder.FromObject, v1.36. */
export function printKyaml(value: Json): string {
  return `---\n${render(value, 0)}\n`;
}

const blanks = (level: number): string => '  '.repeat(level);

function render(value: Json, level: number): string {
  if (typeof value === 'string') return quote(value, level + 1);
  if (Array.isArray(value)) return renderList(value as readonly Json[], level);
  if (!isMap(value)) return String(value);
  const fields = Object.entries(value)
    .filter((field): field is [string, Json] => field[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (fields.length === 0) return '{}';
  const lines = fields.map(([key, field]) => `${blanks(level + 1)}${printKey(key)}: ${render(field, level + 1)},\n`);
  return `{\n${lines.join('')}${blanks(level)}}`;
}

/** Items that are mappings or lists stand in one another's line. */
function renderList(items: readonly Json[], level: number): string {
  if (items.length === 0) return '[]';
  if (items.every((item) => typeof item === 'object' && item !== null))
    return `[${items.map((item) => render(item, level)).join(', ')}]`;
  const lines = items.map((item) => `${blanks(level + 1)}${render(item, level + 1)},\n`);
  return `[\n${lines.join('')}${blanks(level)}]`;
}

function printKey(key: string): string {
  const plain = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?$/u.test(key) && !isGuessed(key);
  return plain ? key : `"${[...key].map((char) => escape(char, '\\n')).join('')}"`;
}

/** Texts that some reader of YAML takes for something else. */
function isGuessed(text: string): boolean {
  const bare = text.replaceAll('_', '');
  return (
    /^(?:null|true|t|y|yes|on|false|f|n|no|off|[01])$/i.test(text) ||
    /^[+-]?(?:0x[\da-f]+|0b[01]+|0o?[0-7]+|\d+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf|infinity|nan)$/i.test(bare) ||
    /^[+-]?[1-9][\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/.test(text) ||
    /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]|$)/.test(text)
  );
}

/** Several lines are folded: each stands on its own, one blank further in than its mapping's fields. */
function quote(text: string, level: number): string {
  if (!text.includes('\n')) return `"${[...text].map((char) => escape(char, '')).join('')}"`;
  let out = '"\\\n';
  for (const char of text) {
    if (out.endsWith('\n')) out += blanks(level) + (/\s/.test(char) && char !== '\n' ? '\\' : ' ');
    out += escape(char, '\\n\\\n');
  }
  return `${out}${out.endsWith('\n') ? '' : '\\\n'}${blanks(level)}"`;
}

const named: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\0': '\\0',
  '\u001b': '\\e',
  '\u0085': '\\N',
  '\u00a0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

function escape(char: string, lineFeed: string): string {
  if (char === '"' || char === '\\') return `\\${char}`;
  if (char === '\n') return lineFeed;
  if (/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char)) return char;
  if (Object.hasOwn(named, char)) return named[char] ?? '';
  const code = char.codePointAt(0) ?? 0;
  const digits = (length: number): string => code.toString(16).padStart(length, '0');
  if (code < 0x20 || code === 0x7f) return `\\x${digits(2)}`;
  return code < 0x10000 ? `\\u${digits(4)}` : `\\U${digits(8)}`;
}
