/** The EndpointSlice controller: which Services a change concerns, and the slices that follow. */
import type { Allocator } from '../../allocator/allocator.ts';
import { IdentityCache } from '../../api/endpoints/identity-cache.ts';
import { serviceForLists } from '../../api/endpoints/service-for-lists.ts';
import { hasController, labels, managers, selectorOf } from '../../api/endpoints/service-gate.ts';
import type { ClusterEvent } from '../../api/events.ts';
import type { Memo } from '../../api/memo.ts';
import type { EndpointSlice, Family, Pod, Service } from '../../api/objects.ts';
import { keyOf } from '../../api/refs.ts';
import { table, type Change, type Cluster } from '../../cluster/cluster.ts';
import type { ControllerWork } from '../../cluster/controller-work.ts';
import { slicesOf } from '../../cluster/indexes.ts';
import { keysGone } from '../../cluster/keys-gone.ts';
import { podsMatching, servicesOfPodChanges } from '../../cluster/matching.ts';
import { hintsDisabled, reconcileSlices, type Reconciled } from './reconcile-slices.ts';
import { servicesOfNodeChanges } from './services-of-node-changes.ts';
import { sliceObject } from './slice-object.ts';
import { hintsEnabled } from './topology-hints.ts';

const reconciled = new IdentityCache<Reconciled>();
/** The same, found without a look at each pod where the list of them is the same. */
const samePods = new IdentityCache<Reconciled>();
const objects = new IdentityCache<EndpointSlice>();
const noName = { name: '', uid: '' };

/**
 * Syncs the Services concerned: those changed, those whose pods changed, those whose slices someone else touched, and those
 * that a node concerns. A zone that a node gets or changes is no reason: it shows when the Service is looked at next.
 * Models pkg/controller/endpointslice, v1.36.
 */
export function syncEndpointSlices(
  cluster: Cluster,
  changes: readonly Change[],
  allocator: Allocator,
  memo: Memo | undefined,
): ControllerWork {
  const work = { changes: [] as Change[], events: [] as ClusterEvent[] };
  work.events.push(...switchedOff(cluster, changes));
  const services = table(cluster, 'services');
  const fresh = switchedOn(changes);
  const taken = new Set(keysGone(changes, 'endpointslices'));
  for (const key of servicesConcerned(cluster, changes)) {
    const service = services.get(key);
    if (service && hasController(service))
      syncService(
        cluster,
        serviceForLists(service, memo),
        podsOf(cluster, service),
        allocator,
        taken,
        fresh.has(key),
        work,
      );
  }
  return work;
}

/** Services whose topology annotation went while their slices still carry its hints. */
function switchedOff(cluster: Cluster, changes: readonly Change[]): readonly ClusterEvent[] {
  const services = changes.filter(({ resource }) => resource === 'services');
  return services.flatMap(({ before, after }) => {
    if (!hintsEnabled(before?.metadata.annotations)) return [];
    if (!after || hintsEnabled(after.metadata.annotations)) return [];
    const { namespace = '', name } = after.metadata;
    const hinted = slicesOf(cluster, namespace, name).filter(({ endpoints }) => endpoints?.some(({ hints }) => hints));
    return hinted.slice(0, 1).map((slice) => hintsDisabled(after as Service, slice.addressType as Family));
  });
}

/** Services whose topology annotation came: hints that they have are not its hints. */
function switchedOn(changes: readonly Change[]): ReadonlySet<string> {
  const services = changes.filter(({ resource }) => resource === 'services');
  const came = services.filter(({ before }) => before && !hintsEnabled(before.metadata.annotations));
  return new Set(came.map(({ key }) => key));
}

function servicesConcerned(cluster: Cluster, changes: readonly Change[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { resource, key, before, after } of changes) {
    if (resource === 'services') keys.add(key);
    if (resource !== 'endpointslices') continue;
    for (const slice of [before, after]) {
      const of = slice?.metadata.labels;
      if (of?.[labels.sliceManagedBy] === managers.slices)
        keys.add(keyOf(slice?.metadata.namespace, of[labels.serviceName] ?? ''));
    }
  }
  for (const key of servicesOfPodChanges(cluster, changes)) keys.add(key);
  for (const key of servicesOfNodeChanges(cluster, changes)) keys.add(key);
  return keys;
}

function podsOf(cluster: Cluster, service: Service): readonly Pod[] {
  return podsMatching(cluster, service.metadata.namespace ?? '', selectorOf(service) ?? {});
}

function syncService(
  cluster: Cluster,
  service: Service,
  pods: readonly Pod[],
  allocator: Allocator,
  taken: Set<string>,
  freshHints: boolean,
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
): void {
  const { namespace = '', name } = service.metadata;
  const existing = slicesOf(cluster, namespace, name).filter(
    (slice) => slice.metadata.labels?.[labels.sliceManagedBy] === managers.slices,
  );
  const nodes = table(cluster, 'nodes');
  const { written, deleted, events } = samePods.once(service, [freshHints, pods, ...existing, nodes], () =>
    reconciled.once(service, [freshHints, ...pods, ...existing, ...nodes.values()], () =>
      reconcileSlices(service, pods, existing, nodes, freshHints),
    ),
  );
  const isTaken = (candidate: string): boolean =>
    taken.has(keyOf(namespace, candidate)) || table(cluster, 'endpointslices').has(keyOf(namespace, candidate));
  for (const plan of written) {
    const fresh = plan.existing ? noName : freshName(allocator, namespace, name, isTaken);
    const after = objects.once(plan, [fresh.name, fresh.uid], () => sliceObject(service, plan, fresh));
    taken.add(keyOf(namespace, after.metadata.name));
    work.changes.push(change(plan.existing, after));
  }
  for (const slice of deleted) work.changes.push(change(slice, undefined));
  work.events.push(...events);
}

function change(before: EndpointSlice | undefined, after: EndpointSlice | undefined): Change {
  const { namespace, name } = (after ?? before)?.metadata ?? { name: '' };
  return {
    resource: 'endpointslices',
    key: keyOf(namespace, name),
    ...(before && { before }),
    ...(after && { after }),
  };
}

function freshName(
  allocator: Allocator,
  namespace: string,
  service: string,
  isTaken: (name: string) => boolean,
): { readonly name: string; readonly uid: string } {
  const name = allocator.sliceName(namespace, service, isTaken);
  return { name, uid: allocator.uid('EndpointSlice', namespace, name) };
}
