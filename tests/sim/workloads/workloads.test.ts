import { describe, expect, test } from 'vitest';
import type {
  DaemonSet,
  Deployment,
  Job,
  JsonObject,
  Pod,
  ReplicaSet,
  StatefulSet,
} from '../../../src/sim/api/objects.ts';
import { BenchCluster } from '../controllers/bench-cluster.ts';

const template = (version: string) => ({
  metadata: { labels: { app: 'web', version } },
  spec: { containers: [{ name: 'main', image: 'web' }] },
});
const meta = (name: string, generation: number) => ({ name, namespace: 'default', uid: `uid-${name}`, generation });
const selector = { matchLabels: { app: 'web' } };

function deployment(replicas: number, version = 'v1', more: JsonObject = {}, generation = 1): Deployment {
  const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } };
  const spec = { replicas, selector, strategy, template: template(version), ...more };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: meta('web', generation),
    spec,
    status: {},
  } as Deployment;
}
/** As the API server would: the new spec on the object that is there. */
function update(lab: BenchCluster, wanted: Deployment): BenchCluster {
  const present = lab.get<Deployment>('deployments', 'web');
  const metadata = { ...wanted.metadata, annotations: present?.metadata.annotations ?? {} };
  return lab.put({ ...wanted, metadata, status: present?.status ?? {} } as Deployment);
}
const steps = (lab: BenchCluster) =>
  lab.messages('ScalingReplicaSet').map((message) => message.replace(/replica set web-\w+/, 'set'));
const status = (lab: BenchCluster) => lab.get<Deployment>('deployments', 'web')?.status ?? {};
const conditions = (of: JsonObject) =>
  (of['conditions'] as readonly { type: string; status: string; reason: string }[] | undefined)
    ?.map((c) => `${c.type} ${c.status} ${c.reason}`)
    .sort();
const podNames = (lab: BenchCluster) => lab.list<Pod>('pods').map(({ metadata }) => metadata.name);

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

  test('takes its ReplicaSets and pods with it', () => {
    const lab = new BenchCluster().put(deployment(2)).remove('deployments', 'web');
    expect([lab.list('replicasets'), lab.list('pods')]).toEqual([[], []]);
  });

  test('whose pods all fail does not run for ever', () => {
    const lab = new BenchCluster();
    lab.pods = { 'default/web': { phase: 'Failed' } };
    expect(lab.put(deployment(1)).list('pods').length).toBeGreaterThan(1);
  });

  test('of 5000 replicas comes to rest, pods sharing the spec of their node', () => {
    const lab = new BenchCluster().put(deployment(5000));
    const pods = lab.list<Pod>('pods');
    expect([pods.length, new Set(pods.map(({ spec }) => spec)).size]).toEqual([5000, 3]);
  });
});

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

describe('a StatefulSet', () => {
  const set = (replicas: number, more: JsonObject = {}, version = 'v1'): StatefulSet =>
    ({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: meta('web', 1),
      spec: { replicas, selector, serviceName: 'db', template: template(version), ...more },
      status: {},
    }) as StatefulSet;

  test('names its pods by ordinal, with host name, subdomain and labels', () => {
    const lab = new BenchCluster().put(set(2, { ordinals: { start: 5 } }));
    const [first, second] = lab.list<Pod>('pods');
    expect([first?.metadata.name, second?.metadata.name]).toEqual(['web-5', 'web-6']);
    expect(first?.spec).toMatchObject({ hostname: 'web-5', subdomain: 'db' });
    expect(first?.metadata.labels).toMatchObject({
      'statefulset.kubernetes.io/pod-name': 'web-5',
      'apps.kubernetes.io/pod-index': '5',
    });
    expect(lab.get<StatefulSet>('statefulsets', 'web')?.status).toMatchObject({
      replicas: 2,
      readyReplicas: 2,
      currentReplicas: 2,
      availableReplicas: 2,
      collisionCount: 0,
    });
  });

  test('stops behind a pod that is not ready, unless its pods may come in parallel', () => {
    const names = (policy: string) => {
      const lab = new BenchCluster();
      lab.pods = { 'default/web-1': { ready: false } };
      return podNames(lab.put(set(4, { podManagementPolicy: policy })));
    };
    expect(names('OrderedReady')).toEqual(['web-0', 'web-1']);
    expect(names('Parallel')).toEqual(['web-0', 'web-1', 'web-2', 'web-3']);
  });

  test('scales down from the highest ordinal', () => {
    const lab = new BenchCluster().put(set(3));
    const present = lab.get<StatefulSet>('statefulsets', 'web');
    expect(podNames(lab.put({ ...set(1), status: present?.status ?? {} } as StatefulSet))).toEqual(['web-0']);
  });

  test('replaces its pods one by one when the template changes', () => {
    const lab = new BenchCluster().put(set(2));
    const present = lab.get<StatefulSet>('statefulsets', 'web');
    lab.put({ ...set(2, {}, 'v2'), status: present?.status ?? {} } as StatefulSet);
    expect(lab.list<Pod>('pods').map(({ metadata }) => metadata.labels?.['version'])).toEqual(['v2', 'v2']);
    const { currentRevision, updateRevision, updatedReplicas } =
      lab.get<StatefulSet>('statefulsets', 'web')?.status ?? {};
    expect([currentRevision === updateRevision, updatedReplicas]).toEqual([true, 2]);
  });

  // Models pkg/controller/statefulset updateStatefulSet, v1.36: pods are compared with the wanted revision, whatever the current one is.
  test('an update taken back in its middle takes back its pods', () => {
    const lab = new BenchCluster().put(set(2, { podManagementPolicy: 'Parallel' }));
    const put = (version: string) => {
      const present = lab.get<StatefulSet>('statefulsets', 'web');
      lab.put({
        ...set(2, { podManagementPolicy: 'Parallel' }, version),
        status: present?.status ?? {},
      } as StatefulSet);
      return lab
        .list<Pod>('pods')
        .map(({ metadata }) => `${metadata.name} ${metadata.labels?.['version'] ?? ''}`)
        .sort();
    };
    lab.pods = { 'default/web-1': { ready: false } };
    expect(put('v2')).toEqual(['web-0 v1', 'web-1 v2']);
    expect(put('v1')).toEqual(['web-0 v1', 'web-1 v1']);
  });

  // Models pkg/controller/statefulset processCondemned, v1.36.
  test.each([
    ['the only one that is not ready may be the one that goes', ['web-3'], ['web-0']],
    [
      'one that is not ready waits for an unhealthy one below it',
      ['web-1', 'web-3'],
      ['web-0', 'web-1', 'web-2', 'web-3'],
    ],
    ['an unhealthy pod that stays stops everything', ['web-0'], ['web-0', 'web-1', 'web-2', 'web-3']],
  ])('scaled down: %s', (_what, notReady, left) => {
    const lab = new BenchCluster().put(set(4));
    lab.declare(Object.fromEntries(notReady.map((name) => [`default/${name}`, { ready: false }])));
    const present = lab.get<StatefulSet>('statefulsets', 'web');
    lab.put({ ...set(1), status: present?.status ?? {} } as StatefulSet);
    expect(podNames(lab)).toEqual(left);
  });

  // Models pkg/controller/statefulset updateStorage and newVersionedStatefulSetPod, v1.36.
  test('gives its pods a volume for every claim', () => {
    const mounted = { name: 'main', image: 'db', volumeMounts: [{ name: 'data', mountPath: '/data' }] };
    const more = {
      template: { ...template('v1'), spec: { containers: [mounted], volumes: [{ name: 'tmp', emptyDir: {} }] } },
      volumeClaimTemplates: [{ metadata: { name: 'data' } }],
    };
    const [pod] = new BenchCluster().put(set(1, more)).list<Pod>('pods');
    expect(pod?.spec).toMatchObject({
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data-web-0' } }, { name: 'tmp' }],
    });
  });

  test('tells of a pod that the server does not take, and goes without', () => {
    const lab = new BenchCluster().put(set(1, { template: { ...template('v1'), spec: { containers: [] } } }));
    expect(podNames(lab)).toEqual([]);
    expect(lab.messages('FailedCreate')).toEqual([
      'create Pod web-0 in StatefulSet web failed error: Pod "web-0" is invalid: spec.containers: Required value',
    ]);
  });

  // Models pkg/controller/statefulset updateStatefulSet, v1.36: the partition counts places, not ordinals.
  test('a partition keeps so many pods from the first ordinal on', () => {
    const more = {
      ordinals: { start: 5 },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
    };
    const lab = new BenchCluster().put(set(3, more));
    const present = lab.get<StatefulSet>('statefulsets', 'web');
    lab.put({ ...set(3, more, 'v2'), status: present?.status ?? {} } as StatefulSet).remove('pods', 'web-5');
    const versions = lab.list<Pod>('pods').map(({ metadata }) => `${metadata.name} ${metadata.labels?.['version']}`);
    expect(versions.sort()).toEqual(['web-5 v1', 'web-6 v2', 'web-7 v2']);
  });

  // Models pkg/controller/statefulset completeRollingUpdate, v1.36.
  test('OnDelete gives deleted pods the new template, and its current revision never moves', () => {
    const more = { updateStrategy: { type: 'OnDelete' } };
    const lab = new BenchCluster().put(set(1, more));
    const present = lab.get<StatefulSet>('statefulsets', 'web');
    lab.put({ ...set(1, more, 'v2'), status: present?.status ?? {} } as StatefulSet).remove('pods', 'web-0');
    expect(lab.list<Pod>('pods').map(({ metadata }) => metadata.labels?.['version'])).toEqual(['v2']);
    const { currentRevision, updateRevision } = lab.get<StatefulSet>('statefulsets', 'web')?.status ?? {};
    expect(currentRevision === updateRevision).toBe(false);
  });
});

// Models pkg/controller/daemon/update.go rollingUpdate, v1.36.
describe('a DaemonSet', () => {
  const set = (version: string, strategy: JsonObject = {}): DaemonSet =>
    ({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: meta('agent', 1),
      spec: { selector, template: template(version), updateStrategy: { type: 'RollingUpdate', ...strategy } },
      status: {},
    }) as DaemonSet;
  const versions = (lab: BenchCluster) =>
    lab
      .list<Pod>('pods')
      .map(({ metadata, spec }) => `${spec.nodeName?.slice(-1) ?? ''} ${metadata.labels?.['version'] ?? ''}`)
      .sort();
  const updated = (lab: BenchCluster, wanted: DaemonSet): BenchCluster =>
    lab.put({ ...wanted, status: lab.get<DaemonSet>('daemonsets', 'agent')?.status ?? {} } as DaemonSet);

  test('has one pod on every node', () => {
    const lab = new BenchCluster().put(set('v1'));
    expect(versions(lab)).toEqual(['a v1', 'b v1', 'c v1']);
    expect(lab.get<DaemonSet>('daemonsets', 'agent')?.status).toMatchObject({
      desiredNumberScheduled: 3,
      numberReady: 3,
      updatedNumberScheduled: 3,
    });
  });

  test.each([
    ['replaces all pods, one after the other', {}, {}, ['a v2', 'b v2', 'c v2']],
    ['waits for a new pod that is not ready', {}, { 'default/agent#3': { ready: false } }, ['a v2', 'b v1', 'c v1']],
    [
      'goes on with as many at once as may be unavailable',
      { rollingUpdate: { maxUnavailable: '50%' } },
      { 'default/agent#3': { ready: false }, 'default/agent#4': { ready: false } },
      ['a v2', 'b v2', 'c v1'],
    ],
    ['leaves them alone when they are to be deleted by hand', { type: 'OnDelete' }, {}, ['a v1', 'b v1', 'c v1']],
    [
      'keeps an old pod until the new one beside it is ready',
      { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      { 'default/agent#4': { ready: false } },
      ['a v2', 'b v1', 'b v2', 'c v1'],
    ],
  ] as const)('an update %s', (_what, strategy, pods, expected) => {
    const lab = new BenchCluster().put(set('v1', strategy));
    lab.pods = pods;
    expect(versions(updated(lab, set('v2', strategy)))).toEqual(expected);
  });

  test('makes no pod beside one that is being deleted', () => {
    const lab = new BenchCluster().put(set('v1'));
    lab.declare({ 'default/agent#0': { terminating: true } });
    expect(versions(lab)).toEqual(['a v1', 'b v1', 'c v1']);
  });
});

test('a Job runs its pods until the world says that they succeeded', () => {
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: meta('load', 1),
    spec: { template: template('v1') },
    status: {},
  };
  const lab = new BenchCluster().put(job);
  expect(lab.get<Job>('jobs', 'load')?.status).toEqual({ active: 1, ready: 1 });
  lab.declare({ 'default/load': { phase: 'Succeeded' } });
  expect(lab.list<Pod>('pods')).toHaveLength(1);
  expect(lab.get<Job>('jobs', 'load')?.status).toMatchObject({
    ready: 0,
    succeeded: 1,
    conditions: [{ type: 'Complete' }],
  });
});

// Models pkg/controller/job syncJob and manageJob, v1.36.
test.each([
  ['a failed pod is tried again', {}, { 'default/load#0': { phase: 'Failed' } }, ['Failed', 'Running'], undefined],
  [
    'until more failed than may',
    { backoffLimit: 2 },
    { 'default/load': { phase: 'Failed' } },
    ['Failed', 'Failed', 'Failed'],
    'Failed',
  ],
  ['two at a time, five in all', { parallelism: 2, completions: 5 }, {}, ['Running', 'Running'], undefined],
  [
    'without completions the others run on after one success',
    { parallelism: 3 },
    { 'default/load#1': { phase: 'Succeeded' } },
    ['Running', 'Running', 'Succeeded'],
    undefined,
  ],
  ['a suspended Job has no pods', { suspend: true }, {}, [], undefined],
] as const)('a Job: %s', (_what, spec, pods, phases, end) => {
  const lab = new BenchCluster();
  lab.pods = pods;
  lab.put({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: meta('load', 1),
    spec: { template: template('v1'), ...spec },
    status: {},
  } as Job);
  expect(
    lab
      .list<Pod>('pods')
      .map(({ status }) => status.phase)
      .sort(),
  ).toEqual(phases);
  expect(lab.get<Job>('jobs', 'load')?.status).toMatchObject(end ? { conditions: [{ type: end }] } : {});
});

// Models pkg/controller/job addCompletionIndexAnnotation and podGenerateNameWithIndex, v1.36.
test('pods of an Indexed Job carry their index and a host name of their own, and a failed index is tried again', () => {
  const lab = new BenchCluster();
  lab.pods = { 'default/load#1': { phase: 'Failed' } };
  const spec = { template: template('v1'), completions: 3, parallelism: 2, completionMode: 'Indexed' };
  lab.put({ apiVersion: 'batch/v1', kind: 'Job', metadata: meta('load', 1), spec, status: {} } as Job);
  const pods = lab.list<Pod>('pods');
  const index = 'batch.kubernetes.io/job-completion-index';
  expect(
    pods.map(({ metadata, spec: { hostname }, status }) => [metadata.labels?.[index], hostname, status.phase]),
  ).toEqual([
    ['0', 'load-0', 'Running'],
    ['1', 'load-1', 'Failed'],
    ['1', 'load-1', 'Running'],
  ]);
  expect(pods[0]?.metadata.name).toMatch(/^load-0-[a-z0-9]{5}$/);
});
