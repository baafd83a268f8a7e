/** Models endpointslice/util podEndpointsChanged and determineNeededServiceUpdates, v1.36. */
import { expect, test } from 'vitest';
import type { Pod } from '../../../src/sim/api/objects.ts';
import { servicesOfPodChanges } from '../../../src/sim/cluster/matching.ts';
import { clusterOf, pod, service } from '../controllers/cluster-of.ts';

const cluster = clusterOf(
  service('web', { selector: { app: 'web' } }),
  service('blue', { selector: { color: 'blue' } }),
  service('red', { selector: { color: 'red' } }),
);
const labels = { app: 'web', color: 'blue' };
const waiting = pod('a', labels, '10.0.0.1', { ready: false, status: { phase: 'Pending' } });

function looksAgain(before: Pod | undefined, after: Pod | undefined): readonly string[] {
  const change = { resource: 'pods', key: 'default/a', ...(before && { before }), ...(after && { after }) };
  return [...servicesOfPodChanges(cluster, [change])].sort();
}

const both = ['default/blue', 'default/web'];

test('a pod that comes or goes concerns every Service that selects it', () => {
  expect(looksAgain(undefined, waiting)).toEqual(both);
  expect(looksAgain(waiting, undefined)).toEqual(both);
});

test.each<[string, Parameters<typeof pod>[3], string]>([
  ['its readiness', { ready: true }, '10.0.0.1'],
  ['its address', { ready: false }, '10.0.0.2'],
  ['an address more', { ready: false, status: { podIPs: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }] } }, '10.0.0.1'],
  ['its node', { ready: false, spec: { nodeName: 'node-b' } }, '10.0.0.1'],
  ['its end', { ready: false, metadata: { deletionTimestamp: '2000-01-01T00:00:00Z' } }, '10.0.0.1'],
])('so does %s', (_what, more, ip) => {
  expect(looksAgain(waiting, pod('a', labels, ip, more))).toEqual(both);
});

test('a pod that only changes its phase is not looked at again', () => {
  expect(looksAgain(waiting, pod('a', labels, '10.0.0.1', { ready: false, status: { phase: 'Failed' } }))).toEqual([]);
});

test('a pod that is relabelled concerns the Services it leaves and comes to, not the one that goes on selecting it', () => {
  const red = pod('a', { app: 'web', color: 'red' }, '10.0.0.1', { ready: false, status: { phase: 'Pending' } });
  expect(looksAgain(waiting, red)).toEqual(['default/blue', 'default/red']);
});
