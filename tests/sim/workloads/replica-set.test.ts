import { describe, expect, test } from 'vitest';
import type { Pod } from '../../../src/sim/api/objects.ts';
import { BenchCluster } from '../controllers/bench-cluster.ts';
import { deployment, meta, podNames, selector, template, update } from './templates.ts';

describe('a ReplicaSet', () => {
  test('takes in pods without an owner that its selector matches', () => {
    const set = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: meta('web', 1),
      spec: { replicas: 2, selector, template: template('v1') },
      status: {},
    };
    const alone: Pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'alone', namespace: 'default', uid: 'alone', labels: { app: 'web' } },
      spec: { containers: [] },
      status: { phase: 'Pending' },
    };
    const lab = new BenchCluster().put(alone, set);
    expect(lab.list<Pod>('pods')).toHaveLength(2);
    expect(lab.get<Pod>('pods', 'alone')?.metadata.ownerReferences).toMatchObject([
      { kind: 'ReplicaSet', name: 'web', controller: true },
    ]);
  });
});

// Models pkg/controller ActivePodsWithRanks, v1.36.
test('a scale-down takes the pod that costs least to delete before it looks at nodes and age', () => {
  const lab = new BenchCluster().put(deployment(3));
  const [first] = lab.list<Pod>('pods');
  if (!first) throw new Error('no pod');
  const annotations = { 'controller.kubernetes.io/pod-deletion-cost': '-5' };
  lab.put({ ...first, metadata: { ...first.metadata, annotations } });
  expect(podNames(update(lab, deployment(2, 'v1', {}, 2)))).not.toContain(first.metadata.name);
});

// Models getPodsRankedByRelatedPodsOnSameNode, v1.36.
test('a rollout takes an old pod from the node where the new one is', () => {
  const lab = new BenchCluster();
  lab.pods = {
    'default/web#0': { node: 'node-a' },
    'default/web#1': { node: 'node-b' },
    'default/web#2': { node: 'node-a' },
  };
  lab.put(deployment(2));
  const [first, second] = podNames(lab);
  lab.pods = { ...lab.pods, 'default/web#3': { node: 'node-c', ready: false } };
  update(lab, deployment(2, 'v2', {}, 2));
  expect(podNames(lab)).not.toContain(first);
  expect(podNames(lab)).toContain(second);
});
