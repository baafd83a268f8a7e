import { describe, expect, it } from 'vitest';
import type { FieldError } from '../../../src/sim/api/field-error.ts';
import type { Status } from '../../../src/sim/api/status.ts';
import {
  messageOf,
  plainError,
  printErrors,
  statusError,
  withSource,
  type KubectlError,
} from '../../../src/sim/kubectl/errors.ts';

const cause = (path: string): FieldError => ({ type: 'Required value', path, detail: '' });
const invalid = (...paths: readonly string[]): KubectlError => {
  const message = `Service "web" is invalid: ${paths.join()}`;
  const status: Status = { reason: 'Invalid', code: 422, message, causes: paths.map(cause), paths: [] };
  return statusError(status, 'Service', 'web');
};
const missing = statusError(
  { reason: 'NotFound', code: 404, message: 'services "web" not found', causes: [], paths: [] },
  'Service',
  'web',
);

describe('errors as kubectl prints them', () => {
  it.each<[string, readonly KubectlError[], string]>([
    ['nothing', [], ''],
    ['own words', [plainError('no objects passed to apply')], 'error: no objects passed to apply\n'],
    ['a refusal', [missing], 'Error from server (NotFound): services "web" not found\n'],
    ['one cause', [invalid('spec.ports')], 'The Service "web" is invalid: spec.ports: Required value\n'],
    ['two causes', [invalid('a', 'b')], 'The Service "web" is invalid: \n* a: Required value\n* b: Required value\n'],
    ['equal causes once', [invalid('a', 'a')], 'The Service "web" is invalid: a: Required value\n'],
    ['several', [plainError('x'), invalid('a')], 'x\nError from server (Invalid): Service "web" is invalid: a\n'],
    ['a group of one', [{ type: 'several', errors: [plainError('x')] }], 'error: x\n'],
    ['a group of two', [{ type: 'several', errors: [plainError('x'), plainError('y')] }], 'x\ny\n'],
    [
      'a group of two beside another',
      [{ type: 'several', errors: [plainError('x'), plainError('y')] }, missing],
      '[x, y]\nError from server (NotFound): services "web" not found\n',
    ],
    ['a group in a group', [{ type: 'several', errors: [{ type: 'several', errors: [plainError('x')] }] }], 'x\n'],
  ])('%s', (_, errors, text) => expect(printErrors(errors)).toBe(text));

  it('say what was being done and with which file', () => {
    const error = withSource('creating', 'manifest.yaml', missing);
    expect(printErrors([error])).toBe(
      'Error from server (NotFound): error when creating "manifest.yaml": services "web" not found\n',
    );
    expect(messageOf(withSource('creating', 'f', plainError('x')))).toBe('error when creating "f": x');
  });
});
