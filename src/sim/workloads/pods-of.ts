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
export function podsOf(cluster: Cluster, owner: KubeObject): readonly Pod[] {
  const pods = table(cluster, 'pods');
  let index = byOwner.get(pods);
  if (!index) byOwner.set(pods, (index = Map.groupBy(pods.values(), (pod) => controllerUid(pod) ?? '')));
  return (owner.metadata.uid && index.get(owner.metadata.uid)) || [];
}

/** Neither finished nor being deleted. Models pkg/controller IsPodActive, v1.36. */
export function isPodActive(pod: Pod): boolean {
  return !isPodTerminal(pod) && pod.metadata.deletionTimestamp === undefined;
}

/** Running with condition Ready True. */
export function isRunningAndReady(pod: Pod): boolean {
  return pod.status.phase === 'Running' && isPodReady(pod);
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
