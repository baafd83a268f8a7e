import { expect, test } from 'vitest';
import { scanJson } from '../../../src/sim/yaml/scan-json.ts';

test.each([
  ['{"a": [1, -2.5e+3, true, null, "x\\n\\u00e9"], "b": {}}', 53],
  [' {} {}', 3],
  ['[]', 2],
])('the value in %s', (text, end) => {
  expect(scanJson(text, 0)).toMatchObject({ ok: true, end });
});

test.each([
  ['{a: 1}', "invalid character 'a' looking for beginning of object key string", 1],
  ['{"a" 1}', "invalid character '1' after object key", 5],
  ['{"a": 1 "b"', `invalid character '"' after object key:value pair`, 8],
  ['{"a": 1,}', "invalid character '}' looking for beginning of object key string", 8],
  ['[1 2]', "invalid character '2' after array element", 3],
  ['[1,]', "invalid character ']' looking for beginning of value", 3],
  ['{"a": tru}', "invalid character '}' in literal true (expecting 'e')", 9],
  ['{"a": 01}', "invalid character '1' after object key:value pair", 7],
  ['{"a": -x}', "invalid character 'x' in numeric literal", 7],
  ['{"a": 1.}', "invalid character '}' after decimal point in numeric literal", 8],
  ['{"a": 1ex', "invalid character 'x' in exponent of numeric literal", 8],
  ['{"a\\q"}', "invalid character 'q' in string escape code", 4],
  ['{"a\\u00g0"}', "invalid character 'g' in \\u hexadecimal character escape", 7],
  ['{"a\n"}', "invalid character '\\n' in string literal", 3],
  ['{"a": \'x\'}', "invalid character '\\'' looking for beginning of value", 6],
  ['{"a": 1', 'unexpected EOF', 7],
])('%j', (text, problem, offset) => {
  expect(scanJson(text, 0)).toEqual({ ok: false, problem, offset });
});

test('nothing but blanks is no value', () => {
  expect(scanJson(' \n\t', 0)).toBeUndefined();
});

test('depth costs no stack', () => {
  expect(scanJson('['.repeat(200_000), 0)).toMatchObject({ ok: false, problem: 'unexpected EOF' });
});
