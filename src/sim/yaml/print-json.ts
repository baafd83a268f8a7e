/** JSON as Go's encoding/json prints it. */
import type { Json } from '../api/objects.ts';
import { formatJsonNumber } from './go-float.ts';

const escaped = new Map([
  ['<', '\\u003c'],
  ['>', '\\u003e'],
  ['&', '\\u0026'],
  ['\u2028', '\\u2028'],
  ['\u2029', '\\u2029'],
]);

/**
 * On one line, keys sorted, `<`, `>` and `&` escaped, without a line feed at the end: the text of the last-applied
 * annotation (kubectl adds "\n" there) and of patches. Fields that are undefined are left out.
 */
export function printJson(value: Json): string {
  return print(value, '', '');
}

/** The same over several lines, `indent` more blanks per level: `kubectl get -o json` without its last line feed. */
export function printJsonIndented(value: Json, indent = '    '): string {
  return print(value, '\n', indent);
}

/** ASCII that JSON and Go write as it is. */
const plain = /^[ !#-%'-;=?-[\]-~]*$/;

/** A string with its quotes. */
export function printJsonString(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  return JSON.stringify(text.toWellFormed()).replace(/[<>&\u2028\u2029]/g, (character) => escaped.get(character) ?? '');
}

/** Compares texts as Go does: by their bytes in UTF-8. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    // Surrogates stand for characters beyond all others.
    const highLeft = (left & 0xf800) === 0xd800;
    const highRight = (right & 0xf800) === 0xd800;
    return highLeft === highRight ? left - right : highLeft ? 1 : -1;
  }
  return a.length - b.length;
}

/** `newline` is a line feed and the current indentation, or nothing for compact text. */
function print(value: Json, newline: string, indent: string): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return printJsonString(value);
  if (typeof value === 'number') return formatJsonNumber(value);
  if (typeof value === 'boolean') return String(value);
  const inner = newline + indent;
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => inner + print(item, inner, indent));
    return items.length === 0 ? '[]' : `[${items.join(',')}${newline}]`;
  }
  const colon = indent === '' ? ':' : ': ';
  const fields = Object.entries(value as Record<string, Json | undefined>)
    .filter((field): field is [string, Json] => field[1] !== undefined)
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([key, field]) => inner + printJsonString(key) + colon + print(field, inner, indent));
  return fields.length === 0 ? '{}' : `{${fields.join(',')}${newline}}`;
}
