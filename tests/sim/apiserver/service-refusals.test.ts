/** Refusals and warnings of Services that no recorded scene has. */
import { describe, expect, it } from 'vitest';
import type { Family, JsonObject, Service } from '../../../src/sim/api/objects.ts';
import { messageOf, objectOf, Server, service } from './server.ts';

const ports = [{ port: 80 }];
const invalid = (causes: string): string => `Service "web" is invalid: ${causes}`;

/** The answer to a replace of a stored Service. */
function updated(before: JsonObject, after: JsonObject, families: readonly Family[] = ['IPv4', 'IPv6']): string {
  const server = new Server(families);
  objectOf(server.create(service('web', before)));
  return messageOf(server.replace(service('web', after)));
}

describe('an update of families and addresses', () => {
  const dual = { selector: { a: 'b' }, ports, ipFamilyPolicy: 'PreferDualStack' };
  const single = "must be 'SingleStack' to release the secondary";

  it('may not shorten either list without saying SingleStack, whatever stays', () => {
    expect(updated(dual, { ...dual, clusterIP: 'None', clusterIPs: ['None'] })).toBe(
      invalid(`spec.ipFamilyPolicy: Invalid value: "PreferDualStack": ${single} cluster IP`),
    );
    expect(updated(dual, { ...dual, ipFamilies: ['IPv4'] })).toContain(`${single} IP family`);
  });

  it('may turn the families of a headless Service around', () => {
    const headless = { selector: { a: 'b' }, ports, clusterIP: 'None', ipFamilyPolicy: 'SingleStack' };
    expect(updated(headless, { ...headless, ipFamilies: ['IPv6'] })).toBe('accepted');
  });

  it('prints changed families at the first place', () => {
    const both = { ...dual, ipFamilyPolicy: 'RequireDualStack' };
    const turned = updated({ ...both, ipFamilies: ['IPv4', 'IPv6'] }, { ...both, ipFamilies: ['IPv6', 'IPv4'] });
    expect(turned).toMatch(/spec\.clusterIPs\[0\]: Invalid value: "10\..*": expected an IPv6 value/);
  });

  it('takes a new address without its list as a change of the list', () => {
    const changed = updated({ ports, clusterIP: '10.96.0.101' }, { ports, clusterIP: '10.96.0.102' });
    expect(changed).toBe(invalid('spec.clusterIPs[0]: Invalid value: ["10.96.0.102"]: may not change once set'));
  });

  it('of a type nobody knows keeps the address', () => {
    expect(updated({ ports }, { ports, type: 'Cluster' })).toMatch(
      /^Service "web" is invalid: spec\.type: Unsupported value: "Cluster"/,
    );
  });
});

describe('other updates', () => {
  const balanced = { ports, type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 31000 };

  it('cannot move the port of health checks', () => {
    expect(updated(balanced, { ...balanced, healthCheckNodePort: 31001 })).toBe(
      invalid('spec.healthCheckNodePort: Forbidden: field is immutable'),
    );
  });

  it('report metadata before the address', () => {
    const server = new Server();
    objectOf(server.create(service('web', { ports, clusterIP: '10.96.0.101' })));
    const changes = { metadata: { labels: { app: 'a b' } }, spec: { clusterIP: '10.96.0.102' } };
    expect(messageOf(server.patch('Service', 'web', changes))).toMatch(
      /is invalid: \[metadata\.labels: .*, spec\.clusterIPs\[0\]: .*\]$/,
    );
  });

  it('do not look again at ranges that are stored', () => {
    const server = new Server();
    objectOf(server.create(service('web', { ports, type: 'LoadBalancer', loadBalancerSourceRanges: [' 10.0.0.0/8'] })));
    const changes = { spec: { loadBalancerSourceRanges: ['10.0.0.0/8', '10.1.1.1/8'] } };
    expect(messageOf(server.patch('Service', 'web', changes))).toBe(
      invalid(
        'spec.LoadBalancerSourceRanges[1]: Invalid value: "10.1.1.1/8": must not have bits set beyond the prefix length',
      ),
    );
  });
});

it('a node port that an ExternalName only carries is free', () => {
  const server = new Server();
  const typed = { ports: [{ port: 80, nodePort: 30080 }] };
  objectOf(server.create(service('alias', { ...typed, type: 'ExternalName', externalName: 'example.com' })));
  expect(messageOf(server.create(service('web', { ...typed, type: 'NodePort' })))).toBe('accepted');
});

it('node ports that are there stay when none are given out any more', () => {
  const server = new Server();
  objectOf(server.create(service('web', { type: 'LoadBalancer', ports: [{ port: 80, nodePort: 30080 }] })));
  const off = { spec: { allocateLoadBalancerNodePorts: false } };
  expect(objectOf<Service>(server.patch('Service', 'web', off)).spec.ports?.[0]?.nodePort).toBe(30080);
  const typed = { type: 'LoadBalancer', ports: [{ port: 80 }], allocateLoadBalancerNodePorts: false };
  expect(objectOf<Service>(server.replace(service('web', typed))).spec.ports?.[0]?.nodePort).toBeUndefined();
});

it('an address that is taken is printed beside the one still to be given', () => {
  const server = new Server(['IPv4', 'IPv6']);
  const spec = { ports, clusterIP: '10.96.0.10', ipFamilyPolicy: 'RequireDualStack' };
  expect(messageOf(server.create(service('web', spec)))).toBe(
    invalid(
      'spec.clusterIPs: Invalid value: ["10.96.0.10",""]: failed to allocate IP 10.96.0.10: provided IP is already allocated',
    ),
  );
});

it('one node port serves two protocols of one port, never two ports', () => {
  const typed = (...list: JsonObject[]): string =>
    messageOf(new Server().create(service('web', { type: 'NodePort', ports: list })));
  const dns = { name: 'dns', port: 53, nodePort: 30053 };
  expect(typed(dns, { name: 'dns-udp', port: 53, protocol: 'UDP', nodePort: 30053 })).toBe('accepted');
  expect(typed(dns, { name: 'other', port: 54, nodePort: 30053 })).toBe(
    invalid('spec.ports[1].nodePort: Invalid value: 30053: provided port is already allocated'),
  );
  const two = [dns, { name: 'other', port: 54, nodePort: 30053 }];
  expect(updated({ type: 'NodePort', ports: [dns] }, { type: 'NodePort', ports: two })).toBe(
    'duplicate nodePort: {TCP 30053}',
  );
});

it('warnings come in the order of the checks', () => {
  const warnings = (spec: JsonObject) => new Server().create(service('web', { ports, ...spec })).warnings;
  const spelled = (path: string) =>
    `${path}: IPv6 address "2001:DB8::1" should be in RFC 5952 canonical format ("2001:db8::1")`;
  expect(
    warnings({
      clusterIP: 'None',
      sessionAffinity: 'ClientIP',
      externalIPs: ['2001:DB8::1'],
      externalName: 'example.com',
      trafficDistribution: 'PreferClose',
    }),
  ).toEqual([
    'spec.externalIPs is ignored for headless services',
    'spec.SessionAffinity is ignored for headless services',
    spelled('spec.externalIPs[0]'),
    'spec.externalName is ignored when spec.type is not "ExternalName"',
    'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
  ]);
  expect(warnings({ type: 'LoadBalancer', loadBalancerIP: '010.0.0.1' })).toEqual([
    'spec.loadBalancerIP: non-standard IP address "010.0.0.1" is invalid: use "10.0.0.1"',
  ]);
});

it('a finalizer without a domain must be one of the three', () => {
  const made = (...finalizers: string[]): string =>
    messageOf(new Server().create({ ...service('web', { ports }), metadata: { name: 'web', finalizers } }));
  expect(made('example.com/hold', 'foregroundDeletion')).toBe('accepted');
  expect(made('example.com/hold', 'hold')).toBe(
    invalid(
      'metadata.finalizers[1]: Invalid value: "hold": name is neither a standard finalizer name nor is it fully qualified',
    ),
  );
});

it('what is being deleted gets no new finalizers, and goes with its last one', () => {
  const server = new Server();
  const held = (...finalizers: string[]): JsonObject => ({
    ...service('web', { ports }),
    metadata: { name: 'web', finalizers },
  });
  objectOf(server.create(held('example.com/a')));
  expect(server.remove('Service', 'web').ok).toBe(true);
  expect(messageOf(server.replace(held('example.com/a', 'example.com/c', 'example.com/b')))).toBe(
    invalid(
      'metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"example.com/b", "example.com/c"}',
    ),
  );
  expect(server.cluster.tables.get('services')?.has('default/web')).toBe(true);
  expect(messageOf(server.patch('Service', 'web', { metadata: { finalizers: null } }))).toBe('accepted');
  expect(server.cluster.tables.get('services')?.has('default/web')).toBe(false);
});

it('owners are reported at the list', () => {
  const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'a', uid: 'x', controller: true };
  const made = (...ownerReferences: JsonObject[]): string =>
    messageOf(
      new Server().create({
        apiVersion: 'v1',
        kind: 'Endpoints',
        metadata: { name: 'web', ownerReferences },
      }),
    );
  expect(made({ apiVersion: 'v1', kind: 'Service', name: 'web' })).toBe(
    'Endpoints "web" is invalid: metadata.ownerReferences.uid: Invalid value: "": must not be empty',
  );
  const json = (name: string): string =>
    `{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"${name}","uid":"x","controller":true}`;
  expect(made(owner, { ...owner, name: 'b' })).toBe(
    `Endpoints "web" is invalid: metadata.ownerReferences: Invalid value: [${json('a')},${json('b')}]: Only one reference can have Controller set to true. Found "true" in references for ReplicaSet/a and ReplicaSet/b`,
  );
});

describe('a manifest that was read from another cluster', () => {
  const exported = (metadata: JsonObject): JsonObject => ({
    ...service('web', { ports }),
    metadata: { name: 'web', creationTimestamp: '2024-01-01T00:00:00Z', ...metadata },
  });

  it('makes a new object, whatever it says of the old one', () => {
    const object = objectOf(new Server().create(exported({ resourceVersion: '123', uid: 'x', generation: 7 })));
    expect(object.metadata).toEqual({ name: 'web', namespace: 'default', uid: object.metadata.uid });
    expect(object.metadata.uid).not.toBe('x');
  });

  it('is no update of an object that is there', () => {
    const server = new Server();
    objectOf(server.create(service('web', { ports })));
    expect(messageOf(server.replace(exported({ resourceVersion: '123' })))).toBe(
      'Operation cannot be fulfilled on services "web": the object has been modified; please apply your changes to the latest version and try again',
    );
    expect(messageOf(server.replace(exported({ uid: 'x' })))).toBe(
      invalid('metadata.uid: Invalid value: "x": field is immutable'),
    );
  });

  it('that `get -o yaml` printed here is one', () => {
    const server = new Server();
    objectOf(server.create(service('web', { ports })));
    const uid = '00000000-0000-0000-0000-000000000000';
    expect(messageOf(server.replace(exported({ resourceVersion: '0', uid })))).toBe('accepted');
  });
});

describe('a strategic patch that cannot be read', () => {
  const patched = (spec: JsonObject): string => {
    const server = new Server();
    objectOf(server.create(service('web', { ports })));
    return messageOf(server.patch('Service', 'web', { spec }, { type: 'strategic' }));
  };

  it('names the type of a closed set', () => {
    expect(patched({ type: 5 })).toContain('cannot convert int64 to v1.ServiceType');
    expect(patched({ clusterIP: 5 })).toContain('cannot convert int64 to string');
  });

  it('sorts unknown fields by their text', () => {
    const list = Array.from({ length: 11 }, (_, i) => ({ port: 80 + i, ...(i % 8 === 2 && { target: 1 }) }));
    expect(patched({ ports: list })).toContain(
      'strict decoding error: unknown field "spec.ports[10].target", unknown field "spec.ports[2].target"',
    );
  });
});
