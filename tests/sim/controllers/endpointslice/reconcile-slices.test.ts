import { describe, expect, test } from 'vitest';
import { reconcileSlices } from '../../../../src/sim/controllers/endpointslice/reconcile-slices.ts';
import { sliceObject } from '../../../../src/sim/controllers/endpointslice/slice-object.ts';
import type { EndpointSlice, Node, Pod, Service } from '../../../../src/sim/api/objects.ts';
import { node, pod, service } from '../cluster-of.ts';

const app = { app: 'web' };
const web = service('web', { selector: app });
const nodes = new Map(
  [node('node-a', 'zone-a'), node('node-b', 'zone-b'), node('node-c', 'zone-c')].map((n) => [n.metadata.name, n]),
);
const on = (nodeName: string) => ({ spec: { nodeName, containers: [{ name: 'main' }] } });

function write(of: Service, pods: Pod[], existing: EndpointSlice[] = [], on: ReadonlyMap<string, Node> = nodes) {
  const { written, deleted, events } = reconcileSlices(of, pods, existing, on);
  return {
    slices: written.map((plan, i) => sliceObject(of, plan, { name: `web-${String(i)}`, uid: `u${String(i)}` })),
    deleted,
    events,
  };
}

test('a Service without pods has one empty slice per family', () => {
  const dual = service('web', { selector: app, ipFamilies: ['IPv4', 'IPv6'] });
  expect(write(dual, []).slices.map(({ addressType, endpoints, ports }) => [addressType, endpoints, ports])).toEqual([
    ['IPv4', null, null],
    ['IPv6', null, null],
  ]);
});

test('the empty slice keeps its name when pods come, and again when they go', () => {
  const empty = write(web, []).slices;
  const filled = write(web, [pod('a', app, '10.0.0.1')], empty).slices;
  expect(filled.map(({ metadata, endpoints }) => [metadata.name, endpoints?.length])).toEqual([['web-0', 1]]);
  expect(write(web, [], filled).slices.map(({ metadata, endpoints }) => [metadata.name, endpoints])).toEqual([
    ['web-0', null],
  ]);
  expect(write(web, [], empty)).toEqual({ slices: [], deleted: [], events: [] });
});

test('a terminating pod stays, not ready but serving', () => {
  const going = pod('a', app, '10.0.0.1', { metadata: { deletionTimestamp: '2000-01-01T00:00:00Z' } });
  expect(write(web, [going]).slices[0]?.endpoints?.[0]?.conditions).toEqual({
    ready: false,
    serving: true,
    terminating: true,
  });
});

test('a pod that lacks the named port goes into a slice without ports', () => {
  const named = service('web', { selector: app, ports: [{ protocol: 'TCP', port: 80, targetPort: 'http' }] });
  const { slices } = write(named, [
    pod('a', app, '10.0.0.1'),
    pod('b', app, '10.0.0.2', { spec: { containers: [{ name: 'main' }] } }),
  ]);
  expect(slices.map(({ ports, endpoints }) => [ports?.[0]?.port ?? null, endpoints?.[0]?.addresses])).toEqual([
    [8080, ['10.0.0.1']],
    [null, ['10.0.0.2']],
  ]);
});

test('a pod on an unknown node is skipped with an event, unless it is published', () => {
  const ghost = pod('a', app, '10.0.0.1', on('ghost'));
  const { slices, events } = write(web, [ghost]);
  expect(slices[0]?.endpoints).toBeNull();
  expect(events.map(({ message }) => message)).toEqual([
    'Error updating Endpoint Slices for Service default/web: skipping Pod a for Service default/web: Node ghost Not Found',
  ]);
  const published = write(service('web', { selector: app, publishNotReadyAddresses: true }), [ghost]);
  expect(published.slices[0]?.endpoints?.[0]).not.toHaveProperty('zone');
  expect(published.events).toEqual([]);
});

test("a slice that only claims to be the controller's is deleted", () => {
  const claimed: EndpointSlice = {
    ...(write(web, []).slices[0] as EndpointSlice),
    metadata: { name: 'mine', namespace: 'default' },
  };
  expect(write(web, [], [claimed]).deleted).toEqual([claimed]);
});

describe('hints', () => {
  const three = ['node-a', 'node-b', 'node-c'].map((name, i) => pod(name, app, `10.0.0.${String(i + 1)}`, on(name)));
  const hints = (of: Service, pods: Pod[]) =>
    (write(of, pods).slices[0]?.endpoints ?? []).map((endpoint) => endpoint.hints);
  const auto = service('web', { selector: app }, { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } });

  test('trafficDistribution names the own zone, or the own node too', () => {
    const zones = service('web', { selector: app, trafficDistribution: 'PreferSameZone' });
    expect(hints(zones, three.slice(0, 1))).toEqual([{ forZones: [{ name: 'zone-a' }] }]);
    const own = service('web', { selector: app, trafficDistribution: 'PreferSameNode' });
    expect(hints(own, three.slice(0, 1))).toEqual([{ forZones: [{ name: 'zone-a' }], forNodes: [{ name: 'node-a' }] }]);
    expect(hints(zones, [pod('x', app, '10.0.0.9', { ready: false })])).toEqual([undefined]);
  });

  test('topology-mode Auto gives each zone its share, and says once that it is on', () => {
    expect(hints(auto, three)).toEqual([
      { forZones: [{ name: 'zone-a' }] },
      { forZones: [{ name: 'zone-b' }] },
      { forZones: [{ name: 'zone-c' }] },
    ]);
    const first = write(auto, three);
    expect(first.events.map(({ reason, message }) => [reason, message])).toEqual([
      ['TopologyAwareHintsEnabled', 'Topology Aware Hints has been enabled, addressType: IPv4'],
    ]);
    expect(write(auto, three, first.slices)).toEqual({ slices: [], deleted: [], events: [] });
  });

  test('topology-mode Auto moves endpoints of a crowded zone to the others', () => {
    const crowded = Array.from({ length: 6 }, (_, i) => pod(`p${String(i)}`, app, `10.0.0.${String(i)}`, on('node-a')));
    const zones = hints(auto, crowded).map((hint) => hint?.forZones?.[0]?.name);
    expect(
      Object.fromEntries(
        Map.groupBy(zones, (zone) => zone)
          .entries()
          .map(([zone, list]) => [zone, list.length]),
      ),
    ).toEqual({ 'zone-a': 2, 'zone-b': 2, 'zone-c': 2 });
  });

  test.each<[string, Pod[], ReadonlyMap<string, Node>, string]>([
    ['too few endpoints', three.slice(0, 2), nodes, 'Insufficient number of endpoints (2 endpoints, 3 zones)'],
    [
      'one zone',
      three.slice(0, 1),
      new Map([['node-a', node('node-a', 'zone-a')]]),
      'Insufficient Node information: allocatable CPU or zone not specified on one or more nodes',
    ],
    [
      'a node without zone',
      three.slice(0, 1),
      new Map([['node-a', node('node-a')]]),
      'Insufficient Node information: allocatable CPU or zone not specified on one or more nodes',
    ],
  ])('topology-mode Auto gives none with %s', (_, pods, on, message) => {
    const { slices, events } = write(auto, pods, [], on);
    expect(slices[0]?.endpoints?.some((endpoint) => endpoint.hints)).toBe(false);
    expect(events.map((event) => event.message)).toEqual([`${message}, addressType: IPv4`]);
  });
});
