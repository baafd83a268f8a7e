import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConformanceReport } from '../../src/lessons/conformance-report.ts';
import { readCoverage } from '../../src/lessons/coverage.ts';
import { readGlossary } from '../../src/lessons/glossary.ts';
import { kubectl, simulate } from '../../src/sim/index.ts';

const topics = readCoverage().groups.flatMap((group) => group.topics);

test('every simplification in the code is told on the page, and no other', () => {
  const simplified = globSync('src/sim/**/*.ts').filter((file) => /\bSimplified: /.test(readFileSync(file, 'utf8')));
  expect(topics.flatMap(({ code }) => code).sort()).toEqual(simplified.sort());
});

describe('commands of kubectl are there, or not, as the page says', () => {
  const [state] = simulate('').states;
  const commands = topics.flatMap((topic) => topic.commands.map((command) => [command, topic] as const));
  test.each(commands)('%s', (command, topic) => {
    if (!state) throw new Error('no state');
    const { stderr } = kubectl(state, [command, 'status']);
    const refusals = [`unknown command "${command}"`, `kubectl ${command} is not part of the simulation`];
    const known = !refusals.some((words) => stderr.includes(words));
    expect(known).toBe(topic.is === 'simulated');
    expect(topic.en).toMatch(new RegExp(`\\b${command}\\b`));
    expect(topic['zh-cn']).toMatch(new RegExp(`\\b${command}\\b`));
  });
});

test('no topic stands twice', () => {
  const names = topics.map(({ topic }) => topic.en);
  expect(new Set(names).size).toBe(names.length);
});

test('every anchor of the glossary stands once, and no term has two lines', () => {
  const { groups } = readGlossary();
  const ids = groups.flatMap(({ id, terms }) => [`${id}-words`, ...terms.map((term) => term.id)]);
  const words = groups.flatMap(({ terms }) => terms.map(({ term }) => term.en));
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(words).size).toBe(words.length);
});

test('the report has words in both languages for every topic and exception', () => {
  const { topics: reported, exceptions } = readConformanceReport();
  expect(reported.length).toBeGreaterThan(20);
  for (const { reason } of exceptions) expect(reason['zh-cn']).toMatch(/\p{Script=Han}/u);
});
