import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../src/sim/api/objects.ts';
import { lookup } from '../../../src/sim/dns/serve.ts';
import { clusterWith, pod, service, slice } from '../network.ts';

const alone = { upstream: 'none', external: {} } as const;
const known = {
  upstream: 'known',
  external: { 'api.example.com': { addresses: ['93.184.216.34', '2606:2800::1'] } },
} as const;
const soa = 'cluster.local. 30 IN SOA ns.dns.cluster.local. hostmaster.cluster.local. * 7200 1800 86400 30';

const alias = service('api', { type: 'ExternalName', externalName: 'api.example.com' });
const objects: readonly KubeObject[] = [
  service('web', { clusterIP: '10.96.7.7', ports: [{ name: 'http', port: 80, protocol: 'TCP' }] }),
  service('db', { clusterIP: 'None', ports: [{ port: 5432, protocol: 'TCP' }] }),
  slice('db-1', 'db', [
    { addresses: ['10.244.1.10'], hostname: 'db-0' },
    { addresses: ['10.244.1.11'], conditions: { ready: false } },
  ]),
  service('idle', { clusterIP: 'None' }),
  alias,
  service('round', { type: 'ExternalName', externalName: 'round.default.svc.cluster.local' }),
  service('lost', { type: 'ExternalName', externalName: 'gone.default.svc.cluster.local' }),
  service('address', { type: 'ExternalName', externalName: '1.2.3.4' }),
  service('zeros', { type: 'ExternalName', externalName: '010.2.3.4' }),
  slice('unlabelled', undefined, [{ addresses: ['10.9.9.9'] }]),
  slice('orphan', 'nosuch', [{ addresses: ['10.9.9.8'] }]),
  pod('client', '10.244.1.20', 'node-a'),
];
const cluster = clusterWith(...objects);

describe('each reply says why', () => {
  test.each([
    ['web.default.svc.cluster.local.', 'A', 'NOERROR', ['ClusterIPAnswer']],
    ['web.default.svc.cluster.local.', 'AAAA', 'NOERROR', ['ClusterIPAnswer', 'FamilyHasNoAddress']],
    ['web.default.svc.cluster.local.', 'MX', 'NOERROR', ['ClusterIPAnswer', 'TypeNotServed']],
    ['_https._tcp.web.default.svc.cluster.local.', 'SRV', 'NXDOMAIN', ['PortNotFound']],
    ['db.default.svc.cluster.local.', 'A', 'NOERROR', ['HeadlessEndpoints']],
    ['db-0.db.default.svc.cluster.local.', 'A', 'NOERROR', ['EndpointName']],
    ['10-244-1-10.db.default.svc.cluster.local.', 'A', 'NXDOMAIN', ['EndpointNameNotFound']],
    ['10-244-1-11.db.default.svc.cluster.local.', 'A', 'NXDOMAIN', ['EndpointNameNotFound']],
    ['idle.default.svc.cluster.local.', 'A', 'NXDOMAIN', ['HeadlessWithoutEndpoints']],
    ['nope.default.svc.cluster.local.', 'A', 'NXDOMAIN', ['ServiceNotFound']],
    ['web.nope.svc.cluster.local.', 'A', 'NXDOMAIN', ['NamespaceNotFound']],
    ['shop.svc.cluster.local.', 'A', 'NOERROR', ['NamespaceName']],
    ['svc.cluster.local.', 'A', 'NOERROR', ['ZoneName']],
    ['web.cluster.local.', 'A', 'NXDOMAIN', ['NameShapeUnknown']],
    ['api.default.svc.cluster.local.', 'A', 'NOERROR', ['ExternalNameAlias', 'AliasLeavesZone', 'NoUpstream']],
    ['api.default.svc.cluster.local.', 'SRV', 'NOERROR', ['ExternalNameAlias', 'AliasWithoutPorts']],
    ['x.api.default.svc.cluster.local.', 'A', 'NXDOMAIN', ['BelowExternalName']],
    ['round.default.svc.cluster.local.', 'A', 'NOERROR', ['ExternalNameAlias', 'AliasLoop']],
    [
      'lost.default.svc.cluster.local.',
      'A',
      'NOERROR',
      ['ExternalNameAlias', 'AliasFollowed', 'ServiceNotFound', 'AliasTargetEmpty'],
    ],
    ['address.default.svc.cluster.local.', 'CNAME', 'NXDOMAIN', ['ExternalNameIsAddress']],
    // Go reads no address with a leading zero: to CoreDNS it is a name.
    ['zeros.default.svc.cluster.local.', 'CNAME', 'NOERROR', ['ExternalNameAlias']],
    ['zeros.default.svc.cluster.local.', 'A', 'NOERROR', ['ExternalNameAlias', 'AliasLeavesZone', 'NoUpstream']],
    ['1-2-3-4.shop.pod.cluster.local.', 'A', 'NOERROR', ['PodName']],
    ['web-1.shop.pod.cluster.local.', 'A', 'NXDOMAIN', ['PodNameNotAddress']],
    ['7.7.96.10.in-addr.arpa.', 'PTR', 'NOERROR', ['ReverseClusterIP']],
    ['10.1.244.10.in-addr.arpa.', 'PTR', 'NOERROR', ['ReverseEndpoint']],
    ['11.1.244.10.in-addr.arpa.', 'PTR', 'SERVFAIL', ['ReverseNotFound', 'NoUpstream']],
    ['9.9.9.10.in-addr.arpa.', 'PTR', 'TIMEOUT', ['ReverseUnnamed']],
    ['8.9.9.10.in-addr.arpa.', 'PTR', 'NOERROR', ['ReverseEndpoint']],
    ['cluster.local.', 'NS', 'NOERROR', ['NameServer']],
    ['cluster.local.', 'SOA', 'NOERROR', ['ZoneAuthority']],
    ['ns.dns.cluster.local.', 'PTR', 'NXDOMAIN', ['NameShapeUnknown']],
    ['web.default.svc.cluster.local.', 'SOA', 'NOERROR', ['TypeNotServed']],
    ['nope.default.svc.cluster.local.', 'SOA', 'NOERROR', ['TypeNotServed']],
    ['10.1.244.10.in-addr.arpa.', 'SOA', 'NOERROR', ['TypeNotServed']],
    ['dns-version.cluster.local.', 'TXT', 'NOERROR', ['SchemaVersion']],
    ['example.com.', 'A', 'SERVFAIL', ['OutsideZone', 'NoUpstream']],
  ])('%s %s: %s', (q, type, rcode, codes) => {
    const reply = lookup(cluster, { q, type }, alone);
    expect([reply.rcode, reply.reasons.map(({ code }) => code)]).toEqual([rcode, codes]);
  });
});

test('the deciding object and field stand with the reason', () => {
  const { reasons } = lookup(cluster, { q: 'api.default.svc.cluster.local', type: 'A' }, alone);
  expect(reasons[0]).toEqual({
    code: 'ExternalNameAlias',
    object: { kind: 'Service', namespace: 'default', name: 'api' },
    path: 'spec.externalName',
    facts: { externalName: 'api.example.com' },
  });
});

describe('an upstream that knows the hosts outside', () => {
  test.each([
    ['api.example.com.', 'A', 'rd ra', ['api.example.com. 30 IN A 93.184.216.34']],
    ['API.example.com', 'AAAA', 'rd ra', ['API.example.com. 30 IN AAAA 2606:2800::1']],
    [
      'api.default.svc.cluster.local.',
      'A',
      'aa rd',
      ['api.default.svc.cluster.local. 30 IN CNAME api.example.com.', 'api.example.com. 30 IN A 93.184.216.34'],
    ],
  ])('%s %s', (q, type, flags, answer) => {
    expect(lookup(cluster, { q, type }, known)).toMatchObject({ rcode: 'NOERROR', flags, answer });
  });

  test('says that other names do not exist', () => {
    const { rcode, flags, authority } = lookup(cluster, { q: 'example.org.', type: 'A' }, known);
    expect({ rcode, flags }).toEqual({ rcode: 'NXDOMAIN', flags: 'rd ra' });
    expect(authority).toEqual(['. 30 IN SOA a.root-servers.net. nstld.verisign-grs.com. * 1800 900 604800 86400']);
  });

  test('names of objects that every JavaScript object has are no hosts', () => {
    expect(lookup(cluster, { q: 'constructor.', type: 'A' }, known).rcode).toBe('NXDOMAIN');
  });
});

test('no data and no such name carry the SOA of the zone as it was written', () => {
  expect(lookup(cluster, { q: 'idle.default.svc.cluster.local.', type: 'A' }, alone).authority).toEqual([soa]);
  expect(lookup(cluster, { q: 'nope.default.svc.CLUSTER.local.', type: 'A' }, alone).authority).toEqual([
    soa.replaceAll('cluster.local', 'CLUSTER.local'),
  ]);
});

test('a chain of aliases in a circle ends', () => {
  const circle = clusterWith(
    service('a', { type: 'ExternalName', externalName: 'b.default.svc.cluster.local' }),
    service('b', { type: 'ExternalName', externalName: 'a.default.svc.cluster.local' }),
  );
  const reply = lookup(circle, { q: 'a.default.svc.cluster.local.', type: 'A' }, alone);
  expect([reply.rcode, reply.answer]).toEqual(['NOERROR', []]);
  expect(reply.reasons.map(({ code }) => code)).toContain('AliasLoop');
});

test('two questions give equal replies', () => {
  const ask = (): unknown => lookup(cluster, { q: 'db.default.svc.cluster.local.', type: 'SRV' }, alone);
  expect(ask()).toEqual(ask());
});
