import { expect, test } from 'vitest';
import { nearestTerms } from '../../src/search/nearest-terms.ts';

const terms = [
  { en: 'selector', zh: '选择器' },
  { en: 'session affinity', zh: '会话亲和性' },
  { en: 'A, AAAA record', zh: 'A、AAAA 记录' },
];

test.each([
  ['a mistyped English word', 'selectro', 'selector'],
  ['a Chinese word with another ending', '选择子', 'selector'],
  ['part of a phrase', '亲和', 'session affinity'],
])('%s', (_, words, found) => {
  expect(nearestTerms(words, terms)[0]?.en).toBe(found);
});

test('what has nothing in common is not offered', () => {
  expect(nearestTerms('xyz', terms)).toEqual([]);
  expect(nearestTerms('', terms)).toEqual([]);
});
