/** The commands of kubectl that only read, all of them. */
import type { CommandResult } from '../api/command-result.ts';
import { fullPrinters } from './full-printers.ts';
import type { Answer, ReadOptions } from './read-answer.ts';
import { runReadWith } from './run-read.ts';
import type { ReadState } from './select-objects.ts';

/** What `kubectl` prints for `argv`: see `runReadWith`. */
export function runRead(
  state: ReadState,
  argv: readonly string[],
  options: Partial<ReadOptions> = {},
): CommandResult & Answer {
  return runReadWith(fullPrinters, state, argv, options);
}
