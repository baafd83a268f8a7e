import { expect, test } from 'vitest';
import type { Job, Pod } from '../../../src/sim/api/objects.ts';
import { BenchCluster } from '../controllers/bench-cluster.ts';
import { meta, template } from './templates.ts';

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
