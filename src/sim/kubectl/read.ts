/** The read commands of kubectl: one door for `get` and `describe`. */
import type { CommandResult } from '../api/command-result.ts';
import { goQuote } from '../api/go-text.ts';
import { describe } from './describe.ts';
import { get } from './get.ts';
import { readReadArgs } from './read-args.ts';
import type { Answer, ReadOptions } from './read-answer.ts';
import type { ReadState } from './select-objects.ts';
import { verbFirst } from './verb-first.ts';

const tenSeconds: ReadOptions = { ages: () => '10s' };

/** True for a command (its first word) that `runRead` answers. */
export function isReadCommand(command: string): boolean {
  return command === 'get' || command === 'describe';
}

/**
 * What `kubectl` prints for `argv` (the words after `kubectl`): exit code 1 and a text on stderr for everything kubectl refuses.
 * Every age is `10s` unless `options` says otherwise.
 */
export function runRead(state: ReadState, argv: readonly string[], options: Partial<ReadOptions> = {}): CommandResult {
  const command = ['kubectl', ...argv].join(' ');
  return { command, ...answer(state, argv, { ...tenSeconds, ...options }) };
}

function answer(state: ReadState, argv: readonly string[], options: ReadOptions): Answer {
  const [verb = '', ...words] = verbFirst(argv);
  if (verb !== 'get' && verb !== 'describe')
    return { stdout: '', stderr: `error: unknown command ${goQuote(verb)} for "kubectl"\n`, code: 1 };
  const args = readReadArgs(verb, words);
  if (!args.ok) return { stdout: '', stderr: `error: ${args.error}\n`, code: 1 };
  return verb === 'get' ? get(state, args, options) : describe(state, args, options);
}
