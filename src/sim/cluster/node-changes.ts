/** Nodes as the world declares them from now on. */
import { keyOf } from '../api/refs.ts';
import type { World } from '../api/world.ts';
import { table, type Change, type Cluster } from './cluster.ts';
import { nodeObject } from './default-cluster.ts';

/**
 * The changes that what `world` says of nodes brings, where `before` said otherwise: new ones, gone ones, and those whose zone or
 * readiness differs. Nodes of which the world says what it said stay as they are, also those it never named.
 */
export function nodeChanges(cluster: Cluster, before: World, world: World): readonly Change[] {
  if (before.nodes === world.nodes) return [];
  const nodes = table(cluster, 'nodes');
  const changes: Change[] = [];
  for (const [place, [name, intent]] of Object.entries(world.nodes).entries()) {
    if (Object.hasOwn(before.nodes, name) && JSON.stringify(before.nodes[name]) === JSON.stringify(intent)) continue;
    const key = keyOf(undefined, name);
    const present = nodes.get(key);
    const wanted = nodeObject(name, intent, place);
    const { uid } = present?.metadata ?? {};
    const after = uid === undefined ? wanted : { ...wanted, metadata: { ...wanted.metadata, uid } };
    changes.push({ resource: 'nodes', key, ...(present && { before: present }), after });
  }
  for (const name of Object.keys(before.nodes)) {
    const key = keyOf(undefined, name);
    const present = nodes.get(key);
    if (present && !Object.hasOwn(world.nodes, name)) changes.push({ resource: 'nodes', key, before: present });
  }
  return changes;
}
