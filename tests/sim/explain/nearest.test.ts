import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../../src/sim/explain/nearest.ts';

test.each([
  ['web', 'wbe', 1],
  ['web', 'web', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %d', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test.each([
  ['http', ['https', 'metrics'], 'https'],
  ['web', ['api', 'web-v2'], 'web-v2'],
  ['web', ['api', 'database'], undefined],
  ['external-service', ['external-servcie'], 'external-servcie'],
  ['thanos-ruler', ['thanos-query'], undefined],
  ['rook-ceph-nfs', ['rook-ceph-tools'], undefined],
  ['app.kubernetes.io/name', ['app.kubernetes.io/component', 'app.kubernetes.io/nmae'], 'app.kubernetes.io/nmae'],
  ['my-service', ['my_service'], 'my_service'],
])('%j among %j means %j', (word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant);
});
