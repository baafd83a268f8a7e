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
