/** The commands of kubectl that change the cluster: one door for all of them. */
import type { Problem } from '../api/problems.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { runApply, type DocumentOutcome } from './apply.ts';
import { runCreate } from './create.ts';
import { runDelete } from './delete.ts';
import { runExpose } from './expose.ts';
import { runLabel } from './label.ts';
import { runPatch } from './patch.ts';
import { runReplace } from './replace.ts';
import { rolloutWrites, runRollout } from './rollout.ts';
import { runPod } from './run-pod.ts';
import { runScale } from './scale.ts';
import { runSet } from './set.ts';
import { verbFirst } from './verb-first.ts';
import type { WriteContext, WriteResult } from './write-context.ts';

type Run = (cluster: Cluster, argv: readonly string[], context: WriteContext) => WriteResult & Partial<Applied>;

interface Applied {
  readonly outcomes: readonly DocumentOutcome[];
  readonly problems: readonly Problem[];
}

const commands: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['apply', runApply],
  ['create', runCreate],
  ['delete', runDelete],
  ['expose', runExpose],
  ['label', (cluster, argv, context) => runLabel(cluster, 'label', argv, context)],
  ['annotate', (cluster, argv, context) => runLabel(cluster, 'annotate', argv, context)],
  ['patch', runPatch],
  ['replace', runReplace],
  ['rollout', runRollout],
  ['run', runPod],
  ['scale', runScale],
  ['set', runSet],
]);

/** True for a command that changes the cluster: its first words, without flags before them. */
export function isWriteCommand(command: string, second = ''): boolean {
  return command === 'rollout' ? rolloutWrites.has(second) : commands.has(command);
}

/**
 * Runs `kubectl` with `argv` (the words after `kubectl`). What kubectl refuses leaves the cluster as it is, with code 1.
 * Outcomes and problems are those of an applied file; [] for other commands.
 */
export function runWrite(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult & Applied {
  const [name = '', ...rest] = verbFirst(argv);
  const run = commands.get(name);
  if (!run) {
    const stderr = `error: unknown command ${JSON.stringify(name)} for "kubectl"\n`;
    return { cluster, stdout: '', stderr, code: 1, outcomes: [], problems: [] };
  }
  return { outcomes: [], problems: [], ...run(cluster, rest, context) };
}
