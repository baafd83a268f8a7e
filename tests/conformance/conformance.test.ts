import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { corpus, listAnswers, listScenes } from './answers.ts';
import { type CaseResult, checkCase } from './check-case.ts';
import { claimedTopics, readExceptions } from './claims.ts';
import { printDifferences, printTable } from './report.ts';
import { savedFile, savedReport } from './saved-report.ts';
import { brokenClaims, topicOf } from './summary.ts';

const claimed = claimedTopics();
const exceptions = readExceptions();
const scenes = listScenes(`${corpus}/scenes`);
const results: CaseResult[] = [];

describe('claimed topics answer as the recorded cluster did', () => {
  test.each(claimed)('%s', { timeout: 60_000 }, (topic) => {
    const ids = scenes.filter((id) => topicOf(id) === topic);
    expect(ids).not.toEqual([]);
    const checked = ids.map((id) => checkCase(corpus, id));
    results.push(...checked);
    const broken = brokenClaims(checked, claimed, exceptions);
    const wrong = checked.filter((result) => broken.some((line) => line.startsWith(`${result.id}:`)));
    expect(broken, wrong.map(printDifferences).join('\n').slice(0, 4000)).toEqual([]);
  });

  test('the report that the site shows is of this code: else run `npm run conformance -- --save`', () => {
    const checked = new Set(results.map(({ id }) => id));
    const others = scenes.filter((id) => !checked.has(id)).map((id) => checkCase(corpus, id));
    const report = savedReport([...results, ...others], claimed, exceptions);
    expect(JSON.parse(readFileSync(savedFile, 'utf8'))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  afterAll(() => {
    console.log(printTable(results, claimed));
  });
});

test('every scene of the corpus has its recorded answers', () => {
  expect(listAnswers(`${corpus}/answers`)).toEqual(scenes);
});

test('the claimed topics are topics, each named once', () => {
  const topics = new Set(scenes.map(topicOf));
  expect(claimed.filter((topic) => !topics.has(topic))).toEqual([]);
  expect(new Set(claimed).size).toBe(claimed.length);
});
