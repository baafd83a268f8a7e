/** Refusals and defaults of pods and templates that no recorded scene has. */
import { describe, expect, it } from 'vitest';
import { canonicalQuantity } from '../../../src/sim/api/quantity.ts';
import type { Deployment, JsonObject, Pod } from '../../../src/sim/api/objects.ts';
import { deployment, messageOf, objectOf, Server } from './server.ts';

const main = { name: 'main', image: 'nginx' };
const pod = (spec: JsonObject): JsonObject => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });
const made = (spec: JsonObject): string => messageOf(new Server().create(pod(spec)));
/** The causes of a refusal, one by one. */
const causes = (message: string): readonly string[] =>
  message
    .replace(/^Pod "web" is invalid: /, '')
    .replace(/^\[|\]$/g, '')
    .split(/, (?=spec)/);

describe("the node's network", () => {
  const ports = [{ containerPort: 80, hostPort: 81 }];
  const port =
    'containers[0].ports[0].hostPort: Invalid value: 81: must match `containerPort` when `hostNetwork` is true';

  it('wants the same port, in a template too', () => {
    expect(made({ hostNetwork: true, containers: [{ ...main, ports }] })).toBe(`Pod "web" is invalid: spec.${port}`);
    const template = {
      metadata: { labels: { app: 'web' } },
      spec: { hostNetwork: true, containers: [{ ...main, ports }] },
    };
    expect(messageOf(new Server().create(deployment('web', { template })))).toBe(
      `Deployment.apps "web" is invalid: spec.template.spec.${port}`,
    );
  });

  it('gives the port to pods, not to templates', () => {
    const spec = { hostNetwork: true, containers: [{ ...main, ports: [{ containerPort: 80 }] }] };
    expect(objectOf<Pod>(new Server().create(pod(spec))).spec.containers[0]?.ports?.[0]?.hostPort).toBe(80);
    const template = { metadata: { labels: { app: 'web' } }, spec };
    const stored = objectOf<Deployment>(new Server().create(deployment('web', { template })));
    expect(stored.spec.template.spec.containers[0]?.ports?.[0]).toEqual({ containerPort: 80, protocol: 'TCP' });
  });
});

describe('containers', () => {
  it('are refused in the order of the checks', () => {
    const bad = {
      ...main,
      terminationMessagePolicy: 'Log',
      env: [{ value: 'x', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }],
      volumeMounts: [{ name: '', mountPath: '' }],
      resources: { limits: { gpu: 1, memory: '128Mi' }, requests: { memory: '0.25Gi' } },
      lifecycle: { preStop: { sleep: { seconds: 60 } } },
      restartPolicy: 'Sometimes',
    };
    expect(causes(made({ containers: [bad] }))).toEqual([
      'spec.containers[0].terminationMessagePolicy: Unsupported value: "Log": supported values: "File", "FallbackToLogsOnError"',
      'spec.containers[0].env[0].name: Required value',
      'spec.containers[0].env[0].valueFrom: Invalid value: "": may not be specified when `value` is not empty',
      'spec.containers[0].volumeMounts[0].name: Required value',
      'spec.containers[0].volumeMounts[0].name: Not found: ""',
      'spec.containers[0].volumeMounts[0].mountPath: Required value',
      'spec.containers[0].resources.limits[gpu]: Invalid value: "gpu": must be a standard resource type or fully qualified',
      'spec.containers[0].resources.limits[gpu]: Invalid value: "gpu": must be a standard resource for containers',
      'spec.containers[0].resources.requests[gpu]: Invalid value: "gpu": must be a standard resource type or fully qualified',
      'spec.containers[0].resources.requests[gpu]: Invalid value: "gpu": must be a standard resource for containers',
      'spec.containers[0].resources.requests: Invalid value: "256Mi": must be less than or equal to memory limit of 128Mi',
      'spec.containers[0].lifecycle.preStop.sleep: Invalid value: 60: must be non-negative and less than terminationGracePeriodSeconds (30)',
      'spec.containers[0].restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"',
    ]);
  });

  it('that run before the others are not probed, sidecars are', () => {
    const init = (extra: JsonObject): string =>
      made({
        containers: [main],
        initContainers: [{ name: 'init', image: 'x', readinessProbe: { tcpSocket: { port: 0 } }, ...extra }],
      });
    expect(causes(init({}))).toEqual([
      'spec.initContainers[0].readinessProbe: Forbidden: may not be set for init containers without restartPolicy=Always',
    ]);
    expect(causes(init({ restartPolicy: 'Always' }))).toEqual([
      'spec.initContainers[0].readinessProbe.tcpSocket.port: Invalid value: 0: must be between 1 and 65535, inclusive',
    ]);
  });

  it('may have blanks around an image in a template, not in a pod', () => {
    const spec = { containers: [{ ...main, image: ' nginx' }] };
    expect(causes(made(spec))).toEqual([
      'spec.containers[0].image: Invalid value: " nginx": must not have leading or trailing whitespace',
    ]);
    const template = { metadata: { labels: { app: 'web' } }, spec };
    expect(messageOf(new Server().create(deployment('web', { template })))).toBe('accepted');
  });
});

it('amounts are stored in their one right spelling', () => {
  const spellings = {
    '0.5': '500m',
    '1000m': '1',
    '1024Mi': '1Gi',
    '0.5Gi': '512Mi',
    '1000': '1k',
    '1e3': '1e3',
    '512Ki': '512Ki',
  };
  const more = {
    '0': '0',
    '0Mi': '0',
    '1.5Ki': '1536',
    '0.1Ki': '102400m',
    '-2000': '-2k',
    '+5': '5',
    '1.25': '1250m',
    '12e1': '120',
  };
  for (const [typed, stored] of Object.entries({ ...spellings, ...more }))
    expect(canonicalQuantity(typed)).toBe(stored);
  const tiny = { '1e-999999999': '1e-9', '-1e-12': '-1e-9', '0.1n': '1n', '1e999999999': '1e999999999' };
  for (const [typed, stored] of Object.entries(tiny)) expect(canonicalQuantity(typed)).toBe(stored);
  expect(canonicalQuantity('9'.repeat(50))).toBe('9'.repeat(50));
  const { spec } = objectOf<Pod>(
    new Server().create(pod({ containers: [{ ...main, resources: { limits: { cpu: 0.5, memory: '1024Mi' } } }] })),
  );
  const amounts = { cpu: '500m', memory: '1Gi' };
  expect(spec.containers[0]?.resources).toEqual({ limits: amounts, requests: amounts });
});

describe('the priority of a pod', () => {
  const high = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, value: 1000 };

  it('is that of its class', () => {
    const server = new Server();
    objectOf(server.create(high));
    const { spec } = objectOf<Pod>(server.create(pod({ containers: [main], priorityClassName: 'high' })));
    expect(spec).toMatchObject({ priorityClassName: 'high', priority: 1000, preemptionPolicy: 'PreemptLowerPriority' });
    expect(made({ containers: [main], priorityClassName: 'system-node-critical' })).toBe('accepted');
  });

  it('of a class that is not there, or another one, is forbidden before anything else is looked at', () => {
    expect(made({ containers: [], priorityClassName: 'high' })).toBe(
      'pods "web" is forbidden: no PriorityClass with name high was found',
    );
    expect(made({ containers: [main], priority: 5 })).toBe(
      'pods "web" is forbidden: the integer value of priority (5) must not be provided in pod spec; priority admission controller computed 0 from the given PriorityClass name',
    );
  });

  it('is that of the default class when none is named', () => {
    const server = new Server();
    objectOf(server.create({ ...high, globalDefault: true }));
    const { spec } = objectOf<Pod>(server.create(pod({ containers: [main] })));
    expect(spec).toMatchObject({ priorityClassName: 'high', priority: 1000 });
  });
});

it('a pod keeps its containers, and is looked at as a whole', () => {
  const server = new Server();
  objectOf(server.create(pod({ containers: [main] })));
  expect(causes(messageOf(server.replace(pod({ containers: [main, { name: 'B', image: 'x' }] }))))).toEqual([
    expect.stringMatching(/^spec\.containers\[1\]\.name: Invalid value: "B"/),
    'spec.containers: Forbidden: pod updates may not add or remove containers',
  ]);
  expect(
    causes(messageOf(server.replace(pod({ containers: [main], initContainers: [{ ...main, name: 'a' }] })))),
  ).toEqual(['spec.initContainers: Forbidden: pod updates may not add or remove containers']);
});

it('a wrong amount ends the reading, whatever was wrong before', () => {
  const message = made({
    activeDeadlineSeconds: 'x',
    containers: [{ ...main, resources: { limits: { cpu: 'much' } } }],
  });
  expect(message).toContain('cannot be handled as a Pod: quantities must match the regular expression');
});

describe('what Go makes of a field', () => {
  it('is named by its own type', () => {
    const typed = (container: JsonObject): string => made({ containers: [{ ...main, ...container }] });
    expect(typed({ resources: { limits: 5 } })).toContain(
      'cannot unmarshal number into Go struct field ResourceRequirements.spec.containers.resources.limits of type v1.ResourceList',
    );
    expect(typed({ securityContext: { capabilities: { drop: 'ALL' } } })).toContain(
      'Capabilities.spec.containers.securityContext.capabilities.drop of type []v1.Capability',
    );
  });

  it('keeps an empty value behind a pointer, and where nothing may be left out', () => {
    const volumes = [{ name: 'a', hostPath: { path: '/a' } }];
    expect(objectOf<Pod>(new Server().create(pod({ containers: [main], volumes }))).spec).toMatchObject({
      volumes: [{ name: 'a', hostPath: { path: '/a', type: '' } }],
    });
    const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [main] } };
    const set = { ...deployment('web', { template }), kind: 'StatefulSet' };
    expect(objectOf(new Server().create(set))).toMatchObject({ spec: { serviceName: '' } });
  });

  it('is said of claims and tokens, too', () => {
    const token = { name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } };
    const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [main], volumes: [token] } };
    const volumeClaimTemplates = [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }];
    const set = { ...deployment('web', { template, volumeClaimTemplates }), kind: 'StatefulSet' };
    const sources = [{ serviceAccountToken: { path: 'token', expirationSeconds: 3600 } }];
    expect(objectOf(new Server().create(set))).toMatchObject({
      spec: {
        template: { spec: { volumes: [{ name: 'token', projected: { defaultMode: 420, sources } }] } },
        volumeClaimTemplates: [
          {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { name: 'data' },
            spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem' },
            status: { phase: 'Pending' },
          },
        ],
      },
    });
  });
});

describe('what few pods have', () => {
  const refused = (spec: JsonObject): readonly string[] => causes(made({ containers: [main], ...spec }));
  const key = `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`;

  it('search domains may have underscores', () => {
    expect(made({ containers: [main], dnsConfig: { searches: ['_tcp.corp_net.example', '.'] } })).toBe('accepted');
    expect(refused({ dnsConfig: { searches: ['-corp'] } })).toEqual([
      `spec.dnsConfig.searches[0]: Invalid value: "-corp": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*')`,
    ]);
  });

  it('variables come from fields, resources and keys that there can be', () => {
    const env = [
      { name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.foo' } } },
      { name: 'B', valueFrom: { fieldRef: { fieldPath: 'status.phase' } } },
      { name: 'C', valueFrom: { fieldRef: { fieldPath: "metadata.labels['a b']" } } },
      { name: 'D', valueFrom: { fieldRef: {} } },
      { name: 'E', valueFrom: { configMapKeyRef: { name: 'c' } } },
      { name: 'F', valueFrom: { resourceFieldRef: { resource: 'limits.gpu' } } },
      { name: 'G', valueFrom: { fieldRef: { fieldPath: "metadata.annotations['a/B']" } } },
    ];
    const at = 'spec.containers[0].env';
    expect(refused({ containers: [{ ...main, env }] })).toEqual([
      `${at}[0].valueFrom.fieldRef.fieldPath: Invalid value: "status.foo": error converting fieldPath: field label not supported: status.foo`,
      `${at}[1].valueFrom.fieldRef.fieldPath: Unsupported value: "status.phase": supported values: "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs"`,
      `${at}[2].valueFrom.fieldRef: Invalid value: "a b": ${key}`,
      `${at}[3].valueFrom.fieldRef.fieldPath: Required value`,
      `${at}[4].valueFrom.configMapKeyRef.key: Required value`,
      `${at}[5].valueFrom.resourceFieldRef.resource: Unsupported value: "limits.gpu": supported values: "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory"`,
    ]);
  });

  it('a list of variables has one source', () => {
    const envFrom = [{}, { configMapRef: {} }, { prefix: 'a=', secretRef: { name: 's' } }];
    expect(refused({ containers: [{ ...main, envFrom }] })).toEqual([
      'spec.containers[0].envFrom: Invalid value: "": must specify one of: `configMapRef` or `secretRef`',
      'spec.containers[0].envFrom[1].configMapRef.name: Required value',
      `spec.containers[0].envFrom[2].prefix: Invalid value: "a=": a valid environment variable name must consist only of printable ASCII characters other than '='`,
    ]);
  });

  it('a volume has one source, and one with a fault cannot be mounted', () => {
    const volumes = [
      { name: 'a', emptyDir: {}, configMap: { name: 'c' } },
      { name: 'b', hostPath: { path: '' } },
      { name: 'c' },
      { name: 'c' },
    ];
    const volumeMounts = [{ name: 'a', mountPath: '/a' }];
    expect(refused({ volumes, containers: [{ ...main, volumeMounts }] })).toEqual([
      'spec.volumes[0].configMap: Forbidden: may not specify more than 1 volume type',
      'spec.volumes[1].hostPath.path: Required value',
      'spec.volumes[3].name: Duplicate value: "c"',
      'spec.containers[0].volumeMounts[0].name: Not found: "a"',
    ]);
  });

  it('tolerations fit the taints that there are', () => {
    const tolerations = [
      { key: 'a', operator: 'Has' },
      { operator: 'Equal', value: 'x' },
      { key: 'a', operator: 'Exists', value: 'x' },
      { key: 'a b', effect: 'Never', tolerationSeconds: 5 },
    ];
    expect(refused({ tolerations })).toEqual([
      'spec.tolerations[0].operator: Unsupported value: "Has": supported values: "Equal", "Exists"',
      'spec.tolerations[1].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys"',
      `spec.tolerations[2].operator: Invalid value: "x": value must be empty when \`operator\` is 'Exists'`,
      `spec.tolerations[3].key: Invalid value: "a b": ${key}`,
      `spec.tolerations[3].effect: Invalid value: "Never": effect must be 'NoExecute' when \`tolerationSeconds\` is set`,
      'spec.tolerations[3].effect: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
    ]);
  });

  it('affinity and spread are looked into', () => {
    const affinity = {
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} },
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, podAffinityTerm: { topologyKey: 'zone' } }],
      },
    };
    const topologySpreadConstraints = [
      { maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'Wait' },
      { maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' },
    ];
    expect(refused({ affinity, topologySpreadConstraints })).toEqual([
      'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Required value: must have at least one node selector term',
      'spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 0: must be in the range 1-100',
      'spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero',
      'spec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: "Wait": supported values: "DoNotSchedule", "ScheduleAnyway"',
      'spec.topologySpreadConstraints[1].topologyKey: Required value: can not be empty',
    ]);
  });

  it('names of hosts are names, and a template is asked the same', () => {
    const hostAliases = [{ ip: 'x', hostnames: ['db.example.com'] }];
    const why =
      'spec.hostAliases[0].ip: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
    expect(made({ hostAliases, containers: [main] })).toBe(`Pod "web" is invalid: ${why}`);
    const template = { metadata: { labels: { app: 'web' } }, spec: { hostAliases, containers: [main] } };
    expect(messageOf(new Server().create(deployment('web', { template })))).toBe(
      `Deployment.apps "web" is invalid: spec.template.${why}`,
    );
  });

  it('a new pod has no ephemeral container, and no node behind a gate', () => {
    expect(refused({ ephemeralContainers: [main], nodeName: 'node-a', schedulingGates: [{ name: 'a' }] })).toEqual([
      'spec.ephemeralContainers: Forbidden: cannot be set on create',
      'spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared',
    ]);
  });
});
