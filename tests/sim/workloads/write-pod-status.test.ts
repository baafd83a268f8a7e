import { describe, expect, test } from 'vitest';
import { derivedAllocator } from '../../../src/sim/allocator/derived.ts';
import type { Pod, PodSpec, PodStatus } from '../../../src/sim/api/objects.ts';
import type { PodIntent, World } from '../../../src/sim/api/world.ts';
import { table, type Cluster } from '../../../src/sim/cluster/cluster.ts';
import { writePodStatus, type KubeletContext } from '../../../src/sim/workloads/write-pod-status.ts';
import { clusterOf, node } from '../controllers/cluster-of.ts';

const nodes = [node('node-a', 'zone-a'), node('node-b', 'zone-b'), node('node-c')];

function fresh(name: string, spec: Partial<PodSpec> = {}, metadata: Partial<Pod['metadata']> = {}): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', uid: name, labels: { app: 'web' }, ...metadata },
    spec: { containers: [{ name: 'main', image: 'busybox' }], ...spec },
    status: { phase: 'Pending', qosClass: 'BestEffort' },
  };
}

function context(pods: Record<string, PodIntent> = {}, more: Partial<World> = {}, probes = false): KubeletContext {
  const world: World = { families: ['IPv4'], nodes: {}, nodesDeclared: false, pods, external: {}, ...more };
  return { world, allocator: derivedAllocator(0), options: { probes } };
}

function reported(pods: Pod[], of: KubeletContext): Pod[] {
  return [...table(writePodStatus(clusterOf(...nodes, ...pods), of).cluster, 'pods').values()];
}
const one = (intent: PodIntent, spec: Partial<PodSpec> = {}, more?: Partial<World>): Pod => {
  const [pod] = reported([fresh('web', spec)], context({ 'default/web': intent }, more));
  if (!pod) throw new Error('no pod');
  return pod;
};

test('addresses and nodes follow the number, the zone comes with the node', () => {
  const pods = reported(
    ['a', 'b', 'c', 'd'].map((name) => fresh(name)),
    context(),
  );
  expect(
    pods.map(({ spec, status, metadata }) => [
      status.podIP,
      spec.nodeName,
      metadata.labels?.['topology.kubernetes.io/zone'],
    ]),
  ).toEqual([
    ['10.244.1.10', 'node-a', 'zone-a'],
    ['10.244.1.11', 'node-b', 'zone-b'],
    ['10.244.1.12', 'node-c', undefined],
    ['10.244.1.13', 'node-a', 'zone-a'],
  ]);
});

test('pod 200 begins the next range, and dual-stack adds an IPv6 address', () => {
  const pods = reported(
    Array.from({ length: 201 }, (_, i) => fresh(`p${String(i)}`)),
    context({}, { families: ['IPv4', 'IPv6'] }),
  );
  expect(pods[200]?.status.podIPs).toEqual([{ ip: '10.244.2.10' }, { ip: 'fd00:10:244::d8' }]);
});

test('a pod that says its own address or node still takes its number', () => {
  const pods = reported(
    [fresh('a'), fresh('b'), fresh('c')],
    context({ 'default/b': { ip: '10.9.9.9', node: 'node-a' } }),
  );
  expect(pods.map(({ spec, status }) => `${status.podIP ?? ''} ${spec.nodeName ?? ''}`)).toEqual([
    '10.244.1.10 node-a',
    '10.9.9.9 node-a',
    '10.244.1.12 node-c',
  ]);
});

describe('the status of a container', () => {
  const state = (status: PodStatus) => [
    status.containerStatuses?.[0]?.state,
    status.containerStatuses?.[0]?.ready,
    status.containerStatuses?.[0]?.started,
  ];
  test.each<[PodIntent, unknown, string]>([
    [{}, [{ running: {} }, true, true], 'True'],
    [{ ready: false }, [{ running: {} }, false, true], 'ContainersNotReady'],
    [{ phase: 'Pending' }, [{ waiting: { reason: 'ContainerCreating' } }, false, false], 'ContainersNotReady'],
    [{ phase: 'Succeeded' }, [{ terminated: { exitCode: 0, reason: 'Completed' } }, false, false], 'PodCompleted'],
    [{ phase: 'Failed' }, [{ terminated: { exitCode: 1, reason: 'Error' } }, false, false], 'ContainersNotReady'],
    [{ phase: 'Unknown', ready: true }, [{ running: {} }, true, true], 'True'],
  ])('%j', (intent, expected, condition) => {
    const { status } = one(intent);
    expect(state(status)).toEqual(expected);
    const ready = status.conditions?.find(({ type }) => type === 'Ready');
    expect(ready?.reason ?? ready?.status).toBe(condition);
  });

  test('behind init containers, and of the init containers themselves', () => {
    const spec = { initContainers: [{ name: 'side', restartPolicy: 'Always' }, { name: 'once' }] };
    const pending = one({ phase: 'Pending' }, spec).status;
    expect(pending.containerStatuses?.[0]?.state).toEqual({ waiting: { reason: 'PodInitializing' } });
    const running = one({ ready: false }, spec).status.initContainerStatuses;
    expect(running?.map(({ name, ready, started, state }) => [name, Object.keys(state)[0], ready, started])).toEqual([
      ['once', 'terminated', true, false],
      ['side', 'running', true, true],
    ]);
  });
});

test('a pod that is not bound has no containers, no host and no zone, and is unschedulable', () => {
  const { spec, status, metadata } = one({ node: 'none' });
  expect([spec.nodeName, status.hostIP, status.containerStatuses, metadata.labels]).toEqual([
    undefined,
    undefined,
    undefined,
    { app: 'web' },
  ]);
  expect(status.conditions?.at(-1)).toEqual({ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' });
});

test('a pod on an unknown node has no host address; a typed node stays', () => {
  expect(one({}, { nodeName: 'ghost' }).status).not.toHaveProperty('hostIP');
  expect(one({ node: 'node-a' }, { nodeName: 'node-b' }).spec.nodeName).toBe('node-b');
});

test('a terminating pod carries its end, and nothing takes it back', () => {
  const first = writePodStatus(clusterOf(...nodes, fresh('web')), context({ 'default/web': { terminating: true } }));
  const [pod] = [...table(first.cluster, 'pods').values()];
  expect(pod?.metadata).toMatchObject({
    deletionTimestamp: '2000-01-01T00:00:00Z',
    deletionGracePeriodSeconds: 30,
    generation: 2,
  });
  expect(writePodStatus(first.cluster, context()).changes).toEqual([]);
});

test('the second report changes nothing and keeps every pod the same value', () => {
  const of = context();
  const first = writePodStatus(clusterOf(...nodes, fresh('a'), fresh('b')), of).cluster;
  const second = writePodStatus(first, of);
  expect(second.changes).toEqual([]);
  expect(table(second.cluster, 'pods')).toBe(table(first, 'pods'));
});

test('of a workload, its replica and the pod itself, the more specific decides field by field', () => {
  const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'rs', controller: true }];
  const pods = reported(
    ['x', 'y', 'z'].map((name) => fresh(name, {}, { ownerReferences })),
    context({
      'default/web': { ready: false, node: 'node-a' },
      'default/web#1': { ready: true },
      'default/z': { node: 'node-b' },
    }),
  );
  expect(
    pods.map(({ spec, status }) => [spec.nodeName, status.conditions?.find(({ type }) => type === 'Ready')?.status]),
  ).toEqual([
    ['node-a', 'False'],
    ['node-a', 'True'],
    ['node-b', 'False'],
  ]);
});

test('a StatefulSet keeps the numbers of the pods to come', () => {
  const set = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db', namespace: 'default', uid: 'set' },
    spec: { replicas: 3 },
    status: {},
  };
  const owned = {
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db', uid: 'set', controller: true }],
  };
  const numbers = (cluster: Cluster) => Object.fromEntries(cluster.podNumbers);
  const first = writePodStatus(clusterOf(...nodes, set, fresh('db-0', {}, owned), fresh('client')), context()).cluster;
  expect(numbers(first)).toEqual({ 'default/db-0': 0, 'default/client': 3 });
  const pods = new Map([...table(first, 'pods'), ['default/db-1', fresh('db-1', {}, owned)]]);
  const second = writePodStatus({ ...first, tables: new Map([...first.tables, ['pods', pods]]) }, context()).cluster;
  expect(numbers(second)).toEqual({ 'default/db-0': 0, 'default/db-1': 1, 'default/client': 3 });
});

test('a pod made anew under its old name takes a new number', () => {
  const first = writePodStatus(clusterOf(...nodes, fresh('web')), context()).cluster;
  const again = { ...first, tables: new Map([...first.tables, ['pods', new Map([['default/web', fresh('web')]])]]) };
  expect(writePodStatus(again, context()).cluster.podNumbers.get('default/web')).toBe(1);
});

test.each([
  [['true'], 'True'],
  [['false'], 'False'],
  [['/bin/false'], 'False'],
  [['sh', '-c', 'exit 1'], 'False'],
  [['sh', '-c', 'exit 0'], 'True'],
  [['cat', '/var/healthy'], 'True'],
])('with probes on, a readiness probe running %j reports %s', (command, expected) => {
  const spec = { containers: [{ name: 'main', readinessProbe: { exec: { command } } }] };
  const [pod] = reported([fresh('web', spec)], context({}, {}, true));
  expect(pod?.status.conditions?.find(({ type }) => type === 'Ready')?.status).toBe(expected);
  const [ignored] = reported([fresh('web', spec)], context());
  expect(ignored?.status.conditions?.find(({ type }) => type === 'Ready')?.status).toBe('True');
  const [declared] = reported([fresh('web', spec)], context({ 'default/web': { ready: true } }, {}, true));
  expect(declared?.status.conditions?.find(({ type }) => type === 'Ready')?.status).toBe('True');
});
