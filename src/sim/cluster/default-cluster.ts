/** The cluster before any manifest: four namespaces, the nodes, the kubernetes and kube-dns Services. */
import type {
  Endpoints,
  EndpointSlice,
  KubeObject,
  Labels,
  Namespace,
  Node,
  Service,
  ServicePort,
} from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { NodeIntent, World } from '../api/world.ts';
import type { Allocator } from '../allocator/allocator.ts';
import { emptyCluster, withChanges, type Change, type Cluster } from './cluster.ts';

const namespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
const triggerTime = { 'endpoints.kubernetes.io/last-change-trigger-time': '2000-01-01T00:00:00Z' };
const zoneLabel = 'topology.kubernetes.io/zone';

/** The empty cluster of a world: its nodes, and what every cluster has. Both Services are IPv4, whatever the families. */
export function defaultCluster(world: World, allocator: Allocator): Cluster {
  const kubeDns = withUID(service('kube-system', 'kube-dns', '10.96.0.10', dnsPorts, dnsLabels, dnsExtras), allocator);
  const changes: Change[] = [
    ...namespaces.map((name) => put('namespaces', namespaceObject(name), allocator)),
    ...Object.entries(world.nodes).map(([name, intent], i) => put('nodes', nodeObject(name, intent, i), allocator)),
    ...apiServerObjects(allocator),
    put('services', kubeDns, allocator),
    put('endpoints', dnsEndpoints, allocator),
    put('endpointslices', dnsSlice(kubeDns, allocator), allocator),
  ];
  return withChanges(emptyCluster, changes);
}

/** What the API server keeps of itself in every cluster: the Service `kubernetes`, its Endpoints and its slice. */
export function apiServerObjects(allocator: Allocator): readonly (Change & { readonly after: KubeObject })[] {
  return [
    put('services', service('default', 'kubernetes', '10.96.0.1', apiPorts, apiLabels), allocator),
    put('endpoints', apiEndpoints, allocator),
    put('endpointslices', apiSlice, allocator),
  ];
}

/** A node of the recording: `place` counts from 0 and gives the address 192.168.0.11 and on. */
export function nodeObject(name: string, intent: NodeIntent, place: number): Node {
  const ready = intent.ready !== false;
  const zone: Labels =
    intent.zone === 'none' ? {} : { [zoneLabel]: intent.zone ?? `zone-${name.replace(/^node-/, '')}` };
  const platform = { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' };
  const resources = { cpu: '4', memory: '8Gi' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { ...platform, 'kubernetes.io/hostname': name, ...zone } },
    spec: ready ? {} : { taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }] },
    status: {
      capacity: resources,
      allocatable: resources,
      conditions: [
        { type: 'Ready', status: ready ? 'True' : 'False', reason: ready ? 'KubeletReady' : 'KubeletNotReady' },
      ],
      addresses: [
        { type: 'InternalIP', address: `192.168.0.${11 + place}` },
        { type: 'Hostname', address: name },
      ],
    },
  };
}

const apiLabels = { component: 'apiserver', provider: 'kubernetes' };
const apiPorts: readonly ServicePort[] = [{ name: 'https', protocol: 'TCP', port: 443, targetPort: 6443 }];

const dnsLabels = { 'k8s-app': 'kube-dns', 'kubernetes.io/cluster-service': 'true', 'kubernetes.io/name': 'CoreDNS' };
const dnsPorts: readonly ServicePort[] = [
  { name: 'dns', protocol: 'UDP', port: 53, targetPort: 53 },
  { name: 'dns-tcp', protocol: 'TCP', port: 53, targetPort: 53 },
  { name: 'metrics', protocol: 'TCP', port: 9153, targetPort: 9153 },
];
const dnsExtras = {
  annotations: { 'prometheus.io/port': '9153', 'prometheus.io/scrape': 'true' },
  selector: { 'k8s-app': 'kube-dns' },
};

const apiEndpoints: Endpoints = {
  apiVersion: 'v1',
  kind: 'Endpoints',
  metadata: {
    name: 'kubernetes',
    namespace: 'default',
    labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' },
  },
  subsets: [{ addresses: [{ ip: '192.168.0.10' }], ports: [{ name: 'https', port: 6443, protocol: 'TCP' }] }],
};

const dnsEndpoints: Endpoints = {
  apiVersion: 'v1',
  kind: 'Endpoints',
  metadata: {
    name: 'kube-dns',
    namespace: 'kube-system',
    labels: { 'endpoints.kubernetes.io/managed-by': 'endpoint-controller', ...dnsLabels },
    annotations: triggerTime,
  },
};

const apiSlice: EndpointSlice = {
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: {
    name: 'kubernetes',
    namespace: 'default',
    generation: 1,
    labels: { 'kubernetes.io/service-name': 'kubernetes' },
  },
  addressType: 'IPv4',
  endpoints: [{ addresses: ['192.168.0.10'], conditions: { ready: true } }],
  ports: [{ name: 'https', protocol: 'TCP', port: 6443 }],
};

function dnsSlice(owner: Service, allocator: Allocator): EndpointSlice {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: allocator.sliceName('kube-system', 'kube-dns', () => false),
      generateName: 'kube-dns-',
      namespace: 'kube-system',
      generation: 1,
      labels: {
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
        ...dnsLabels,
        'kubernetes.io/service-name': 'kube-dns',
      },
      annotations: triggerTime,
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Service',
          name: 'kube-dns',
          uid: owner.metadata.uid ?? '',
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    addressType: 'IPv4',
    endpoints: null,
    ports: null,
  };
}

function service(
  namespace: string,
  name: string,
  clusterIP: string,
  ports: readonly ServicePort[],
  labels: Labels,
  extras: { readonly annotations?: Labels; readonly selector?: Labels } = {},
): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels, ...(extras.annotations && { annotations: extras.annotations }) },
    spec: {
      ports,
      ...(extras.selector && { selector: extras.selector }),
      clusterIP,
      clusterIPs: [clusterIP],
      type: 'ClusterIP',
      sessionAffinity: 'None',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      internalTrafficPolicy: 'Cluster',
    },
    status: { loadBalancer: {} },
  };
}

function namespaceObject(name: string): Namespace {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

function put(resource: string, object: KubeObject, allocator: Allocator): Change & { readonly after: KubeObject } {
  return { resource, key: keyOf(object.metadata.namespace, object.metadata.name), after: withUID(object, allocator) };
}

function withUID<T extends KubeObject>(object: T, allocator: Allocator): T {
  const { name, namespace = '', uid } = object.metadata;
  return { ...object, metadata: { ...object.metadata, uid: uid ?? allocator.uid(object.kind, namespace, name) } };
}
