/** The flow of writes. */
import { describe, expect, it } from 'vitest';
import type { Deployment, EndpointSlice, JsonObject, Pod } from '../../../src/sim/api/objects.ts';
import { deployment, messageOf, objectOf, Server, service } from './server.ts';

const web = service('web', { ports: [{ port: 80 }] });
const pod = (name: string, spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: [{ name: 'main', image: 'nginx:1.29' }], ...spec },
});

describe('create', () => {
  it('refuses what exists, and a namespace that does not', () => {
    const server = new Server();
    objectOf(server.create(web));
    expect(server.create(web)).toMatchObject({
      status: { reason: 'AlreadyExists', code: 409, message: 'services "web" already exists' },
    });
    const elsewhere = { ...web, metadata: { name: 'web', namespace: 'late' } };
    expect(server.create(elsewhere)).toMatchObject({
      status: { reason: 'NotFound', message: 'namespaces "late" not found' },
    });
  });

  it('refuses unknown fields, drops them or warns of them, as asked', () => {
    const typed = service('web', { ports: [{ port: 80, nope: 1 }], selectors: {} });
    expect(messageOf(new Server().create(typed))).toBe(
      'Service in version "v1" cannot be handled as a Service: strict decoding error: unknown field "spec.ports[0].nope", unknown field "spec.selectors"',
    );
    const warned = new Server(['IPv4'], 'warn').create(typed);
    expect(warned.warnings).toEqual(['unknown field "spec.ports[0].nope"', 'unknown field "spec.selectors"']);
    expect(new Server(['IPv4'], 'ignore').create(typed)).toMatchObject({ ok: true, warnings: [] });
  });

  it.each<[string, JsonObject, string]>([
    [
      'a map for a list',
      { ports: { port: 80 } },
      'object into Go struct field ServiceSpec.spec.ports of type []v1.ServicePort',
    ],
    [
      'a word in a list of maps',
      { ports: ['http'] },
      'string into Go struct field ServiceSpec.spec.ports of type v1.ServicePort',
    ],
    [
      'a fraction',
      { ports: [{ port: 80.5 }] },
      'number 80.5 into Go struct field ServicePort.spec.ports.port of type int32',
    ],
    ['a number for a name', { type: 4 }, 'number into Go struct field ServiceSpec.spec.type of type v1.ServiceType'],
    [
      'a list for a text',
      { externalName: [] },
      'array into Go struct field ServiceSpec.spec.externalName of type string',
    ],
    [
      'true for a port',
      { ports: [{ port: 80, targetPort: true }] },
      'bool into Go struct field ServicePort.spec.ports.targetPort of type int32',
    ],
  ])('refuses %s in the decoder’s words', (_name, spec, message) => {
    expect(messageOf(new Server().create(service('web', spec)))).toBe(
      `Service in version "v1" cannot be handled as a Service: json: cannot unmarshal ${message}`,
    );
  });

  it('takes null and empty values as not given', () => {
    const typed = service('web', { ports: [{ port: 80, name: '' }], selector: {}, type: null, clusterIP: '' });
    const object = objectOf(new Server().create(typed));
    expect(object).toMatchObject({
      spec: { type: 'ClusterIP', ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] },
    });
    expect(object).not.toHaveProperty('spec.selector');
  });

  it('survives hostile keys', () => {
    const hostile = JSON.parse(
      '{"apiVersion":"v1","kind":"Service","metadata":{"name":"web","labels":{"__proto__":"x"}},"spec":{"__proto__":{"type":"NodePort"},"ports":[{"port":80}]}}',
    ) as JsonObject;
    expect(messageOf(new Server().create(hostile))).toContain('unknown field "spec.__proto__"');
  });

  it('gives a pod labels of its node and a quality of service', () => {
    const server = new Server();
    const limits = { cpu: '500m', memory: '64Mi' };
    const sized = pod('a', { nodeName: 'node-b', containers: [{ name: 'main', image: 'x', resources: { limits } }] });
    const object = objectOf<Pod>(server.create(sized));
    expect(object.metadata.labels).toEqual({ 'topology.kubernetes.io/zone': 'zone-b' });
    expect(object.status).toEqual({ phase: 'Pending', qosClass: 'Guaranteed' });
    expect(object.metadata.generation).toBe(1);
  });

  it('makes a name from generateName', () => {
    const object = objectOf(new Server().create({ ...pod(''), metadata: { generateName: 'job-' } }));
    expect(object.metadata.name).toMatch(/^job-[a-z0-9]{5}$/);
  });

  it('stores kinds that are not simulated as they are', () => {
    const limits = { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'c' }, spec: { a: 'b' }, odd: [1] };
    expect(objectOf(new Server().create(limits))).toMatchObject({ spec: { a: 'b' }, odd: [1] });
    const bad = { ...limits, metadata: { name: 'C' } };
    expect(messageOf(new Server().create(bad))).toMatch(
      /^LimitRange "C" is invalid: metadata.name: Invalid value: "C"/,
    );
  });
});

describe('patch', () => {
  it('merges ports by number and follows the order asked for', () => {
    const server = new Server();
    const ports = [
      { name: 'a', port: 80 },
      { name: 'b', port: 81 },
    ];
    objectOf(server.create(service('web', { ports })));
    const changes = {
      spec: {
        '$setElementOrder/ports': [{ port: 81 }, { port: 82 }],
        ports: [
          { port: 82, name: 'c' },
          { port: 81, targetPort: 8081 },
          { $patch: 'delete', port: 80 },
        ],
      },
    };
    expect(objectOf(server.patch('Service', 'web', changes, { type: 'strategic' }))).toMatchObject({
      spec: {
        ports: [
          { name: 'b', port: 81, targetPort: 8081 },
          { name: 'c', port: 82 },
        ],
      },
    });
  });

  it('that changes nothing gives the very same object', () => {
    const server = new Server();
    objectOf(server.create(web));
    const before = server.cluster;
    const result = server.patch('Service', 'web', { spec: { sessionAffinity: 'None' } }, { type: 'strategic' });
    expect(result).toMatchObject({ ok: true, changes: [] });
    expect(server.cluster).toBe(before);
  });

  it('whose result cannot be read is refused without a name', () => {
    const server = new Server();
    objectOf(server.create(web));
    const typed = server.patch('Service', 'web', { spec: { ports: [{ port: '80' }] } }, { type: 'strategic' });
    expect(messageOf(typed)).toBe(
      ' "" is invalid: patch: Invalid value: "map[spec:map[ports:[map[port:80]]]]": unrecognized type: int32',
    );
    const unknown = server.patch('Service', 'web', { spec: { nope: 1 } }, { type: 'strategic' });
    expect(messageOf(unknown)).toBe(
      ' "" is invalid: patch: Invalid value: "map[spec:map[nope:1]]": strict decoding error: unknown field "spec.nope"',
    );
  });

  it('raises the generation when the spec changes, and only then', () => {
    const server = new Server();
    objectOf(server.create(deployment('web')));
    const labelled = objectOf<Deployment>(server.patch('Deployment', 'web', { metadata: { labels: { a: 'b' } } }));
    expect(labelled.metadata.generation).toBe(1);
    const scaled = objectOf<Deployment>(
      server.patch('Deployment', 'web', { spec: { replicas: 3 } }, { type: 'merge', subresource: 'scale' }),
    );
    expect([scaled.metadata.generation, scaled.spec.replicas]).toEqual([2, 3]);
  });

  it('may not change the name', () => {
    const server = new Server();
    objectOf(server.create(web));
    expect(messageOf(server.patch('Service', 'web', { metadata: { name: 'other' } }))).toBe(
      'the name of the object (other) does not match the name on the URL (web)',
    );
  });

  it('may not change the namespace', () => {
    const server = new Server();
    objectOf(server.create(web));
    expect(messageOf(server.patch('Service', 'web', { metadata: { namespace: 'other' } }))).toBe(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  });

  it('of a scale that a kind does not have is not found', () => {
    const server = new Server();
    objectOf(server.create(web));
    const result = server.patch('Service', 'web', { spec: { replicas: 1 } }, { type: 'merge', subresource: 'scale' });
    expect(messageOf(result)).toBe('the server could not find the requested resource');
  });
});

describe('replace', () => {
  it('of a slice with another address type is refused', () => {
    const server = new Server();
    const slice = {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 's' },
      addressType: 'IPv4',
    };
    expect(objectOf<EndpointSlice>(server.create(slice))).toMatchObject({ endpoints: null, ports: null });
    expect(messageOf(server.replace({ ...slice, addressType: 'FQDN' }))).toBe(
      'EndpointSlice.discovery.k8s.io "s" is invalid: addressType: Invalid value: "FQDN": field is immutable',
    );
  });

  it('of a Service that is not there creates it, of a Deployment does not', () => {
    expect(messageOf(new Server().replace(web))).toBe('accepted');
    expect(messageOf(new Server().replace(deployment('web')))).toBe('deployments.apps "web" not found');
  });

  it('of a pod may change its image and little else', () => {
    const server = new Server();
    objectOf(server.create(pod('a')));
    expect(messageOf(server.patch('Pod', 'a', { metadata: { labels: { x: 'y' } } }))).toBe('accepted');
    const image = { spec: { containers: [{ name: 'main', image: 'nginx:1.30' }] } };
    expect(messageOf(server.patch('Pod', 'a', image, { type: 'strategic' }))).toBe('accepted');
    expect(messageOf(server.patch('Pod', 'a', { spec: { hostname: 'h' } }))).toMatch(
      /^Pod "a" is invalid: spec: Forbidden: pod updates may not change fields other than/,
    );
  });
});

describe('remove', () => {
  it('takes an object away, or says that it is not there', () => {
    const server = new Server();
    objectOf(server.create(web));
    expect(server.remove('Service', 'web')).toMatchObject({ ok: true, changes: [{ key: 'default/web' }] });
    expect(messageOf(server.remove('Service', 'web'))).toBe('services "web" not found');
  });

  it('marks a namespace, and refuses new content in it', () => {
    const server = new Server();
    objectOf(server.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }));
    const { changes } = server.remove('Namespace', 'shop') as { readonly changes: readonly { after?: object }[] };
    expect(changes[0]?.after).toMatchObject({ status: { phase: 'Terminating' } });
    expect(messageOf(server.create({ ...web, metadata: { name: 'web', namespace: 'shop' } }))).toBe(
      'services "web" is forbidden: unable to create new content in namespace shop because it is being terminated',
    );
    expect(messageOf(server.remove('Namespace', 'default'))).toBe(
      'namespaces "default" is forbidden: this namespace may not be deleted',
    );
  });
});

// Models pkg/registry/discovery/endpointslice WarningsOnCreate and WarningsOnUpdate, v1.36.
it('a slice of host names is warned of when it is made, not when it is changed', () => {
  const server = new Server();
  const slice = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: { name: 'names' } };
  const endpoints = [{ addresses: ['a.example.com'] }];
  expect(server.create({ ...slice, addressType: 'FQDN', endpoints }).warnings).toHaveLength(1);
  expect(server.patch('EndpointSlice', 'names', { ports: [{ port: 80 }] }).warnings).toEqual([]);
});
