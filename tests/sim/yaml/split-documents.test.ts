import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readErrorOf, readPart, splitDocuments } from '../../../src/sim/yaml/split-documents.ts';

const texts = (file: string) => splitDocuments(file).map(({ text }) => text);
const words = (file: string) =>
  splitDocuments(file)
    .map((part) => readErrorOf(part, readPart(part)))
    .find((error) => error !== undefined);

describe('YAML files are cut at lines that begin with ---', () => {
  test.each([
    ['one document', 'a: 1\n', ['a: 1\n']],
    ['two', 'a: 1\n---\nb: 2', ['a: 1\n', 'b: 2']],
    ['a first separator belongs to its document', '---\na: 1\n---\nb: 2\n', ['---\na: 1\n', 'b: 2\n']],
    ['of two separators the second belongs to the next', 'a: 1\n---\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['empty and comment documents are left out', '# x\n---\n\n---\na: 1\n---\n  # y\n---\n', ['a: 1\n']],
    ['a comment may follow', 'a: 1\n--- # c\nb: 2', ['a: 1\n', 'b: 2']],
    ['CRLF', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', 'b: 2\r\n']],
    ['also inside a block scalar', 'a: |\n  x\n---\n  y\n', ['a: |\n  x\n', '  y\n']],
    ['not at a carriage return alone', 'a: 1\r---\rb: 2', ['a: 1\r---\rb: 2']],
    ['a tab alone is content', 'a: 1\n---\n\t\n', ['a: 1\n', '\t\n']],
    ['nothing', '', []],
  ])('%s', (_, file, wanted) => {
    expect(texts(file)).toEqual(wanted);
  });

  test.each([
    ['a: 1\n---b\nc: 1', 'invalid Yaml document separator: b'],
    ['a: 1\n----\n', 'invalid Yaml document separator: -'],
  ])('what stands behind the dashes ends the file: %j', (file, message) => {
    const [first] = splitDocuments(file);
    expect(first?.error).toMatchObject({ message, start: 5 });
    expect(words(file)).toBe(message);
  });

  test('lines count from the separator that belongs to the document', () => {
    expect(words('---\na: 1\n---\nb: 1\nc: d: e')).toBe(
      'error converting YAML to JSON: yaml: line 2: mapping values are not allowed in this context',
    );
    expect(words('---\na: 1\nc: d: e')).toBe(
      'error converting YAML to JSON: yaml: line 3: mapping values are not allowed in this context',
    );
  });
});

describe('files that begin with a brace', () => {
  test('JSON objects with or without separators', () => {
    expect(splitDocuments(' {"a":1}{"b":2}\n{"c":3}')).toEqual([
      { text: '{"a":1}', start: 1, format: 'json' },
      { text: '{"b":2}', start: 8, format: 'json' },
      { text: '{"c":3}', start: 16, format: 'json' },
    ]);
    expect(texts('{"a":1}\n---\n{"b":2}\n')).toEqual(['{"a":1}', '---\n{"b":2}\n']);
  });

  test('flow-style YAML is read as YAML', () => {
    expect(splitDocuments('{a: 1}\n---\nb: 2')).toMatchObject([
      { text: '{a: 1}\n', format: 'yaml' },
      { text: 'b: 2', format: 'yaml' },
    ]);
    expect(words('{a: 1}\n---\nb: 2')).toBeUndefined();
  });

  test('what is neither tells the error of the JSON reader', () => {
    expect(words('{{- if .x }}\na: 1\n')).toBe(
      "json: offset 2: invalid character '{' looking for beginning of object key string",
    );
    expect(words('{"a": 1')).toBe('unexpected EOF');
    expect(words('{"é": x\n')).toBe("json: offset 8: invalid character 'x' looking for beginning of value");
  });

  test('after two JSON objects there is no YAML any more', () => {
    expect(words('{"a":1}{"b":2}\n---\n{"c":3}')).toBe("invalid character '-' in numeric literal");
  });
});

test('the parts are pieces of the file, in order, whatever the file', () => {
  const line = fc.constantFrom('---', '--- x', 'a: 1', '{"a":1}', '{', '# c', '', '\r', '\ufeff---', '---\r');
  const files = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(line).map((lines) => lines.join('\n')),
  );
  fc.assert(
    fc.property(files, (file) => {
      let behind = 0;
      for (const { text, start } of splitDocuments(file)) {
        expect(start).toBeGreaterThanOrEqual(behind);
        expect(file.slice(start, start + text.length)).toBe(text);
        behind = start + text.length;
      }
    }),
  );
});

test('a byte order mark in front of a brace is no part of the JSON', () => {
  expect(splitDocuments('\ufeff{"a": 1}')).toEqual([{ text: '{"a": 1}', start: 1, format: 'json' }]);
  const [part] = splitDocuments('\ufeff{{ .x }}');
  expect(part?.jsonError).toBe("json: offset 2: invalid character '{' looking for beginning of object key string");
});
