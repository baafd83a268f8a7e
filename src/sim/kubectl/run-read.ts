/** The commands of kubectl that only read: their flow, with the printers that a door passes in. */
import type { CommandResult } from '../api/command-result.ts';
import { goQuote } from '../api/go-text.ts';
import { describe } from './describe.ts';
import { get } from './get.ts';
import type { Printers } from './printers.ts';
import { readReadArgs } from './read-args.ts';
import type { Answer, ReadOptions } from './read-answer.ts';
import type { ReadState } from './select-objects.ts';
import { verbFirst } from './verb-first.ts';

const tenSeconds: ReadOptions = { ages: () => '10s' };

/** True for a command that `runReadWith` answers: its first words, without flags before them. */
export function isReadIn({ commands }: Printers, command: string, second = ''): boolean {
  if (command === 'rollout') return commands.has(command) && (second === 'status' || second === 'history');
  return command === 'get' || command === 'describe' || commands.has(command);
}

/**
 * What `kubectl` prints for `argv` (the words after `kubectl`): exit code 1 and a text on stderr for everything kubectl refuses.
 * Every age is `10s` unless `options` says otherwise.
 */
export function runReadWith(
  printers: Printers,
  state: ReadState,
  argv: readonly string[],
  options: Partial<ReadOptions> = {},
): CommandResult & Answer {
  const [verb = '', ...words] = verbFirst(argv);
  const all = { ...tenSeconds, ...options };
  const run = printers.commands.get(verb);
  const answer =
    verb === 'get' || verb === 'describe'
      ? read(verb, state, words, all, printers)
      : run
        ? run(state, words, all)
        : { stdout: '', stderr: `error: unknown command ${goQuote(verb)} for "kubectl"\n`, code: 1 };
  return { command: ['kubectl', ...argv].join(' '), ...answer };
}

function read(
  verb: 'get' | 'describe',
  state: ReadState,
  words: readonly string[],
  options: ReadOptions,
  printers: Printers,
): Answer {
  const args = readReadArgs(verb, words);
  if (!args.ok) return { stdout: '', stderr: `error: ${args.error}\n`, code: 1 };
  if (verb === 'describe') return describe(state, args, options, printers);
  const answer = get(state, args, options, printers);
  return args.watch && answer.code === 0 ? { ...answer, watching: true } : answer;
}
