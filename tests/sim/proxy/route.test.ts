import { describe, expect, test } from 'vitest';
import type { Service } from '../../../src/sim/api/objects.ts';
import { memoryOf } from '../../../src/sim/proxy/memory.ts';
import { route, type Route } from '../../../src/sim/proxy/route.ts';
import { clusterWith, service, slice } from '../network.ts';

const endpoints = [
  { addresses: ['10.244.1.1'], nodeName: 'node-a' },
  { addresses: ['10.244.1.2'], nodeName: 'node-b' },
];
const web = (spec: Partial<Service['spec']>): Service =>
  service(
    'web',
    {
      ...{ type: 'LoadBalancer', clusterIP: '10.96.7.7', externalIPs: ['198.51.100.7'] },
      ports: [{ port: 80, protocol: 'TCP', nodePort: 30080 }],
      ...spec,
    },
    { loadBalancer: { ingress: [{ ip: '203.0.113.1' }, { ip: '203.0.113.2', ipMode: 'Proxy' }] } },
  );

/** Sends `IP:PORT own|outside` to a node's rules. */
function send(spec: Partial<Service['spec']>, node: string, text: string, from = '10.244.1.9'): Route {
  const cluster = clusterWith(web(spec), slice('web-1', 'web', endpoints));
  const [target = '', arrival] = text.split(' ');
  const [ip = '', port = ''] = target.split(':');
  const packet = { ip, port: Number(port), protocol: 'TCP', from, toNode: ip.startsWith('192.168.') } as const;
  return route({ cluster, proxy: memoryOf(cluster) }, node, {
    ...packet,
    arrival: arrival === 'outside' ? 'outside' : 'own',
  });
}

function seen(way: Route): string {
  if (way.kind !== 'endpoints') return way.kind;
  return `${way.endpoints.map(({ ip }) => ip.slice(-1)).join(',')}${way.masquerade ? ' masqueraded' : ''}`;
}

const local = { internalTrafficPolicy: 'Local', externalTrafficPolicy: 'Local', healthCheckNodePort: 32000 } as const;

describe('policy Cluster', () => {
  test.each([
    ['10.96.7.7:80 own', '1,2'],
    ['10.96.7.7:80 outside', '1,2 masqueraded'],
    ['10.96.7.7:8080 own', 'reject'],
    ['10.96.7.8:80 own', 'drop'],
    ['203.0.113.1:80 own', '1,2 masqueraded'],
    ['203.0.113.1:81 own', 'pass'],
    ['203.0.113.2:80 own', 'pass'],
    ['198.51.100.7:80 outside', '1,2 masqueraded'],
    ['192.168.0.11:30080 outside', '1,2 masqueraded'],
    ['192.168.0.11:80 outside', 'pass'],
    ['10.244.1.1:8080 own', 'pass'],
  ])('%s: %s', (packet, expected) => {
    expect(seen(send({}, 'node-a', packet))).toBe(expected);
  });
});

describe('policy Local', () => {
  test.each([
    ['node-a', '10.96.7.7:80 own', '1'],
    ['node-c', '10.96.7.7:80 own', 'drop'],
    ['node-c', '203.0.113.1:80 own', '1,2'],
    ['node-b', '203.0.113.1:80 outside', '2'],
    ['node-c', '192.168.0.13:30080 own', '1,2'],
    ['node-c', '192.168.0.13:30080 outside', 'drop'],
    ['node-a', '192.168.0.11:32000 outside', 'health'],
  ])('%s, %s: %s', (node, packet, expected) => {
    expect(seen(send(local, node, packet))).toBe(expected);
  });

  test('a health check counts the ready endpoints of its node', () => {
    const counts = ['node-a', 'node-c'].map((node) => send(local, node, '192.168.0.11:32000 outside'));
    expect(counts.map((way) => way.kind === 'health' && way.localEndpoints)).toEqual([1, 0]);
  });

  // Models pkg/proxy/endpointschangetracker.go getLocalReadyEndpointIPs, v1.36.
  test('a health check asks for no port name', () => {
    const other = { ports: [{ name: 'other', protocol: 'TCP', port: 80 }] } as const;
    const cluster = clusterWith(web(local), slice('web-1', 'web', endpoints, other));
    const packet = { ip: '192.168.0.11', port: 32000, protocol: 'TCP', from: '10.244.1.9', toNode: true } as const;
    const way = route({ cluster, proxy: memoryOf(cluster) }, 'node-a', { ...packet, arrival: 'outside' });
    expect(way.kind === 'health' && way.localEndpoints).toBe(1);
  });
});

// Models pkg/proxy/nftables/proxier.go, v1.36: the chain services looks at service-ips, then at service-nodeports.
test.each([
  ['node-a', '192.168.0.11:80 own', '1,2 masqueraded'],
  ['node-b', '192.168.0.11:80 own', '1,2 masqueraded'],
  ['node-a', '192.168.0.11:80 outside', '1,2 masqueraded'],
  ['node-a', '192.168.0.11:30080 outside', '1,2 masqueraded'],
  ['node-a', '192.168.0.11:81 outside', 'pass'],
])("a node's own address may be an externalIP: %s, %s", (node, packet, expected) => {
  expect(seen(send({ externalIPs: ['192.168.0.11'] }, node, packet))).toBe(expected);
});

describe('source ranges', () => {
  const ranges = { loadBalancerSourceRanges: ['198.51.100.0/24'] };
  test.each([
    ['203.0.113.1:80', '198.51.100.9', ranges, '1,2 masqueraded'],
    ['203.0.113.1:80', '192.0.2.9', ranges, 'drop'],
    ['203.0.113.1:80', '10.244.1.9', ranges, 'drop'],
    ['192.168.0.11:30080', '192.0.2.9', ranges, '1,2 masqueraded'],
    ['203.0.113.1:80', '192.0.2.9', { loadBalancerSourceRanges: ['0.0.0.0/0'] }, '1,2 masqueraded'],
  ])('%s from %s', (target, from, spec, expected) => {
    expect(seen(send(spec, 'node-a', `${target} outside`, from))).toBe(expected);
  });
});

test.each([
  ['no slice', undefined, {}, 'NoSlices'],
  ['an empty slice', [], {}, 'NoSlices'],
  ['another port name', endpoints, { ports: [{ name: 'http', protocol: 'TCP', port: 80 }] }, 'SlicePortDiffers'],
  ['no ports', endpoints, { ports: null }, 'SliceWithoutPorts'],
  ['none ready', [{ addresses: ['10.244.1.1'], conditions: { ready: false } }], {}, 'NoneReady'],
  ['only IPv6', [{ addresses: ['fd00::1'] }], { addressType: 'IPv6' }, 'SliceFamilyDiffers'],
] as const)('refused, and why: %s', (_name, list, more, code) => {
  const slices = list ? [slice('web-1', 'web', [...list], more as object)] : [];
  const cluster = clusterWith(web({}), ...slices);
  const packet = { ip: '10.96.7.7', port: 80, protocol: 'TCP', from: '10.244.1.9', toNode: false } as const;
  const way = route({ cluster, proxy: memoryOf(cluster) }, 'node-a', { ...packet, arrival: 'own' });
  expect([way.kind, way.reasons.map((reason) => reason.code)]).toEqual([
    'reject',
    ['ServicePortMatched', 'NoEndpoints', code],
  ]);
});

test('a port that another protocol of the same address has is refused', () => {
  const cluster = clusterWith(web({}), slice('web-1', 'web', endpoints));
  const packet = { ip: '10.96.7.7', port: 80, protocol: 'UDP', from: '10.244.1.9', toNode: false } as const;
  expect(route({ cluster, proxy: memoryOf(cluster) }, 'node-a', { ...packet, arrival: 'own' }).kind).toBe('reject');
});
