import { expect, test } from 'vitest';
import { compareBytes, printJson, printJsonIndented } from '../../../src/sim/yaml/print-json.ts';

test('compact: sorted keys, escapes for HTML, as in the last-applied annotation', () => {
  const value = { b: '<a> & \u2028\u2029 é 😀 "q" \\ \n\u0001\u007f', a: [1, 1.5, -0, null, true, {}, []] };
  expect(printJson(value)).toBe(
    '{"a":[1,1.5,0,null,true,{},[]],"b":"\\u003ca\\u003e \\u0026 \\u2028\\u2029 é 😀 \\"q\\" \\\\ \\n\\u0001\u007f"}',
  );
});

test('indented by four blanks, as kubectl get -o json', () => {
  expect(printJsonIndented({ a: [1, {}], b: { c: [] } })).toBe(
    '{\n    "a": [\n        1,\n        {}\n    ],\n    "b": {\n        "c": []\n    }\n}',
  );
});

test.each([
  [1e20, '100000000000000000000'],
  [1e21, '1e+21'],
  [1e-6, '0.000001'],
  [1e-7, '1e-7'],
  [1.5e-10, '1.5e-10'],
  [123456.789, '123456.789'],
])('number %s', (value, printed) => {
  expect(printJson(value)).toBe(printed);
});

test('an unpaired surrogate becomes the replacement character', () => {
  expect(printJson('\ud800')).toBe('"\ufffd"');
});

test('texts are compared by their bytes', () => {
  expect(['\u{1f600}', '\uffee', 'a', 'B', ''].sort(compareBytes)).toEqual(['', 'B', 'a', '\uffee', '\u{1f600}']);
});
