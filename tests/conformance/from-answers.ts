/**
 * A cluster as it was recorded, for unit tests of what only reads one: printers, DNS, proxy.
 * Conformance itself never uses it: there the engine makes the cluster.
 */
import type { KubeObject } from '../../src/sim/api/objects.ts';
import { keyOf } from '../../src/sim/api/refs.ts';
import { type Cluster, emptyCluster } from '../../src/sim/cluster/cluster.ts';
import {
  corpus,
  readCase,
  readEmptyCluster,
  type RecordedAllocations,
  type RecordedCluster,
  type RecordedObject,
  type RecordedObjects,
  type RecordedState,
} from './answers.ts';

/**
 * The cluster of one recorded state of the project's corpus: its objects, the objects of the empty cluster, and pods' uids.
 * Objects carry what was recorded: no uid but of pods and of references to them, no `template` in workloads. Slices and pods stand in
 * order of creation.
 */
export function clusterOf(id: string, state = 0): Cluster {
  const answers = `${corpus}/answers`;
  const recorded = readCase(answers, id);
  const at = recorded.states[state];
  if (!at) throw new Error(`${id} has no state ${state}`);
  return clusterFromAnswers(at, readEmptyCluster(answers, recorded.families));
}

/** The same from values that were read already. */
export function clusterFromAnswers(state: RecordedState, empty: RecordedCluster): Cluster {
  const allocations = state.allocations ?? {};
  const tables = new Map<string, Map<string, KubeObject>>();
  const put = (resource: string, apiVersion: string, kind: string, item: RecordedObject): void => {
    const object: KubeObject = { apiVersion, kind, ...item };
    const table = tables.get(resource) ?? new Map<string, KubeObject>();
    table.set(keyOf(item.metadata.namespace, item.metadata.name), object);
    tables.set(resource, table);
  };
  const both = (list: keyof RecordedObjects): RecordedObject[] => [
    ...(empty.objects[list] ?? []),
    ...(state.objects[list] ?? []),
  ];

  for (const item of state.objects.nodes ?? empty.objects.nodes ?? []) put('nodes', 'v1', 'Node', item);
  for (const item of both('namespaces')) put('namespaces', 'v1', 'Namespace', item);
  for (const item of both('services')) put('services', 'v1', 'Service', item);
  for (const item of both('endpoints'))
    put('endpoints', 'v1', 'Endpoints', { ...item, subsets: withTargetUids(item['subsets'], allocations) });
  for (const item of inOrderOfCreation(both('endpointSlices'), allocations))
    put('endpointslices', 'discovery.k8s.io/v1', 'EndpointSlice', {
      ...item,
      endpoints: withTargetUids(item['endpoints'], allocations),
    });
  for (const item of inOrderOfNumber(state.objects.pods, allocations))
    put('pods', 'v1', 'Pod', withUid(item, allocations));
  for (const item of state.objects.workloads) {
    const kind = workloadKind(item);
    put(`${kind.toLowerCase()}s`, 'apps/v1', kind, item);
  }
  const podNumbers = new Map(Object.entries(allocations.podNumbers ?? {}));
  return { ...emptyCluster, tables, podNumbers, nextPodNumber: Math.max(-1, ...podNumbers.values()) + 1 };
}

/** kube-dns' slice has another random name in every case. Slices that people named come last, in the order recorded. */
function inOrderOfCreation(slices: readonly RecordedObject[], allocations: RecordedAllocations): RecordedObject[] {
  const order = Object.entries(allocations.sliceNames ?? {}).flatMap(([service, names]) =>
    names.map((name) => keyOf(service.split('/')[0], name)),
  );
  const dnsSlice = allocations.sliceNames?.['kube-system/kube-dns']?.[0];
  const named = slices.map((slice) =>
    dnsSlice && slice.metadata.generateName === 'kube-dns-' && slice.metadata.namespace === 'kube-system'
      ? { ...slice, metadata: { ...slice.metadata, name: dnsSlice } }
      : slice,
  );
  const place = (slice: RecordedObject): number => {
    const at = order.indexOf(keyOf(slice.metadata.namespace, slice.metadata.name));
    return at < 0 ? order.length : at;
  };
  return named.sort((a, b) => place(a) - place(b));
}

function inOrderOfNumber(pods: readonly RecordedObject[], allocations: RecordedAllocations): RecordedObject[] {
  const numberOf = (pod: RecordedObject): number =>
    allocations.podNumbers?.[keyOf(pod.metadata.namespace, pod.metadata.name)] ?? 0;
  return [...pods].sort((a, b) => numberOf(a) - numberOf(b));
}

function withUid(pod: RecordedObject, allocations: RecordedAllocations): RecordedObject {
  const uid = allocations.podUIDs?.[keyOf(pod.metadata.namespace, pod.metadata.name)];
  return uid ? { ...pod, metadata: { ...pod.metadata, uid } } : pod;
}

/** References of controllers carry the pod's uid, which the recording left out; no recorded scene types one. */
function withTargetUids(value: unknown, allocations: RecordedAllocations): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withTargetUids(item, allocations));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([field, inner]: [string, unknown]) => {
    if (field !== 'targetRef') return [field, withTargetUids(inner, allocations)];
    const { namespace, name } = inner as { readonly namespace?: string; readonly name: string };
    return [field, { ...(inner as object), uid: allocations.podUIDs?.[keyOf(namespace, name)] ?? 'gone' }];
  });
  return Object.fromEntries(fields);
}

/** The recording leaves the kind out; each has a field of its own. */
function workloadKind(item: RecordedObject): 'Deployment' | 'ReplicaSet' | 'StatefulSet' {
  const spec = (item['spec'] ?? {}) as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(spec, 'podManagementPolicy')) return 'StatefulSet';
  return Object.hasOwn(spec, 'strategy') ? 'Deployment' : 'ReplicaSet';
}
