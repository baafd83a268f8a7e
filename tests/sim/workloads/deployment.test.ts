import { describe, expect, test } from 'vitest';
import type { Deployment, EndpointSlice, JsonObject, Pod, ReplicaSet } from '../../../src/sim/api/objects.ts';
import { BenchCluster } from '../controllers/bench-cluster.ts';
import { service } from '../controllers/cluster-of.ts';
import { deployment, meta, podNames, selector, template, update } from './templates.ts';

const steps = (lab: BenchCluster) =>
  lab.messages('ScalingReplicaSet').map((message) => message.replace(/replica set web-\w+/, 'set'));
const status = (lab: BenchCluster) => lab.get<Deployment>('deployments', 'web')?.status ?? {};
const conditions = (of: JsonObject) =>
  (of['conditions'] as readonly { type: string; status: string; reason: string }[] | undefined)
    ?.map((c) => `${c.type} ${c.status} ${c.reason}`)
    .sort();

describe('a Deployment', () => {
  test('makes a ReplicaSet with the hash of the template, and its pods carry it', () => {
    const lab = new BenchCluster().put(deployment(2));
    const [set] = lab.list<ReplicaSet>('replicasets');
    const hash = set?.metadata.labels?.['pod-template-hash'] ?? '';
    expect(set?.metadata.name).toBe(`web-${hash}`);
    expect(set?.metadata.annotations).toEqual({
      'deployment.kubernetes.io/desired-replicas': '2',
      'deployment.kubernetes.io/max-replicas': '3',
      'deployment.kubernetes.io/revision': '1',
    });
    expect(lab.list<Pod>('pods').map(({ metadata }) => metadata.labels?.['pod-template-hash'])).toEqual([hash, hash]);
    expect(steps(lab)).toEqual(['Scaled up set from 0 to 2']);
    expect(status(lab)).toMatchObject({
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: 2,
      availableReplicas: 2,
      terminatingReplicas: 0,
    });
    expect(conditions(status(lab))).toEqual([
      'Available True MinimumReplicasAvailable',
      'Progressing True NewReplicaSetAvailable',
    ]);
  });

  test('whose pods are not ready says so', () => {
    const lab = new BenchCluster();
    lab.pods = { 'default/web': { ready: false } };
    lab.put(deployment(2));
    expect(status(lab)).toMatchObject({ replicas: 2, unavailableReplicas: 2 });
    expect(conditions(status(lab))).toEqual([
      'Available False MinimumReplicasUnavailable',
      'Progressing True ReplicaSetUpdated',
    ]);
  });

  test('rolls on pod by pod within its limits', () => {
    const lab = update(new BenchCluster().put(deployment(2)), deployment(2, 'v2', {}, 2));
    expect(steps(lab).slice(1)).toEqual([
      'Scaled up set from 0 to 1',
      'Scaled down set from 2 to 1',
      'Scaled up set from 1 to 2',
      'Scaled down set from 1 to 0',
    ]);
    expect(lab.list<Pod>('pods').map(({ metadata }) => metadata.labels?.['version'])).toEqual(['v2', 'v2']);
    expect(
      lab
        .list<ReplicaSet>('replicasets')
        .map(({ metadata, spec }) => [metadata.annotations?.['deployment.kubernetes.io/revision'], spec.replicas]),
    ).toEqual([
      ['1', 0],
      ['2', 2],
    ]);
  });

  test('waits for a new pod that is not ready, and goes on when it is', () => {
    const lab = new BenchCluster().put(deployment(3));
    lab.pods = { 'default/web#3': { ready: false } };
    update(
      lab,
      deployment(
        3,
        'v2',
        { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
        2,
      ),
    );
    expect(steps(lab).slice(1)).toEqual(['Scaled up set from 0 to 1']);
    expect(status(lab)).toMatchObject({ replicas: 4, updatedReplicas: 1, readyReplicas: 3, unavailableReplicas: 1 });
    lab.declare({ 'default/web#3': { ready: true } });
    expect(status(lab)).toMatchObject({ replicas: 3, updatedReplicas: 3, readyReplicas: 3 });
    expect([...lab.cluster.podNumbers.values()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('going back to an old template takes its ReplicaSet again, with the next revision', () => {
    const lab = update(
      update(new BenchCluster().put(deployment(1)), deployment(1, 'v2', {}, 2)),
      deployment(1, 'v1', {}, 3),
    );
    const revisions = lab
      .list<ReplicaSet>('replicasets')
      .map(({ metadata, spec }) => [metadata.annotations?.['deployment.kubernetes.io/revision'], spec.replicas]);
    expect(revisions).toEqual([
      ['3', 1],
      ['2', 0],
    ]);
  });

  test('with strategy Recreate lets the old pods go before the new ones come', () => {
    const recreate = { strategy: { type: 'Recreate' } };
    const lab = update(new BenchCluster().put(deployment(2, 'v1', recreate)), deployment(2, 'v2', recreate, 2));
    expect(steps(lab).slice(1)).toEqual(['Scaled down set from 2 to 0', 'Scaled up set from 0 to 2']);
  });

  test('scales in one step, down to nothing and up again', () => {
    const lab = update(
      update(update(new BenchCluster().put(deployment(2)), deployment(5, 'v1', {}, 2)), deployment(0, 'v1', {}, 3)),
      deployment(1, 'v1', {}, 4),
    );
    expect(steps(lab)).toEqual([
      'Scaled up set from 0 to 2',
      'Scaled up set from 2 to 5',
      'Scaled down set from 5 to 0',
      'Scaled up set from 0 to 1',
    ]);
    expect(status(lab)).toMatchObject({ observedGeneration: 4, replicas: 1 });
  });

  // Models pkg/controller/deployment scale and getReplicaSetFraction, v1.36. Sizes are those of the old set and the new one.
  test.each<[string, number, JsonObject, number, readonly [number, number], readonly [number, number]]>([
    ['of two sets of a size the newer gets more', 1, { maxSurge: 1, maxUnavailable: 0 }, 2, [1, 1], [1, 2]],
    ['of two sets of a size the older loses more', 2, { maxSurge: '100%', maxUnavailable: 0 }, 1, [2, 2], [1, 1]],
    [
      'shares are of the most pods that there could be, what is left over is for the bigger set, and not kept beyond the size',
      4,
      { maxSurge: '100%', maxUnavailable: 1 },
      8,
      [3, 4],
      [6, 8],
    ],
  ])('a new size in a rollout that is stuck is shared: %s', (_why, replicas, rollingUpdate, size, before, after) => {
    const strategy = { strategy: { type: 'RollingUpdate', rollingUpdate } };
    const lab = new BenchCluster().put(deployment(replicas, 'v1', strategy));
    const later = Array.from({ length: 40 - replicas }, (_, i) => `default/web#${String(replicas + i)}`);
    lab.pods = { ...lab.pods, ...Object.fromEntries(later.map((key) => [key, { ready: false }])) };
    const sizes = () => lab.list<ReplicaSet>('replicasets').map(({ spec }) => spec.replicas);
    update(lab, deployment(replicas, 'v2', strategy, 2));
    expect(sizes()).toEqual(before);
    update(lab, deployment(size, 'v2', strategy, 3));
    expect(sizes()).toEqual(after);
  });

  test('replaces a pod that is deleted, or that is on its way out', () => {
    const lab = new BenchCluster().put(deployment(2));
    const [first] = podNames(lab);
    lab.remove('pods', first ?? '');
    expect(podNames(lab)).toHaveLength(2);
    lab.declare({ 'default/web#1': { terminating: true } });
    expect(podNames(lab)).toHaveLength(3);
    expect(status(lab)).toMatchObject({ replicas: 2, readyReplicas: 2, terminatingReplicas: 1 });
  });

  // Models getReplicaSetsForDeployment, v1.36.
  test.each([
    ['the same template is its new one', 'v1', ['typed 3']],
    ['another template is an old one', 'v0', ['typed 0', 'web 3']],
  ])('takes in a ReplicaSet of nobody that its selector matches: one of %s', (_, version, sets) => {
    const typed = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: { ...meta('typed', 1), labels: { app: 'web' } },
      spec: { replicas: 2, selector, template: template(version) },
      status: {},
    };
    const lab = new BenchCluster().put(typed, deployment(3));
    const sizes = lab.list<ReplicaSet>('replicasets').map(({ metadata, spec }) => {
      expect(metadata.ownerReferences).toMatchObject([{ kind: 'Deployment', name: 'web' }]);
      return `${metadata.name.replace(/-\w+$/, '')} ${String(spec.replicas)}`;
    });
    expect(sizes.sort()).toEqual(sets);
  });

  test('takes its ReplicaSets and pods with it', () => {
    const lab = new BenchCluster().put(deployment(2)).remove('deployments', 'web');
    expect([lab.list('replicasets'), lab.list('pods')]).toEqual([[], []]);
  });

  test('whose pods all fail does not run for ever', () => {
    const lab = new BenchCluster();
    lab.pods = { 'default/web': { phase: 'Failed' } };
    expect(lab.put(deployment(1)).list('pods').length).toBeGreaterThan(1);
  });

  test('whose pods all terminate has each of them in the lists of a Service, however many there are in the end', () => {
    const lab = new BenchCluster();
    lab.pods = { 'default/web': { terminating: true } };
    lab.put(deployment(2), service('web', { selector: { app: 'web' } }));
    const listed = lab.list<EndpointSlice>('endpointslices').flatMap(({ endpoints }) => endpoints ?? []);
    expect(listed.map(({ targetRef }) => targetRef?.name).sort()).toEqual(podNames(lab).sort());
  });

  test('of 5000 replicas comes to rest, pods sharing the spec of their node', () => {
    const lab = new BenchCluster().put(deployment(5000));
    const pods = lab.list<Pod>('pods');
    expect([pods.length, new Set(pods.map(({ spec }) => spec)).size]).toEqual([5000, 3]);
  });
});
