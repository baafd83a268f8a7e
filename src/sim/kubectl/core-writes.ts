/** The commands that the steps of a scene without workloads stand for. */
import { runApply } from './apply.ts';
import { noCommandParts } from './command-parts.ts';
import { runDelete } from './delete.ts';
import { runPatch } from './patch.ts';
import type { WriteCommand, Writes } from './run-write.ts';

const commands: ReadonlyMap<string, WriteCommand> = new Map<string, WriteCommand>([
  ['apply', runApply],
  ['delete', runDelete],
  ['patch', runPatch],
]);

export const coreWrites: Writes = {
  commands,
  has: (command) => commands.has(command),
  leftOut: () => undefined,
  parts: noCommandParts,
};
