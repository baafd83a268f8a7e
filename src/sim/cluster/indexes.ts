/** Look-ups on a table by something other than its key; built once per table value and kept with it. */
import type { EndpointSlice, KubeObject, Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { originOf, table, type Cluster, type Table } from './cluster.ts';

const serviceNameLabel = 'kubernetes.io/service-name';
const slicesByService = new WeakMap<Table<EndpointSlice>, ReadonlyMap<string, readonly EndpointSlice[]>>();
const podsByNamespace = new WeakMap<Table<Pod>, ReadonlyMap<string, readonly Pod[]>>();
const podsByIP = new WeakMap<Table<Pod>, ReadonlyMap<string, Pod>>();

/** Slices labelled for a Service (whoever wrote them, whether the Service exists or not), in order of creation. */
export function slicesOf(cluster: Cluster, namespace: string, service: string): readonly EndpointSlice[] {
  const slices = table(cluster, 'endpointslices');
  let index = slicesByService.get(slices);
  if (!index) slicesByService.set(slices, (index = patched(slices) ?? groupBy(slices, serviceOf)));
  return index.get(keyOf(namespace, service)) ?? [];
}

function serviceOf({ metadata: { namespace, labels } }: KubeObject): string {
  return keyOf(namespace, labels?.[serviceNameLabel] ?? '');
}

/** The index of the table that this one was made from, with what was written; undefined where that is not enough. */
function patched(slices: Table<EndpointSlice>): ReadonlyMap<string, readonly EndpointSlice[]> | undefined {
  const origin = originOf(slices);
  const before = origin && slicesByService.get(origin.base as Table<EndpointSlice>);
  if (!before) return undefined;
  const index = new Map(before);
  for (const { key, after } of origin.changes) {
    const old = origin.base.get(key);
    const slice = old ?? after;
    if (!slice) continue;
    const service = serviceOf(slice);
    const group = index.get(service) ?? [];
    // One that was written twice, or changed its Service, has another place.
    if (
      (old && !group.includes(old as EndpointSlice)) ||
      (after && (slices.get(key) !== after || serviceOf(after) !== service))
    )
      return undefined;
    if (!old) index.set(service, [...group, after as EndpointSlice]);
    else
      index.set(
        service,
        group.flatMap((each) => (each === old ? ((after as EndpointSlice | undefined) ?? []) : each)),
      );
  }
  return index;
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
