/** Pods whose node is gone. */
import { anyTable, byTable, table, type Change, type Cluster } from '../../cluster/cluster.ts';

/**
 * Deletes the pods of nodes that were deleted. A node that never was may still come: its pods are left alone.
 * Models pkg/controller/podgc gcOrphaned, v1.36.
 */
export function collectOrphanedPods(cluster: Cluster, changes: readonly Change[]): readonly Change[] {
  const nodes = anyTable(cluster, 'nodes');
  const gone = new Set<string>();
  for (const { key, after } of byTable(changes).get('nodes') ?? []) if (!after && !nodes.has(key)) gone.add(key);
  if (gone.size === 0) return [];
  const orphans = [...table(cluster, 'pods')].filter(([, { spec }]) => gone.has(spec.nodeName ?? ''));
  return orphans.map(([key, before]) => ({ resource: 'pods', key, before }));
}
