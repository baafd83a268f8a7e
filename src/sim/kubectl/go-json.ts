/** Values as Go's JSON encoder and debug formats print them. */
import { goQuote } from '../api/go-text.ts';
import type { Json } from '../api/objects.ts';
import { isMap } from './field.ts';

/** JSON as Go's encoder writes it, on one line: keys sorted, `<`, `>` and `&` escaped. Models encoding/json Marshal. */
export function goJson(value: Json): string {
  return escapeHtml(JSON.stringify(sortKeys(value)));
}

/** The same over several lines, four blanks deeper at each level. Models encoding/json MarshalIndent. */
export function goJsonIndented(value: Json): string {
  return escapeHtml(JSON.stringify(sortKeys(value), null, 4));
}

/** `map[string]interface {}{"a":1}`. Models fmt's %#v of decoded JSON. */
export function goSyntax(value: Json): string {
  if (value === null) return 'interface {}(nil)';
  if (Array.isArray(value)) return `[]interface {}{${value.map((item) => goSyntax(item as Json)).join(', ')}}`;
  if (!isMap(value)) return typeof value === 'string' ? goQuote(value) : String(value);
  const fields = sortedEntries(value).map(([key, field]) => `${goQuote(key)}:${goSyntax(field)}`);
  return `map[string]interface {}{${fields.join(', ')}}`;
}

/** Text that is safe for a terminal. Models cli-runtime/pkg/printers EscapeTerminal, v1.36. */
export function escapeTerminal(text: string): string {
  return text.replaceAll('\u001b', '^[').replaceAll('\r', '\\r');
}

function escapeHtml(json: string): string {
  return json.replaceAll(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => sortKeys(item as Json));
  if (!isMap(value)) return value;
  const copy: { [key: string]: Json } = Object.create(null) as { [key: string]: Json };
  for (const [key, field] of sortedEntries(value)) copy[key] = sortKeys(field);
  return copy;
}

function sortedEntries(value: Readonly<Record<string, unknown>>): [string, Json][] {
  return (Object.entries(value) as [string, Json][]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
