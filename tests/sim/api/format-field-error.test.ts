import { expect, it } from 'vitest';
import type { FieldError } from '../../../src/sim/api/field-error.ts';
import { formatFieldError, formatFieldErrors } from '../../../src/sim/api/format-field-error.ts';
import { goQuote, goValue } from '../../../src/sim/api/go-text.ts';
import { parseQuantity } from '../../../src/sim/api/quantity.ts';

it.each<[string, FieldError, string]>([
  [
    'no value where the type has none',
    { type: 'Required value', path: 'spec.ports', detail: '' },
    'spec.ports: Required value',
  ],
  [
    'strings in quotes',
    { type: 'Invalid value', path: 'a', value: 'x"y', detail: 'bad' },
    'a: Invalid value: "x\\"y": bad',
  ],
  [
    'values of a closed set as JSON',
    { type: 'Unsupported value', path: 'a', value: '<type>', detail: 'd' },
    'a: Unsupported value: "\\u003ctype\\u003e": d',
  ],
  ['numbers plain', { type: 'Duplicate value', path: 'a', value: 80, detail: '' }, 'a: Duplicate value: 80'],
  ['others as JSON', { type: 'Invalid value', path: 'a', value: ['x'], detail: 'd' }, 'a: Invalid value: ["x"]: d'],
])('%s', (_name, error, expected) => {
  expect(formatFieldError(error)).toBe(expected);
});

it('joins several errors, equal ones once', () => {
  const error = (path: string): FieldError => ({ type: 'Required value', path, detail: '' });
  expect(formatFieldErrors([error('a'), error('b'), error('a')])).toBe('[a: Required value, b: Required value]');
  expect(formatFieldErrors([error('a'), error('a')])).toBe('a: Required value');
});

it('quotes and prints as Go does', () => {
  expect(goQuote('web\u00a0说\n\u0000')).toBe('"web\\u00a0说\\n\\x00"');
  expect(goValue({ b: [1, 'x'], a: null })).toBe('map[a:<nil> b:[1 x]]');
});

it.each([
  ['500m', 0.5],
  ['1.5', 1.5],
  ['128Mi', 134217728],
  ['1e3', 1000],
  ['abc', "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"],
  ['1KiB', "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"],
  ['1Kk', "unable to parse quantity's suffix"],
])('quantity %s is %s', (text, expected) => {
  expect(parseQuantity(text)).toBe(expected);
});
