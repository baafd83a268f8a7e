import { expect, test } from 'vitest';
import { unpack } from './unpack.ts';

const packed = {
  $table: {
    order: ['["ip"]', '["targetRef","kind"]', '["targetRef","name"]'],
    const: { '["targetRef","kind"]': 'Pod' },
    cols: ['["ip"]', '["targetRef","name"]'],
    rows: [
      ['10.244.1.10', 'web-0'],
      ['10.244.1.11', 'web-1'],
    ],
  },
};
const plain = [
  { ip: '10.244.1.10', targetRef: { kind: 'Pod', name: 'web-0' } },
  { ip: '10.244.1.11', targetRef: { kind: 'Pod', name: 'web-1' } },
];

test('a packed list becomes the list it stands for, at any depth', () => {
  expect(unpack(packed)).toEqual(plain);
  expect(unpack({ subsets: [{ addresses: packed, ports: [] }] })).toEqual({
    subsets: [{ addresses: plain, ports: [] }],
  });
});

test('values of a packed list may be lists, empty maps, null and packed lists', () => {
  const table = {
    $table: { order: ['["a"]', '["b"]'], const: { '["b"]': {} }, cols: ['["a"]'], rows: [[[1, 2]], [null], [packed]] },
  };
  expect(unpack(table)).toEqual([
    { a: [1, 2], b: {} },
    { a: null, b: {} },
    { a: plain, b: {} },
  ]);
});

test('a key called __proto__ stays a key', () => {
  const value = unpack(JSON.parse('{"__proto__": {"a": 1}}'));
  expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1}}');
});
