import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/sim/yaml/read-document.ts';

const errorOf = (text: string) => readDocument(text).error?.message;

describe('scalars are what kubectl takes them for', () => {
  test.each([
    ['yes y On TRUE', [true, true, true, true]],
    ['no N off False', [false, false, false, false]],
    ['tRue nULL', ['tRue', 'nULL']],
    ['~ null Null NULL', [null, null, null, null]],
    ['0777 010 0o17 0b11 0x1F 1_000 +5', [511, 8, 15, 3, 31, 1000, 5]],
    ['08 1e3 80.0 .5 -0', [8, 1000, 80, 0.5, 0]],
    ['12:30:45 1:20 2024-01-01 1.2.3 "80"', ['12:30:45', '1:20', '2024-01-01', '1.2.3', '80']],
    ['18446744073709551615', [2 ** 64]],
    ['1e999 0x 1_ _1', ['1e999', '0x', 1, '_1']],
    ['!!str 5 !!int "5" !foo 5', ['5', 5, '5']],
    ['!!binary aGk=', ['hi']],
  ])('%s', (written, wanted) => {
    const items = written.match(/(?:![^ ]* )?[^ ]+/g) ?? [];
    expect(readDocument(`[${items.join(', ')}]`).value).toEqual(wanted);
  });

  test('keys become strings', () => {
    const { value } = readDocument('{y: 1, 80: 2, 1.50: 3, 1e6: 4, "": 5}');
    expect(value).toEqual({ true: 1, '80': 2, '1.5': 3, '1e+06': 4, '': 5 });
  });

  test('maps have no prototype, and __proto__ is a key like any other', () => {
    const { value } = readDocument('__proto__: {polluted: true}\na: {}') as { value: Record<string, object> };
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(['__proto__', 'a']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('structure', () => {
  test.each([
    ['lists at the column of their key', 'a:\n- 1\n- 2\nb: 3', { a: [1, 2], b: 3 }],
    ['lists in lists', '- - a\n  - b\n-\n  - c', [['a', 'b'], ['c']]],
    ['plain text over lines', 'a: one\n  two\n\n  three', { a: 'one two\nthree' }],
    [
      'literal and folded blocks',
      'a: |\n  x\n   y\n\nb: >-\n  x\n  y\nc: |+\n  k\n\n',
      { a: 'x\n y\n', b: 'x y', c: 'k\n\n' },
    ],
    ['a last line without its end', 'a: |\n  x', { a: 'x\n' }],
    ['block with an indentation of its own', 'a: |2\n    x\n', { a: '  x\n' }],
    ['quotes', `a: 'it''s'\nb: "x\\ty\\u00e9\\\n  z"`, { a: "it's", b: 'x\tyéz' }],
    ['anchors', 'a: &x {k: 1}\nb: *x', { a: { k: 1 }, b: { k: 1 } }],
    ['a merge before own keys', 'a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3', { a: { k: 1, l: 2 }, b: { k: 3, l: 2 } }],
    ['a merge behind own keys wins over them', 'a: &x {k: 1}\nb:\n  k: 3\n  <<: *x', { a: { k: 1 }, b: { k: 1 } }],
    ['a list of merges: the first wins', '<<: [{a: 1}, {a: 2, b: 3}]', { a: 1, b: 3 }],
    ['flow over lines, closing brace at column 0', 'a: {\n  b: 1\n}', { a: { b: 1 } }],
    ['a BOM, CRLF and tabs behind values', '\ufeffa: 1\t# x\r\nb: 2\t\r\n', { a: 1, b: 2 }],
    ['a separator line first', '--- # c\na: 1', { a: 1 }],
    ['nothing but comments', '# a\n\n# b\n', null],
    ['nothing', '', null],
    ['what follows a complete document is not read', '[1] 2\n  : {', [1]],
  ])('%s', (_, text, wanted) => {
    expect(readDocument(text)).toMatchObject({ value: wanted });
    expect(readDocument(text).error).toBeUndefined();
  });

  test('of a key that comes twice the last value stands, and its place is told', () => {
    const text = 'spec:\n  ports:\n  - port: 80\n    port: 81\nspec: {ports: []}';
    const { value, duplicates } = readDocument(text);
    expect(value).toEqual({ spec: { ports: [] } });
    expect(duplicates).toEqual([
      { key: 'port', path: 'spec.ports[0].port', start: 32, end: 36 },
      { key: 'spec', path: 'spec', start: 41, end: 45 },
    ]);
  });

  test('JSON strings may escape what YAML may not', () => {
    const text = String.raw`{"a": "\/ \ud83d\ude00"}`;
    expect(readDocument(text, 'json').value).toEqual({ a: '/ 😀' });
    expect(errorOf(text)).toBe('yaml: found unknown escape character');
  });
});

describe("errors have go-yaml's words and its lines", () => {
  test.each([
    ['a: b: c', 'yaml: mapping values are not allowed in this context'],
    ['a: 1\nb: c: d', 'yaml: line 2: mapping values are not allowed in this context'],
    ['a: 1\nfoo\nb: 2', "yaml: line 3: could not find expected ':'"],
    ['metadata:\n\tname: web', 'yaml: line 2: found character that cannot start any token'],
    ['a:\n  b: 1\n c: 2', 'yaml: line 2: did not find expected key'],
    ['a:\n- b\n  - c\n- d: 1\n  e\n', "yaml: line 6: could not find expected ':'"],
    ['- a\nb: 1', "yaml: line 1: did not find expected '-' indicator"],
    ['a: - b', 'yaml: block sequence entries are not allowed in this context'],
    ['a: [1, 2', "yaml: line 1: did not find expected ',' or ']'"],
    ['a: {b: 1', "yaml: line 1: did not find expected ',' or '}'"],
    ['a: ]', 'yaml: did not find expected node content'],
    ['a: "b', 'yaml: line 2: found unexpected end of stream'],
    ['a: @b', 'yaml: found character that cannot start any token'],
    ['a: "\\q"', 'yaml: found unknown escape character'],
    ['a: *x', "yaml: unknown anchor 'x' referenced"],
    ['a: &x [*x]', "yaml: anchor 'x' value contains itself"],
    ['a: !e!x y', 'yaml: found undefined tag handle'],
    ['%YAML 1.1\n', 'yaml: line 1: did not find expected <document start>'],
    ['%FOO\n', 'yaml: found unknown directive name'],
    ['a: |\n\tx', 'yaml: line 2: found a tab character where an indentation space is expected'],
    ['a: \0', 'yaml: control characters are not allowed'],
    ['a: {{ .X }}', 'yaml: invalid map key: map[interface {}]interface {}{".X":interface {}(nil)}'],
    ['? [1, "b"]\n: c', 'yaml: invalid map key: []interface {}{1, "b"}'],
    ['<<: 5', 'yaml: map merge requires map or sequence of maps as the value'],
    ['!!int x', 'yaml: cannot decode !!str `x` as a !!int'],
    ['a: .inf', 'json: unsupported value: +Inf'],
    ['~: 1', 'unsupported map key of type: %!s(<nil>), key: <nil>, value: 1'],
  ])('%j', (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  test('a syntax error wins over a later control character only in an earlier piece of 512 bytes', () => {
    expect(errorOf(`a: b: c\n${'#'.repeat(600)}\n\x01`)).toBe('yaml: mapping values are not allowed in this context');
    expect(errorOf('a: b: c\n\x01')).toBe('yaml: control characters are not allowed');
  });

  test('aliases that blow up are refused as go-yaml does', () => {
    const level = (name: string, of: string) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => of).join(', ')}]\n`;
    const bomb = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].reduce(
      (text, name) => text + level(name, `*${String.fromCharCode(name.charCodeAt(0) - 1)}`),
      level('a', 'lol'),
    );
    expect(errorOf(bomb)).toBe('yaml: document contains excessive aliasing');
  });
});

test('any text gives a result, with places inside the text', () => {
  const fragments = fc.constantFrom(
    ...[
      'a',
      ': ',
      '- ',
      '? ',
      '\n',
      '  ',
      '\t',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      '&x ',
      '*x',
      '!!str ',
      '|\n',
      '>-\n',
    ],
    ...['<<: ', '%YAML 1.1\n', '---\n', '\\', '\0', '\ufeff', '\r', '\u2028', '😀', '0x1', '~', '@'],
  );
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(fragments, { maxLength: 40 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { error, duplicates } = readDocument(text);
      for (const { start, end } of [...(error ? [error] : []), ...duplicates]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});
