/** Makers of field errors, named as upstream names them (apimachinery/pkg/util/validation/field/errors.go, v1.36). */
import type { FieldError } from '../api/field-error.ts';
import { formatFieldError } from '../api/format-field-error.ts';
import { goQuote } from '../api/go-text.ts';
import type { Json } from '../api/objects.ts';

/** `path: Type[: value][: detail]`, as kubectl prints one cause. */
export const printFieldError: (error: FieldError) => string = formatFieldError;

export function required(path: string, detail = ''): FieldError {
  return { type: 'Required value', path, detail };
}

export function invalid(path: string, value: Json, detail: string): FieldError {
  return { type: 'Invalid value', path, value, detail };
}

export function forbidden(path: string, detail: string): FieldError {
  return { type: 'Forbidden', path, detail };
}

export function duplicate(path: string, value: Json): FieldError {
  return { type: 'Duplicate value', path, value, detail: '' };
}

export function notFoundValue(path: string, value: Json): FieldError {
  return { type: 'Not found', path, value, detail: '' };
}

/** `supported` is printed in the order given. */
export function notSupported(path: string, value: Json, supported: readonly string[]): FieldError {
  return { type: 'Unsupported value', path, value, detail: `supported values: ${supported.map(goQuote).join(', ')}` };
}

export function tooMany(path: string, actual: number, most: number): FieldError {
  return { type: 'Too many', path, value: actual, detail: `must have at most ${most} item${most === 1 ? '' : 's'}` };
}

export function tooLong(path: string, most: number): FieldError {
  return { type: 'Too long', path, detail: `may not be more than ${most} bytes` };
}

/** One `Invalid value` for each complaint of a check. */
export function invalids(path: string, value: string | number, complaints: readonly string[]): FieldError[] {
  return complaints.map((detail) => invalid(path, value, detail));
}

/** Nothing when the value is one of those supported, else what is wrong; an empty one is `Required value`. */
export function oneOf(path: string, value: string | undefined, supported: readonly string[]): FieldError[] {
  if (!value) return [required(path)];
  return supported.includes(value) ? [] : [notSupported(path, value, supported)];
}
