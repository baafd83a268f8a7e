/** What the engine drew, in the form of the recording's `allocations`. */
import type { KubeObject, Pod, Service } from '../../src/sim/api/objects.ts';
import { keyOf } from '../../src/sim/api/refs.ts';
import { type Cluster, table } from '../../src/sim/cluster/cluster.ts';
import type { RecordedAllocations } from './answers.ts';

/** `allocations` of a cluster; keys are there only if they hold something. */
export function allocationsOf(cluster: Cluster): RecordedAllocations {
  const services = [...table(cluster, 'services').values()].filter((service) => service.spec.type !== 'ExternalName');
  const pods = [...table(cluster, 'pods').values()];
  const all: Record<keyof RecordedAllocations, object> = {
    clusterIPs: entries(services, (service) => service.spec.clusterIPs),
    nodePorts: entries(services, nodePorts),
    healthCheckNodePorts: entries(services, (service) => service.spec.healthCheckNodePort || undefined),
    podNames: groups(pods, (pod) => ownerOf(cluster, pod)),
    podNumbers: entries(pods, (pod) => cluster.podNumbers.get(keyOf(pod.metadata.namespace, pod.metadata.name))),
    podUIDs: entries(pods, (pod) => pod.metadata.uid),
    sliceNames: groups(table(cluster, 'endpointslices').values(), (slice) =>
      slice.metadata.generateName === undefined
        ? undefined
        : (slice.metadata.labels?.['kubernetes.io/service-name'] ?? slice.metadata.generateName.replace(/-$/, '')),
    ),
    replicaSets: groups(byRevision(table(cluster, 'replicasets').values()), (set) => controllerOf(set, 'Deployment')),
    controllerRevisions: entries(table(cluster, 'statefulsets').values(), ({ status }) => [
      ...new Set([status['currentRevision'], status['updateRevision']].filter((name) => typeof name === 'string')),
    ]),
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => Object.keys(values).length > 0));
}

/** Whether every value of `drawn` stands in `given`: then nothing was made up, and no draw has to be written down. */
export function cameFrom(given: RecordedAllocations | undefined, drawn: RecordedAllocations): boolean {
  const known = (given ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return Object.entries(drawn).every(([key, values]) =>
    Object.entries(values).every(([name, value]) => {
      const recorded = known[key]?.[name];
      if (!Array.isArray(value) || !Array.isArray(recorded)) return recorded === value;
      return value.every((item) => recorded.includes(item));
    }),
  );
}

function entries<T extends KubeObject>(objects: Iterable<T>, valueOf: (object: T) => unknown): object {
  const found: [string, unknown][] = [];
  for (const object of objects) {
    const value = valueOf(object);
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!empty) found.push([keyOf(object.metadata.namespace, object.metadata.name), value]);
  }
  return Object.fromEntries(found);
}

/** Names by owner, in order of creation; an object without owner is left out. */
function groups<T extends KubeObject>(objects: Iterable<T>, ownerName: (object: T) => string | undefined): object {
  const names = new Map<string, string[]>();
  for (const object of objects) {
    const owner = ownerName(object);
    if (owner === undefined) continue;
    const key = keyOf(object.metadata.namespace, owner);
    names.set(key, [...(names.get(key) ?? []), object.metadata.name]);
  }
  return Object.fromEntries(names);
}

function nodePorts({ spec }: Service): readonly string[] {
  return (spec.ports ?? [])
    .filter((port) => port.nodePort)
    .map((port) => `${port.name ?? ''}/${port.protocol}/${port.port}:${port.nodePort}`);
}

/** The Deployment, the StatefulSet, or a ReplicaSet without Deployment. */
function ownerOf(cluster: Cluster, pod: Pod): string | undefined {
  const statefulSet = controllerOf(pod, 'StatefulSet');
  const replicaSet = controllerOf(pod, 'ReplicaSet');
  if (statefulSet !== undefined || replicaSet === undefined) return statefulSet;
  const owner = table(cluster, 'replicasets').get(keyOf(pod.metadata.namespace, replicaSet));
  return (owner && controllerOf(owner, 'Deployment')) ?? replicaSet;
}

function controllerOf(object: KubeObject, kind: string): string | undefined {
  return object.metadata.ownerReferences?.find((owner) => owner.controller === true && owner.kind === kind)?.name;
}

function byRevision<T extends KubeObject>(sets: Iterable<T>): readonly T[] {
  const revision = (set: T): number => Number(set.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
  return [...sets].sort((a, b) => revision(a) - revision(b));
}
