import { describe, expect, test } from 'vitest';
import type { JsonObject, Pod, StatefulSet } from '../../../src/sim/api/objects.ts';
import { BenchCluster } from '../controllers/bench-cluster.ts';
import { pod } from '../controllers/cluster-of.ts';
import { meta, podNames, selector, template } from './templates.ts';

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

  test('lets a pod go whose labels leave the selector, makes none of the same name, and takes it back', () => {
    const lab = new BenchCluster().put(set(2));
    const relabelled = (app: string): void => {
      const pod = lab.get<Pod>('pods', 'web-0') as Pod;
      lab.put({ ...pod, metadata: { ...pod.metadata, labels: { ...pod.metadata.labels, app } } } as Pod);
    };
    const state = () => [
      lab.get<Pod>('pods', 'web-0')?.metadata.ownerReferences?.map(({ kind }) => kind),
      lab.get<StatefulSet>('statefulsets', 'web')?.status['replicas'],
      podNames(lab).length,
    ];
    relabelled('debug');
    expect(state()).toEqual([undefined, 1, 2]);
    relabelled('web');
    expect(state()).toEqual([['StatefulSet'], 2, 2]);
  });

  // Models StatefulPodControl UpdateStatefulPod and getPodRevision, v1.36: a pod without the revision's label is of an old one.
  test('takes in a pod that bears one of its names, and replaces it as one of an old revision', () => {
    const lab = new BenchCluster();
    lab.put(pod('web-0', { app: 'web' }, ''), pod('web-x', { app: 'web' }, ''), set(1));
    expect(lab.messages('SuccessfulUpdate')).toEqual(['Update Pod web-0 in StatefulSet web successful']);
    expect(lab.messages('SuccessfulDelete')).toEqual(['Delete Pod web-0 in StatefulSet web successful']);
    const owners = lab.list<Pod>('pods').map(({ metadata }) => [metadata.name, metadata.ownerReferences?.[0]?.kind]);
    expect(owners.sort()).toEqual([
      ['web-0', 'StatefulSet'],
      ['web-x', undefined],
    ]);
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
      'Create Pod web-0 in StatefulSet web failed error: Pod "web-0" is invalid: spec.containers: Required value',
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
