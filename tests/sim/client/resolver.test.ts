import { expect, test } from 'vitest';
import { lookupHost } from '../../../src/sim/client/resolver.ts';
import { clusterWith, pod, service } from '../network.ts';

const few = { dnsConfig: { searches: ['corp.example'], options: [{ name: 'ndots', value: '2' }] } };
const cluster = clusterWith(
  service('web', { clusterIP: '10.96.7.7' }),
  pod('few', '10.244.1.10', 'node-a', few),
  pod('host', '192.168.0.11', 'node-a', { hostNetwork: true }),
);
const known = { upstream: 'known', external: { 'db.corp.example': { addresses: ['10.1.1.1'] } } } as const;
const alone = { upstream: 'none', external: {} } as const;

/** What was asked, in order, and what came of it. */
function ask(host: string, asking?: string, upstream: typeof known | typeof alone = known): readonly unknown[] {
  const question = { host, type: 'A', ns: 'default', ...(asking ? { pod: `default/${asking}` } : {}) };
  const { result, queries = [], notAsked = [] } = lookupHost(cluster, question, upstream);
  return [result, queries.map(({ q }) => q.replace('.cluster.local.', '.~')).join(' '), notAsked.length];
}

test.each([
  ['web', undefined, ['ANSWER', 'web.default.svc.~', 3]],
  ['web.default', undefined, ['ANSWER', 'web.default.default.svc.~ web.default.svc.~', 2]],
  ['web.default.svc.cluster.local.', undefined, ['ANSWER', 'web.default.svc.~', 0]],
  ['nope', undefined, ['NXDOMAIN', 'nope.default.svc.~ nope.svc.~ nope.~ nope.', 0]],
  ['svc', undefined, ['NODATA', 'svc.default.svc.~ svc.svc.~ svc.~ svc.', 0]],
  ['a.b.c.d.e.f', undefined, ['NXDOMAIN', 'a.b.c.d.e.f. a.b.c.d.e.f.default.svc.~ a.b.c.d.e.f.svc.~ a.b.c.d.e.f.~', 0]],
  [
    'web.default.svc',
    'few',
    ['ANSWER', 'web.default.svc. web.default.svc.default.svc.~ web.default.svc.svc.~ web.default.svc.~', 1],
  ],
  ['db', 'few', ['ANSWER', 'db.default.svc.~ db.svc.~ db.~ db.corp.example.', 1]],
  ['web', 'host', ['NXDOMAIN', 'web.', 0]],
  ['bad..name', undefined, ['NXDOMAIN', '', 0]],
] as const)('%s', (host, asking, expected) => {
  expect(ask(host, asking)).toEqual(expected);
});

test('without upstream an unknown name means "try again", also when it was asked as it is first', () => {
  expect(ask('nope', undefined, alone)[0]).toBe('TRY_AGAIN');
  expect(ask('a.b.c.d.e.f', undefined, alone)[0]).toBe('TRY_AGAIN');
});
