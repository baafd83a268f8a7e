/** The commands of kubectl that only read: one door for all of them. */
import type { CommandResult } from '../api/command-result.ts';
import { goQuote } from '../api/go-text.ts';
import { apiResources, apiVersions, version } from './api-lists.ts';
import { describe } from './describe.ts';
import { explain } from './explain.ts';
import { get } from './get.ts';
import { readReadArgs } from './read-args.ts';
import type { Answer, ReadOptions } from './read-answer.ts';
import { viewRollout } from './rollout-view.ts';
import type { ReadState } from './select-objects.ts';
import { verbFirst } from './verb-first.ts';
import { wait } from './wait.ts';

const tenSeconds: ReadOptions = { ages: () => '10s' };

type Read = (state: ReadState, words: readonly string[], options: ReadOptions) => Answer;

const commands: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['get', (state, words, options) => read('get', state, words, options)],
  ['describe', (state, words, options) => read('describe', state, words, options)],
  ['explain', (_, words, { descriptions }) => explain(words, descriptions)],
  ['rollout', ({ cluster }, words) => viewRollout(cluster, words)],
  ['wait', ({ cluster }, words) => wait(cluster, words)],
  ['api-resources', (_, words) => apiResources(words)],
  ['api-versions', () => apiVersions()],
  ['version', (_, words) => version(words)],
]);

/** True for a command that `runRead` answers: its first words, without flags before them. */
export function isReadCommand(command: string, second = ''): boolean {
  return command === 'rollout' ? second === 'status' || second === 'history' : commands.has(command);
}

/**
 * What `kubectl` prints for `argv` (the words after `kubectl`): exit code 1 and a text on stderr for everything kubectl refuses.
 * Every age is `10s` unless `options` says otherwise.
 */
export function runRead(
  state: ReadState,
  argv: readonly string[],
  options: Partial<ReadOptions> = {},
): CommandResult & Answer {
  const [verb = '', ...words] = verbFirst(argv);
  const run = commands.get(verb);
  const answer = run
    ? run(state, words, { ...tenSeconds, ...options })
    : { stdout: '', stderr: `error: unknown command ${goQuote(verb)} for "kubectl"\n`, code: 1 };
  return { command: ['kubectl', ...argv].join(' '), ...answer };
}

function read(verb: 'get' | 'describe', state: ReadState, words: readonly string[], options: ReadOptions): Answer {
  const args = readReadArgs(verb, words);
  if (!args.ok) return { stdout: '', stderr: `error: ${args.error}\n`, code: 1 };
  if (verb === 'describe') return describe(state, args, options);
  const answer = get(state, args, options);
  return args.watch && answer.code === 0 ? { ...answer, watching: true } : answer;
}
