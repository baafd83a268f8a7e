import { expect, test } from 'vitest';
import type { Pod } from '../../../src/sim/api/objects.ts';
import { printResolvConf, resolverOf } from '../../../src/sim/client/resolv-conf.ts';
import { pod } from '../network.ts';

const cluster = {
  nameservers: ['10.96.0.10'],
  search: ['default.svc.cluster.local', 'svc.cluster.local', 'cluster.local'],
  options: ['ndots:5'],
};
const node = { nameservers: ['192.168.0.1'], search: [], options: [] };

test.each<[string, Partial<Pod['spec']>, object]>([
  ['no policy', {}, cluster],
  ['ClusterFirst', { dnsPolicy: 'ClusterFirst' }, cluster],
  ['ClusterFirst on the host network', { dnsPolicy: 'ClusterFirst', hostNetwork: true }, node],
  ['ClusterFirstWithHostNet', { dnsPolicy: 'ClusterFirstWithHostNet', hostNetwork: true }, cluster],
  ['Default', { dnsPolicy: 'Default' }, node],
  [
    'None',
    {
      dnsPolicy: 'None',
      dnsConfig: { nameservers: ['1.1.1.1'], searches: ['corp.example'], options: [{ name: 'edns0' }] },
    },
    { nameservers: ['1.1.1.1'], search: ['corp.example'], options: ['edns0'] },
  ],
  [
    'dnsConfig is added, options by name',
    {
      dnsConfig: {
        nameservers: ['10.96.0.10', '1.1.1.1'],
        searches: ['corp'],
        options: [{ name: 'ndots', value: '2' }],
      },
    },
    { nameservers: ['10.96.0.10', '1.1.1.1'], search: [...cluster.search, 'corp'], options: ['ndots:2'] },
  ],
])('%s', (_name, spec, expected) => {
  expect(resolverOf(pod('client', '10.244.1.10', 'node-a', spec))).toEqual(expected);
});

test('the file as it lies in the pod', () => {
  expect(printResolvConf(cluster)).toBe(
    'search default.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n',
  );
});
