import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AspectResult, CaseResult } from './check-case.ts';
import { readExceptions } from './claims.ts';
import { type Aspect, aspects } from './compare/compare.ts';
import { brokenClaims, summarize } from './summary.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exceptions-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(yaml: string): ReturnType<typeof readExceptions> {
  writeFileSync(join(folder, 'a.yaml'), yaml);
  return readExceptions(folder, ['articles']);
}

test('an exception names a case, an aspect and a reason', () => {
  expect(
    read('- {case: articles/01-a, aspect: dns, reason: The real answer depends on a race of two watches.}'),
  ).toEqual([{ case: 'articles/01-a', aspect: 'dns', reason: 'The real answer depends on a race of two watches.' }]);
});

test.each([
  ['without a reason', '- {case: articles/01-a, aspect: dns}', /a reason/],
  [
    'with an unknown aspect',
    '- {case: articles/01-a, aspect: taste, reason: Because it is like that here.}',
    /aspect: one of/,
  ],
  [
    'for a topic that is not claimed',
    '- {case: large/01-a, aspect: dns, reason: Because it is like that here.}',
    /claimed topic/,
  ],
  ['that is no list', 'case: articles/01-a', /wanted a list/],
])('an exception %s stops the run', (_, yaml, message) => {
  expect(() => read(yaml)).toThrow(message);
});

function result(id: string, wrong: Partial<Record<Aspect, AspectResult>>, errors: readonly string[] = []): CaseResult {
  const all = Object.fromEntries(aspects.map((aspect) => [aspect, wrong[aspect] ?? 'right'])) as CaseResult['aspects'];
  const texts = { equal: 1, total: 2 };
  const passed = errors.length === 0 && !Object.values(all).includes('wrong');
  return { id, aspects: all, passed, texts, singleSliceTexts: texts, differences: {}, errors };
}

test('a claimed case that is wrong or threw breaks the promise; others do not', () => {
  const results = [
    result('articles/01-a', { dns: 'wrong' }),
    result('articles/02-b', {}, ['Error: x']),
    result('large/01-c', { dns: 'wrong' }),
  ];
  expect(brokenClaims(results, ['articles'], [])).toEqual(['articles/01-a: dns is wrong', 'articles/02-b: threw']);
});

test('an exception covers its own aspect, and must go when it is needed no more', () => {
  const exception = { case: 'articles/01-a', aspect: 'dns', reason: 'x' } as const;
  expect(brokenClaims([result('articles/01-a', { dns: 'wrong' })], ['articles'], [exception])).toEqual([]);
  expect(brokenClaims([result('articles/01-a', {})], ['articles'], [exception])).toHaveLength(1);
});

test('aspects that were not asked are in no total', () => {
  const summary = summarize([result('a/1', { events: 'not asked' }), result('a/2', { events: 'wrong' })]);
  expect(summary.aspects.events).toEqual({ passed: 0, total: 1 });
  expect(summary.cases).toEqual({ passed: 1, total: 2 });
  expect(summary.texts).toEqual({ equal: 2, total: 4 });
});
