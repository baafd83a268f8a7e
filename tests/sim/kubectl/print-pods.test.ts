import { expect, test } from 'vitest';
import type { Pod } from '../../../src/sim/api/objects.ts';
import { podStatusText, podTable } from '../../../src/sim/kubectl/print-pods.ts';
import { object } from './console-cluster.ts';

type Fields = Readonly<Record<string, unknown>>;

function pod(status: Fields, spec: Fields = {}, metadata: Fields = {}): Pod {
  return object('Pod', 'default', 'p', metadata, {
    spec: { containers: [{ name: 'main' }], ...spec },
    status: { phase: 'Running', ...status },
  }) as Pod;
}

const running = { name: 'main', state: { running: {} }, ready: true, restartCount: 0, started: true };
const deleted = { deletionTimestamp: '2000-01-01T00:00:00Z' };
const completed = {
  name: 'main',
  state: { terminated: { exitCode: 0, reason: 'Completed' } },
  ready: false,
  restartCount: 0,
};
const creating = { name: 'main', state: { waiting: { reason: 'ContainerCreating' } }, ready: false, restartCount: 0 };
const failedInit = { name: 'init', state: { terminated: { exitCode: 2 } }, ready: false, restartCount: 3 };
const waitingInit = { name: 'init', state: { waiting: { reason: 'PodInitializing' } }, ready: false, restartCount: 0 };
const withInit = { initContainers: [{ name: 'init' }] };

test.each([
  ['its phase', pod({ containerStatuses: [running] }), 'Running'],
  ['a phase without container status', pod({ phase: 'Pending' }), 'Pending'],
  ['what a container waits for', pod({ phase: 'Pending', containerStatuses: [creating] }), 'ContainerCreating'],
  ['how a container ended', pod({ phase: 'Succeeded', containerStatuses: [completed] }), 'Completed'],
  ['its deletion', pod({ containerStatuses: [running] }, {}, deleted), 'Terminating'],
  [
    'the end of a deleted pod that is over',
    pod({ phase: 'Succeeded', containerStatuses: [completed] }, {}, deleted),
    'Completed',
  ],
  [
    'an init container that failed',
    pod({ phase: 'Pending', initContainerStatuses: [failedInit] }, withInit),
    'Init:ExitCode:2',
  ],
  ['init containers to come', pod({ phase: 'Pending', initContainerStatuses: [waitingInit] }, withInit), 'Init:0/1'],
])('STATUS shows %s', (_, given, text) => {
  expect(podStatusText(given)).toBe(text);
});

test('sidecars count among the containers', () => {
  const sidecar = { ...running, name: 'proxy' };
  const given = pod(
    { containerStatuses: [running], initContainerStatuses: [sidecar] },
    { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] },
  );
  expect(podTable.cells(given, '10s').slice(0, 4)).toEqual(['p', '2/2', 'Running', '0']);
});
