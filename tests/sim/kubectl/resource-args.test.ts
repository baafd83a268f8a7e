import { expect, test } from 'vitest';
import { findResource, readResourceArgs } from '../../../src/sim/kubectl/resource-args.ts';

const plain = { selector: false, allNamespaces: false };

test.each([
  ['svc', 'Service', ''],
  ['services', 'Service', ''],
  ['Service', 'Service', ''],
  ['ep', 'Endpoints', ''],
  ['endpointslices', 'EndpointSlice', 'discovery.k8s.io'],
  ['endpointslices.discovery', 'EndpointSlice', 'discovery.k8s.io'],
  ['deployments.v1.apps', 'Deployment', 'apps'],
  ['ev', 'Event', ''],
  ['events.events.k8s.io', 'Event', 'events.k8s.io'],
])('%s names %s', (typed, kind, group) => {
  expect(findResource(typed)).toMatchObject({ kind, group });
});

test('of two versions the preferred one is meant', () => {
  expect(findResource('hpa')?.version).toBe('v2');
});

test.each(['foo', 'svc.apps', 'endpointslice.nope', ''])('%s names no kind', (typed) => {
  expect(findResource(typed)).toBeUndefined();
});

test.each([
  ['svc', ['Service']],
  ['svc,ep,svc', ['Service', 'Endpoints']],
  [
    'all',
    [
      'Pod',
      'ReplicationController',
      'Service',
      'DaemonSet',
      'Deployment',
      'ReplicaSet',
      'StatefulSet',
      'HorizontalPodAutoscaler',
      'CronJob',
      'Job',
    ],
  ],
])('%s asks for everything of these kinds', (line, kinds) => {
  const read = readResourceArgs(line.split(' '), plain);
  expect(read.ok && read.all && read.kinds.map(({ kind }) => kind)).toEqual(kinds);
});

test.each([
  ['svc web', ['Service web'], true],
  ['svc web db', ['Service web', 'Service db'], false],
  ['svc,ep web', ['Service web', 'Endpoints web'], false],
  ['svc/web pod/client', ['Service web', 'Pod client'], false],
  ['svc/web', ['Service web'], true],
])('%s names objects', (line, named, single) => {
  const read = readResourceArgs(line.split(' '), plain);
  expect(read.ok && !read.all && read).toMatchObject({ single });
  expect(read.ok && !read.all && read.named.map(({ kind, name }) => `${kind.kind} ${name}`)).toEqual(named);
});

test.each([
  ['foo', plain, 'the server doesn\'t have a resource type "foo"'],
  ['foo web', plain, 'the server doesn\'t have a resource type "foo"'],
  ['foo.bar/web', plain, 'the server doesn\'t have a resource type "foo"'],
  ['svc/web/x', plain, 'arguments in resource/name form may not have more than one slash'],
  ['svc/', plain, 'arguments in resource/name form must have a single resource and name'],
  ['svc web', { ...plain, selector: true }, 'name cannot be provided when a selector is specified'],
  [
    'svc/web',
    { ...plain, selector: true },
    'selectors and the all flag cannot be used when passing resource/name arguments',
  ],
  ['svc web', { ...plain, allNamespaces: true }, 'a resource cannot be retrieved by name across all namespaces'],
])('%s is refused', (line, options, error) => {
  expect(readResourceArgs(line.split(' '), options)).toEqual({ ok: false, error });
});
