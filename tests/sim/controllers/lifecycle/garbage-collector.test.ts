import { expect, test } from 'vitest';
import { collectGarbage, forgetEvents } from '../../../../src/sim/controllers/lifecycle/garbage-collector.ts';
import type { ClusterEvent } from '../../../../src/sim/api/events.ts';
import type { KubeObject } from '../../../../src/sim/api/objects.ts';
import type { Change } from '../../../../src/sim/cluster/cluster.ts';
import { clusterOf, created, pod, service } from '../cluster-of.ts';

const gone = (object: KubeObject): Change => {
  const { resource, key } = created(object);
  return { resource, key, before: object };
};
const ownedBy = (name: string, uid: string): KubeObject => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: {
    name,
    namespace: 'default',
    ownerReferences: [{ apiVersion: 'v1', kind: 'Service', name: 'web', uid, controller: true }],
  },
});
const keys = (changes: readonly Change[]) => changes.map(({ resource, key }) => `${resource} ${key}`);

test('what a deleted Service owns goes, what another owns stays', () => {
  const web = service('web', {});
  const cluster = clusterOf(ownedBy('web-a', 'svc-web'), ownedBy('web-b', 'svc-other'));
  expect(keys(collectGarbage(cluster, [gone(web)]))).toEqual(['endpointslices default/web-a']);
});

test('an owner that is there again under the same uid keeps what it owns', () => {
  const web = service('web', {});
  expect(collectGarbage(clusterOf(web, ownedBy('web-a', 'svc-web')), [gone(web)])).toEqual([]);
});

test('a deleted namespace takes its content and its events, and nothing else', () => {
  const namespace: KubeObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  const inShop = pod('a', {}, '10.0.0.1', { metadata: { namespace: 'shop' } });
  const cluster = clusterOf(inShop, pod('b', {}, '10.0.0.2'));
  expect(keys(collectGarbage(cluster, [gone(namespace)]))).toEqual(['pods shop/a']);
  const event = (object: string): ClusterEvent => ({ type: 'Normal', reason: 'R', object, from: 'f', message: 'm' });
  const events = [event('Service/shop/web'), event('Service/default/shop'), event('Endpoints/web')];
  expect(forgetEvents(events, [gone(namespace)])).toEqual(events.slice(1));
});

test('a namespace that is on its way out is emptied and then removed', () => {
  const ending: KubeObject = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', deletionTimestamp: '2000-01-01T00:00:00Z' },
  };
  const cluster = clusterOf(ending, pod('a', {}, '', { metadata: { namespace: 'shop' } }));
  expect(keys(collectGarbage(cluster, [created(ending)]))).toEqual(['pods shop/a', 'namespaces shop']);
});
