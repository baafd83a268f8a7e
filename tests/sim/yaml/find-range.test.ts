import { describe, expect, test } from 'vitest';
import { pathAt, rangeOf } from '../../../src/sim/yaml/find-range.ts';
import { readDocument } from '../../../src/sim/yaml/read-document.ts';

const text = `apiVersion: v1
metadata:
  name: web
  annotations:
    a.b/c: "x"
  labels: &l {app: web, y: a}
spec:
  selector:
    <<: *l
  ports:
  - port: 80
    name: http
  - port:
  empty:
`;
const document = readDocument(text);
const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe('from a field path to its place', () => {
  test.each([
    ['metadata.name', 'name', 'web'],
    ['spec.ports[0].name', 'name', 'http'],
    ['metadata.labels[app]', 'app', 'web'],
    ['metadata.labels.app', 'app', 'web'],
    ['metadata.labels[true]', 'y', 'a'],
    ['metadata.annotations[a.b/c]', 'a.b/c', '"x"'],
    ['metadata.annotations.a.b/c', 'a.b/c', '"x"'],
    ['spec.selector.app', 'app', 'web'],
    ['spec.ports[1].port', 'port', ''],
    ['spec.ports[0]', 'port', 'port: 80\n    name: http'],
    ['spec.empty', 'empty', ''],
  ])('%s', (path, key, value) => {
    const found = rangeOf(document, path);
    expect([found.exact, cut(found.key), cut(found.value)]).toEqual([true, key, value]);
  });

  test.each([
    ['spec.ports[1].name', 'spec.ports[1]', 'port'],
    ['spec.ports[7].name', 'spec.ports', 'ports'],
    ['spec.type', 'spec', 'spec'],
    ['metadata.name.x', 'metadata.name', 'name'],
    ['status.x', '', 'apiVersion'],
    ['', '', 'apiVersion'],
  ])('%s is not there: %s', (path, nearest, key) => {
    const found = rangeOf(document, path);
    expect([found.path, cut(found.key), found.exact]).toEqual([nearest, key, path === '']);
  });

  test('of equal keys the last one is meant', () => {
    const twice = readDocument('a: 1\na: 2');
    expect(rangeOf(twice, 'a').value).toEqual({ start: 8, end: 9 });
  });

  test('a document with a syntax error has no places but itself', () => {
    expect(rangeOf(readDocument('a: b: c'), 'a')).toMatchObject({ exact: false, value: { start: 0, end: 7 } });
  });
});

describe('from a place to its field path', () => {
  test.each([
    ['web\n', 'metadata.name'],
    ['name: http', 'spec.ports[0].name'],
    ['http', 'spec.ports[0].name'],
    ['"x"', 'metadata.annotations[a.b/c]'],
    ['app: web', 'metadata.labels.app'],
    ['y: a', 'metadata.labels.true'],
    ['ports:', 'spec.ports'],
    ['empty', 'spec.empty'],
  ])('at %j', (place, path) => {
    expect(pathAt(document, text.indexOf(place))).toBe(path);
  });

  test('behind everything and before everything', () => {
    expect(pathAt(document, text.length + 10)).toBe('');
    expect(pathAt(readDocument('# c\na: 1'), 0)).toBe('');
    expect(pathAt(readDocument(''), 0)).toBe('');
  });
});

test('each of a thousand addresses is found', () => {
  const addresses = Array.from({ length: 1000 }, (_, i) => `  - ip: 10.0.${i >> 8}.${i & 255}\n`).join('');
  const long = readDocument(`subsets:\n- addresses:\n${addresses}`);
  for (let i = 0; i < 1000; i += 1) expect(rangeOf(long, `subsets[0].addresses[${i}].ip`).exact).toBe(true);
});

test.each(['a: |\n  x', 'a: |+\n  x\n ', '|\n  ', 'a: "x"', 'a: >-\n  x\n\n  '])(
  'a place ends with the text: %j',
  (unended) => {
    const read = readDocument(unended);
    for (const path of ['', 'a']) {
      const { key, value } = rangeOf(read, path);
      expect(Math.max(key.end, value.end)).toBeLessThanOrEqual(unended.length);
    }
  },
);
