import { expect, test } from 'vitest';
import { simulate, table } from '../../../src/sim/index.ts';

const pod = (name: string, owners: string, indent = ''): string =>
  [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    `  name: ${name}`,
    ...(owners === '' ? [] : ['  ownerReferences:', owners]),
    'spec:',
    '  containers:',
    '    - {name: main, image: example/web:1}',
    '',
  ]
    .map((line) => (line === '' ? line : indent + line))
    .join('\n');
const owner = (kind: string, name: string, apiVersion = 'apps/v1'): string =>
  `    - {apiVersion: ${apiVersion}, kind: ${kind}, name: ${name}, uid: 7b1b6e2c-0000-4000-8000-000000000000}`;

test('an object whose owner is not there is created, is gone, and is told of at its owner', () => {
  const text = `${pod('kept', '')}---\n${pod('copied', owner('ReplicaSet', 'web-5d9'))}`;
  const [state] = simulate(text).states;
  expect(state?.apply?.stdout).toBe('pod/kept created\npod/copied created\n');
  expect(state && [...table(state.cluster, 'pods').keys()]).toEqual(['default/kept']);
  expect(state?.problems).toMatchObject([
    {
      code: 'OwnerAbsent',
      severity: 'warning',
      message: '',
      document: 1,
      path: 'metadata.ownerReferences',
      facts: { object: 'Pod copied', owner: 'ReplicaSet web-5d9' },
    },
  ]);
  const { start = 0, end = 0 } = state?.problems[0]?.range ?? {};
  expect(text.slice(start, end)).toBe('ownerReferences');
});

test('in a List the place is in the item', () => {
  const item = pod('copied', owner('ReplicaSet', 'web-5d9'), '    ').replace('    apiVersion', '  - apiVersion');
  const [state] = simulate(`apiVersion: v1\nkind: List\nitems:\n${item}`).states;
  expect(state?.problems).toMatchObject([{ code: 'OwnerAbsent', path: 'items[0].metadata.ownerReferences' }]);
});

test('an owner of a kind that nobody knows keeps its object, and nothing is said', () => {
  const [state] = simulate(pod('kept', owner('Widget', 'w', 'example.com/v1'))).states;
  expect(state && table(state.cluster, 'pods').size).toBe(1);
  expect(state?.problems).toEqual([]);
});

test('what was refused did not vanish', () => {
  const [state] = simulate(pod('Wrong_Name', owner('ReplicaSet', 'web-5d9'))).states;
  expect(state?.problems.map(({ code }) => code)).not.toContain('OwnerAbsent');
});
