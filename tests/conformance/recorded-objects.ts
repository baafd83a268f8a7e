/** The engine's objects in the form in which the recording keeps them. */
import type { Json, JsonObject, KubeObject } from '../../src/sim/api/objects.ts';
import { anyTable } from '../../src/sim/cluster/cluster.ts';
import type { State } from '../../src/sim/simulate.ts';
import type { RecordedObject, RecordedObjects } from './answers.ts';

/** Keys that the recording takes out at any depth: they differ from run to run. */
const removed = new Set([
  'uid',
  'resourceVersion',
  'managedFields',
  'creationTimestamp',
  'startTime',
  'startedAt',
  'finishedAt',
  'lastTransitionTime',
  'lastUpdateTime',
  'lastProbeTime',
  'lastHeartbeatTime',
]);

const podSpecFields = [
  'nodeName',
  'hostname',
  'subdomain',
  'setHostnameAsFQDN',
  'hostNetwork',
  'dnsPolicy',
  'dnsConfig',
  'enableServiceLinks',
  'restartPolicy',
  'terminationGracePeriodSeconds',
  'readinessGates',
];
const containerFields = ['name', 'image', 'ports', 'restartPolicy', 'env', 'readinessProbe'];
const firstNamespaces = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

/** `objects` of a state. Everything that belongs to the empty cluster is left out, as are apiVersion and kind. */
export function recordedObjects(state: State): RecordedObjects {
  const list = (resource: string): RecordedObject[] => [...anyTable(state.cluster, resource).values()].map(bare);
  const objects: RecordedObjects = {
    services: list('services').filter((item) => !isBuiltIn(item)),
    endpoints: list('endpoints').filter((item) => !isBuiltIn(item)),
    endpointSlices: list('endpointslices')
      .filter((item) => !isBuiltInSlice(item))
      .map(withoutGeneration),
    pods: list('pods').map(recordedPod),
    workloads: ['deployments', 'replicasets', 'statefulsets'].flatMap(list).map(recordedWorkload),
    namespaces: list('namespaces')
      .filter((item) => !firstNamespaces.has(item.metadata.name))
      .map(recordedNamespace),
  };
  return state.world.nodesDeclared ? { ...objects, nodes: list('nodes').map(recordedNode) } : objects;
}

function bare(object: KubeObject): RecordedObject {
  const { apiVersion: _, kind: __, ...rest } = object;
  return withoutRemoved(rest as unknown as Json) as unknown as RecordedObject;
}

function withoutRemoved(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => withoutRemoved(item as Json));
  const kept = Object.entries(value as JsonObject).filter(([key, field]) => !removed.has(key) && field !== undefined);
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutRemoved(field)]));
}

function isBuiltIn({ metadata }: RecordedObject): boolean {
  const name = `${metadata.namespace}/${metadata.name}`;
  return name === 'default/kubernetes' || name === 'kube-system/kube-dns';
}

function isBuiltInSlice({ metadata }: RecordedObject): boolean {
  const { namespace, name, generateName } = metadata;
  return (
    (namespace === 'default' && name === 'kubernetes') || (namespace === 'kube-system' && generateName === 'kube-dns-')
  );
}

function withoutGeneration(slice: RecordedObject): RecordedObject {
  if (slice.metadata.generateName === undefined) return slice;
  const { generation: _, ...metadata } = slice.metadata;
  return { ...slice, metadata };
}

function recordedPod(pod: RecordedObject): RecordedObject {
  const spec = pod['spec'] as JsonObject;
  const kept = pick(spec, podSpecFields);
  for (const list of ['containers', 'initContainers']) {
    const containers = spec[list];
    if (Array.isArray(containers))
      kept[list] = containers.map((container) => pick(container as JsonObject, containerFields));
  }
  return { metadata: pod.metadata, spec: kept, status: pod['status'] };
}

function recordedWorkload(workload: RecordedObject): RecordedObject {
  const { template: _, ...spec } = workload['spec'] as JsonObject;
  return { metadata: workload.metadata, spec, status: workload['status'] };
}

function recordedNamespace(namespace: RecordedObject): RecordedObject {
  const { finalizers } = namespace['spec'] as JsonObject;
  const { phase } = namespace['status'] as JsonObject;
  return { metadata: namespace.metadata, spec: finalizers === undefined ? {} : { finalizers }, status: { phase } };
}

function recordedNode(node: RecordedObject): RecordedObject {
  const { name, labels } = node.metadata;
  const status = pick(node['status'] as JsonObject, ['capacity', 'allocatable', 'conditions', 'addresses']);
  return { metadata: { name, ...(labels && { labels }) }, spec: node['spec'], status };
}

function pick(fields: JsonObject, names: readonly string[]): { [key: string]: Json } {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(fields, name)).map((name) => [name, fields[name] ?? null]),
  );
}
