import { expect, test } from 'vitest';
import type { KubeObject, OwnerReference } from '../../../../src/sim/api/objects.ts';
import { collectUnowned } from '../../../../src/sim/controllers/lifecycle/absent-owners.ts';
import { simulate } from '../../../../src/sim/index.ts';
import { clusterOf, created, pod, service } from '../cluster-of.ts';

const web: OwnerReference = { apiVersion: 'v1', kind: 'Service', name: 'web', uid: 'svc-web' };
const owned = (...ownerReferences: readonly OwnerReference[]): KubeObject =>
  pod('a', {}, '10.0.0.1', { metadata: { ownerReferences } });
const collected = (object: KubeObject): readonly string[] =>
  collectUnowned(clusterOf(service('web', {}), object), [created(object)]).map(({ key }) => key);

test.each<[string, readonly OwnerReference[], boolean]>([
  ['whose owner is there stays', [web], false],
  ['whose owner is not there goes', [{ ...web, name: 'other' }], true],
  ['whose owner is there under another uid goes', [{ ...web, uid: 'x' }], true],
  ['with one owner of two stays', [{ ...web, uid: 'x' }, web], false],
  ['whose owner is of an unknown kind stays', [{ ...web, apiVersion: 'example.com/v1' }], false],
  ['whose owner is a node that is not there goes', [{ ...web, kind: 'Node' }], true],
  ['without owners stays', [], false],
])('an object %s', (_, owners, goes) => expect(collected(owned(...owners))).toEqual(goes ? ['default/a'] : []));

test('a pod copied with the owner that it had does not stay', () => {
  const text = `apiVersion: v1
kind: Pod
metadata:
  name: web-1
  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: 8d1f2a3c-0000-4000-8000-000000000001}]
spec: {containers: [{name: main, image: nginx}]}
`;
  const state = simulate(text).states[0];
  expect(state?.apply?.stdout).toBe('pod/web-1 created\n');
  expect(state?.cluster.tables.get('pods')?.size ?? 0).toBe(0);
});
