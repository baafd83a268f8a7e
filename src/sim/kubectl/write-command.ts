/** The commands of kubectl that change the cluster, all of them. */
import type { Cluster } from '../cluster/cluster.ts';
import { fullWrites } from './full-writes.ts';
import { runWriteWith, type Applied, type WriteSurroundings } from './run-write.ts';
import type { WriteResult } from './write-context.ts';

/** True for a command that changes the cluster: its first words, without flags before them. */
export function isWriteCommand(command: string, second = ''): boolean {
  return fullWrites.has(command, second);
}

/** Runs `kubectl` with `argv`: see `runWriteWith`. */
export function runWrite(cluster: Cluster, argv: readonly string[], context: WriteSurroundings): WriteResult & Applied {
  return runWriteWith(fullWrites, cluster, argv, context);
}
