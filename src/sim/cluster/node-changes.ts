/** Nodes as a world declares them, against those of a cluster. */
import { keyOf } from '../api/refs.ts';
import type { World } from '../api/world.ts';
import { table, type Change, type Cluster } from './cluster.ts';
import { nodeObject } from './default-cluster.ts';

/** The changes that make the cluster's nodes those of the world: new ones, gone ones, and those whose zone or readiness differs. */
export function nodeChanges(cluster: Cluster, world: World): readonly Change[] {
  const nodes = table(cluster, 'nodes');
  const changes: Change[] = [];
  for (const [place, [name, intent]] of Object.entries(world.nodes).entries()) {
    const key = keyOf(undefined, name);
    const before = nodes.get(key);
    const wanted = nodeObject(name, intent, place);
    const after =
      before?.metadata.uid === undefined
        ? wanted
        : { ...wanted, metadata: { ...wanted.metadata, uid: before.metadata.uid } };
    if (!before) changes.push({ resource: 'nodes', key, after });
    else if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ resource: 'nodes', key, before, after });
  }
  for (const [key, before] of nodes)
    if (!Object.hasOwn(world.nodes, key)) changes.push({ resource: 'nodes', key, before });
  return changes;
}
