import { describe, expect, test } from 'vitest';
import { reconcileEndpoints } from '../../../../src/sim/controllers/endpoints/reconcile-endpoints.ts';
import type { Endpoints, Pod, Service } from '../../../../src/sim/api/objects.ts';
import { pod, service } from '../cluster-of.ts';

const app = { app: 'web' };
const web = service('web', { selector: app });
const trigger = 'endpoints.kubernetes.io/last-change-trigger-time';

function lists(of: Service, ...pods: Pod[]): { ready: string[]; notReady: string[] } {
  const subsets = reconcileEndpoints(of, pods, undefined)?.subsets ?? [];
  return {
    ready: subsets.flatMap(({ addresses = [] }) => addresses.map(({ ip }) => ip)),
    notReady: subsets.flatMap(({ notReadyAddresses = [] }) => notReadyAddresses.map(({ ip }) => ip)),
  };
}

describe('which list a pod is in', () => {
  const terminating = { metadata: { deletionTimestamp: '2000-01-01T00:00:00Z' } };
  const publishing = service('web', { selector: app, publishNotReadyAddresses: true });
  test.each<[string, Service, Pod, 'ready' | 'notReady' | 'none']>([
    ['a ready pod', web, pod('a', app, '10.0.0.1'), 'ready'],
    ['a pod that is not ready', web, pod('a', app, '10.0.0.1', { ready: false }), 'notReady'],
    ['a pod without the condition Ready', web, pod('a', app, '10.0.0.1', { status: { conditions: [] } }), 'notReady'],
    ['a pod that is not ready, published', publishing, pod('a', app, '10.0.0.1', { ready: false }), 'ready'],
    ['a terminating pod', web, pod('a', app, '10.0.0.1', terminating), 'none'],
    ['a terminating pod, published', publishing, pod('a', app, '10.0.0.1', terminating), 'ready'],
    ['a finished pod', web, pod('a', app, '10.0.0.1', { status: { phase: 'Succeeded' } }), 'none'],
    ['a finished pod, published', publishing, pod('a', app, '10.0.0.1', { status: { phase: 'Failed' } }), 'none'],
    ['a pod of unknown phase', web, pod('a', app, '10.0.0.1', { status: { phase: 'Unknown' } }), 'ready'],
    ['a pod without address', web, pod('a', app, ''), 'none'],
    ['a pod of the other family', web, pod('a', app, 'fd00::1'), 'none'],
  ])('%s', (_, of, one, list) => {
    expect(lists(of, one)).toEqual({
      ready: list === 'ready' ? ['10.0.0.1'] : [],
      notReady: list === 'notReady' ? ['10.0.0.1'] : [],
    });
  });
});

test('a pod lacking a named port is left out of that port only', () => {
  const two = service('web', {
    selector: app,
    ports: [
      { name: 'http', protocol: 'TCP', port: 80, targetPort: 'http' },
      { name: 'fix', protocol: 'TCP', port: 81, targetPort: 9000 },
    ],
  });
  const without = pod('b', app, '10.0.0.2', { spec: { containers: [{ name: 'main' }] } });
  const subsets = reconcileEndpoints(two, [pod('a', app, '10.0.0.1'), without], undefined)?.subsets ?? [];
  const byPort = Object.fromEntries(
    subsets.flatMap(({ ports = [], addresses = [] }) => ports.map(({ name }) => [name, addresses.map(({ ip }) => ip)])),
  );
  expect(byPort).toEqual({ http: ['10.0.0.1'], fix: ['10.0.0.1', '10.0.0.2'] });
});

test('a pod without a node gives an empty nodeName, for the API server to refuse', () => {
  const unbound = pod('a', app, '10.0.0.1', { spec: { nodeName: '' } });
  expect(reconcileEndpoints(web, [unbound], undefined)?.subsets?.[0]?.addresses?.[0]?.nodeName).toBe('');
});

describe('the object', () => {
  const current: Endpoints = {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: {
      name: 'web',
      namespace: 'default',
      labels: { mine: 'x' },
      annotations: { note: 'y', [trigger]: 'then' },
    },
    subsets: [{ addresses: [{ ip: '10.9.9.9' }], ports: [{ port: 80, protocol: 'TCP' }] }],
  };
  const labelled = service('web', { selector: app, clusterIP: 'None' }, { labels: { team: 'a' } });

  test('keeps annotations, takes its labels from the Service, and replaces what was typed', () => {
    const written = reconcileEndpoints(labelled, [], current);
    expect(written?.metadata).toEqual({
      name: 'web',
      namespace: 'default',
      labels: {
        team: 'a',
        'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
        'service.kubernetes.io/headless': '',
      },
      annotations: { note: 'y' },
    });
    expect(written).not.toHaveProperty('subsets');
  });

  test('is written once: the second look finds nothing to do', () => {
    const written = reconcileEndpoints(labelled, [pod('a', app, '10.0.0.1')], current);
    expect(written?.metadata.annotations).toHaveProperty([trigger]);
    expect(reconcileEndpoints(labelled, [pod('a', app, '10.0.0.1')], written)).toBeUndefined();
  });

  test('loses the trigger time when addresses only go', () => {
    const written = reconcileEndpoints(web, [pod('a', app, '10.0.0.1')], undefined);
    expect(reconcileEndpoints(web, [], written)?.metadata).not.toHaveProperty('annotations');
  });

  test('is cut at 1000 addresses, ready ones first, and says so', () => {
    const many = (count: number, ready: boolean, from: number): Pod[] =>
      Array.from({ length: count }, (_, i) =>
        pod(`p${String(from + i)}`, app, `10.1.${String(Math.floor((from + i) / 200))}.${String((from + i) % 200)}`, {
          ready,
        }),
      );
    const written = reconcileEndpoints(web, [...many(990, true, 0), ...many(20, false, 990)], undefined);
    const [subset] = written?.subsets ?? [];
    expect([subset?.addresses?.length, subset?.notReadyAddresses?.length]).toEqual([990, 10]);
    expect(written?.metadata.annotations).toHaveProperty(['endpoints.kubernetes.io/over-capacity'], 'truncated');
    expect(reconcileEndpoints(web, many(990, true, 0), written)?.metadata.annotations ?? {}).not.toHaveProperty([
      'endpoints.kubernetes.io/over-capacity',
    ]);
  });
});
