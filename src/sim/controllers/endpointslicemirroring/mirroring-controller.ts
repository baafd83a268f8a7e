/** The EndpointSlice mirroring controller: slices for Endpoints of Services without a selector. */
import type { Allocator } from '../../allocator/allocator.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { annotations, labels, labelsWith, managers, sameLabels, selectorOf } from '../../api/endpoints/service-gate.ts';
import type { ClusterEvent } from '../../api/events.ts';
import type { Endpoints, EndpointSlice, KubeObject, Labels, Service } from '../../api/objects.ts';
import { keyOf } from '../../api/refs.ts';
import { table, type Change, type Cluster } from '../../cluster/cluster.ts';
import type { ControllerWork } from '../../cluster/controller-work.ts';
import { slicesOf } from '../../cluster/indexes.ts';
import { keysGone } from '../../cluster/keys-gone.ts';
import { maxEndpointsPerSubset, mirroredSlices, type MirroredSlice } from './mirrored-slices.ts';

/** Syncs the names whose Endpoints, Service or mirrored slices changed. Models pkg/controller/endpointslicemirroring, v1.36. */
export function syncMirroring(cluster: Cluster, changes: readonly Change[], allocator: Allocator): ControllerWork {
  const keys = new Set<string>();
  for (const { resource, key, before, after } of changes) {
    if (resource === 'services' || resource === 'endpoints') keys.add(key);
    if (resource !== 'endpointslices' || sameGeneration(before, after)) continue;
    for (const slice of [before, after])
      if (slice && isMirrored(slice as EndpointSlice) && serviceNameOf(slice)) keys.add(serviceKey(slice));
  }
  const work = { changes: [] as Change[], events: [] as ClusterEvent[] };
  const taken = new Set(keysGone(changes, 'endpointslices'));
  for (const key of keys) syncName(cluster, key, allocator, taken, work);
  return work;
}

function syncName(
  cluster: Cluster,
  key: string,
  allocator: Allocator,
  taken: Set<string>,
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
): void {
  const endpoints = table(cluster, 'endpoints').get(key);
  const [namespace = '', name = ''] = key.split('/');
  const existing = slicesOf(cluster, namespace, name).filter(isMirrored);
  const mirror =
    endpoints && shouldMirror(endpoints, table(cluster, 'services').get(key)) ? mirroredSlices(endpoints) : undefined;
  if (!endpoints && existing.length === 0) return;
  const isTaken = (candidate: string): boolean =>
    taken.has(keyOf(namespace, candidate)) || table(cluster, 'endpointslices').has(keyOf(namespace, candidate));
  const { kept, planned } = pair(existing, mirror?.slices ?? []);
  for (const { slice, before } of planned) {
    if (!endpoints) break;
    const after = sliceObject(endpoints, slice, before, () => {
      const fresh = allocator.sliceName(namespace, name, isTaken);
      taken.add(keyOf(namespace, fresh));
      return { name: fresh, uid: allocator.uid('EndpointSlice', namespace, fresh) };
    });
    if (before && unchanged(before, after)) continue;
    work.changes.push({
      resource: 'endpointslices',
      key: keyOf(namespace, after.metadata.name),
      ...(before && { before }),
      after,
    });
  }
  for (const slice of existing) {
    if (!kept.has(slice))
      work.changes.push({ resource: 'endpointslices', key: keyOf(namespace, slice.metadata.name), before: slice });
  }
  if (mirror && mirror.skipped > 0) work.events.push(tooMany(namespace, name, mirror.skipped));
}

/** Models pkg/controller/endpointslicemirroring/utils.go shouldMirror and the controller's look at the Service, v1.36. */
export function shouldMirror(endpoints: Endpoints, service: Service | undefined): boolean {
  const { labels: own, annotations: notes } = endpoints.metadata;
  return (
    own?.[labels.skipMirror] !== 'true' &&
    notes?.[annotations.leader] === undefined &&
    service !== undefined &&
    !selectorOf(service)
  );
}

/** Slices that mirror some Endpoints. */
export function isMirrored(slice: EndpointSlice): boolean {
  return slice.metadata.labels?.[labels.sliceManagedBy] === managers.mirroring;
}

/** A slice of the same ports and family is kept for its content; one that would go is reused for one that would come. */
function pair(
  existing: readonly EndpointSlice[],
  wanted: readonly MirroredSlice[],
): {
  readonly kept: ReadonlySet<EndpointSlice>;
  readonly planned: readonly { slice: MirroredSlice; before: EndpointSlice | undefined }[];
} {
  const kept = new Set<EndpointSlice>();
  const take = (slice: MirroredSlice, fits: (before: EndpointSlice) => boolean): EndpointSlice | undefined => {
    const before = existing.find(
      (candidate) => !kept.has(candidate) && candidate.addressType === slice.family && fits(candidate),
    );
    if (before) kept.add(before);
    return before;
  };
  const same = new Map(
    wanted.map((slice) => [slice, take(slice, (before) => equalJson(before.ports ?? [], slice.ports))]),
  );
  const planned = wanted.map((slice) => ({ slice, before: same.get(slice) ?? take(slice, () => true) }));
  return { kept, planned };
}

function sliceObject(
  endpoints: Endpoints,
  { family, ports, endpoints: entries }: MirroredSlice,
  before: EndpointSlice | undefined,
  fresh: () => { readonly name: string; readonly uid: string },
): EndpointSlice {
  const { namespace = '', name, uid = '' } = endpoints.metadata;
  const notes = copiedAnnotations(endpoints);
  // A rewrite for the same ports and family drops generateName; a slice reused for others gets it anew.
  const sameGroup = before && equalJson(before.ports ?? [], ports);
  const same = before && equalJson(before.endpoints ?? [], entries) && equalJson(before.ports ?? [], ports);
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      ...(before ? { name: before.metadata.name, uid: before.metadata.uid ?? '' } : fresh()),
      ...(!sameGroup && { generateName: `${name}-` }),
      namespace,
      generation: (before?.metadata.generation ?? 0) + (same ? 0 : 1),
      labels: mirroredLabels(endpoints),
      ...(Object.keys(notes).length > 0 && { annotations: notes }),
      ownerReferences: [{ apiVersion: 'v1', kind: 'Endpoints', name, uid, controller: true, blockOwnerDeletion: true }],
    },
    addressType: family,
    endpoints: entries,
    ports: ports.length > 0 ? ports : null,
  };
}

function mirroredLabels(endpoints: Endpoints): Labels {
  return labelsWith(endpoints.metadata.labels, [], {
    [labels.serviceName]: endpoints.metadata.name,
    [labels.sliceManagedBy]: managers.mirroring,
  });
}

function copiedAnnotations(endpoints: Endpoints): Labels {
  return labelsWith(endpoints.metadata.annotations, [annotations.triggerTime, annotations.lastApplied]);
}

function unchanged(before: EndpointSlice, after: EndpointSlice): boolean {
  return (
    equalJson(before.endpoints, after.endpoints) &&
    equalJson(before.ports, after.ports) &&
    sameLabels(before.metadata.labels, after.metadata.labels) &&
    sameLabels(before.metadata.annotations, after.metadata.annotations)
  );
}

/** Notes alone were touched: they do not count for the generation, and are looked at when something else changes. */
function sameGeneration(before: KubeObject | undefined, after: KubeObject | undefined): boolean {
  return before !== undefined && after !== undefined && before.metadata.generation === after.metadata.generation;
}

function serviceNameOf({ metadata }: KubeObject): string {
  return metadata.labels?.[labels.serviceName] ?? '';
}

function serviceKey(slice: KubeObject): string {
  return keyOf(slice.metadata.namespace, serviceNameOf(slice));
}

function tooMany(namespace: string, name: string, skipped: number): ClusterEvent {
  return {
    type: 'Warning',
    reason: 'TooManyAddressesToMirror',
    object: `Endpoints/${namespace}/${name}`,
    from: 'endpoint-slice-mirroring-controller',
    message: `A max of ${String(maxEndpointsPerSubset)} addresses can be mirrored to EndpointSlices per Endpoints subset. ${String(skipped)} addresses were skipped`,
  };
}
