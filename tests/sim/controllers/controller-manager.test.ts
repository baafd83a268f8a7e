import { describe, expect, test } from 'vitest';
import type { Endpoints, EndpointSlice, Pod } from '../../../src/sim/api/objects.ts';
import { BenchCluster } from './bench-cluster.ts';
import { node, pod, service } from './cluster-of.ts';

const app = { app: 'web' };
const bare = (name: string, labels = app): Pod => ({
  ...pod(name, labels, ''),
  spec: { containers: [{ name: 'main' }] },
  status: { phase: 'Pending' },
});
const typed = (...ips: string[]): Endpoints => ({
  apiVersion: 'v1',
  kind: 'Endpoints',
  metadata: { name: 'web', namespace: 'default', uid: 'ep-web' },
  subsets: [{ addresses: ips.map((ip) => ({ ip })), ports: [{ port: 80, protocol: 'TCP' }] }],
});
const addresses = (lab: BenchCluster): string[] =>
  lab.get<Endpoints>('endpoints', 'web')?.subsets?.flatMap((s) => (s.addresses ?? []).map(({ ip }) => ip)) ?? [];
const inSlices = (lab: BenchCluster): string[] =>
  lab.list<EndpointSlice>('endpointslices').flatMap(({ endpoints }) => (endpoints ?? []).flatMap((e) => e.addresses));

test('a Service with a selector gets Endpoints and a slice, and both follow the pods', () => {
  const lab = new BenchCluster().put(service('web', { selector: app }));
  expect([lab.get<Endpoints>('endpoints', 'web')?.subsets, inSlices(lab)]).toEqual([undefined, []]);
  lab.put(bare('a'), bare('b'));
  expect([addresses(lab), inSlices(lab)]).toEqual([
    ['10.244.1.10', '10.244.1.11'],
    ['10.244.1.10', '10.244.1.11'],
  ]);
  lab.declare({ 'default/a': { ready: false } });
  expect(addresses(lab)).toEqual(['10.244.1.11']);
  lab.remove('pods', 'b');
  expect([addresses(lab), inSlices(lab)]).toEqual([[], ['10.244.1.10']]);
});

describe('history', () => {
  test('an edit of Endpoints stays until something syncs the Service', () => {
    const lab = new BenchCluster().put(service('web', { selector: app }), bare('a')).put(typed('10.9.9.9'));
    expect([addresses(lab), inSlices(lab)]).toEqual([['10.9.9.9'], ['10.244.1.10']]);
    lab.put(bare('b'));
    expect(addresses(lab)).toEqual(['10.244.1.10', '10.244.1.11']);
  });

  test('deleted Endpoints of a Service with a selector come back', () => {
    const lab = new BenchCluster().put(service('web', { selector: app }), bare('a')).remove('endpoints', 'web');
    expect(addresses(lab)).toEqual(['10.244.1.10']);
  });

  test('without its selector the lists freeze, and the frozen Endpoints are mirrored beside the frozen slice', () => {
    const lab = new BenchCluster().put(service('web', { selector: app }), bare('a')).put(service('web', {}));
    lab.remove('pods', 'a');
    expect([addresses(lab), inSlices(lab)]).toEqual([['10.244.1.10'], ['10.244.1.10', '10.244.1.10']]);
    lab.put(service('web', { selector: app }));
    expect([addresses(lab), inSlices(lab)]).toEqual([[], []]);
    expect(lab.list('endpointslices')).toHaveLength(1);
  });

  test('Endpoints made before their Service are emptied as soon as it has a selector', () => {
    const lab = new BenchCluster().put(typed('10.9.9.9'));
    expect(inSlices(lab)).toEqual([]);
    lab.put(service('web', {}));
    expect(inSlices(lab)).toEqual(['10.9.9.9']);
    lab.put(service('web', { selector: app }));
    expect([addresses(lab), inSlices(lab)]).toEqual([[], []]);
  });

  test('a deleted Service takes its Endpoints, also hand-written ones, and all its slices', () => {
    const lab = new BenchCluster().put(service('web', {}), typed('10.9.9.9')).remove('services', 'web');
    expect([lab.list('endpoints'), lab.list('endpointslices')]).toEqual([[], []]);
  });
});

test('a mirrored slice keeps its name, and goes when the addresses go', () => {
  const lab = new BenchCluster().put(service('web', {}), typed('10.9.9.9'));
  const [first] = lab.list<EndpointSlice>('endpointslices');
  lab.put(typed('10.9.9.8', '10.9.9.9'));
  const [second] = lab.list<EndpointSlice>('endpointslices');
  expect(second?.metadata).toMatchObject({ name: first?.metadata.name, generation: 2 });
  expect(second?.metadata).not.toHaveProperty('generateName');
  const { subsets: _subsets, ...empty } = typed();
  expect(lab.put(empty).list('endpointslices')).toEqual([]);
});

test.each([
  ['of pods', () => new BenchCluster().put(service('web', { selector: app }), bare('a'))],
  ['mirrored', () => new BenchCluster().put(service('web', {}), typed('10.9.9.9'))],
])('a slice %s that is deleted comes back under another name', (_, made) => {
  const lab = made();
  const slices = () => lab.list<EndpointSlice>('endpointslices').map(({ metadata: { name, uid } }) => [name, uid]);
  const [before] = slices();
  lab.remove('endpointslices', before?.[0] ?? '');
  const [after, ...others] = slices();
  expect([after?.[0] === before?.[0], after?.[1] === before?.[1], others]).toEqual([false, false, []]);
});

describe('a slice that says the mirroring controller made it', () => {
  const odd = (name: string, labels: Record<string, string>): EndpointSlice => ({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name,
      namespace: 'default',
      uid: name,
      generation: 1,
      labels: { 'endpointslice.kubernetes.io/managed-by': 'endpointslicemirroring-controller.k8s.io', ...labels },
    },
    addressType: 'IPv4',
    endpoints: [{ addresses: ['10.1.1.1'], conditions: {} }],
    ports: null,
  });

  // Models endpointsControllerKey, v1.36: without the Service's name there is nothing to look at.
  test('goes where nothing is mirrored, and stays where it names no Service', () => {
    const lab = new BenchCluster().put(odd('named', { 'kubernetes.io/service-name': 'web' }), odd('nameless', {}));
    expect(lab.list('endpointslices').map(({ metadata }) => metadata.name)).toEqual(['nameless']);
  });

  // Models EndpointSliceTracker ShouldSync, v1.36: it goes by the generation.
  test('keeps a note typed on it until its content or its labels are touched', () => {
    const lab = new BenchCluster().put(service('web', {}), typed('10.9.9.9'));
    const mirrored = (): EndpointSlice => lab.list<EndpointSlice>('endpointslices')[0] as EndpointSlice;
    const { metadata } = mirrored();
    lab.put({ ...mirrored(), metadata: { ...metadata, annotations: { note: 'mine' } } } as EndpointSlice);
    expect(mirrored().metadata.annotations).toEqual({ note: 'mine' });
    const labels = { ...metadata.labels, mine: 'too' };
    lab.put({ ...mirrored(), metadata: { ...mirrored().metadata, labels, generation: 2 } } as EndpointSlice);
    expect([mirrored().metadata.annotations, mirrored().metadata.labels?.['mine']]).toEqual([undefined, undefined]);
  });
});

test("a pod with an address and no node stops the Service's Endpoints, with the API server's words, but not its slices", () => {
  const lab = new BenchCluster();
  lab.pods = { 'default/b': { node: 'none' } };
  lab.put(service('web', { selector: app }), bare('a'), bare('b'));
  expect([addresses(lab), inSlices(lab)]).toEqual([[], ['10.244.1.10']]);
  expect(lab.messages('FailedToUpdateEndpoint')[0]).toMatch(
    /^Failed to update endpoint default\/web: Endpoints "web" is invalid: subsets\[0\]\.addresses\[1\]\.nodeName: Invalid value: "": a lowercase RFC 1123 subdomain/,
  );
  expect(lab.messages('FailedToUpdateEndpointSlices')).toEqual([
    'Error updating Endpoint Slices for Service default/web: skipping Pod b for Service default/web: Node  Not Found',
  ]);
});

test('kubernetes and kube-dns are left alone', () => {
  const before = new BenchCluster();
  const after = new BenchCluster().put(service('web', { selector: app }));
  for (const [resource, key] of [
    ['endpoints', 'default/kubernetes'],
    ['endpoints', 'kube-system/kube-dns'],
  ] as const) {
    expect(after.cluster.tables.get(resource)?.get(key)).toEqual(before.cluster.tables.get(resource)?.get(key));
  }
});

test('hints go with the annotation that asked for them, with an event', () => {
  const auto = service('web', { selector: app }, { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } });
  const lab = new BenchCluster().put(auto, bare('a'), bare('b'), bare('c'));
  const hints = (): unknown[] =>
    lab
      .list<EndpointSlice>('endpointslices')
      .flatMap(({ endpoints }) => (endpoints ?? []).flatMap((e) => e.hints ?? []));
  expect(hints()).toHaveLength(3);
  lab.put(service('web', { selector: app }));
  expect(hints()).toEqual([]);
  expect(lab.messages('TopologyAwareHintsDisabled').at(-1)).toBe(
    'Topology Aware Hints has been disabled, addressType: IPv4',
  );
});

// Models topologycache hintsPopulatedByService, v1.36: it knows only hints that the annotation asked for.
test('an annotation that takes over the hints of trafficDistribution is told of as enabled', () => {
  const zones = { selector: app, trafficDistribution: 'PreferSameZone' } as const;
  const lab = new BenchCluster().put(service('web', zones), bare('a'), bare('b'), bare('c'));
  expect(lab.messages('TopologyAwareHintsEnabled')).toEqual([]);
  lab.put(service('web', zones, { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } }));
  expect(lab.messages('TopologyAwareHintsEnabled')).toEqual([
    'Topology Aware Hints has been enabled, addressType: IPv4',
  ]);
});

// Models endpointslice/util podEndpointsChanged, v1.36: the phase is not among what it compares.
test('a pod that was not ready and fails stays listed until something else syncs the Service', () => {
  const lab = new BenchCluster().put(service('web', { selector: app }), bare('a'), bare('b'));
  lab.declare({ 'default/a': { phase: 'Pending' } });
  const notReady = () =>
    lab.get<Endpoints>('endpoints', 'web')?.subsets?.flatMap((s) => (s.notReadyAddresses ?? []).map(({ ip }) => ip));
  lab.declare({ 'default/a': { phase: 'Failed' } });
  expect([notReady(), inSlices(lab)]).toEqual([['10.244.1.10'], ['10.244.1.10', '10.244.1.11']]);
  lab.put(bare('c'));
  expect([notReady(), inSlices(lab)]).toEqual([[], ['10.244.1.11', '10.244.1.12']]);
});

// Models setEndpointSliceLabels and labelsCorrectForEndpoints, v1.36: they compare what the user's labels give.
test('lists of a Service that becomes headless by way of ExternalName get no label for it before they change', () => {
  const headless = 'service.kubernetes.io/headless';
  const lab = new BenchCluster().put(service('web', { selector: app }), bare('a'));
  lab.put(service('web', { type: 'ExternalName', externalName: 'example.com', selector: app }));
  lab.put(service('web', { selector: app, clusterIP: 'None' }));
  const marked = () => [
    lab.get<Endpoints>('endpoints', 'web')?.metadata.labels?.[headless],
    lab.list<EndpointSlice>('endpointslices')[0]?.metadata.labels?.[headless],
  ];
  expect(marked()).toEqual([undefined, undefined]);
  lab.put(bare('b'));
  expect(marked()).toEqual(['', '']);
});

// Models endpointslice_controller.go updateNode and checkNodeTopologyDistribution, v1.36: nodes sync hardly any Service.
describe('nodes that change', () => {
  const zones = (lab: BenchCluster) =>
    lab.list<EndpointSlice>('endpointslices').flatMap(({ endpoints }) => (endpoints ?? []).map(({ zone }) => zone));
  const hints = (lab: BenchCluster) =>
    lab
      .list<EndpointSlice>('endpointslices')
      .flatMap(({ endpoints }) => (endpoints ?? []).flatMap((e) => e.hints?.forZones?.map(({ name }) => name) ?? []));

  test('a new zone shows only when the Service is looked at next', () => {
    const lab = new BenchCluster().put(service('web', { selector: app }), bare('a'));
    lab.put(node('node-a', 'zone-z'));
    expect(zones(lab)).toEqual(['zone-a']);
    lab.put(bare('b'));
    expect(zones(lab)).toEqual(['zone-z', 'zone-b']);
  });

  // Models pkg/controller/podgc gcOrphaned, v1.36.
  test('a deleted node takes its pods along', () => {
    const lab = new BenchCluster().put(service('web', { selector: app }), bare('a'), bare('b'));
    lab.remove('nodes', 'node-a');
    expect([inSlices(lab), lab.list<Pod>('pods').map(({ metadata }) => metadata.name)]).toEqual([
      ['10.244.1.11'],
      ['b'],
    ]);
  });

  test('a pod is listed as soon as its node is there', () => {
    const lab = new BenchCluster();
    lab.pods = { 'default/a': { node: 'node-d' } };
    lab.put(service('web', { selector: app }), bare('a'));
    expect(zones(lab)).toEqual([]);
    expect(zones(lab.put(node('node-d', 'zone-d')))).toEqual(['zone-d']);
  });

  test('hints are spread anew when a zone has too few for its CPU, and not before', () => {
    const auto = service('web', { selector: app }, { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } });
    const lab = new BenchCluster().put(auto, bare('a'), bare('b'), bare('c'));
    expect(hints(lab).sort()).toEqual(['zone-a', 'zone-b', 'zone-c']);
    lab.put(node('node-d', 'zone-d'));
    expect([hints(lab), lab.messages('TopologyAwareHintsDisabled').at(-1)]).toEqual([
      [],
      'Insufficient number of endpoints (3 endpoints, 4 zones), addressType: IPv4',
    ]);
  });
});

test('only "truncated" and nothing else stands for over capacity: another value goes with the next sync', () => {
  const lab = new BenchCluster().put(service('web', { selector: app }), bare('a'));
  const present = lab.get<Endpoints>('endpoints', 'web') as Endpoints;
  const annotations = { 'endpoints.kubernetes.io/over-capacity': 'warning' };
  lab.put({ ...present, metadata: { ...present.metadata, annotations } });
  const mark = () =>
    lab.get<Endpoints>('endpoints', 'web')?.metadata.annotations?.['endpoints.kubernetes.io/over-capacity'];
  expect(mark()).toBe('warning');
  lab.put(service('web', { selector: app, sessionAffinity: 'ClientIP' }));
  expect(mark()).toBeUndefined();
});
