/** What goes with an owner: dependents named by owner reference, and everything in a deleted namespace. */
import type { ClusterEvent } from '../../api/events.ts';
import type { KubeObject, Namespace } from '../../api/objects.ts';
import { anyTable, byTable, type Change, type Cluster } from '../../cluster/cluster.ts';

/** Kinds that own objects, by table, with the tables their dependents are in. */
const dependents: Readonly<Record<string, readonly string[]>> = {
  services: ['endpointslices'],
  endpoints: ['endpointslices'],
  deployments: ['replicasets'],
  replicasets: ['pods'],
  statefulsets: ['pods', 'controllerrevisions.apps'],
  daemonsets: ['pods', 'controllerrevisions.apps'],
  jobs: ['pods'],
};

/**
 * Deletes objects whose owner was deleted (background cascade) and the content of deleted namespaces.
 * Only owners that went just now count here.
 * Models pkg/controller/garbagecollector and pkg/controller/namespace, v1.36.
 */
export function collectGarbage(cluster: Cluster, changes: readonly Change[]): readonly Change[] {
  const collected = new Map<string, Change>();
  const add = (resource: string, key: string, before: KubeObject): void => {
    collected.set(`${resource} ${key}`, { resource, key, before });
  };
  for (const namespace of goneNamespaces(changes)) {
    for (const [resource, objects] of cluster.tables) {
      for (const [key, object] of objects) if (key.startsWith(`${namespace}/`)) add(resource, key, object);
    }
    const itself = anyTable(cluster, 'namespaces').get(namespace);
    if (itself) add('namespaces', namespace, itself);
  }
  for (const [resource, owners] of goneOwners(cluster, changes)) {
    for (const table of dependents[resource] ?? []) {
      for (const [key, object] of anyTable(cluster, table)) if (ownedByOneOf(object, owners)) add(table, key, object);
    }
  }
  return [...collected.values()];
}

/** Events without those of deleted namespaces. */
export function forgetEvents(events: readonly ClusterEvent[], changes: readonly Change[]): readonly ClusterEvent[] {
  const gone = goneNamespaces(changes);
  return gone.size === 0 ? events : events.filter(({ object }) => !gone.has(object.split('/').at(-2) ?? ''));
}

function goneNamespaces(changes: readonly Change[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { key, after } of byTable(changes).get('namespaces') ?? []) {
    if (!after || (after as Namespace).metadata.deletionTimestamp !== undefined) names.add(key);
    else names.delete(key);
  }
  return names;
}

function goneOwners(cluster: Cluster, changes: readonly Change[]): ReadonlyMap<string, ReadonlySet<string>> {
  const gone = new Map<string, Set<string>>();
  const owners = [...byTable(changes)].flatMap(([resource, ofTable]) =>
    Object.hasOwn(dependents, resource) ? ofTable : [],
  );
  for (const { resource, key, before, after } of owners) {
    const uid = before?.metadata.uid;
    if (after || !uid) continue;
    // Made anew under the same uid within these changes: still there.
    if (anyTable(cluster, resource).get(key)?.metadata.uid === uid) continue;
    const uids = gone.get(resource);
    if (uids) uids.add(uid);
    else gone.set(resource, new Set([uid]));
  }
  return gone;
}

function ownedByOneOf(object: KubeObject, uids: ReadonlySet<string>): boolean {
  return object.metadata.ownerReferences?.some(({ uid }) => uids.has(uid)) ?? false;
}
