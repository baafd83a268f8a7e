import { expect, test } from 'vitest';
import { fillSlices } from '../../../../src/sim/api/endpoints/slice-filling.ts';
import type { Endpoint, EndpointSlice } from '../../../../src/sim/api/objects.ts';

const endpoints = (from: number, to: number, ready = true): Endpoint[] =>
  Array.from({ length: to - from }, (_, i) => ({
    addresses: [`10.0.${String(Math.floor((from + i) / 250))}.${String((from + i) % 250)}`],
    conditions: { ready },
  }));
const slice = (name: string, content: Endpoint[]): EndpointSlice => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name, namespace: 'default' },
  addressType: 'IPv4',
  endpoints: content,
  ports: [],
});
const changed = (a: Endpoint, b: Endpoint): boolean => a.conditions?.ready !== b.conditions?.ready;
const sizes = (existing: EndpointSlice[], desired: Endpoint[], relabelled = false) => {
  const { updated, emptied, created } = fillSlices(existing, desired, changed, () => relabelled);
  return {
    updated: Object.fromEntries([...updated].map(([{ metadata }, content]) => [metadata.name, content.length])),
    emptied: emptied.map(({ metadata }) => metadata.name),
    created: created.map((content) => content.length),
  };
};

test('without slices, new ones of 100 are made', () => {
  expect(sizes([], endpoints(0, 250)).created).toEqual([100, 100, 50]);
  expect(sizes([], endpoints(0, 100)).created).toEqual([100]);
});

test('one more than a full slice goes into a second', () => {
  expect(sizes([slice('a', endpoints(0, 100))], endpoints(0, 101))).toEqual({ updated: {}, emptied: [], created: [1] });
});

test('slices that change anyway are filled first, the fullest before the others', () => {
  const existing = [slice('a', endpoints(0, 40)), slice('b', endpoints(40, 130)), slice('c', endpoints(130, 180))];
  const desired = [...endpoints(1, 40), ...endpoints(41, 130), ...endpoints(130, 180), ...endpoints(180, 195)];
  expect(sizes(existing, desired)).toEqual({ updated: { a: 43, b: 100 }, emptied: [], created: [] });
});

test('else one unchanged slice takes all of the rest, the one with the least room', () => {
  const existing = [slice('a', endpoints(0, 40)), slice('b', endpoints(40, 120))];
  expect(sizes(existing, endpoints(0, 130))).toEqual({ updated: { b: 90 }, emptied: [], created: [] });
  expect(sizes(existing, endpoints(0, 200))).toEqual({ updated: {}, emptied: [], created: [80] });
});

test('slices are not merged when they shrink, and go when they are empty', () => {
  const existing = [slice('a', endpoints(0, 100)), slice('b', endpoints(100, 200)), slice('c', endpoints(200, 250))];
  expect(sizes(existing, [...endpoints(0, 10), ...endpoints(100, 110)])).toEqual({
    updated: { a: 10, b: 10 },
    emptied: ['c'],
    created: [],
  });
});

test('a changed entry is rewritten in its place, and other labels rewrite the slice', () => {
  const existing = [slice('a', endpoints(0, 3))];
  expect(sizes(existing, endpoints(0, 3, false)).updated).toEqual({ a: 3 });
  expect(sizes(existing, endpoints(0, 3)).updated).toEqual({});
  expect(sizes(existing, endpoints(0, 3), true).updated).toEqual({ a: 3 });
});
