/** A few lines make a cluster to send packets through. */
import type { EndpointSlice, KubeObject, Pod, Service, ServiceSpec } from '../../src/sim/api/objects.ts';
import { keyOf } from '../../src/sim/api/refs.ts';
import type { PodIntent, World } from '../../src/sim/api/world.ts';
import type { ClientState } from '../../src/sim/client/client-state.ts';
import { type Cluster, emptyCluster } from '../../src/sim/cluster/cluster.ts';
import { memoryOf } from '../../src/sim/proxy/memory.ts';

export const world: World = { families: ['IPv4'], nodes: {}, nodesDeclared: false, pods: {}, external: {} };

function node(name: string, address: string): KubeObject {
  const labels = { 'topology.kubernetes.io/zone': name.replace('node', 'zone') };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels },
    ...{ spec: {}, status: { addresses: [{ type: 'InternalIP', address }] } },
  };
}

function namespace(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name }, ...{ spec: {}, status: { phase: 'Active' } } };
}

export function pod(name: string, ip: string, nodeName: string, spec: Partial<Pod['spec']> = {}): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', uid: name },
    spec: { containers: [{ name: 'main' }], nodeName, ...spec },
    status: { phase: 'Running', podIP: ip, podIPs: [{ ip }] },
  };
}

export function service(
  name: string,
  spec: Partial<ServiceSpec>,
  status: Service['status'] = { loadBalancer: {} },
): Service {
  const clusterIPs = spec.clusterIP === undefined ? [] : [spec.clusterIP];
  const ports = [{ port: 80, protocol: 'TCP' as const }];
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default' },
    spec: { type: 'ClusterIP', clusterIPs, ports, ...spec },
    status,
  };
}

export function slice(
  name: string,
  of: string | undefined,
  endpoints: EndpointSlice['endpoints'],
  more: Partial<EndpointSlice> = {},
): EndpointSlice {
  const labels = of === undefined ? {} : { 'kubernetes.io/service-name': of };
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name, namespace: 'default', labels },
    ...{ addressType: 'IPv4', endpoints, ports: [{ name: '', protocol: 'TCP', port: 8080 }] },
    ...more,
  };
}

/** A cluster of three nodes, with kube-dns, the namespaces default and shop, and these objects. */
export function clusterWith(...objects: readonly KubeObject[]): Cluster {
  const dns = service('kube-dns', { clusterIP: '10.96.0.10' });
  const all = [
    node('node-a', '192.168.0.11'),
    node('node-b', '192.168.0.12'),
    node('node-c', '192.168.0.13'),
    ...['default', 'kube-system', 'shop'].map(namespace),
    { ...dns, metadata: { ...dns.metadata, namespace: 'kube-system' } },
    ...objects,
  ];
  const tables = new Map<string, Map<string, KubeObject>>();
  for (const object of all) {
    const resource = object.kind === 'Endpoints' ? 'endpoints' : `${object.kind.toLowerCase()}s`;
    const table = tables.get(resource) ?? new Map<string, KubeObject>();
    table.set(keyOf(object.metadata.namespace, object.metadata.name), deepFreeze(object));
    tables.set(resource, table);
  }
  return { ...emptyCluster, tables };
}

/** The same with a kube-proxy that just started. */
export function stateWith(
  objects: readonly KubeObject[],
  settings: { readonly external?: World['external']; readonly pods?: Readonly<Record<string, PodIntent>> } = {},
): ClientState {
  const cluster = clusterWith(...objects);
  return { cluster, world: { ...world, ...settings }, proxy: memoryOf(cluster) };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
