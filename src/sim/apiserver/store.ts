/** Writes into the cluster's tables, with what comes with a new object. */
import { isModelled, tableName, type ApiKind } from '../api/kinds.ts';
import type { KubeObject, ModelledResource, ModelledTables } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { Allocator } from '../allocator/allocator.ts';
import { table, withChanges, type Change, type Cluster } from '../cluster/cluster.ts';

export interface Stored {
  readonly cluster: Cluster;
  readonly changes: readonly Change[];
}

/** Puts changes into the cluster; new pods get their numbers in the order given. */
export function storeChanges(cluster: Cluster, changes: readonly Change[], allocator: Allocator): Stored {
  const made = changes.filter(({ resource, before, after }) => resource === 'pods' && after && !before);
  const numbered = made.length > 0 ? numberPods(cluster, made, allocator) : cluster;
  return { cluster: withChanges(numbered, changes), changes };
}

/**
 * Stores new objects that a controller built from checked parts, without looking at them again: one copy of the table,
 * uids where there are none, numbers for pods. An object whose name is taken is left out.
 */
export function createAll<R extends ModelledResource>(
  cluster: Cluster,
  resource: R,
  objects: readonly ModelledTables[R][],
  allocator: Allocator,
): Stored {
  const present = table(cluster, resource);
  const changes = objects.flatMap((object): Change[] => {
    const { namespace, name, uid } = object.metadata;
    const key = keyOf(namespace, name);
    if (present.has(key)) return [];
    const after = uid
      ? object
      : { ...object, metadata: { ...object.metadata, uid: allocator.uid(object.kind, namespace ?? '', name) } };
    return [{ resource, key, after }];
  });
  return storeChanges(cluster, changes, allocator);
}

/** The change that puts `after` in the place of `before`. */
export function changeOf(kind: ApiKind, before: KubeObject | undefined, after: KubeObject | undefined): Change {
  const { namespace, name } = (after ?? before)?.metadata ?? { name: '' };
  const resource = isModelled(kind) ? kind.plural : tableName(kind);
  return { resource, key: keyOf(namespace, name), ...(before && { before }), ...(after && { after }) };
}

function numberPods(cluster: Cluster, made: readonly Change[], allocator: Allocator): Cluster {
  const podNumbers = new Map(cluster.podNumbers);
  let { nextPodNumber } = cluster;
  for (const { key, after } of made) {
    const { namespace = '', name = '' } = after?.metadata ?? {};
    const number = allocator.podNumber(namespace, name) ?? nextPodNumber;
    podNumbers.set(key, number);
    nextPodNumber = Math.max(nextPodNumber, number + 1);
  }
  return { ...cluster, podNumbers, nextPodNumber };
}
