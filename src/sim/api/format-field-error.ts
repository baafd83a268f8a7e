/** Field errors in the API server's words. */
import type { FieldError } from './field-error.ts';
import type { Json } from './objects.ts';
import { goQuote } from './go-text.ts';

const withoutValue: ReadonlySet<FieldError['type']> = new Set([
  'Required value',
  'Forbidden',
  'Too long',
  'Internal error',
]);

/** `path: Type[: value][: detail]`. Models apimachinery/pkg/util/validation/field Error, v1.36. */
export function formatFieldError(error: FieldError): string {
  return `${error.path}: ${formatFieldErrorBody(error)}`;
}

/** The line without its path: what a Status holds as a cause's message. */
export function formatFieldErrorBody(error: FieldError): string {
  const value = withoutValue.has(error.type) || error.value === undefined ? '' : `: ${formatValue(error, error.value)}`;
  return `${error.type}${value}${error.detail === '' ? '' : `: ${error.detail}`}`;
}

/** One error as it is, several as `[a, b]`, equal ones once. */
export function formatFieldErrors(errors: readonly FieldError[]): string {
  const lines = [...new Set(errors.map(formatFieldError))];
  return lines.length === 1 ? (lines[0] ?? '') : `[${lines.join(', ')}]`;
}

/** Values of a closed set have a string type of their own, which the server prints as JSON, not in Go's quotes. */
function formatValue({ type }: FieldError, value: Json): string {
  return typeof value === 'string' && type !== 'Unsupported value' ? goQuote(value) : goJson(value);
}

/** JSON as Go writes it: `<`, `>` and `&` escaped. */
function goJson(value: Json): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
