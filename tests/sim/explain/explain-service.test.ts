import { describe, expect, test } from 'vitest';
import { explainService } from '../../../src/sim/explain/explain-service.ts';
import { orphanEndpoints } from '../../../src/sim/explain/orphan-endpoints.ts';
import type { Endpoints, EndpointSlice, KubeObject, Pod } from '../../../src/sim/api/objects.ts';
import { clusterOf, node, pod, service } from '../controllers/cluster-of.ts';

const app = { app: 'web' };
const web = service('web', { selector: app, ports: [{ protocol: 'TCP', port: 80, targetPort: 'http' }] });

function explain(...objects: KubeObject[]) {
  const result = explainService(
    { cluster: clusterOf(node('node-a', 'zone-a'), ...objects), events: [] },
    'default',
    'web',
  );
  if (!result) throw new Error('no explanation');
  return result;
}
const rowOf = (...objects: KubeObject[]) => explain(...objects).ports[0]?.rows[0];

describe('the first cause of a pod', () => {
  const ports = (name: string, protocol: 'TCP' | 'UDP') => ({
    spec: { containers: [{ name: 'main', ports: [{ name, containerPort: 8080, protocol }] }] },
  });
  test.each<[string, Pod, string, string, string | undefined]>([
    ['ready', pod('a', app, '10.0.0.1'), 'in', 'Ready', 'status.conditions'],
    ['not ready', pod('a', app, '10.0.0.1', { ready: false }), 'notReady', 'NotReady', 'status.conditions'],
    [
      'terminating',
      pod('a', app, '10.0.0.1', { metadata: { deletionTimestamp: 'x' } }),
      'terminating',
      'Terminating',
      'metadata.deletionTimestamp',
    ],
    ['another value', pod('a', { app: 'wbe' }, '10.0.0.1'), 'out', 'LabelDiffers', 'metadata.labels.app'],
    ['no such label', pod('a', { run: 'web' }, '10.0.0.1'), 'out', 'LabelMissing', 'metadata.labels.run'],
    ['finished', pod('a', app, '10.0.0.1', { status: { phase: 'Succeeded' } }), 'out', 'Succeeded', 'status.phase'],
    ['without address', pod('a', app, ''), 'out', 'NoAddress', 'status.podIP'],
    ['of the other family', pod('a', app, 'fd00::1'), 'out', 'FamilyAbsent', 'status.podIPs'],
    ['on no node', pod('a', app, '10.0.0.1', { spec: { nodeName: '' } }), 'out', 'NotBound', 'spec.nodeName'],
    [
      'on an unknown node',
      pod('a', app, '10.0.0.1', { spec: { nodeName: 'ghost' } }),
      'out',
      'NodeNotFound',
      'spec.nodeName',
    ],
    [
      'with another port name',
      pod('a', app, '10.0.0.1', ports('htpp', 'TCP')),
      'out',
      'PortNameNotFound',
      'spec.containers[0].ports[0].name',
    ],
    [
      'with another protocol',
      pod('a', app, '10.0.0.1', ports('http', 'UDP')),
      'out',
      'PortProtocolDiffers',
      'spec.containers[0].ports[0].protocol',
    ],
    [
      'in another namespace',
      pod('a', app, '10.0.0.1', { metadata: { namespace: 'shop' } }),
      'out',
      'OtherNamespace',
      'metadata.namespace',
    ],
  ])('%s', (_, one, state, code, path) => {
    expect(rowOf(web, one)).toMatchObject({ state, reason: { code, path } });
  });
});

test('a label that differs points at both sides, with what is wanted and found', () => {
  expect(rowOf(web, pod('a', { app: 'wbe' }, '10.0.0.1'))?.reason).toEqual({
    code: 'LabelDiffers',
    object: { kind: 'Pod', namespace: 'default', name: 'a' },
    path: 'metadata.labels.app',
    against: { object: { kind: 'Service', namespace: 'default', name: 'web' }, path: 'spec.selector.app' },
    facts: { key: 'app', wanted: 'web', found: 'wbe', near: true, matched: 0, of: 1 },
  });
});

test("a pod of a Deployment points at the Deployment's template", () => {
  const owner = (kind: string, name: string) => [{ apiVersion: 'apps/v1', kind, name, uid: name, controller: true }];
  const set = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'web-1', namespace: 'default', ownerReferences: owner('Deployment', 'web') },
  };
  const made = pod('web-1-x', { app: 'api' }, '10.0.0.1', {
    metadata: { generateName: 'web-1-', ownerReferences: owner('ReplicaSet', 'web-1') },
  });
  expect(rowOf(web, set, made)?.reason).toMatchObject({
    object: { kind: 'Deployment', name: 'web' },
    path: 'spec.template.metadata.labels.app',
  });
});

test('a selector that matches nothing names the value most likely meant', () => {
  const wrong = service('web', { selector: { app: 'wbe' } });
  expect(explain(wrong, pod('a', app, '10.0.0.1')).reasons[0]).toMatchObject({
    code: 'LabelDiffers',
    path: 'spec.selector.app',
    facts: { wanted: 'wbe', nearest: 'web' },
  });
});

test('a pod is listed by its name: another with its address does not count', () => {
  const entry = (name: string) => ({
    addresses: ['10.0.0.1'],
    conditions: { ready: true },
    targetRef: { kind: 'Pod', name },
  });
  const slice: EndpointSlice = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'web-1',
      namespace: 'default',
      labels: {
        'kubernetes.io/service-name': 'web',
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
      },
    },
    addressType: 'IPv4',
    endpoints: [entry('new')],
    ports: [],
  };
  const old = pod('old', app, '10.0.0.1', { status: { phase: 'Failed' } });
  const rows = explain(web, slice, old, pod('new', app, '10.0.0.1')).ports[0]?.rows;
  expect(rows?.map((row) => [row.pod?.name, row.listed.slice])).toEqual([
    ['new', true],
    ['old', false],
  ]);
});

test('rows in come first, then near misses, then the rest', () => {
  const rows = explain(
    web,
    pod('client', { run: 'client' }, '10.0.0.3'),
    pod('slip', { app: 'wbe' }, '10.0.0.2'),
    pod('a', app, '10.0.0.1'),
  ).ports[0]?.rows;
  expect(rows?.map((row) => row.pod?.name)).toEqual(['a', 'slip', 'client']);
});

describe('a Service without a selector', () => {
  const bare = service('web', {});
  const endpoints = (name: string, more: Partial<Endpoints> = {}): Endpoints => ({
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { name, namespace: 'default' },
    subsets: [{ addresses: [{ ip: '11.11.11.11' }], ports: [{ port: 80, protocol: 'TCP' }] }],
    ...more,
  });
  const slice = (labels: Record<string, string>, ports: EndpointSlice['ports']): EndpointSlice => ({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'web-1', namespace: 'default', labels: { 'kubernetes.io/service-name': 'web', ...labels } },
    addressType: 'IPv4',
    endpoints: [{ addresses: ['11.11.11.11'], conditions: { ready: true } }],
    ports,
  });
  const mirrored = slice({ 'endpointslice.kubernetes.io/managed-by': 'endpointslicemirroring-controller.k8s.io' }, [
    { name: '', port: 80, protocol: 'TCP' },
  ]);

  test('shows what was typed, with the line', () => {
    expect(rowOf(bare, endpoints('web'), mirrored)).toEqual({
      address: '11.11.11.11:80',
      state: 'in',
      reason: {
        code: 'TypedByHand',
        object: { kind: 'Endpoints', namespace: 'default', name: 'web' },
        path: 'subsets[0].addresses[0].ip',
      },
      listed: { endpoints: true, slice: true },
    });
  });

  test('and nothing else says that it has no list', () => {
    expect(explain(bare).reasons.map(({ code }) => code)).toEqual(['NoSelector']);
  });

  test('and Endpoints of a near name points at the name', () => {
    const { reasons } = explain(bare, endpoints('wbe'));
    expect(reasons).toMatchObject([
      {
        code: 'EndpointsNameDiffers',
        object: { name: 'wbe' },
        path: 'metadata.name',
        facts: { wanted: 'web', found: 'wbe' },
      },
    ]);
    expect(orphanEndpoints(clusterOf(bare, endpoints('wbe')))).toMatchObject([
      { code: 'EndpointsWithoutService', facts: { nearest: 'web' } },
    ]);
  });

  test('and Endpoints of its name in another namespace points at the namespace', () => {
    const { reasons } = explain(bare, endpoints('web', { metadata: { name: 'web', namespace: 'shop' } }));
    expect(reasons).toMatchObject([
      { code: 'OtherNamespace', path: 'metadata.namespace', facts: { wanted: 'default', found: 'shop' } },
    ]);
  });

  test('joins ports by name only', () => {
    const named = service('web', { ports: [{ name: 'http', protocol: 'TCP', port: 80 }] });
    const [port] = explain(named, slice({}, [{ name: 'web', port: 8080, protocol: 'TCP' }])).ports;
    expect(port?.rows).toMatchObject([{ state: 'out', reason: { code: 'PortNameDiffers' } }]);
    expect(port?.reasons).toMatchObject([
      { code: 'PortNameDiffers', path: 'ports[0].name', facts: { wanted: 'http', found: ['web'], nearest: 'web' } },
    ]);
  });

  test('keeps what the controller left', () => {
    const left = slice({ 'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io' }, [
      { name: '', port: 80, protocol: 'TCP' },
    ]);
    expect(explain(bare, left).reasons).toMatchObject([{ code: 'LeftFromBefore', object: { kind: 'EndpointSlice' } }]);
  });

  test('and an ExternalName has none at all', () => {
    expect(
      explain(service('web', { type: 'ExternalName', externalName: 'example.com' })).reasons.map(({ code }) => code),
    ).toEqual(['ExternalNameHasNoEndpoints']);
  });

  test('skip-mirror keeps Endpoints out of traffic', () => {
    const skipped = endpoints('web', {
      metadata: { name: 'web', namespace: 'default', labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } },
    });
    expect(explain(bare, skipped).reasons.map(({ code }) => code)).toEqual(['NotMirrored']);
  });
});
