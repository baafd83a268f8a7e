/** Clusters built by hand, in a line per object. */
import { keyOf } from '../../../src/sim/api/refs.ts';
import type {
  KubeObject,
  Labels,
  Node,
  Pod,
  PodSpec,
  PodStatus,
  Service,
  ServiceSpec,
} from '../../../src/sim/api/objects.ts';
import { emptyCluster, withChanges, type Change, type Cluster } from '../../../src/sim/cluster/cluster.ts';

const tables: Readonly<Record<string, string>> = {
  Endpoints: 'endpoints',
  EndpointSlice: 'endpointslices',
};

/** A cluster that holds these objects, deep-frozen. */
export function clusterOf(...objects: readonly KubeObject[]): Cluster {
  return withChanges(emptyCluster, objects.map(created));
}

/** The change that puts an object in. */
export function created(object: KubeObject): Change {
  const { namespace, name } = object.metadata;
  return {
    resource: tables[object.kind] ?? `${object.kind.toLowerCase()}s`,
    key: keyOf(namespace, name),
    after: freeze(object),
  };
}

export function service(
  name: string,
  spec: Partial<ServiceSpec>,
  metadata: Partial<Service['metadata']> = {},
): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default', uid: `svc-${name}`, ...metadata },
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.96.0.50',
      ports: [{ protocol: 'TCP', port: 80, targetPort: 8080 }],
      ...spec,
    },
    status: { loadBalancer: {} },
  };
}

export function pod(
  name: string,
  labels: Labels,
  ip: string,
  more: {
    ready?: boolean;
    spec?: Partial<PodSpec>;
    status?: Partial<PodStatus>;
    metadata?: Partial<Pod['metadata']>;
  } = {},
): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', uid: `pod-${name}`, labels, ...more.metadata },
    spec: {
      nodeName: 'node-a',
      containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }] }],
      ...more.spec,
    },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: more.ready === false ? 'False' : 'True' }],
      ...(ip !== '' && { podIP: ip, podIPs: [{ ip }] }),
      ...more.status,
    },
  };
}

export function node(name: string, zone?: string, ready = true): Node {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone } },
    spec: {},
    status: {
      allocatable: { cpu: '4' },
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
      addresses: [{ type: 'InternalIP', address: `192.168.0.1${String(name.charCodeAt(name.length - 1) - 96)}` }],
    },
  };
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
  }
  return value;
}
