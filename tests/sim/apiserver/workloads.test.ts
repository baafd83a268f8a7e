/** What the server says of workloads, and what it fills in. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/sim/api/objects.ts';
import { deployment, messageOf, objectOf, Server } from './server.ts';

const template = (spec: JsonObject = {}): JsonObject => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'main', image: 'nginx' }], ...spec },
});

function workload(apiVersion: string, kind: string, spec: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: 'web' }, spec: { template: template(), ...spec } };
}

const selector = { matchLabels: { app: 'web' } };

it.each<[string, JsonObject, string]>([
  [
    'without a selector',
    deployment('web', { selector: null }),
    'Deployment.apps "web" is invalid: [spec.selector: Required value, spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`]',
  ],
  [
    'with an empty selector',
    deployment('web', { selector: {} }),
    'Deployment.apps "web" is invalid: spec.selector: Invalid value: {}: empty selector is invalid for deployment',
  ],
  [
    'whose template has other labels',
    deployment('web', { selector: { matchLabels: { app: 'x' } } }),
    'Deployment.apps "web" is invalid: spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
  ],
  [
    'with pods that end',
    deployment('web', { template: template({ restartPolicy: 'Never' }) }),
    'Deployment.apps "web" is invalid: spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
  ],
  [
    'of a negative size',
    deployment('web', { replicas: -1 }),
    'Deployment.apps "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
  ],
  [
    'that could never roll',
    deployment('web', { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } } }),
    'Deployment.apps "web" is invalid: spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0',
  ],
  [
    'without containers',
    deployment('web', { template: template({ containers: [] }) }),
    'Deployment.apps "web" is invalid: spec.template.spec.containers: Required value',
  ],
  [
    'that a Job restarts for ever',
    workload('batch/v1', 'Job', {}),
    'Job.batch "web" is invalid: spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
  ],
  [
    'with a bad serviceName',
    workload('apps/v1', 'StatefulSet', { selector, serviceName: 'a.b' }),
    'StatefulSet.apps "web" is invalid: spec.serviceName: Invalid value: "a.b": must not contain dots',
  ],
  [
    'whose pods have an end, though it has none',
    workload('apps/v1', 'ReplicaSet', { selector, template: template({ activeDeadlineSeconds: 5 }) }),
    'ReplicaSet.apps "web" is invalid: spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported',
  ],
  [
    'of a set with such pods',
    workload('apps/v1', 'StatefulSet', { selector, template: template({ activeDeadlineSeconds: 5 }) }),
    'StatefulSet.apps "web" is invalid: spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in StatefulSet is not Supported',
  ],
  [
    'with containers for a running pod in its template',
    deployment('web', { template: template({ ephemeralContainers: [{ name: 'e', image: 'busybox' }] }) }),
    'Deployment.apps "web" is invalid: spec.template.spec.ephemeralContainers: Forbidden: ephemeral containers not allowed in pod template',
  ],
  [
    'that replaces its pods in a way there is not',
    deployment('web', { strategy: { type: 'Rolling', rollingUpdate: { maxSurge: 1 } } }),
    'Deployment.apps "web" is invalid: spec.strategy: Unsupported value: {"Type":"Rolling","RollingUpdate":{"MaxUnavailable":0,"MaxSurge":1}}: supported values: "Recreate", "RollingUpdate"',
  ],
  [
    'on every node that does so',
    workload('apps/v1', 'DaemonSet', { selector, updateStrategy: { type: 'Recreate' } }),
    'DaemonSet.apps "web" is invalid: spec.updateStrategy: Unsupported value: {"Type":"Recreate","RollingUpdate":null}: supported values: "RollingUpdate", "OnDelete"',
  ],
  [
    'on every node that may both add and take away',
    workload('apps/v1', 'DaemonSet', { selector, updateStrategy: { rollingUpdate: { maxSurge: 1 } } }),
    'DaemonSet.apps "web" is invalid: spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero',
  ],
  [
    'on every node that may do neither',
    workload('apps/v1', 'DaemonSet', { selector, updateStrategy: { rollingUpdate: { maxUnavailable: '0%' } } }),
    'DaemonSet.apps "web" is invalid: spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0',
  ],
  [
    'with ordinals that could never be replaced',
    workload('apps/v1', 'StatefulSet', { selector, updateStrategy: { rollingUpdate: { maxUnavailable: 0 } } }),
    'StatefulSet.apps "web" is invalid: spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: 0: cannot be 0',
  ],
])('a workload %s is refused', (_name, object, message) => {
  expect(messageOf(new Server().create(object))).toBe(message);
});

describe('defaults', () => {
  it.each<[string, JsonObject, object]>([
    [
      'Deployment',
      deployment('web'),
      {
        replicas: 1,
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
      },
    ],
    [
      'StatefulSet',
      workload('apps/v1', 'StatefulSet', { selector }),
      {
        replicas: 1,
        podManagementPolicy: 'OrderedReady',
        revisionHistoryLimit: 10,
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      },
    ],
    [
      'DaemonSet',
      workload('apps/v1', 'DaemonSet', { selector }),
      { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } } },
    ],
    [
      'Job',
      workload('batch/v1', 'Job', { template: template({ restartPolicy: 'Never' }) }),
      { parallelism: 1, completions: 1, backoffLimit: 6, suspend: false },
    ],
  ])('of a %s', (_name, object, spec) => {
    expect(objectOf(new Server().create(object))).toMatchObject({ metadata: { generation: 1 }, spec });
  });

  it('of a template are those of the recorded one', () => {
    const object = deployment('d', {
      template: {
        metadata: { labels: { app: 'd' } },
        spec: { containers: [{ name: 'nginx', image: 'nginx:1.29', ports: [{ containerPort: 8080 }] }] },
      },
    });
    expect(objectOf(new Server().create(object))).toMatchObject({ status: {} });
    expect((objectOf(new Server().create(object)) as unknown as { spec: { template: object } }).spec.template).toEqual({
      metadata: { labels: { app: 'd' } },
      spec: {
        containers: [
          {
            image: 'nginx:1.29',
            imagePullPolicy: 'IfNotPresent',
            name: 'nginx',
            ports: [{ containerPort: 8080, protocol: 'TCP' }],
            resources: {},
            terminationMessagePath: '/dev/termination-log',
            terminationMessagePolicy: 'File',
          },
        ],
        dnsPolicy: 'ClusterFirst',
        restartPolicy: 'Always',
        schedulerName: 'default-scheduler',
        securityContext: {},
        terminationGracePeriodSeconds: 30,
      },
    });
  });
});

it('selectors may not change, and most of a StatefulSet may not', () => {
  const server = new Server();
  objectOf(server.create(deployment('web')));
  const moved = { spec: { selector: { matchLabels: { app: 'x' } }, template: { metadata: { labels: { app: 'x' } } } } };
  expect(messageOf(server.patch('Deployment', 'web', moved))).toBe(
    'Deployment.apps "web" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"x"}}: field is immutable',
  );
  objectOf(server.create(workload('apps/v1', 'StatefulSet', { selector })));
  expect(messageOf(server.patch('StatefulSet', 'web', { spec: { serviceName: 'x' } }))).toMatch(
    /^StatefulSet.apps "web" is invalid: spec: Forbidden: updates to statefulset spec for fields other than/,
  );
});

it('warns of ports with one name or one number', () => {
  const containers = [
    { name: 'a', image: 'x', ports: [{ name: 'm', containerPort: 1 }, { containerPort: 1 }] },
    { name: 'b', image: 'x', ports: [{ name: 'm', containerPort: 2 }] },
  ];
  expect(new Server().create(deployment('web', { template: template({ containers }) })).warnings).toEqual([
    'spec.template.spec.containers[0].ports[1]: duplicate port definition with spec.template.spec.containers[0].ports[0]',
    'spec.template.spec.containers[1].ports[0]: duplicate port name "m" with spec.template.spec.containers[0].ports[0], services and probes that select ports by name will use spec.template.spec.containers[0].ports[0]',
  ]);
});

// Models pkg/api/pod warningsForPodSpecAndMeta, v1.36.
describe('warnings of what a pod asks for', () => {
  const warningsOf = (spec: JsonObject, metadata: JsonObject = {}) => {
    const pod = { containers: [{ name: 'a', image: 'x' }], ...spec };
    const result = new Server().create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p', ...metadata },
      spec: pod,
    });
    return [messageOf(result), ...result.warnings];
  };
  const port = (more: JsonObject = {}) => [{ containerPort: 80, ...more }];

  it.each<[string, JsonObject, readonly string[]]>([
    [
      'one number in two containers',
      {
        initContainers: [{ name: 'i', image: 'x', restartPolicy: 'Always', ports: port({ name: 'h' }) }],
        containers: [{ name: 'a', image: 'x', ports: port({ name: 'h' }) }],
      },
      [
        'spec.containers[0].ports[0]: duplicate port definition with spec.initContainers[0].ports[0]',
        'spec.containers[0].ports[0]: duplicate port name "h" with spec.initContainers[0].ports[0], services and probes that select ports by name will use spec.initContainers[0].ports[0]',
      ],
    ],
    [
      'a host address without a host port',
      { containers: [{ name: 'a', image: 'x', ports: port({ hostIP: '10.0.0.1' }) }] },
      [
        'spec.containers[0].ports[0]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:80 Protocol:TCP HostIP:10.0.0.1}',
      ],
    ],
    [
      'labels of nodes that have new names',
      {
        nodeSelector: { 'beta.kubernetes.io/os': 'linux', disk: 'ssd' },
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'failure-domain.beta.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
        ],
      },
      [
        'spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
        'spec.topologySpreadConstraints[0].topologyKey: failure-domain.beta.kubernetes.io/zone is deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
        'spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no pod',
      ],
    ],
    [
      'a value that hides another, but not one that is made of it',
      {
        containers: [
          {
            name: 'a',
            image: 'x',
            env: [
              { name: 'A', value: '1' },
              { name: 'A', value: '$(A):2' },
              { name: 'A', value: '3' },
            ],
          },
        ],
      },
      ['spec.containers[0].env[2]: hides previous definition of "A", which may be dropped when using apply'],
    ],
    [
      'part of a byte',
      { containers: [{ name: 'a', image: 'x', resources: { limits: { memory: '100m' } } }] },
      [
        'spec.containers[0].resources.limits[memory]: fractional byte value "100m" is invalid, must be an integer',
        'spec.containers[0].resources.requests[memory]: fractional byte value "100m" is invalid, must be an integer',
      ],
    ],
  ])('%s', (_what, spec, warnings) => {
    expect(warningsOf(spec)).toEqual(['accepted', ...warnings]);
  });

  it('of names that cannot be a label of a host name, when they are made', () => {
    const server = new Server();
    expect(warningsOf({}, { name: 'web-1.0' })).toEqual([
      'accepted',
      "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]",
    ]);
    expect(server.create(deployment('web-1.0')).warnings).toEqual([
      'metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]',
    ]);
    expect(server.patch('Deployment', 'web-1.0', { spec: { replicas: 2 } }).warnings).toEqual([]);
  });

  it('of pods only when they are made, of templates when the generation moves', () => {
    const server = new Server();
    const containers = [{ name: 'a', image: 'x', ports: [...port(), ...port()] }];
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers } };
    expect(server.create(pod).warnings).toHaveLength(1);
    expect(server.patch('Pod', 'p', { metadata: { labels: { a: 'b' } } }).warnings).toEqual([]);
    server.create(deployment('web', { template: template({ containers }) }));
    expect(server.patch('Deployment', 'web', { metadata: { labels: { a: 'b' } } }).warnings).toEqual([]);
    expect(server.patch('Deployment', 'web', { spec: { replicas: 3 } }).warnings).toHaveLength(1);
  });
});

// Models pkg/apis/core/validation checkHostPortConflicts, v1.36.
it('two containers of a pod cannot have one port of the node', () => {
  const on = (name: string) => ({ name, image: 'x', ports: [{ containerPort: 80 }] });
  const spec = { hostNetwork: true, containers: [on('a'), on('b')] };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec };
  expect(messageOf(new Server().create(pod))).toBe(
    'Pod "p" is invalid: spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//80"',
  );
});

// Models pkg/apis/apps/validation, v1.36.
describe('a workload is refused, or not, for its own reasons', () => {
  const labels = { app: 'web' };
  const base = { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [] } } };
  const message = (kind: string, spec: JsonObject) =>
    messageOf(new Server().create(workload('apps/v1', kind, { ...base, ...spec })));

  it("a StatefulSet's pods are not looked at: they get volumes that the template does not name", () => {
    expect(message('StatefulSet', {})).toBe('accepted');
  });

  it.each<[string, string, JsonObject, string]>([
    [
      'labels of the template',
      'StatefulSet',
      { template: { metadata: { labels: { ...labels, v: '-' } }, spec: { containers: [] } } },
      'spec.template.labels: Invalid value: "-": a valid label must',
    ],
    [
      'how pods are managed',
      'StatefulSet',
      { podManagementPolicy: 'Fast' },
      `spec.podManagementPolicy: Invalid value: "Fast": must be 'OrderedReady' or 'Parallel'`,
    ],
    [
      'how pods are updated',
      'StatefulSet',
      { updateStrategy: { type: 'Blue' } },
      `spec.updateStrategy: Invalid value: {"Type":"Blue","RollingUpdate":null}: must be 'RollingUpdate' or 'OnDelete'`,
    ],
    [
      'a partition where there is no rolling update',
      'StatefulSet',
      { updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } },
      `spec.updateStrategy.rollingUpdate: Invalid value: {"Partition":1,"MaxUnavailable":null}: only allowed for updateStrategy 'RollingUpdate'`,
    ],
    [
      'an amount that is none',
      'Deployment',
      { template: template(), strategy: { rollingUpdate: { maxUnavailable: '150%', maxSurge: 'all' } } },
      `[spec.strategy.rollingUpdate.maxSurge: Invalid value: "all": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%'), spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "150%": must not be greater than 100%]`,
    ],
  ])('%s', (_what, kind, spec, why) => {
    expect(message(kind, spec)).toContain(`${kind}.apps "web" is invalid: ${why}`);
  });

  it('a DaemonSet without a selector is told only that it matches nothing', () => {
    const { template: ofPods } = { template: template() };
    expect(messageOf(new Server().create(workload('apps/v1', 'DaemonSet', { template: ofPods })))).toBe(
      'DaemonSet.apps "web" is invalid: spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
    );
  });
});

// Models pkg/apis/core/validation validateProbe, validateHandler and validateContainerResourceRequirements, v1.36.
it.each<[string, JsonObject, readonly string[]]>([
  [
    'a probe that fits',
    { livenessProbe: { httpGet: { port: 'http' } }, readinessProbe: { exec: { command: ['x'] } } },
    [],
  ],
  [
    'probes without and with too many handlers',
    { livenessProbe: { periodSeconds: 5 }, readinessProbe: { exec: {}, tcpSocket: { port: 80 } } },
    [
      'spec.containers[0].livenessProbe: Required value: must specify a handler type',
      'spec.containers[0].readinessProbe.exec.command: Required value',
      'spec.containers[0].readinessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type',
    ],
  ],
  [
    'a probe of no port, that must succeed twice',
    { livenessProbe: { httpGet: { path: '/', port: 0, scheme: 'ftp' }, periodSeconds: -1, successThreshold: 2 } },
    [
      'spec.containers[0].livenessProbe.httpGet.port: Invalid value: 0: must be between 1 and 65535, inclusive',
      'spec.containers[0].livenessProbe.httpGet.scheme: Unsupported value: "ftp": supported values: "HTTP", "HTTPS"',
      'spec.containers[0].livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0',
      'spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1',
    ],
  ],
  [
    'more asked for than allowed',
    { resources: { requests: { cpu: '2', memory: '64Mi' }, limits: { cpu: '500m', memory: '64Mi' } } },
    ['spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 500m'],
  ],
])('%s', (_what, fields, errors) => {
  const spec = { containers: [{ name: 'a', image: 'x', ...fields }] };
  const result = new Server().create({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec });
  const [only] = errors;
  const list = errors.length > 1 ? `[${errors.join(', ')}]` : only;
  expect(messageOf(result)).toBe(list === undefined ? 'accepted' : `Pod "p" is invalid: ${list}`);
});
