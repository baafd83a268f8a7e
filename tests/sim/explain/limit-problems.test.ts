import { expect, test } from 'vitest';
import { simulate, table } from '../../../src/sim/index.ts';
import { maxOrderedPods, maxPods } from '../../../src/sim/workloads/pod-limit.ts';

const workload = (apiVersion: string, kind: string, name: string, more: string): string => `apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}}
spec:
  ${more}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {restartPolicy: RESTART, containers: [{name: main, image: example/web:1}]}
`;
const replicated = (kind: string, name: string, replicas: number, more = ''): string =>
  workload('apps/v1', kind, name, `${more}replicas: ${replicas}\n  selector: {matchLabels: {app: ${name}}}`).replace(
    'RESTART',
    'Always',
  );
const job = workload('batch/v1', 'Job', 'job', 'parallelism: 2147483647').replace('RESTART', 'OnFailure');

test.each([
  ['a Deployment', replicated('Deployment', 'web', 2_147_483_647), '2147483647'],
  [
    'a StatefulSet',
    replicated('StatefulSet', 'web', 100_000, 'serviceName: web\n  podManagementPolicy: Parallel\n  '),
    '100000',
  ],
  ['a Job', job, '2147483647'],
  ['the second of two', `${replicated('Deployment', 'a', 4000)}---\n${replicated('ReplicaSet', 'b', 4001)}`, '4001'],
])('%s gets no more pods than the lab makes, and a warning at the field that asks for more', (_, text, written) => {
  const [state] = simulate(text).states;
  expect(state && table(state.cluster, 'pods').size).toBe(maxPods);
  expect(state?.apply).toMatchObject({ code: 0, stderr: '' });
  expect(state?.problems).toMatchObject([
    { code: 'Limit', severity: 'warning', facts: { limit: 'pods', found: Number(written), allowed: maxPods } },
  ]);
  const { start = 0, end = 0 } = state?.problems[0]?.range ?? {};
  expect(text.slice(start, end)).toBe(written);
});

test('a StatefulSet that makes one pod after the other stops earlier', () => {
  const [state] = simulate(replicated('StatefulSet', 'web', 5000, 'serviceName: web\n  ')).states;
  expect(state && table(state.cluster, 'pods').size).toBe(maxOrderedPods);
  expect(state?.problems).toMatchObject([{ code: 'Limit', facts: { found: 5000, allowed: maxOrderedPods } }]);
});
