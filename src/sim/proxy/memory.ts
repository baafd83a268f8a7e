/** What kube-proxy has filed: the slices it goes by, which are not always those that carry a Service's label now. */
import type { EndpointSlice } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { byTable, table, type Change, type Cluster, type Table } from '../cluster/cluster.ts';

/** Slices by Service key (`ns/service`, the label's value when it was filed) and slice name. */
export type ProxyMemory = ReadonlyMap<string, Table<EndpointSlice>>;

export const emptyMemory: ProxyMemory = new Map();

export const serviceNameLabel = 'kubernetes.io/service-name';
/** Objects that carry one of these are not watched. */
const unwatchedLabels = ['service.kubernetes.io/headless', 'service.kubernetes.io/service-proxy-name'];

/**
 * The memory after these changes, in their order. A slice is filed under the label it has now and taken out from under
 * the label it last had; so one whose label was changed or taken off goes on standing where it was. The same memory is
 * returned when nothing of it changes.
 * Models pkg/proxy/endpointslicecache.go updatePending, v1.36.
 */
export function file(memory: ProxyMemory, changes: readonly Change[]): ProxyMemory {
  let filed: Map<string, Table<EndpointSlice>> | undefined;
  for (const change of byTable(changes).get('endpointslices') ?? []) {
    const before = watched(change.before as EndpointSlice | undefined);
    const after = watched(change.after as EndpointSlice | undefined);
    const slice = after ?? before;
    const key = slice && serviceKey(slice);
    if (!slice || key === undefined) continue;
    filed ??= new Map(memory);
    const drawer = new Map(filed.get(key));
    if (after) drawer.set(slice.metadata.name, after);
    else drawer.delete(slice.metadata.name);
    if (drawer.size > 0) filed.set(key, drawer);
    else filed.delete(key);
  }
  return filed ?? memory;
}

/** The memory of a kube-proxy that starts now: every slice under the label it has. */
export function memoryOf(cluster: Cluster): ProxyMemory {
  const slices = [...table(cluster, 'endpointslices')];
  return file(
    emptyMemory,
    slices.map(([key, after]) => ({ resource: 'endpointslices', key, after })),
  );
}

/** Slices filed for a Service, in order of filing. */
export function filedSlices(memory: ProxyMemory, namespace: string, service: string): readonly EndpointSlice[] {
  return [...(memory.get(keyOf(namespace, service))?.values() ?? [])];
}

/** True for an object that kube-proxy watches at all. */
export function isWatched({ metadata }: { readonly metadata: EndpointSlice['metadata'] }): boolean {
  return !unwatchedLabels.some((label) => Object.hasOwn(metadata.labels ?? {}, label));
}

function watched(slice: EndpointSlice | undefined): EndpointSlice | undefined {
  return slice && slice.addressType !== 'FQDN' && isWatched(slice) ? slice : undefined;
}

function serviceKey({ metadata }: EndpointSlice): string | undefined {
  const service = metadata.labels?.[serviceNameLabel];
  return service ? keyOf(metadata.namespace, service) : undefined;
}
