/** Values with a decoder of their own: IntOrString, Quantity, Time. */
import { goQuote } from '../../api/go-text.ts';
import type { Json } from '../../api/objects.ts';
import { canonicalQuantity, parseQuantity } from '../../api/quantity.ts';

export type Special =
  | { readonly value: Json | undefined }
  /** `message` absent: the plain type error with `goType`. */
  | { readonly message?: string; readonly goType: string; readonly patchMessage: string };

const more = new Map<string, (raw: Json) => Special>();

/** Adds the decoder of a type that scenes seldom need. */
export function addSpecial(type: string, decode: (raw: Json) => Special): void {
  more.set(type, decode);
}

/** Decodes a value of the named type; a type that is not known keeps its value. */
export function decodeSpecial(type: string, raw: Json): Special {
  if (type === 'IntOrString') return intOrString(raw);
  if (type === 'Quantity') return quantity(raw);
  if (type === 'Time') return time(raw);
  return more.get(type)?.(raw) ?? { value: raw };
}

function intOrString(raw: Json): Special {
  if (typeof raw === 'string') return { value: raw };
  if (typeof raw === 'number' && Number.isInteger(raw) && Math.abs(raw) < 2 ** 31) return { value: raw };
  return { goType: 'int32', patchMessage: 'json: cannot unmarshal into Go value of type int32' };
}

/** Amounts are kept in their one right spelling, as the server writes them back. */
function quantity(raw: Json): Special {
  const text = (typeof raw === 'string' ? raw : JSON.stringify(raw)).trim();
  const amount = parseQuantity(text);
  if (typeof amount === 'number') return { value: canonicalQuantity(text) };
  return { message: amount, goType: 'resource.Quantity', patchMessage: amount };
}

function time(raw: Json): Special {
  if (typeof raw !== 'string') return { goType: 'string', patchMessage: 'unrecognized type: string' };
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(raw)) return { value: raw };
  const layout = '2006-01-02T15:04:05Z07:00';
  const message = `parsing time ${goQuote(raw)} as ${goQuote(layout)}: cannot parse ${goQuote(raw)} as "2006"`;
  return { message, goType: 'v1.Time', patchMessage: message };
}
