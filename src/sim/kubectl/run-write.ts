/** The commands of kubectl that change the cluster: their flow, with the commands that a door passes in. */
import type { Problem } from '../api/problems.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { DocumentOutcome } from './apply.ts';
import type { CommandParts } from './command-parts.ts';
import { verbFirst } from './verb-first.ts';
import type { WriteContext, WriteResult } from './write-context.ts';

export type WriteCommand = (
  cluster: Cluster,
  argv: readonly string[],
  context: WriteContext,
) => WriteResult & Partial<Applied>;

export interface Applied {
  readonly outcomes: readonly DocumentOutcome[];
  readonly problems: readonly Problem[];
}

/** Which commands there are. */
export interface Writes {
  readonly commands: ReadonlyMap<string, WriteCommand>;
  /** True for a command that changes the cluster: its first words, without flags before them. */
  readonly has: (command: string, second?: string) => boolean;
  /** What is said of a command that is not carried out; undefined for all others. */
  readonly leftOut: (command: string, second: string) => string | undefined;
  readonly parts: CommandParts;
}

/** What a command needs besides its parts. */
export type WriteSurroundings = Omit<WriteContext, 'parts'>;

/**
 * Runs `kubectl` with `argv` (the words after `kubectl`). What kubectl refuses leaves the cluster as it is, with code 1.
 * Outcomes and problems are those of an applied file; [] for other commands.
 */
export function runWriteWith(
  { commands, parts }: Writes,
  cluster: Cluster,
  argv: readonly string[],
  context: WriteSurroundings,
): WriteResult & Applied {
  const [name = '', ...rest] = verbFirst(argv);
  const run = commands.get(name);
  if (!run) {
    const stderr = `error: unknown command ${JSON.stringify(name)} for "kubectl"\n`;
    return { cluster, stdout: '', stderr, code: 1, outcomes: [], problems: [] };
  }
  return { outcomes: [], problems: [], ...run(cluster, rest, { ...context, parts }) };
}
