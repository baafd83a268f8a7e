import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/sim/api/objects.ts';
import { printYaml, printYamlLines } from '../../../src/sim/yaml/print-yaml.ts';
import { readDocument } from '../../../src/sim/yaml/read-document.ts';

describe('structure', () => {
  test('keys are sorted, lists stand at the column of their key', () => {
    const value = { kind: 'A', b: { d: [{ z: 1, a: 'x' }, [1, ['y']], 'k'] }, empty: {}, none: [], nothing: null };
    expect(printYaml(value)).toBe(`b:
  d:
  - a: x
    z: 1
  - - 1
    - - "y"
  - k
empty: {}
kind: A
none: []
nothing: null
`);
  });

  test('keys sort numbers by size and letters last', () => {
    const keys = ['port-10', 'port-2', 'ab', 'a.b', 'a', 'B', '1', 'a/b', 'a-b'];
    const printed = printYaml(Object.fromEntries(keys.map((key) => [key, true])));
    expect(printed.match(/^[^:]+(?=:)/gm)).toEqual(['"1"', 'B', 'a', 'a-b', 'a.b', 'a/b', 'ab', 'port-2', 'port-10']);
  });

  test('a key of more than 128 bytes comes behind a question mark', () => {
    const key = 'k'.repeat(129);
    expect(printYaml({ [key]: { a: [1] } })).toBe(`? ${key}\n: a:\n  - 1\n`);
  });
});

describe('lines', () => {
  test('each tells which field begins on it; where a text goes on, none does', () => {
    const value = { a: { 'b.c/d': [{ x: 1, z: 'one\ntwo\n' }, ['z'], {}] }, k: 'word '.repeat(30).trim() };
    const lines = printYamlLines(value);
    expect(`${lines.map(({ text }) => text).join('\n')}\n`).toBe(printYaml(value));
    expect(lines.map(({ text, path }) => [text.slice(0, 8), path?.join(' ')])).toEqual([
      ['a:', 'a'],
      ['  b.c/d:', 'a b.c/d'],
      ['  - x: 1', 'a b.c/d 0 x'],
      ['    z: |', 'a b.c/d 0 z'],
      ['      on', undefined],
      ['      tw', undefined],
      ['  - - z', 'a b.c/d 1 0'],
      ['  - {}', 'a b.c/d 2'],
      ['k: word ', 'k'],
      ['  word w', undefined],
    ]);
  });
});

describe('strings', () => {
  test.each([
    ['web', 'web'],
    ['', '""'],
    ['yes', '"yes"'],
    ['0777', '"0777"'],
    ['12:30:45', '"12:30:45"'],
    ['1_000', '"1_000"'],
    ['2000-01-01T00:00:00Z', '"2000-01-01T00:00:00Z"'],
    ['2000-13-01', '2000-13-01'],
    ['10.0.0.1', '10.0.0.1'],
    ['.inf', '".inf"'],
    ['~', '"~"'],
    ['x: y', "'x: y'"],
    ['x:y', 'x:y'],
    ['a #b', "'a #b'"],
    ['*a', "'*a'"],
    ['a ', "'a '"],
    ['- a', "'- a'"],
    ['-a', '-a'],
    ["it's: b", "'it''s: b'"],
    ['a\tb', '"a\\tb"'],
    ['😀', '"\\U0001F600"'],
    ['外部', '外部'],
    ['a\n', '|\n  a'],
    ['a\n\n b', '|-\n  a\n\n   b'],
    ['a\n\n', '|+\n  a\n'],
    [' a\nb', '|2-\n   a\n  b'],
    ['a \nb', '"a \\nb"'],
    ['a\tb\n', '"a\\tb\\n"'],
  ])('%j', (text, printed) => {
    expect(printYaml({ k: text })).toBe(`k: ${printed}\n`);
  });

  test('long lines are broken at their next blank', () => {
    const words = Array.from({ length: 30 }, () => 'word').join(' ');
    expect(
      printYaml({ k: words })
        .split('\n')
        .map((line) => line.length),
    ).toEqual([82, 71, 0]);
    expect(printYaml({ k: `${words}: x` })).toMatch(/^k: 'word[^\n]*\n {2}word[^\n]*: x'\n$/);
  });
});

test.each([
  [80, '80'],
  [1e6, '1000000'],
  [0.5, '0.5'],
  [1234567.5, '1.2345675e+06'],
  [1e21, '1e+21'],
  [-3, '-3'],
])('number %s', (value, printed) => {
  expect(printYaml({ k: value })).toBe(`k: ${printed}\n`);
});

test('what is printed is read as the same value', () => {
  const names = fc.string({ unit: 'grapheme' }).filter((name) => name !== '<<' && !/[\u0085\u2028\u2029]/.test(name));
  const values = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      names,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(names, tie('value'), { noNullPrototype: true }),
    ),
  })).value;
  fc.assert(
    fc.property(values, (value) => {
      const { value: back, error } = readDocument(printYaml({ value }));
      expect(error).toBeUndefined();
      expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify({ value })));
    }),
  );
});
