/** The cluster of the recorded console session after its first file was applied, as far as the read commands look at it. */
import type { ClusterEvent } from '../../../src/sim/api/events.ts';
import { findResource } from '../../../src/sim/kubectl/resource-args.ts';
import { tableName } from '../../../src/sim/api/kinds.ts';
import type { KubeObject } from '../../../src/sim/api/objects.ts';
import { keyOf } from '../../../src/sim/api/refs.ts';
import { emptyCluster, type Cluster } from '../../../src/sim/cluster/cluster.ts';
import { corpus, readEmptyCluster } from '../../conformance/answers.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A cluster that holds these objects, each of the kind its `kind` names. */
export function clusterWith(objects: readonly KubeObject[]): Cluster {
  const tables = new Map<string, Map<string, KubeObject>>();
  for (const object of objects) {
    const kind = findResource(object.kind);
    if (!kind) throw new Error(`no kind ${object.kind}`);
    const table = tables.get(tableName(kind)) ?? new Map<string, KubeObject>();
    tables.set(tableName(kind), table.set(keyOf(object.metadata.namespace, object.metadata.name), object));
  }
  return { ...emptyCluster, tables };
}

/** An object of a kind in a namespace ("" for none). */
export function object(kind: string, namespace: string, name: string, metadata: Fields, rest: Fields): KubeObject {
  const apiKind = findResource(kind);
  if (!apiKind) throw new Error(`no kind ${kind}`);
  const apiVersion = apiKind.group === '' ? apiKind.version : `${apiKind.group}/${apiKind.version}`;
  return { apiVersion, kind, metadata: { name, ...(namespace === '' ? {} : { namespace }), ...metadata }, ...rest };
}

const single = {
  ipFamilies: ['IPv4'],
  ipFamilyPolicy: 'SingleStack',
  sessionAffinity: 'None',
  internalTrafficPolicy: 'Cluster',
};

function service(namespace: string, name: string, clusterIP: string, metadata: Fields, spec: Fields): KubeObject {
  const full = { type: 'ClusterIP', clusterIP, clusterIPs: [clusterIP], ...single, ...spec };
  return object('Service', namespace, name, metadata, { spec: full, status: { loadBalancer: {} } });
}

function pod(
  name: string,
  number: number,
  node: string,
  labels: Fields,
  container: Fields,
  ready: boolean,
  metadata: Fields = {},
): KubeObject {
  const ip = `10.244.1.${10 + number}`;
  const status = ready ? 'True' : 'False';
  return object(
    'Pod',
    'default',
    name,
    { generation: 1, labels: { ...labels, 'topology.kubernetes.io/zone': node.replace('node', 'zone') }, ...metadata },
    {
      spec: { nodeName: node, containers: [{ name: 'main', ...container }], restartPolicy: 'Always' },
      status: {
        phase: 'Running',
        conditions: [
          { type: 'Initialized', status: 'True' },
          { type: 'Ready', status },
          { type: 'ContainersReady', status },
          { type: 'PodScheduled', status: 'True' },
        ],
        hostIP: `192.168.0.${{ 'node-a': 11, 'node-b': 12, 'node-c': 13 }[node]}`,
        podIP: ip,
        podIPs: [{ ip }],
        containerStatuses: [
          {
            name: 'main',
            state: { running: {} },
            lastState: {},
            ready,
            restartCount: 0,
            image: '',
            imageID: '',
            started: true,
          },
        ],
        qosClass: 'BestEffort',
      },
    },
  );
}

const webSet = 'web-5bc4cbc55d';
const webContainer = { image: 'nginx:1.29', ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }] };
const webIPs = ['10.244.1.12', '10.244.1.13', '10.244.1.14'];
const ownedByWebSet = {
  ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: webSet, uid: '', controller: true }],
};
const webTemplate = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'main', ...webContainer }] } };
const webApplied =
  '{"apiVersion":"v1","kind":"Service","metadata":{"annotations":{},"labels":{"app":"web","tier":"front"},"name":"web","namespace":"default"},"spec":{"ports":[{"name":"http","port":80,"targetPort":8080},{"name":"metrics","port":9100}],"selector":{"app":"web"}}}\n';

function slice(
  namespace: string,
  name: string,
  service: string,
  metadata: Fields,
  addresses: readonly string[] | null,
  ports: readonly Fields[] | null,
): KubeObject {
  const labels = { 'kubernetes.io/service-name': service };
  const endpoints = addresses?.map((address) => ({ addresses: [address], conditions: { ready: true } })) ?? null;
  return object('EndpointSlice', namespace, name, { labels, ...metadata }, { addressType: 'IPv4', endpoints, ports });
}

function endpoints(namespace: string, name: string, labels: Fields, subsets?: readonly Fields[]): KubeObject {
  return object('Endpoints', namespace, name, { labels }, subsets ? { subsets } : {});
}

const managed = { 'endpoints.kubernetes.io/managed-by': 'endpoint-controller' };
const mirrored = {
  labels: {
    'endpointslice.kubernetes.io/managed-by': 'endpointslicemirroring-controller.k8s.io',
    'kubernetes.io/service-name': 'external-service',
  },
};

const objects: readonly KubeObject[] = [
  object(
    'Namespace',
    '',
    'shop',
    { labels: { 'kubernetes.io/metadata.name': 'shop' } },
    { spec: {}, status: { phase: 'Active' } },
  ),
  service(
    'default',
    'web',
    '10.103.21.95',
    {
      labels: { app: 'web', tier: 'front' },
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': webApplied },
    },
    {
      selector: { app: 'web' },
      ports: [
        { name: 'http', port: 80, protocol: 'TCP', targetPort: 8080 },
        { name: 'metrics', port: 9100, protocol: 'TCP', targetPort: 9100 },
      ],
    },
  ),
  service(
    'default',
    'external-service',
    '10.103.120.202',
    {},
    { ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] },
  ),
  service(
    'default',
    'db',
    'None',
    { labels: { app: 'db' } },
    { selector: { app: 'db' }, ports: [{ port: 5432, protocol: 'TCP', targetPort: 5432 }] },
  ),
  object(
    'Service',
    'default',
    'external-api-server',
    {},
    {
      spec: {
        type: 'ExternalName',
        externalName: 'api.example.com',
        sessionAffinity: 'None',
        ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
      },
      status: { loadBalancer: {} },
    },
  ),
  service(
    'shop',
    'cart',
    '10.108.60.117',
    {},
    {
      type: 'NodePort',
      selector: { app: 'cart' },
      externalTrafficPolicy: 'Cluster',
      ports: [{ port: 80, protocol: 'TCP', targetPort: 8080, nodePort: 30080 }],
    },
  ),
  endpoints('default', 'web', { app: 'web', tier: 'front', ...managed }, [
    {
      addresses: webIPs.map((ip) => ({ ip })),
      ports: [
        { name: 'http', port: 8080, protocol: 'TCP' },
        { name: 'metrics', port: 9100, protocol: 'TCP' },
      ],
    },
  ]),
  endpoints('default', 'db', managed),
  endpoints('shop', 'cart', managed),
  endpoints('default', 'external-service', {}, [
    { addresses: [{ ip: '11.11.11.11' }, { ip: '22.22.22.22' }], ports: [{ port: 80, protocol: 'TCP' }] },
  ]),
  slice('default', 'web-lvl7w', 'web', { generateName: 'web-' }, webIPs, [
    { name: 'http', port: 8080, protocol: 'TCP' },
    { name: 'metrics', port: 9100, protocol: 'TCP' },
  ]),
  slice('default', 'db-nll6l', 'db', {}, null, null),
  slice('shop', 'cart-4lq9b', 'cart', {}, null, null),
  slice(
    'default',
    'external-service-z7zmn',
    'external-service',
    mirrored,
    ['11.11.11.11', '22.22.22.22'],
    [{ name: '', port: 80, protocol: 'TCP' }],
  ),
  object(
    'Deployment',
    'default',
    'web',
    { labels: { app: 'web' }, annotations: { 'deployment.kubernetes.io/revision': '1' } },
    {
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: 'web' } },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
        template: webTemplate,
      },
      status: {
        replicas: 3,
        updatedReplicas: 3,
        readyReplicas: 3,
        availableReplicas: 3,
        conditions: [
          { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable' },
          { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' },
        ],
      },
    },
  ),
  object(
    'ReplicaSet',
    'default',
    webSet,
    {
      annotations: { 'deployment.kubernetes.io/revision': '1' },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: '', controller: true }],
    },
    {
      spec: { replicas: 3, selector: { matchLabels: { app: 'web' } }, template: webTemplate },
      status: { replicas: 3, readyReplicas: 3 },
    },
  ),
  pod('client', 0, 'node-b', { run: 'client' }, { image: 'busybox:1.37' }, true),
  pod('waiting', 1, 'node-c', { app: 'web-next' }, { image: 'nginx:1.29' }, false),
  ...['925sh', 'hddwm', 'q9k9w'].map((suffix, i) =>
    pod(
      `${webSet}-${suffix}`,
      2 + i,
      'node-a',
      { app: 'web', 'pod-template-hash': '5bc4cbc55d' },
      webContainer,
      true,
      ownedByWebSet,
    ),
  ),
];

const events: readonly ClusterEvent[] = [
  {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    object: 'Deployment/default/web',
    from: 'deployment-controller',
    message: `Scaled up replica set ${webSet} from 0 to 3`,
  },
];

/** Nodes of the session have no labels of their platform. */
function withoutPlatform(metadata: Fields): Fields {
  const labels = Object.entries((metadata['labels'] ?? {}) as Fields).filter(([key]) => !/(arch|os)$/.test(key));
  return { ...metadata, labels: Object.fromEntries(labels) };
}

/** The session's state; its tables leave kube-system out, as the recording of the session does. */
export function consoleState(): { readonly cluster: Cluster; readonly events: readonly ClusterEvent[] } {
  const empty = readEmptyCluster(`${corpus}/answers`, 'ipv4').objects;
  const kinds = {
    services: 'Service',
    endpoints: 'Endpoints',
    endpointSlices: 'EndpointSlice',
    nodes: 'Node',
    namespaces: 'Namespace',
  } as const;
  const given = Object.entries(kinds).flatMap(([list, kind]) =>
    (empty[list as keyof typeof kinds] ?? [])
      .filter(({ metadata }) => metadata.namespace !== 'kube-system')
      .map(({ metadata, ...rest }) =>
        object(kind, metadata.namespace ?? '', metadata.name, withoutPlatform(metadata as unknown as Fields), rest),
      ),
  );
  return { cluster: clusterWith([...given, ...objects]), events };
}
