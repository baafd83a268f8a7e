/** `npm run conformance`: runs recorded scenes and compares what the engine says with what a real cluster answered. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, listScenes } from './answers.ts';
import { ArgumentError, existingFolder, parseArguments, runMain } from './arguments.ts';
import { type CaseResult, checkCase } from './check-case.ts';
import { claimedTopics, readExceptions } from './claims.ts';
import { printDifferences, printTable } from './report.ts';
import { savedFile, savedReport } from './saved-report.ts';
import { brokenClaims, summarize, summarizeTopics, topicOf } from './summary.ts';

const usage = `usage: npm run conformance -- [--dir DIR] [--topic T]... [--case TOPIC/ID]... [--diff] [--json] [--save]
  --dir DIR   a folder with scenes/ and answers/ (default: the project's own)
  --topic T   only this topic          --case ID   only this case
  --diff      what differs             --json      JSON alone on standard output
  --save      writes content/conformance.json (only for all cases of the project's own folder)`;

runMain('conformance', usage, () => {
  const options = parseArguments(process.argv.slice(2), {
    dir: { type: 'string' },
    topic: { type: 'string', multiple: true },
    case: { type: 'string', multiple: true },
    diff: { type: 'boolean' },
    json: { type: 'boolean' },
    save: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const { topic: topics = [], case: ids = [] } = options;
  if (options.save && (options.dir !== undefined || topics.length + ids.length > 0)) {
    throw new ArgumentError('--save goes with neither --dir nor --topic nor --case: it records the whole corpus');
  }
  const dir = options.dir ?? corpus;
  const { chosen, unanswered } = chooseCases(dir, topics, ids);
  const results = chosen.map((id) => checkCase(dir, id));
  const claimed = claimedTopics();
  const exceptions = readExceptions();
  const broken = brokenClaims(results, claimed, exceptions);
  if (options.save) writeFileSync(savedFile, `${JSON.stringify(savedReport(results, claimed, exceptions), null, 2)}\n`);
  if (options.json)
    process.stdout.write(
      `${JSON.stringify(jsonReport(results, claimed, broken, unanswered, options.diff === true), null, 1)}\n`,
    );
  else printReport(results, claimed, broken, unanswered, options.diff === true);
  return broken.length > 0 ? 1 : 0;
});

function chooseCases(
  dir: string,
  topics: readonly string[],
  ids: readonly string[],
): { chosen: readonly string[]; unanswered: readonly string[] } {
  const scenes = listScenes(existingFolder(join(existingFolder(dir, '--dir'), 'scenes'), '--dir'));
  existingFolder(join(dir, 'answers'), '--dir');
  const known = new Set(scenes.map(topicOf));
  for (const topic of topics)
    if (!known.has(topic))
      throw new ArgumentError(`--topic: no scene of topic '${topic}'; there are ${[...known].join(', ')}`);
  for (const id of ids) if (!scenes.includes(id)) throw new ArgumentError(`--case: no scene '${id}'`);
  const wanted = scenes.filter(
    (id) => (topics.length === 0 && ids.length === 0) || topics.includes(topicOf(id)) || ids.includes(id),
  );
  const answered = (id: string): boolean => existsSync(join(dir, 'answers', `${id}.json`));
  const chosen = wanted.filter(answered);
  if (chosen.length === 0) throw new ArgumentError(`no scene with recorded answers in ${dir}`);
  return { chosen, unanswered: wanted.filter((id) => !answered(id)) };
}

function printReport(
  results: readonly CaseResult[],
  claimed: readonly string[],
  broken: readonly string[],
  unanswered: readonly string[],
  diff: boolean,
): void {
  const failed = results.filter((result) => !result.passed);
  const lines = [
    ...(diff
      ? failed.map(printDifferences)
      : failed
          .filter((result) => result.errors.length > 0)
          .map((result) => `${result.id} threw: ${result.errors[0]?.split('\n')[0]}`)),
    printTable(results, claimed),
    ...(unanswered.length > 0 ? [`without recorded answers: ${unanswered.join(', ')}`] : []),
    ...broken.map((line) => `claimed, but ${line}`),
    countLine(results, claimed, broken),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Cases of claimed topics: what this command's exit code is about. */
function countLine(results: readonly CaseResult[], claimed: readonly string[], broken: readonly string[]): string {
  const promised = results.filter((result) => claimed.includes(topicOf(result.id)));
  const failed = new Set(broken.map((line) => line.slice(0, line.indexOf(':')))).size;
  const excepted = promised.filter(
    (result) => !result.passed && !broken.some((line) => line.startsWith(`${result.id}:`)),
  ).length;
  const by = excepted > 0 ? `, ${excepted} of them by a written exception` : '';
  return `${promised.length - failed} passed, ${failed} failed, of ${promised.length} claimed cases${by}`;
}

function jsonReport(
  results: readonly CaseResult[],
  claimed: readonly string[],
  broken: readonly string[],
  unanswered: readonly string[],
  diff: boolean,
): object {
  const { cases: total, ...all } = summarize(results);
  return {
    claimed,
    broken,
    unanswered,
    all: { cases: total, ...all },
    topics: summarizeTopics(results),
    cases: results.map(({ differences, ...result }) => (diff ? { ...result, differences } : result)),
  };
}
