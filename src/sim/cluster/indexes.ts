/** Look-ups on a table by something other than its key; built once per table value and kept with it. */
import type { EndpointSlice, KubeObject, Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { table, type Cluster, type Table } from './cluster.ts';

const serviceNameLabel = 'kubernetes.io/service-name';
const slicesByService = new WeakMap<Table<EndpointSlice>, ReadonlyMap<string, readonly EndpointSlice[]>>();
const podsByNamespace = new WeakMap<Table<Pod>, ReadonlyMap<string, readonly Pod[]>>();
const podsByIP = new WeakMap<Table<Pod>, ReadonlyMap<string, Pod>>();

/** Slices labelled for a Service (whoever wrote them, whether the Service exists or not), in order of creation. */
export function slicesOf(cluster: Cluster, namespace: string, service: string): readonly EndpointSlice[] {
  const slices = table(cluster, 'endpointslices');
  let index = slicesByService.get(slices);
  if (!index)
    slicesByService.set(
      slices,
      (index = groupBy(slices, (s) => keyOf(s.metadata.namespace, s.metadata.labels?.[serviceNameLabel] ?? ''))),
    );
  return index.get(keyOf(namespace, service)) ?? [];
}

/** Pods of a namespace in order of creation. */
export function podsIn(cluster: Cluster, namespace: string): readonly Pod[] {
  const pods = table(cluster, 'pods');
  let index = podsByNamespace.get(pods);
  if (!index) podsByNamespace.set(pods, (index = groupBy(pods, (p) => p.metadata.namespace ?? '')));
  return index.get(namespace) ?? [];
}

/** The pod that has an address, or undefined. Pods on the host network are not found by it. */
export function podWithIP(cluster: Cluster, ip: string): Pod | undefined {
  const pods = table(cluster, 'pods');
  let index = podsByIP.get(pods);
  if (!index) {
    const byIP = new Map<string, Pod>();
    for (const pod of pods.values()) for (const { ip: address } of pod.status.podIPs ?? []) byIP.set(address, pod);
    podsByIP.set(pods, (index = byIP));
  }
  return index.get(ip);
}

function groupBy<T extends KubeObject>(
  items: Table<T>,
  keyOfItem: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items.values()) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
