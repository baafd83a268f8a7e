import { describe, expect, test } from 'vitest';
import type { DaemonSet, JsonObject, Pod } from '../../../src/sim/api/objects.ts';
import { BenchCluster } from '../controllers/bench-cluster.ts';
import { pod } from '../controllers/cluster-of.ts';
import { meta, selector, template } from './templates.ts';

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

  test('takes in a pod without an owner that its selector matches, and replaces it as an old one', () => {
    const lab = new BenchCluster().put(pod('typed', { app: 'web' }, ''), set('v1'));
    expect(versions(lab)).toEqual(['a v1', 'b v1', 'c v1']);
    expect(lab.messages('SuccessfulDelete')).toEqual(['Deleted pod: typed']);
  });

  test('makes no pod beside one that is being deleted', () => {
    const lab = new BenchCluster().put(set('v1'));
    lab.declare({ 'default/agent#0': { terminating: true } });
    expect(versions(lab)).toEqual(['a v1', 'b v1', 'c v1']);
  });
});
