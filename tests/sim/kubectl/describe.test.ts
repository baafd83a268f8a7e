import { expect, test } from 'vitest';
import { runRead } from '../../../src/sim/kubectl/read.ts';
import { clusterWith, consoleState, object } from './console-cluster.ts';

function describeText(
  kind: string,
  metadata: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>>,
): string {
  const cluster = clusterWith([object(kind, 'default', 'x', metadata, rest)]);
  return runRead({ cluster, events: [] }, ['describe', kind, 'x']).stdout;
}

test('a node lists its pods and what they ask for', () => {
  const text = runRead(consoleState(), ['describe', 'node', 'node-b']).stdout;
  expect(text).toContain('Non-terminated Pods:          (1 in total)\n');
  expect(text).toMatch(/default +client +0 \(0%\) +0 \(0%\)/);
  expect(text).toContain('  Kubelet Version:            v1.36.2\n');
});

test('sums of resources print in their unit and as a share of the node', () => {
  const resources = { requests: { cpu: '250m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' } };
  const pod = object(
    'Pod',
    'default',
    'p',
    {},
    {
      spec: {
        nodeName: 'node-x',
        containers: [
          { name: 'main', resources },
          { name: 'side', resources },
        ],
      },
      status: { phase: 'Running' },
    },
  );
  const node = object('Node', '', 'node-x', {}, { spec: {}, status: { allocatable: { cpu: '4', memory: '8Gi' } } });
  const text = runRead({ cluster: clusterWith([pod, node]), events: [] }, ['describe', 'node', 'node-x']).stdout;
  expect(text).toMatch(/cpu +500m \(12%\) +2 \(50%\)/);
  expect(text).toMatch(/memory +2Gi \(25%\) +4Gi \(50%\)/);
});

test('long annotations stand on lines of their own, cut', () => {
  const text = describeText('ConfigMap', { annotations: { note: 'x'.repeat(200), short: 'y' } }, { data: {} });
  expect(text).toContain(`Annotations:  note:\n                ${'x'.repeat(138)}...\n              short: y\n`);
});

test('a deleted pod says how long', () => {
  const text = describeText(
    'Pod',
    { deletionTimestamp: '2000-01-01T00:00:00Z', deletionGracePeriodSeconds: 30 },
    { spec: { containers: [] }, status: { phase: 'Running' } },
  );
  expect(text).toMatch(/^Status: +Terminating \(lasts 10s\)\nTermination Grace Period: +30s$/m);
  expect(text).toContain('Containers: <none>\n');
});

test('probes, environment and mounts of a container are named', () => {
  const main = {
    name: 'main',
    image: 'nginx',
    readinessProbe: { httpGet: { path: '/ready', port: 8080, scheme: 'HTTP' }, periodSeconds: 5 },
    env: [
      { name: 'MODE', value: 'test' },
      { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
      { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    ],
    volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }],
  };
  const text = describeText(
    'Pod',
    {},
    {
      spec: { containers: [main], volumes: [{ name: 'data', emptyDir: {} }] },
      status: { phase: 'Running', podIP: '10.244.1.10' },
    },
  );
  expect(text).toContain('http-get http://:8080/ready delay=0s timeout=1s period=5s #success=1 #failure=3\n');
  expect(text).toMatch(/MODE: +test\n +IP: +10\.244\.1\.10 \(v1:status\.podIP\)\n/);
  expect(text).toContain("<set to the key 'k' in secret 's'>  Optional: false\n");
  expect(text).toContain('      /data from data (ro)\n');
  expect(text).toContain("EmptyDir (a temporary directory that shares a pod's lifetime)\n");
});

test('a kind without a description of its own shows its fields', () => {
  const text = describeText('Lease', {}, { spec: { holderIdentity: 'a', leaseDurationSeconds: 40 } });
  expect(text).toContain('Spec:\n  Holder Identity:         a\n  Lease Duration Seconds:  40\n');
  expect(text).toMatch(/^API Version: +coordination\.k8s\.io\/v1$/m);
});

test('events about a missing namespace are not found', () => {
  const { cluster } = consoleState();
  const event = {
    type: 'Warning',
    reason: 'FailedToCreateEndpoint',
    object: 'Endpoints/web',
    from: 'endpoint-controller',
    message: 'x',
  } as const;
  expect(runRead({ cluster, events: [event] }, ['describe', 'endpoints', 'web']).stdout).toMatch(
    /Events: {2}<none>\n$/,
  );
});
