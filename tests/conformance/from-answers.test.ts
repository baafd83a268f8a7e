import { expect, test } from 'vitest';
import { slicesOf } from '../../src/sim/cluster/indexes.ts';
import { get, table } from '../../src/sim/cluster/cluster.ts';
import { clusterOf } from './from-answers.ts';

test('a recorded state becomes a cluster with the objects of the empty cluster', () => {
  const cluster = clusterOf('articles/06-my-service-endpoints-overwritten');
  expect([...table(cluster, 'services').keys()]).toEqual([
    'default/kubernetes',
    'kube-system/kube-dns',
    'default/my-service',
  ]);
  expect(get(cluster, 'services', 'default', 'my-service')?.kind).toBe('Service');
  expect(slicesOf(cluster, 'kube-system', 'kube-dns').map((slice) => slice.metadata.name)).toEqual(['kube-dns-tmzcx']);
  expect(get(cluster, 'pods', 'default', 'client')?.metadata.uid).toMatch(/^79060970-/);
  expect(cluster.nextPodNumber).toBe(3);
  expect([...table(cluster, 'deployments').keys()]).toEqual(['default/backend']);
  expect([...table(cluster, 'replicasets').keys()]).toEqual(['default/backend-df845d779']);
  expect([...table(cluster, 'nodes').keys()]).toEqual(['node-a', 'node-b', 'node-c']);
});
