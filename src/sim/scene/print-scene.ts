/** Headers and steps as text. */
import type { Json } from '../api/objects.ts';
import { resolvePlain } from '../yaml/resolve-scalar.ts';

type Value = Json | undefined;

const plainWord = /^[A-Za-z_/][\w./-]*$/;

/** A value on one line, as JSON-like YAML that every reader takes for the same: `{ip: "10.0.0.1", ready: false}`. */
export function printFlow(value: Json): string {
  if (typeof value === 'string') return printText(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(printFlow).join(', ')}]`;
  return `{${definedFields(value as Record<string, Value>)
    .map(([key, field]) => `${printText(key)}: ${printFlow(field)}`)
    .join(', ')}}`;
}

function printText(text: string): string {
  if (plainWord.test(text) && resolvePlain(text).type === 'string') return text;
  return JSON.stringify(text.toWellFormed()).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeUnit);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Fields that are not undefined. */
export function definedFields(fields: Readonly<Record<string, Value>>): [string, Json][] {
  return Object.entries(fields).filter((field): field is [string, Json] => field[1] !== undefined);
}

/** One entry of a map in a list of lines; what a list or map holds stands on a line each. */
export interface EntryLines {
  /** `key:`, with the value behind it if that is no list or map. */
  readonly first: string;
  /** Each with the item or field that it prints. */
  readonly children: readonly { readonly name: string | undefined; readonly value: Json; readonly line: string }[];
}

/** `key: value`, with a line for each item of a list and each field of a map. */
export function printEntry(key: string, value: Json): EntryLines {
  const name = `${printText(key)}:`;
  if (value === null || typeof value !== 'object') return { first: `${name} ${printFlow(value)}`, children: [] };
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.length === 0) return { first: `${name} []`, children: [] };
    return {
      first: name,
      children: items.map((item) => ({ name: undefined, value: item, line: `  - ${printFlow(item)}` })),
    };
  }
  const fields = definedFields(value as Record<string, Value>);
  if (fields.length === 0) return { first: `${name} {}`, children: [] };
  const children = fields.map(([field, inner]) => ({
    name: field,
    value: inner,
    line: `  ${printText(field)}: ${printFlow(inner)}`,
  }));
  return { first: name, children };
}

/** All lines of a map, without comment signs. */
export function printLines(fields: Readonly<Record<string, Value>>): string[] {
  return definedFields(fields).flatMap(([key, value]) => {
    const { first, children } = printEntry(key, value);
    return [first, ...children.map(({ line }) => line)];
  });
}

/** A step: its mapping in comment lines, the ruler, its document. A document that another step follows is ended by a line feed. */
export function printStep(fields: Readonly<Record<string, Value>>, text: string): string {
  return `# step:\n${printLines(fields)
    .map((line) => `#   ${line}\n`)
    .join('')}#---\n${text}`;
}
