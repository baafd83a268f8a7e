/** What a stored Service keeps, gains and loses. */
import { describe, expect, it } from 'vitest';
import type { JsonObject, Service } from '../../../src/sim/api/objects.ts';
import { messageOf, objectOf, Server, service } from './server.ts';

const plain = { selector: { app: 'web' }, ports: [{ port: 80 }] };

function stored(server: Server, name = 'web'): Service {
  const object = server.cluster.tables.get('services')?.get(`default/${name}`);
  if (!object) throw new Error(`no Service ${name}`);
  return object as Service;
}

describe('a replace that leaves out what the server gave', () => {
  it('keeps address, families and node ports, and is no change', () => {
    const server = new Server();
    objectOf(server.create(service('web', { ...plain, type: 'NodePort' })));
    const before = stored(server);
    const result = server.replace(service('web', { ...plain, type: 'NodePort' }));
    expect(result).toMatchObject({ ok: true, changes: [] });
    expect(stored(server)).toBe(before);
  });

  it('keeps a headless Service headless', () => {
    const server = new Server();
    objectOf(server.create(service('web', { ...plain, clusterIP: 'None' })));
    expect(objectOf<Service>(server.replace(service('web', plain))).spec.clusterIP).toBe('None');
  });

  it('keeps node ports by name when a port in front is new', () => {
    const server = new Server();
    const http = { name: 'http', port: 80, nodePort: 30080 };
    objectOf(server.create(service('web', { type: 'NodePort', ports: [http] })));
    const { spec } = objectOf<Service>(
      server.replace(
        service('web', {
          type: 'NodePort',
          ports: [
            { name: 'a', port: 81 },
            { name: 'http', port: 80 },
          ],
        }),
      ),
    );
    expect(spec.ports?.[1]?.nodePort).toBe(30080);
    expect(spec.ports?.[0]?.nodePort).not.toBe(30080);
  });
});

describe('a change of type', () => {
  it('to ExternalName gives the address back and takes families away', () => {
    const server = new Server();
    objectOf(server.create(service('web', { ...plain, clusterIP: '10.96.0.77' })));
    const { spec } = objectOf<Service>(
      server.patch('Service', 'web', { spec: { type: 'ExternalName', externalName: 'example.com' } }),
    );
    expect(Object.keys(spec).sort()).toEqual(['externalName', 'ports', 'selector', 'sessionAffinity', 'type']);
    expect(messageOf(server.create(service('other', { ...plain, clusterIP: '10.96.0.77' })))).toBe('accepted');
  });

  it('from ExternalName allocates', () => {
    const server = new Server();
    objectOf(server.create(service('web', { type: 'ExternalName', externalName: 'example.com' })));
    const { spec } = objectOf<Service>(
      server.patch('Service', 'web', { spec: { type: 'ClusterIP', externalName: null, ports: [{ port: 80 }] } }),
    );
    expect(spec).toMatchObject({
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      internalTrafficPolicy: 'Cluster',
    });
    expect(spec.clusterIP).toMatch(/^10\./);
  });

  it('from NodePort to ClusterIP drops node ports and the external policy', () => {
    const server = new Server();
    objectOf(server.create(service('web', { ...plain, type: 'NodePort' })));
    const { spec } = objectOf<Service>(server.patch('Service', 'web', { spec: { type: 'ClusterIP' } }));
    expect(spec.ports).toEqual([{ port: 80, protocol: 'TCP', targetPort: 80 }]);
    expect(spec.externalTrafficPolicy).toBeUndefined();
  });

  it('away from LoadBalancer empties the status', () => {
    const server = new Server();
    objectOf(server.create(service('web', { ...plain, type: 'LoadBalancer' })));
    const ingress = { status: { loadBalancer: { ingress: [{ ip: '203.0.113.10' }] } } };
    const withAddress = objectOf<Service>(
      server.patch('Service', 'web', ingress, { type: 'merge', subresource: 'status' }),
    );
    expect(withAddress.status.loadBalancer.ingress).toEqual([{ ip: '203.0.113.10', ipMode: 'VIP' }]);
    const { spec, status } = objectOf<Service>(server.patch('Service', 'web', { spec: { type: 'NodePort' } }));
    expect(status).toEqual({ loadBalancer: {} });
    expect(spec.allocateLoadBalancerNodePorts).toBeUndefined();
    expect(spec.ports?.[0]?.nodePort).toBeGreaterThan(30000);
  });
});

it('a Service gets and loses its health check port with the policy', () => {
  const server = new Server();
  const local = { ...plain, type: 'LoadBalancer', externalTrafficPolicy: 'Local' };
  const { spec } = objectOf<Service>(server.create(service('web', local)));
  expect(spec.healthCheckNodePort).toBeGreaterThan(30000);
  const cluster = objectOf<Service>(server.patch('Service', 'web', { spec: { externalTrafficPolicy: 'Cluster' } }));
  expect(cluster.spec.healthCheckNodePort).toBeUndefined();
});

it.each<[string, JsonObject, string]>([
  [
    'the address',
    { clusterIP: '10.96.0.99' },
    'spec.clusterIPs[0]: Invalid value: ["10.96.0.99"]: may not change once set',
  ],
  ['to headless', { clusterIP: 'None' }, 'spec.clusterIPs[0]: Invalid value: ["None"]: may not change once set'],
  [
    'the family',
    { ipFamilies: ['IPv6'] },
    'spec.clusterIPs[0]: Invalid value: "10.96.0.77": expected an IPv6 value as indicated by `ipFamilies[0]`',
  ],
])('%s may not change', (_name, spec, message) => {
  const server = new Server();
  objectOf(server.create(service('web', { ...plain, clusterIP: '10.96.0.77' })));
  expect(messageOf(server.patch('Service', 'web', { spec }))).toBe(`Service "web" is invalid: ${message}`);
});

it('clearing the address is silently nothing', () => {
  const server = new Server();
  objectOf(server.create(service('web', plain)));
  expect(server.patch('Service', 'web', { spec: { clusterIP: '', clusterIPs: null } })).toMatchObject({
    ok: true,
    changes: [],
  });
});

describe('families on a dual-stack cluster', () => {
  it('come with the policy and go with it', () => {
    const server = new Server(['IPv4', 'IPv6']);
    objectOf(server.create(service('web', plain)));
    const first = stored(server).spec.clusterIP;
    const dual = objectOf<Service>(server.patch('Service', 'web', { spec: { ipFamilyPolicy: 'PreferDualStack' } }));
    expect(dual.spec.ipFamilies).toEqual(['IPv4', 'IPv6']);
    expect(dual.spec.clusterIPs?.[0]).toBe(first);
    expect(dual.spec.clusterIPs?.[1]).toMatch(/^fd00:10:96::/);
    const single = objectOf<Service>(server.patch('Service', 'web', { spec: { ipFamilyPolicy: 'SingleStack' } }));
    expect(single.spec).toMatchObject({ ipFamilies: ['IPv4'], clusterIPs: [first] });
  });

  it.each<[string, JsonObject, object]>([
    ['IPv6 alone', { ipFamilies: ['IPv6'] }, { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv6'] }],
    ['IPv6 first', { ipFamilies: ['IPv6'], ipFamilyPolicy: 'RequireDualStack' }, { ipFamilies: ['IPv6', 'IPv4'] }],
    ['headless, selector', { clusterIP: 'None' }, { ipFamilies: ['IPv4'], clusterIPs: ['None'] }],
  ])('%s', (_name, typed, wanted) => {
    const server = new Server(['IPv4', 'IPv6']);
    expect(objectOf<Service>(server.create(service('web', { ...plain, ...typed }))).spec).toMatchObject(wanted);
  });

  it('two of them need a policy', () => {
    const server = new Server(['IPv4', 'IPv6']);
    expect(messageOf(server.create(service('web', { ...plain, ipFamilies: ['IPv4', 'IPv6'] })))).toBe(
      `Service "web" is invalid: spec.ipFamilyPolicy: Invalid value: "SingleStack": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified`,
    );
  });
});

it.each<[string, JsonObject, string]>([
  [
    'a taken address',
    { ...plain, clusterIP: '10.96.0.10' },
    'spec.clusterIPs: Invalid value: ["10.96.0.10"]: failed to allocate IP 10.96.0.10: provided IP is already allocated',
  ],
  [
    'the network address',
    { ...plain, clusterIP: '10.96.0.0' },
    'spec.clusterIPs: Invalid value: ["10.96.0.0"]: failed to allocate IP 10.96.0.0: the provided network does not match the current range',
  ],
  [
    'a word',
    { ...plain, clusterIP: 'none' },
    'spec.clusterIPs[0]: Invalid value: "none": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ],
  [
    'leading zeros',
    { ...plain, externalIPs: ['010.0.0.1'] },
    'spec.externalIPs[0]: Invalid value: "010.0.0.1": must not have leading 0s',
  ],
  [
    'a group of the link, whatever its flags',
    { ...plain, externalIPs: ['ff12::1'] },
    'spec.externalIPs[0]: Invalid value: "ff12::1": may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
  ],
  [
    'headless NodePort',
    { ...plain, type: 'NodePort', clusterIP: 'None' },
    `spec.clusterIPs[0]: Invalid value: "None": may not be set to 'None' for NodePort services`,
  ],
  [
    'one node port for two ports, whatever their protocols,',
    {
      type: 'NodePort',
      ports: [
        { name: 'a', port: 80, nodePort: 30080 },
        { name: 'b', port: 81, nodePort: 30080, protocol: 'UDP' },
      ],
    },
    'spec.ports[1].nodePort: Invalid value: 30080: provided port is already allocated',
  ],
  [
    'one port twice',
    {
      ports: [
        { name: 'a', port: 80 },
        { name: 'b', port: 80 },
      ],
    },
    'spec.ports[1]: Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}',
  ],
  [
    'an address on ExternalName',
    { type: 'ExternalName', externalName: 'a.b', clusterIP: 'None' },
    'spec.clusterIPs: Forbidden: may not be set for ExternalName services',
  ],
])('%s is refused', (_name, spec, message) => {
  expect(messageOf(new Server().create(service('web', spec)))).toBe(`Service "web" is invalid: ${message}`);
});

// Models pkg/registry/core/service/storage updateNodePorts, v1.36: an update looks at protocols, creation does not.
describe('a second port with the node port of the first, by an update', () => {
  const http = { name: 'http', port: 80, nodePort: 30080 };
  const patched = (second: JsonObject) => {
    const server = new Server();
    objectOf(server.create(service('web', { type: 'NodePort', ports: [http] })));
    return messageOf(server.patch('Service', 'web', { spec: { ports: [http, { name: 'b', port: 53, ...second }] } }));
  };

  it('is fine on another protocol', () => {
    expect(patched({ protocol: 'UDP', nodePort: 30080 })).toBe('accepted');
  });

  it('is an error without a reason on the same one', () => {
    expect(patched({ nodePort: 30080 })).toBe('duplicate nodePort: {TCP 30080}');
  });
});
