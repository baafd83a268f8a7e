import { expect, test } from 'vitest';
import { kubectl, simulate, type State } from '../../../src/sim/index.ts';

const workload = (kind: string, more: string): string => `apiVersion: apps/v1
kind: ${kind}
metadata: {name: web}
spec:
  ${more}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: main, image: example/web:1}]}
`;

function after(manifest: string, ...commands: readonly (readonly string[])[]): State {
  const steps = commands.map((args) => `# step:\n#   action: kubectl\n#   args: ${JSON.stringify(args)}\n#---\n`);
  return simulate(`# title: x\n#---\n${manifest}${steps.join('')}`).states.at(-1) as State;
}

const namesOf = (state: State, ...selection: string[]): readonly string[] =>
  kubectl(state, ['get', 'pods', '-o', 'name', ...selection])
    .stdout.split('\n')
    .filter((line) => line !== '');

test.each([
  ['Deployment', 'replicas: 3'],
  ['ReplicaSet', 'replicas: 3'],
  ['DaemonSet', 'minReadySeconds: 0'],
])('a %s lets a pod go that is relabelled, and makes another', (kind, more) => {
  const manifest = workload(kind, more);
  const [first = ''] = namesOf(after(manifest));
  const state = after(manifest, ['label', first, 'app=aside', '--overwrite']);
  expect(namesOf(state, '-l', 'app=aside')).toEqual([first]);
  expect(namesOf(state, '-l', 'app=web')).toHaveLength(3);
  expect(kubectl(state, ['get', first, '-o', 'jsonpath={.metadata.ownerReferences}']).stdout).toBe('');
});

test('a pod that a StatefulSet lets go keeps its name, so that there is no other', () => {
  const state = after(workload('StatefulSet', 'serviceName: web\n  replicas: 2'), [
    'label',
    'pod/web-0',
    'app=aside',
    '--overwrite',
  ]);
  expect(namesOf(state)).toEqual(['pod/web-0', 'pod/web-1']);
  expect(kubectl(state, ['get', 'statefulset', 'web']).stdout).toMatch(/web +1\/2/);
});

test('a relabelled pod that gets its label back is a pod too many', () => {
  const manifest = workload('Deployment', 'replicas: 2');
  const [first = ''] = namesOf(after(manifest));
  const state = after(
    manifest,
    ['label', first, 'app=aside', '--overwrite'],
    ['label', first, 'app=web', '--overwrite'],
  );
  expect(namesOf(state)).toHaveLength(2);
});

test.each([
  ['Deployment', 'replicas: 3'],
  ['DaemonSet', 'minReadySeconds: 0'],
])('the substitute of a deleted pod of a %s has a name of its own', (kind, more) => {
  const manifest = workload(kind, more);
  const before = namesOf(after(manifest));
  const now = namesOf(after(manifest, ['delete', 'pods', '--all']));
  expect(now).toHaveLength(before.length);
  expect(now.filter((name) => before.includes(name))).toEqual([]);
});
