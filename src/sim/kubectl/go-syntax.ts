/** Decoded JSON as Go source, for the error that shows what a JSONPath was applied to. */
import { goQuote } from '../api/go-text.ts';
import type { Json } from '../api/objects.ts';
import { entriesAt, isMap } from './field.ts';

/** `map[string]interface {}{"a":1}`. Models fmt's %#v of decoded JSON. */
export function goSyntax(value: Json): string {
  if (value === null) return 'interface {}(nil)';
  if (Array.isArray(value)) return `[]interface {}{${value.map((item) => goSyntax(item as Json)).join(', ')}}`;
  if (!isMap(value)) return typeof value === 'string' ? goQuote(value) : String(value);
  const fields = entriesAt(value).map(([key, field]) => `${goQuote(key)}:${goSyntax(field as Json)}`);
  return `map[string]interface {}{${fields.join(', ')}}`;
}
