/** Which ports a pod's process accepts. */
import type { OwnerReference, Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { PodIntent, World } from '../api/world.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { podsIn } from '../cluster/indexes.ts';

/** The scene's `listens` for a pod: by its name, else its place among its owner's pods, else its owner; absent: all ports. */
export function portsListenedOn(cluster: Cluster, world: World, pod: Pod): PodIntent['listens'] {
  if (!Object.values(world.pods).some(({ listens }) => listens)) return undefined;
  for (const key of keysOf(cluster, pod)) {
    const listens = Object.hasOwn(world.pods, key) ? world.pods[key]?.listens : undefined;
    if (listens) return listens;
  }
  return undefined;
}

function keysOf(cluster: Cluster, pod: Pod): readonly string[] {
  const { namespace = '', name } = pod.metadata;
  const owner = ownerOf(cluster, pod);
  if (owner === undefined) return [keyOf(namespace, name)];
  const place = podsIn(cluster, namespace)
    .filter((other) => ownerOf(cluster, other) === owner)
    .indexOf(pod);
  return [keyOf(namespace, name), `${keyOf(namespace, owner)}#${place}`, keyOf(namespace, owner)];
}

/** The Deployment, or the controller without one, that made the pod. */
function ownerOf(cluster: Cluster, pod: Pod): string | undefined {
  const owner = controllerOf(pod.metadata.ownerReferences);
  if (owner?.kind !== 'ReplicaSet') return owner?.name;
  const set = get(cluster, 'replicasets', pod.metadata.namespace, owner.name);
  return controllerOf(set?.metadata.ownerReferences)?.name ?? owner.name;
}

function controllerOf(owners: readonly OwnerReference[] | undefined): OwnerReference | undefined {
  return owners?.find(({ controller }) => controller);
}
