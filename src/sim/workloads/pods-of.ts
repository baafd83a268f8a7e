/** Pods by the controller that owns them. */
import type { KubeObject, Pod } from '../api/objects.ts';
import { table, type Change, type Cluster, type Table } from '../cluster/cluster.ts';
import { isPodReady, isPodTerminal } from '../api/endpoints/pod-to-endpoint.ts';

const byOwner = new WeakMap<Table<Pod>, ReadonlyMap<string, readonly Pod[]>>();

/** uid of the controlling owner, or undefined. */
export function controllerUid(object: KubeObject): string | undefined {
  return object.metadata.ownerReferences?.find((owner) => owner.controller)?.uid;
}

/** Pods a workload controls, in order of creation. */
export function podsOf(cluster: Cluster, { metadata: { uid } }: KubeObject): readonly Pod[] {
  return uid ? podsOwnedBy(cluster, uid) : [];
}

/** Pods that nothing controls, in order of creation. */
export function orphansIn(cluster: Cluster, namespace: string): readonly Pod[] {
  return podsOwnedBy(cluster, '').filter(({ metadata }) => metadata.namespace === namespace);
}

/** "" for those of nobody. */
function podsOwnedBy(cluster: Cluster, uid: string): readonly Pod[] {
  const pods = table(cluster, 'pods');
  let index = byOwner.get(pods);
  if (!index) byOwner.set(pods, (index = Map.groupBy(pods.values(), (pod) => controllerUid(pod) ?? '')));
  return index.get(uid) ?? [];
}

/** Neither finished nor being deleted. Models pkg/controller IsPodActive, v1.36. */
export function isPodActive(pod: Pod): boolean {
  return !isPodTerminal(pod) && pod.metadata.deletionTimestamp === undefined;
}

/** Running with condition Ready True. */
export function isRunningAndReady(pod: Pod): boolean {
  return pod.status.phase === 'Running' && isPodReady(pod);
}

/** True when a pod came or changed that no controller owns: some may want to take it in. */
export function someAreOrphans(changes: readonly Change[]): boolean {
  return changes.some(({ resource, after }) => resource === 'pods' && after && !controllerUid(after));
}

/** uids of the controllers of all pods changed, before and after. */
export function ownersOfPodChanges(changes: readonly Change[]): ReadonlySet<string> {
  const uids = new Set<string>();
  for (const { resource, before, after } of changes) {
    if (resource !== 'pods') continue;
    for (const pod of [before, after]) {
      const uid = pod && controllerUid(pod);
      if (uid) uids.add(uid);
    }
  }
  return uids;
}
