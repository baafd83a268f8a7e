import { describe, expect, it } from 'vitest';
import { matchesLabels, matchesSelector } from '../../../src/sim/api/labels.ts';

const labels = { app: 'web', tier: 'front' };

describe('matchesLabels', () => {
  it.each([
    ['an empty selector matches everything', {}, labels, true],
    ['an empty selector matches no labels too', {}, undefined, true],
    ['every pair must be there', { app: 'web', tier: 'front' }, labels, true],
    ['another value does not match', { app: 'db' }, labels, false],
    ['a missing key does not match', { env: 'prod' }, labels, false],
    ['names of built-in properties are no labels', { constructor: 'x' }, labels, false],
    ['upper and lower case differ', { app: 'Web' }, labels, false],
  ])('%s', (_name, selector, of, expected) => {
    expect(matchesLabels(selector as Record<string, string>, of)).toBe(expected);
  });
});

describe('matchesSelector', () => {
  it.each([
    ['no selector matches nothing', undefined, false],
    ['an empty selector matches everything', {}, true],
    ['matchLabels', { matchLabels: { app: 'web' } }, true],
    ['In', { matchExpressions: [{ key: 'app', operator: 'In', values: ['db', 'web'] }] }, true],
    ['In without the key', { matchExpressions: [{ key: 'env', operator: 'In', values: ['prod'] }] }, false],
    ['NotIn', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, false],
    [
      'NotIn matches where the key is missing',
      { matchExpressions: [{ key: 'env', operator: 'NotIn', values: ['x'] }] },
      true,
    ],
    ['Exists', { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
    ['DoesNotExist', { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
    [
      'both parts must hold',
      { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
      false,
    ],
    ['an unknown operator matches nothing', { matchExpressions: [{ key: 'app', operator: 'Like' }] }, false],
  ])('%s', (_name, selector, expected) => {
    expect(matchesSelector(selector, labels)).toBe(expected);
  });
});
