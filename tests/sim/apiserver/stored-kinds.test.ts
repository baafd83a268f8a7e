/** Kinds that nothing acts on: what the server fills in, and what it refuses. */
import { describe, expect, it, test } from 'vitest';
import type { JsonObject, KubeObject } from '../../../src/sim/api/objects.ts';
import { encodeBytes } from '../../../src/sim/apiserver/decode/decode-bytes.ts';
import { messageOf, objectOf, Server } from './server.ts';

const named = (kind: string, rest: JsonObject, apiVersion = 'v1'): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'x' },
  ...rest,
});
const made = (object: JsonObject): string => messageOf(new Server().create(object));
const networking = 'networking.k8s.io/v1';
const ingress = (spec: JsonObject) => named('Ingress', { spec }, networking);
const policy = (spec: JsonObject) => named('NetworkPolicy', { spec }, networking);
/** The causes of a refusal, one by one. */
const causes = (message: string): readonly string[] =>
  message
    .replace(/^[^"]*"x" is invalid: /, '')
    .replace(/^\[|\]$/g, '')
    .split(/, (?=(?:spec|data|binaryData|type|immutable)[.[:])/);
const key =
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

describe('a ConfigMap', () => {
  it('holds texts under keys', () => {
    expect(made(named('ConfigMap', { data: { port: 80 } }))).toBe(
      'ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
    );
    const bad = named('ConfigMap', { data: { 'a b': 'x', '..': 'y', ok: 'z' }, binaryData: { ok: 'eg==' } });
    expect(causes(made(bad))).toEqual([
      `data[..]: Invalid value: "..": must not be '..'`,
      `data[a b]: Invalid value: "a b": ${key}`,
      'data[ok]: Invalid value: "ok": duplicate of key present in binaryData',
      'binaryData[ok]: Invalid value: "ok": duplicate of key present in data',
    ]);
  });

  it('that is immutable stays as it is', () => {
    const server = new Server();
    objectOf(server.create(named('ConfigMap', { data: { a: 'b' }, immutable: true })));
    const change = server.replace(named('ConfigMap', { data: { a: 'c' } }));
    expect(causes(messageOf(change))).toEqual([
      'immutable: Forbidden: field is immutable when `immutable` is set',
      'data: Forbidden: field is immutable when `immutable` is set',
    ]);
  });

  it('has no other fields', () => {
    expect(made(named('ConfigMap', { date: {} }))).toContain('strict decoding error: unknown field "date"');
  });
});

describe('a Secret', () => {
  test.each([
    ['secret', 4],
    ['not base64!', 3],
    ['====', 0],
    ['x===', 1],
    ['A=AA', 1],
    ['AA=A', 2],
    ['AA==A', 4],
    ['AAA=AAAA', 4],
    ['AAAAA', 4],
    ['AA=', 3],
    ['AAAAAA=', 7],
    ['YWJjZA=====', 8],
    ['A!\n', 1],
  ])('with %j as bytes is refused at byte %i', (value, at) => {
    expect(made(named('Secret', { data: { a: value } }))).toBe(
      `Secret in version "v1" cannot be handled as a Secret: illegal base64 data at input byte ${at}`,
    );
  });

  it('takes bytes with line ends in them', () => {
    expect(made(named('Secret', { data: { a: 'YW\nJj\n', b: 'YQ=\n=', c: '' } }))).toBe('accepted');
  });

  it('stores texts as bytes, and is opaque', () => {
    const typed = named('Secret', { data: { a: 'eA==', b: 'eQ==' }, stringData: { b: 'zoë' } });
    const stored: KubeObject = objectOf(new Server().create(typed));
    expect(stored).toMatchObject({ type: 'Opaque', data: { a: 'eA==', b: 'em/Dqw==' } });
    expect(stored).not.toHaveProperty('stringData');
  });

  test.each(['', 'a', 'ab', 'abc', 'é說'])('%j is encoded as everybody does it', (text) => {
    expect(encodeBytes(text)).toBe(Buffer.from(text).toString('base64'));
  });

  it('of a type has its keys, and keeps its type', () => {
    expect(causes(made(named('Secret', { type: 'kubernetes.io/tls', data: { 'tls.crt': '' } })))).toEqual([
      'data[tls.key]: Required value',
    ]);
    const server = new Server();
    objectOf(server.create(named('Secret', {})));
    expect(causes(messageOf(server.replace(named('Secret', { type: 'other' }))))).toEqual([
      'type: Invalid value: "other": field is immutable',
    ]);
  });
});

describe('an Ingress', () => {
  it('leads somewhere', () => {
    expect(made(ingress({}))).toBe(
      'Ingress.networking.k8s.io "x" is invalid: spec: Invalid value: null: either `defaultBackend` or `rules` must be specified',
    );
    expect(causes(made(ingress({ defaultBackend: {} })))).toEqual([
      'spec.defaultBackend: Invalid value: "": resource or service backend is required',
    ]);
    const backend = (port: JsonObject) => ({ defaultBackend: { service: { name: 'Web', port } } });
    const name = `spec.defaultBackend.service.name: Invalid value: "Web": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`;
    expect(causes(made(ingress(backend({}))))).toEqual([
      name,
      'spec.defaultBackend: Required value: port name or number is required',
    ]);
    expect(causes(made(ingress(backend({ name: 'http', number: 80 }))))).toEqual([
      name,
      'spec.defaultBackend: Invalid value: "": cannot set both port name & port number',
    ]);
  });

  it('has hosts and paths', () => {
    const backend = { service: { name: 'web', port: { number: 80 } } };
    const paths = [
      { path: '/', backend },
      { path: 'x//..', pathType: 'Prefix', backend },
      { path: '/', pathType: 'Regex', backend },
      { pathType: 'ImplementationSpecific', backend },
    ];
    const rules = [
      { host: '10.0.0.1', http: { paths } },
      { host: '*.*.example.com', http: {} },
    ];
    const at = 'spec.rules[0].http.paths';
    expect(causes(made(ingress({ rules })))).toEqual([
      'spec.rules[0].host: Invalid value: "10.0.0.1": must be a DNS name, not an IP address',
      `${at}[0].pathType: Required value: pathType must be specified`,
      `${at}[1].path: Invalid value: "x//..": must be an absolute path`,
      `${at}[1].path: Invalid value: "x//..": must not contain '//'`,
      `${at}[1].path: Invalid value: "x//..": cannot end with '/..'`,
      `${at}[2].pathType: Unsupported value: "Regex": supported values: "Exact", "ImplementationSpecific", "Prefix"`,
      `spec.rules[1].host: Invalid value: "*.*.example.com": a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
      'spec.rules[1].http.paths: Required value',
    ]);
  });

  it('of the old form has unknown fields', () => {
    const paths = [{ path: '/', backend: { serviceName: 'web', servicePort: 80 } }];
    expect(made(ingress({ rules: [{ http: { paths } }] }))).toBe(
      'Ingress in version "v1" cannot be handled as a Ingress: strict decoding error: unknown field "spec.rules[0].http.paths[0].backend.serviceName", unknown field "spec.rules[0].http.paths[0].backend.servicePort"',
    );
  });

  it('with its class in an annotation is warned of', () => {
    const spec = { defaultBackend: { service: { name: 'web', port: { number: 80 } } } };
    const metadata = { name: 'x', annotations: { 'kubernetes.io/ingress.class': 'a' } };
    const result = new Server().create({ ...ingress(spec), metadata });
    expect(result.warnings).toEqual([
      `annotation "kubernetes.io/ingress.class" is deprecated, please use 'spec.ingressClassName' instead`,
    ]);
    expect(objectOf(result)).toMatchObject({ metadata: { generation: 1 }, status: { loadBalancer: {} } });
    expect(made({ ...ingress({ ...spec, ingressClassName: 'b' }), metadata })).toContain(
      'annotations.kubernetes.io/ingress.class: Invalid value: "a": must match `ingressClassName` when both are specified',
    );
  });
});

describe('a NetworkPolicy', () => {
  it('is filled in', () => {
    const stored = objectOf(new Server().create(policy({ egress: [{ ports: [{ port: 53 }] }] })));
    expect(stored).toMatchObject({
      spec: {
        podSelector: {},
        egress: [{ ports: [{ port: 53, protocol: 'TCP' }] }],
        policyTypes: ['Ingress', 'Egress'],
      },
    });
  });

  it('names peers and ports that there can be', () => {
    const ports = [
      { port: 70000, protocol: 'tcp' },
      { port: 'http', endPort: 90 },
      { port: 90, endPort: 80 },
      { endPort: 5 },
    ];
    const from = [
      {},
      { podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } },
      { ipBlock: { cidr: '10.0.0.0/16', except: ['10.1.0.0/24', '10.0.0.0/16', '10.0.1.0/24'] } },
      { ipBlock: {} },
    ];
    expect(causes(made(policy({ ingress: [{ ports, from }], policyTypes: ['Both'] })))).toEqual([
      'spec.ingress[0].ports[0].protocol: Unsupported value: "tcp": supported values: "TCP", "UDP", "SCTP"',
      'spec.ingress[0].ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive',
      'spec.ingress[0].ports[1].endPort: Invalid value: 90: may not be specified when `port` is non-numeric',
      'spec.ingress[0].ports[2].endPort: Invalid value: 80: must be greater than or equal to `port`',
      'spec.ingress[0].ports[3].endPort: Invalid value: 5: may not be specified when `port` is not specified',
      'spec.ingress[0].from[0]: Required value: must specify a peer',
      'spec.ingress[0].from[1]: Forbidden: may not specify both ipBlock and another peer',
      'spec.ingress[0].from[2].ipBlock.except[0]: Invalid value: "10.1.0.0/24": must be a strict subset of `cidr`',
      'spec.ingress[0].from[2].ipBlock.except[1]: Invalid value: "10.0.0.0/16": must be a strict subset of `cidr`',
      'spec.ingress[0].from[3].ipBlock.cidr: Required value',
      'spec.policyTypes[0]: Unsupported value: "Both": supported values: "Ingress", "Egress"',
    ]);
  });
});

test('the taints of a node are looked at', () => {
  const taints = [
    { key: 'a b', value: 'c d', effect: 'Never' },
    { key: 'a', effect: 'NoSchedule' },
    { key: 'a', effect: 'NoSchedule' },
    { key: 'b' },
  ];
  const message = made(named('Node', { spec: { taints } }));
  expect(message).toContain('metadata.taints[0].key: Invalid value: "a b": name part must consist of');
  expect(message).toContain('metadata.taints[0].value: Invalid value: "c d": a valid label must be');
  expect(message).toContain(
    'metadata.taints[0].effect: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
  );
  expect(message).toContain(
    'metadata.taints[2]: Duplicate value: {"Key":"a","Value":"","Effect":"NoSchedule","TimeAdded":null}: taints must be unique by key and effect pair, metadata.taints[3].effect: Required value]',
  );
});
