import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../../src/sim/api/objects.ts';
import type { Verdict } from '../../../src/sim/api/questions.ts';
import type { ExternalHost, PodIntent } from '../../../src/sim/api/world.ts';
import { connect, type ConnectOptions } from '../../../src/sim/client/connect.ts';
import { pod, service, slice, stateWith } from '../network.ts';

const alias = (name: string, externalName: string): KubeObject => service(name, { type: 'ExternalName', externalName });
const objects: readonly KubeObject[] = [
  pod('client', '10.244.1.10', 'node-a'),
  pod('web-1', '10.244.1.11', 'node-b'),
  pod('web-2', '10.244.1.12', 'node-c'),
  service('web', { clusterIP: '10.96.7.7', sessionAffinity: 'ClientIP' }),
  slice('web-1', 'web', [{ addresses: ['10.244.1.11'] }, { addresses: ['10.244.1.12'] }]),
  service('hl', { clusterIP: 'None' }),
  slice('hl-1', 'hl', [{ addresses: ['10.244.1.11'] }, { addresses: ['10.9.0.1'] }, { addresses: ['10.244.9.9'] }]),
  service('double', { clusterIP: '10.96.7.8' }),
  slice('double-1', 'double', [{ addresses: ['10.96.7.7'] }]),
  alias('api', 'api.example.com'),
  alias('nowhere', 'nowhere.example.com'),
];

interface Ask {
  readonly external?: Readonly<Record<string, ExternalHost>>;
  readonly pods?: Readonly<Record<string, PodIntent>>;
  readonly from?: string;
  readonly options?: Partial<ConnectOptions>;
}

function verdict(to: string, { external, pods, from = 'pod default/client', options }: Ask = {}): Verdict {
  const state = stateWith(objects, { ...(external ? { external } : {}), ...(pods ? { pods } : {}) });
  return connect(state, { from, to }, { upstream: 'known', ...options });
}

/** `OUTCOME endpoint=share who WORD, …` */
function shown({ outcome, reached }: Verdict): string {
  const ends = reached.map(
    ({ endpoint, share, who, outcome: word }) => `${endpoint}=${share.join('/')} ${who} ${word}`,
  );
  return [outcome, ...ends].join(', ');
}

describe('shares are exact', () => {
  test.each([
    [
      'web:80',
      'ENDPOINTS, 10.244.1.11:8080=1/2 pod default/web-1 ENDPOINTS, 10.244.1.12:8080=1/2 pod default/web-2 ENDPOINTS',
    ],
    [
      'hl:5432',
      'ENDPOINTS, 10.244.1.11:5432=1/3 pod default/web-1 ENDPOINTS, 10.9.0.1:5432=1/3 outside ENDPOINTS, 10.244.9.9:5432=1/3 nobody ENDPOINTS',
    ],
    ['double:80', 'REJECT, 10.96.7.7:8080=1/1 nobody REJECT'],
    ['10.9.0.1:22', 'ENDPOINTS, 10.9.0.1:22=1/1 outside ENDPOINTS'],
    ['203.0.113.9:22', 'NOROUTE'],
    ['127.0.0.1:80', 'ENDPOINTS, 127.0.0.1:80=1/1 pod default/client ENDPOINTS'],
    ['node-b:22', 'REJECT, 192.168.0.12:22=1/1 node node-b REJECT'],
    ['nowhere:80', 'CNAME'],
    ['nope:80', 'NXDOMAIN'],
    ['nonsense', 'NXDOMAIN'],
  ])('%s', (to, expected) => {
    expect(shown(verdict(to))).toBe(expected);
  });
});

test('a Service with session affinity says so, with the default time', () => {
  expect(verdict('web:80').affinity).toEqual({ timeoutSeconds: 10800 });
});

describe('pods that listen on few ports', () => {
  test.each([
    [
      { 'default/web-1': { listens: [9090] } },
      'ENDPOINTS, 10.244.1.11:8080=1/2 pod default/web-1 REFUSED, 10.244.1.12:8080=1/2 pod default/web-2 ENDPOINTS',
    ],
    [
      { 'default/web-1': { listens: [9090] }, 'default/web-2': { listens: [] } },
      'REFUSED, 10.244.1.11:8080=1/2 pod default/web-1 REFUSED, 10.244.1.12:8080=1/2 pod default/web-2 REFUSED',
    ],
    [
      { 'default/web-1': { listens: [8080] } },
      'ENDPOINTS, 10.244.1.11:8080=1/2 pod default/web-1 ENDPOINTS, 10.244.1.12:8080=1/2 pod default/web-2 ENDPOINTS',
    ],
  ])('%j', (pods, expected) => {
    expect(shown(verdict('web:80', { pods }))).toBe(expected);
  });
});

describe('hosts outside', () => {
  const host = { addresses: ['93.184.216.34'] };
  const at = (more: ExternalHost): Ask => ({ external: { 'api.example.com': { ...host, ...more } } });
  test.each([
    ['a host that is only listed answers', 'api:443', at({}), 'ENDPOINTS'],
    ['another port', 'api:80', at({ ports: [443] }), 'REFUSED'],
    ['a host that refuses', 'api:443', at({ refuses: true }), 'REFUSED'],
    ['a silent host', 'api:443', at({ silent: true }), 'TIMEOUT'],
    ['the alias is no name it serves', 'api:80', at({ serves: ['api.example.com'] }), 'HTTP 404'],
    ['its own name is', 'api.example.com:80', at({ serves: ['api.example.com'] }), 'ENDPOINTS'],
    ['the certificate is for its own name', 'api:443', at({ certificate: ['api.example.com'] }), 'TLS NAME'],
    ['a wildcard covers one label', 'api.example.com:443', at({ certificate: ['*.example.com'] }), 'ENDPOINTS'],
    ['no TLS on port 80', 'api:80', at({ certificate: ['api.example.com'] }), 'ENDPOINTS'],
    ['what it advertises does not resolve', 'api:9092', at({ advertises: ['broker-1.corp:9092'] }), 'ADVERTISED'],
    ['what it advertises answers', 'api:9092', at({ advertises: ['web:80'] }), 'ENDPOINTS'],
    ['by its address', '93.184.216.34:443', at({ silent: true }), 'TIMEOUT'],
  ])('%s', (_name, to, ask, outcome) => {
    expect(verdict(to, ask).outcome).toBe(outcome);
  });

  test('a Host header mends a 404', () => {
    const ask = { ...at({ serves: ['api.example.com'] }), options: { hostHeader: 'api.example.com' } };
    expect(verdict('api:80', ask).outcome).toBe('ENDPOINTS');
  });

  test('behind a Service each endpoint has its own word', () => {
    const external = { '10.9.0.1': { refuses: true } };
    expect(shown(verdict('hl:5432', { external }))).toContain('10.9.0.1:5432=1/3 outside REFUSED');
  });
});

test.each([
  ['pod default/nope', 'no such pod'],
  ['node nope', 'no such node'],
  ['somebody', 'not a source'],
])('nobody asks: %s', (from, note) => {
  expect(verdict('web:80', { from })).toMatchObject({ outcome: 'NOSOURCE', note });
});

test('the reasons tell the way from the name to the source address', () => {
  const { reasons } = verdict('web:80', { from: 'pod default/web-1' });
  expect(reasons.map(({ code }) => code)).toEqual([
    'NameResolved',
    'ServicePortMatched',
    'EndpointChosen',
    'SessionAffinity',
    'Hairpin',
    'SourceKept',
  ]);
  expect(reasons[1]).toMatchObject({ object: { kind: 'Service', name: 'web' }, path: 'spec.ports[0]' });
});

test('a client outside reaches no ClusterIP and no pod', () => {
  const outside = { from: 'external' };
  expect(verdict('10.96.7.7:80', outside).outcome).toBe('NOROUTE');
  expect(verdict('10.244.1.11:8080', outside).outcome).toBe('NOROUTE');
  expect(verdict('web:80', outside).outcome).toBe('NXDOMAIN');
});
