/** One Service port with a selector: every pod, in or out, with its first cause. */
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import { findPort, isPodReady, podIPs } from '../api/endpoints/pod-to-endpoint.ts';
import { familiesOf } from '../api/endpoints/service-gate.ts';
import { matchesLabels } from '../api/labels.ts';
import type { Labels, Pod, Service, ServicePort } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import { get, table, type Cluster } from '../cluster/cluster.ts';
import { labelGroups, podsElsewhere, podsMatching } from '../cluster/matching.ts';
import type { EndpointRow, RowState } from './explanation.ts';
import { labelReason, serviceRef } from './label-reasons.ts';
import { joinHostPort, listedPod, type Listed } from './listed.ts';
import { podRef } from './pod-source.ts';
import { portReason } from './port-reasons.ts';

export interface PodRows {
  readonly rows: readonly EndpointRow[];
  /** Pods left out by the limit. */
  readonly more: number;
}

interface Cause {
  readonly state: RowState;
  readonly reason: EndpointReason;
}

const places: Readonly<Record<RowState, number>> = { in: 0, notReady: 1, terminating: 2, out: 3 };

/**
 * Rows of a port: `port` undefined for a headless Service without ports. All pods of the namespace, and pods elsewhere
 * that the selector would match; of pods that it does not match at most `limit`, near misses first.
 */
export function podRows(
  cluster: Cluster,
  service: Service,
  selector: Labels,
  port: ServicePort | undefined,
  index: number,
  listed: Listed,
  limit: number,
): PodRows {
  const { namespace = '' } = service.metadata;
  const others = unmatched(cluster, service, selector, limit);
  const pods = podsMatching(cluster, namespace, selector);
  // All that the rows of these pods are made from.
  const read = [pods, table(cluster, 'nodes'), table(cluster, 'replicasets'), listed.endpoints, listed.slices, index];
  const rows = rowsOfMatching.once(service, read, () =>
    pods.map((pod) => rowOf(service, pod, port, listed, causeOf(cluster, service, pod, port, index))),
  );
  const reasonOf = labelReasons(cluster, service, selector);
  const near = others.pods.map((pod) => {
    const reason = reasonOf(pod);
    return rowOf(
      service,
      pod,
      port,
      listed,
      reason ? { state: 'out', reason } : causeOf(cluster, service, pod, port, index),
    );
  });
  const elsewhere = podsElsewhere(cluster, namespace, selector).map((pod) =>
    rowOf(service, pod, port, listed, { state: 'out', reason: otherNamespace(service, pod) }),
  );
  const sorted = [...rows, ...near, ...elsewhere].sort((a, b) => placeOf(a) - placeOf(b));
  return { rows: sorted, more: others.count - others.pods.length };
}

/** Pods of one workload with the same labels differ from the selector for the same reason, told at their template. */
function labelReasons(cluster: Cluster, service: Service, selector: Labels): (pod: Pod) => EndpointReason | undefined {
  const known = new Map<Labels | undefined, { readonly owner: string; readonly reason: EndpointReason | undefined }>();
  return (pod) => {
    const { labels, ownerReferences = [], generateName } = pod.metadata;
    const owner = generateName === undefined ? '' : (ownerReferences.find(({ controller }) => controller)?.uid ?? '');
    const found = known.get(labels);
    if (found && found.owner === owner && owner !== '') return found.reason;
    const reason = labelReason(cluster, service, selector, pod);
    known.set(labels, { owner, reason });
    return reason;
  };
}

const rowsOfMatching = new IdentityCache<readonly EndpointRow[]>();

function rowOf(
  service: Service,
  pod: Pod,
  port: ServicePort | undefined,
  listed: Listed,
  { state, reason }: Cause,
): EndpointRow {
  const [ip] = familiesOf(service).flatMap((family) => podIPs(pod, family));
  const number = port && findPort(pod, port);
  return {
    pod: podRef(pod),
    ...(ip !== undefined && { address: joinHostPort(ip, number) }),
    state,
    reason,
    listed: listedAs(service, pod, listed),
  };
}

function listedAs(service: Service, { metadata }: Pod, { endpoints, slices }: Listed): EndpointRow['listed'] {
  const key = listedPod(metadata.name);
  const near = metadata.namespace === (service.metadata.namespace ?? '');
  return { endpoints: near && endpoints.has(key), slice: near && slices.has(key) };
}

/** Pods of the namespace that the selector does not match, the first `limit`: near misses, then in order of creation. */
function unmatched(
  cluster: Cluster,
  service: Service,
  selector: Labels,
  limit: number,
): { readonly pods: readonly Pod[]; readonly count: number } {
  const groups = labelGroups(cluster, service.metadata.namespace ?? '').filter(
    ({ labels }) => !matchesLabels(selector, labels),
  );
  const count = groups.reduce((sum, { pods }) => sum + pods.length, 0);
  if (limit === 0) return { pods: [], count };
  const placed = groups.flatMap(({ pods, places: at }) => {
    const [first] = pods;
    const near = first && labelReason(cluster, service, selector, first)?.facts?.['near'] === true;
    return pods.slice(0, limit).map((pod, i) => ({ pod, place: (at[i] ?? 0) + (near ? 0 : farAway) }));
  });
  const sorted = placed.sort((a, b) => a.place - b.place).map(({ pod }) => pod);
  return { pods: sorted.slice(0, limit), count };
}

const farAway = 1e9;

function placeOf({ state, reason }: EndpointRow): number {
  const unrelated =
    state === 'out' &&
    (reason.code === 'LabelDiffers' || reason.code === 'LabelMissing') &&
    reason.facts?.['near'] !== true;
  return unrelated ? 4 : places[state];
}

/** Of a pod that the selector matches. */
function causeOf(cluster: Cluster, service: Service, pod: Pod, port: ServicePort | undefined, index: number): Cause {
  const excluded = exclusion(cluster, service, pod);
  if (excluded) return { state: 'out', reason: excluded };
  if (port && findPort(pod, port) === undefined)
    return { state: 'out', reason: portReason(cluster, service, pod, port, index) };
  const object = podRef(pod);
  const terminating = pod.metadata.deletionTimestamp !== undefined;
  const ready = isPodReady(pod);
  if (service.spec.publishNotReadyAddresses && (!ready || terminating)) {
    return {
      state: 'in',
      reason: { code: 'PublishNotReadyAddresses', object: serviceRef(service), path: 'spec.publishNotReadyAddresses' },
    };
  }
  if (terminating)
    return {
      state: 'terminating',
      reason: { code: 'Terminating', object, path: 'metadata.deletionTimestamp', facts: { serving: ready } },
    };
  if (!ready)
    return {
      state: 'notReady',
      reason: { code: 'NotReady', object, path: 'status.conditions', facts: { phase: pod.status.phase } },
    };
  return { state: 'in', reason: { code: 'Ready', object, path: 'status.conditions' } };
}

/** Causes that keep a pod out of every port. */
function exclusion(cluster: Cluster, service: Service, pod: Pod): EndpointReason | undefined {
  const object = podRef(pod);
  const { phase, podIP } = pod.status;
  if (phase === 'Succeeded' || phase === 'Failed') return { code: phase, object, path: 'status.phase' };
  if (!podIP) return { code: 'NoAddress', object, path: 'status.podIP', facts: { phase } };
  const families = familiesOf(service);
  if (!families.some((family) => podIPs(pod, family).length > 0)) {
    return {
      code: 'FamilyAbsent',
      object,
      path: 'status.podIPs',
      against: { object: serviceRef(service), path: 'spec.ipFamilies' },
      facts: { families },
    };
  }
  const { nodeName } = pod.spec;
  if (service.spec.publishNotReadyAddresses) return undefined;
  if (!nodeName) return { code: 'NotBound', object, path: 'spec.nodeName' };
  if (!get(cluster, 'nodes', undefined, nodeName))
    return { code: 'NodeNotFound', object, path: 'spec.nodeName', facts: { node: nodeName } };
  return undefined;
}

function otherNamespace(service: Service, pod: Pod): EndpointReason {
  const { namespace: wanted = '' } = service.metadata;
  const { namespace: found = '' } = pod.metadata;
  const against = { object: serviceRef(service), path: 'metadata.namespace' };
  return {
    code: 'OtherNamespace',
    object: podRef(pod),
    path: 'metadata.namespace',
    against,
    facts: { wanted, found, near: true },
  };
}
