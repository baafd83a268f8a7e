/** Every command that changes the cluster. */
import { coreWrites } from './core-writes.ts';
import { runCreate } from './create.ts';
import { runExpose } from './expose.ts';
import { fullPrinters } from './full-printers.ts';
import { printWritten } from './get-output.ts';
import { applyJsonPatch } from './json-patch.ts';
import { runLabel } from './label.ts';
import { leftOut } from './left-out.ts';
import { runReplace } from './replace.ts';
import { rolloutWrites, runRollout } from './rollout.ts';
import { runPod } from './run-pod.ts';
import type { WriteCommand, Writes } from './run-write.ts';
import { findListFault } from './validate-list.ts';
import { runScale } from './scale.ts';
import { runSet } from './set.ts';
import { selectTargets } from './targets.ts';

const commands: ReadonlyMap<string, WriteCommand> = new Map<string, WriteCommand>([
  ...coreWrites.commands,
  ['create', runCreate],
  ['expose', runExpose],
  ['label', (cluster, argv, context) => runLabel(cluster, 'label', argv, context)],
  ['annotate', (cluster, argv, context) => runLabel(cluster, 'annotate', argv, context)],
  ['replace', runReplace],
  ['rollout', runRollout],
  ['run', runPod],
  ['scale', runScale],
  ['set', runSet],
]);

export const fullWrites: Writes = {
  commands,
  has: (command, second = '') => (command === 'rollout' ? rolloutWrites.has(second) : commands.has(command)),
  leftOut,
  parts: {
    print: (output, value) => printWritten(fullPrinters.formats, output, value),
    select: selectTargets,
    checkList: findListFault,
    jsonPatch: applyJsonPatch,
  },
};
