/** A small recorded state for tests of the comparison, and changes to it. */
import type { RecordedCase, RecordedState } from '../answers.ts';
import { type Aspect, aspects, compareCase } from './compare.ts';

/** The annotation whose presence is chance. */
export const trigger = { 'endpoints.kubernetes.io/last-change-trigger-time': '2000-01-01T00:00:00Z' };

/** A state with something in every aspect. */
export const base: RecordedState = {
  index: 0,
  apply: { command: 'kubectl apply -f manifest.yaml', stdout: 'service/web created\n', stderr: '', code: 0 },
  allocations: {
    clusterIPs: { 'default/web': ['10.96.1.1'] },
    nodePorts: { 'default/web': ['/TCP/80:31000'] },
    podNames: { 'default/web': ['web-5d9-aaaaa', 'web-5d9-bbbbb'] },
    podNumbers: { 'default/web-5d9-aaaaa': 0, 'default/web-5d9-bbbbb': 1 },
    replicaSets: { 'default/web': ['web-5d9'] },
    sliceNames: { 'default/web': ['web-xxxxx'] },
  },
  objects: {
    services: [
      {
        metadata: { name: 'web', namespace: 'default' },
        spec: { clusterIP: '10.96.1.1', ports: [{ port: 80, nodePort: 31000 }] },
      },
    ],
    endpoints: [
      {
        metadata: { name: 'web', namespace: 'default', annotations: { note: 'kept' } },
        subsets: [
          { addresses: [{ ip: '10.244.1.10' }, { ip: '10.244.1.11' }], ports: [{ port: 80 }, { port: 81 }] },
          { addresses: [], ports: [] },
        ],
      },
    ],
    endpointSlices: [
      {
        metadata: { name: 'web-xxxxx', namespace: 'default', generateName: 'web-' },
        addressType: 'IPv4',
        endpoints: [
          { addresses: ['10.244.1.10'], targetRef: { name: 'web-5d9-aaaaa' } },
          { addresses: ['10.244.1.11'], targetRef: { name: 'web-5d9-bbbbb' } },
        ],
        ports: [{ port: 80 }, { port: 81 }],
      },
    ],
    pods: [
      {
        metadata: { name: 'web-5d9-aaaaa', namespace: 'default', labels: { 'pod-template-hash': '5d9' } },
        status: { conditions: [{ type: 'Ready' }, { type: 'Initialized' }] },
      },
      { metadata: { name: 'web-5d9-bbbbb', namespace: 'default' } },
    ],
    workloads: [],
    namespaces: [],
  },
  kubectl: {
    'get svc': 'NAME   PORT(S)      AGE\nweb    80:31000/TCP 10s\n',
    'get endpoints':
      'NAME  ENDPOINTS\nweb   10.244.1.10:80,10.244.1.11:80\nbig   1.1.1.1:1,1.1.1.2:1,1.1.1.3:1 + 7 more...\n',
    'describe svc web': 'Name:  web\nAnnotations:  a: 1\n              b: 2\nEvents:  <none>\n',
    'get endpointslices -o yaml': 'items:\n- metadata:\n    annotations:\n      x: y\n    name: web-xxxxx\n',
    'describe endpointslice web-xxxxx': 'Name:  web-xxxxx\nPorts:\n  ----  ----\nEvents:  <none>\n',
    'exec client -- env': null,
  },
  kubectlErr: { 'get endpoints': { stderr: 'Warning: one\nWarning: two\n', code: 0 } },
  events: [
    {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      object: 'Deployment/default/web',
      from: 'deployment-controller',
      message: 'Scaled up web-5d9',
    },
    {
      type: 'Warning',
      reason: 'FailedToUpdateEndpoint',
      object: 'Endpoints/default/web',
      from: 'endpoint-controller',
      message: 'a',
    },
  ],
  dns: [
    {
      host: 'web',
      name: 'web.default.svc.cluster.local.',
      result: 'ANSWER',
      queries: [{ q: 'web.default.svc.cluster.local.', rcode: 'NOERROR', answers: 2 }],
      rcode: 'NOERROR',
      flags: 'aa rd',
      answer: ['web. 30 IN A 10.96.1.1', 'web. 30 IN A 10.96.1.2'],
      authority: [],
      additional: [],
      resolver: { search: [] },
    },
  ],
  traffic: [
    {
      from: 'pod default/a',
      to: 'web:80',
      outcome: 'ENDPOINTS',
      endpoints: ['10.244.1.10:80', '10.244.1.11:80'],
      source: 'kept',
      via: 'clusterIP',
    },
  ],
};

/** A case of these states. */
export const caseOf = (...states: RecordedState[]): RecordedCase => ({ id: 'topic/01-case', states });

/** A copy of the base state with one exact piece of its JSON replaced. */
export function changed(from: string, to: string, state = base): RecordedState {
  const text = JSON.stringify(state);
  if (!text.includes(from)) throw new Error(`not in the state: ${from}`);
  return JSON.parse(text.replaceAll(from, to)) as RecordedState;
}

/** The aspects in which one state is not equal to another. */
export function wrong(engine: RecordedState, recorded: RecordedState = base): Aspect[] {
  const result = compareCase(caseOf(engine), [caseOf(recorded)]);
  return aspects.filter((aspect) => !result[aspect].right);
}
