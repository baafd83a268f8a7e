import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/sim/api/questions.ts';
import { play } from '../../../src/sim/client/play.ts';

const verdict: Verdict = {
  probe: { from: 'pod default/client', to: 'web:80' },
  ...{ proto: 'TCP', family: 'IPv4', outcome: 'ENDPOINTS', reasons: [] },
  reached: [
    { endpoint: '10.244.1.10:80', who: 'pod default/a', share: [1, 3], outcome: 'ENDPOINTS' },
    { endpoint: '10.244.1.11:80', who: 'pod default/b', share: [1, 3], outcome: 'REFUSED' },
    { endpoint: '10.244.1.12:80', who: 'pod default/c', share: [1, 3], outcome: 'ENDPOINTS' },
  ],
};

test('the same question gives the same draws, and fewer requests are the beginning of more', () => {
  expect(play(verdict, 50)).toEqual(play(verdict, 50));
  expect(play(verdict, 10)).toEqual(play(verdict, 50).slice(0, 10));
});

test('each endpoint gets about its share', () => {
  const drawn = play(verdict, 3000);
  for (const place of [0, 1, 2]) {
    const count = drawn.filter(({ reached }) => reached === place).length;
    expect(count).toBeGreaterThan(900);
    expect(count).toBeLessThan(1100);
  }
  expect(new Set(drawn.filter(({ reached }) => reached === 1).map(({ outcome }) => outcome))).toEqual(
    new Set(['REFUSED']),
  );
});

test('with session affinity every request goes the same way', () => {
  const drawn = play({ ...verdict, affinity: { timeoutSeconds: 10800 } }, 100);
  expect(new Set(drawn.map(({ reached }) => reached)).size).toBe(1);
});

test('where nothing is reached every request ends as the verdict does', () => {
  expect(play({ ...verdict, outcome: 'DROP', reached: [] }, 2)).toEqual([{ outcome: 'DROP' }, { outcome: 'DROP' }]);
});

test('what goes to nodes without endpoints is lost', () => {
  const [first] = verdict.reached;
  const half: Verdict = {
    ...verdict,
    reached: first ? [{ ...first, share: [1, 2] }] : [],
    perNode: {
      'node-a': { outcome: 'ENDPOINTS', endpoints: ['10.244.1.10:80'] },
      'node-b': { outcome: 'DROP', endpoints: [] },
    },
  };
  const lost = play(half, 1000).filter(({ outcome }) => outcome === 'DROP').length;
  expect(lost).toBeGreaterThan(400);
  expect(lost).toBeLessThan(600);
});

test('a number of requests that makes no sense gives none', () => {
  expect([play(verdict, 0), play(verdict, -3)]).toEqual([[], []]);
});
