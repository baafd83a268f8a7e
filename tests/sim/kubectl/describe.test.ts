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
      { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'TIER', valueFrom: { fieldRef: { fieldPath: "metadata.labels['tier']" } } },
      { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
      { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
      { name: 'ASKED', valueFrom: { resourceFieldRef: { resource: 'requests.memory', divisor: '1Mi' } } },
      { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    ],
    resources: { requests: { memory: '64Mi' } },
    securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'p.json' } },
    volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }],
    volumeDevices: [{ name: 'disk', devicePath: '/dev/xvda' }],
  };
  const text = describeText(
    'Pod',
    { labels: { tier: 'back' } },
    {
      spec: { containers: [main], volumes: [{ name: 'data', emptyDir: {} }] },
      status: { phase: 'Running', podIP: '10.244.1.10' },
    },
  );
  expect(text).toContain('http-get http://:8080/ready delay=0s timeout=1s period=5s #success=1 #failure=3\n');
  expect(text).toMatch(
    /MODE: +test\n +POD: +x \(v1:metadata\.name\)\n +TIER: +back \(v1:metadata\.labels\['tier'\]\)\n/,
  );
  expect(text).toMatch(/ {6}CPU: +node allocatable \(limits\.cpu\)\n {6}ASKED: +64 \(requests\.memory\)\n/);
  expect(text).toMatch(/ {4}SeccompProfile: +Localhost\n {6}LocalhostProfile: +p\.json\n/);
  expect(text).toContain("<set to the key 'k' in secret 's'>  Optional: false\n");
  expect(text).toContain('      /data from data (ro)\n    Devices:\n      /dev/xvda from disk\n');
  expect(text).toContain("EmptyDir (a temporary directory that shares a pod's lifetime)\n");
});

test('of the fields of a pod kubectl fills in only those of its metadata', () => {
  const env = [{ name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }];
  const text = describeText(
    'Pod',
    {},
    { spec: { containers: [{ name: 'main', env }] }, status: { phase: 'Running', podIP: '10.244.1.10' } },
  );
  expect(text).toMatch(/ {6}IP: +\(v1:status\.podIP\)\n/);
});

test.each([
  [
    'projected',
    {
      sources: [
        { serviceAccountToken: { path: 't', expirationSeconds: 600 } },
        { configMap: { name: 'ca', optional: true } },
        { secret: { name: 's' } },
        { downwardAPI: { items: [] } },
      ],
    },
    [
      'Type: Projected (a volume that contains injected data from multiple sources)',
      'TokenExpirationSeconds: 600',
      'ConfigMapName: ca',
      'Optional: true',
      'SecretName: s',
      'Optional: false',
      'DownwardAPI: true',
    ],
  ],
  [
    'downwardAPI',
    { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] },
    ['Type: DownwardAPI (a volume populated by information about the pod)', 'Items:', '  metadata.labels -> labels'],
  ],
  [
    'csi',
    { driver: 'd', volumeAttributes: { b: '2', a: '1' } },
    [
      'Type: CSI (a Container Storage Interface (CSI) volume source)',
      'Driver: d',
      'FSType: ',
      'ReadOnly: false',
      'VolumeAttributes: a=1',
      '                       b=2',
    ],
  ],
  [
    'nfs',
    { server: 'n', path: '/x', readOnly: true },
    ['Type: NFS (an NFS mount that lasts the lifetime of a pod)', 'Server: n', 'Path: /x', 'ReadOnly: true'],
  ],
  [
    'ephemeral',
    { volumeClaimTemplate: { metadata: { labels: { a: 'b' } }, spec: { accessModes: ['ReadWriteOnce'] } } },
    [
      'Type: EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)',
      'StorageClass: ',
      'Volume: ',
      'Labels: a=b',
      'Annotations: <none>',
      'Capacity: ',
      'Access Modes: ',
      'VolumeMode: Filesystem',
    ],
  ],
])('a volume from %s shows what is in it', (field, source, lines) => {
  const spec = { containers: [], volumes: [{ name: 'v', [field]: source }] };
  const text = describeText('Pod', {}, { spec, status: { phase: 'Running' } });
  const squeezed = text.replaceAll(/: +/g, ': ');
  expect(squeezed).toContain(`Volumes:\n  v:\n${lines.map((line) => `    ${line}\n`).join('')}QoS Class:`);
});

test('a StatefulSet lists its claims', () => {
  const claim = {
    metadata: { name: 'data', labels: { a: 'b' } },
    spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } } },
  };
  const spec = {
    selector: {},
    template: { spec: { containers: [] } },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0, maxUnavailable: 2 } },
  };
  const text = describeText('StatefulSet', {}, { spec: { ...spec, volumeClaimTemplates: [claim] }, status: {} });
  expect(text).toMatch(/ {2}Partition: +0\n {2}MaxUnavailable: +2\n/);
  expect(text).toMatch(
    /Volume Claims:\n {2}Name: +data\n {2}StorageClass: +fast\n {2}Labels: +a=b\n {2}Annotations: +<none>\n {2}Capacity: +1Gi\n {2}Access Modes: +\[ReadWriteOnce\]\n/,
  );
});

test('a Job tells its deadline and the indexes done', () => {
  const spec = { completionMode: 'Indexed', activeDeadlineSeconds: 100, template: { spec: { containers: [] } } };
  const text = describeText('Job', {}, { spec, status: { completedIndexes: '0-2' } });
  expect(text).toMatch(/Active Deadline Seconds: +100s\nPods Statuses: .*\nCompleted Indexes: +0-2\n/);
});

test('a template tells how its pods are spread and how important they are', () => {
  const spread = [
    { topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', maxSkew: 1, labelSelector: { matchLabels: { a: 'b' } } },
    { topologyKey: 'host', whenUnsatisfiable: 'ScheduleAnyway', maxSkew: 2 },
  ];
  const template = { spec: { containers: [], topologySpreadConstraints: spread, priorityClassName: 'high' } };
  const text = describeText('DaemonSet', {}, { spec: { selector: {}, template }, status: {} });
  expect(text).toMatch(
    / {2}Topology Spread Constraints: +host:ScheduleAnyway when max skew 2 is exceeded\n +zone:DoNotSchedule when max skew 1 is exceeded for selector a=b\n {2}Priority Class Name: +high\n {2}Node-Selectors:/,
  );
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
