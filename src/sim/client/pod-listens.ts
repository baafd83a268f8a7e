/** Which ports a pod's process accepts. */
import type { Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { PodIntent, World } from '../api/world.ts';
import type { Cluster } from '../cluster/cluster.ts';

const declared = new WeakMap<World['pods'], ReadonlyMap<string, PodIntent['listens']>>();

/** The scene's `listens` for a pod: by its name, else its number among its owner's pods, else its owner; undefined: all ports. */
export function portsListenedOn(cluster: Cluster, { pods }: World, pod: Pod): PodIntent['listens'] {
  let index = declared.get(pods);
  if (!index) {
    const entries = Object.entries(pods).filter(([, { listens }]) => listens);
    declared.set(pods, (index = new Map(entries.map(([key, { listens }]) => [key, listens]))));
  }
  if (index.size === 0) return undefined;
  const key = keyOf(pod.metadata.namespace, pod.metadata.name);
  const replica = cluster.kubelet?.replicas.get(`${pod.metadata.uid ?? ''} ${key}`);
  const owner = replica?.slice(0, replica.lastIndexOf('#'));
  return index.get(key) ?? index.get(replica ?? '') ?? index.get(owner ?? '');
}
