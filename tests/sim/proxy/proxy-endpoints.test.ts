import { expect, test } from 'vitest';
import type { EndpointSlice } from '../../../src/sim/api/objects.ts';
import { memoryOf } from '../../../src/sim/proxy/memory.ts';
import type { ServiceRule } from '../../../src/sim/proxy/service-rules.ts';
import { endpointsOf } from '../../../src/sim/proxy/proxy-endpoints.ts';
import { clusterWith, service, slice } from '../network.ts';

const web = service('web', { clusterIP: '10.96.7.7', ports: [{ name: 'http', port: 80, protocol: 'TCP' }] });
const rule: ServiceRule = {
  service: web,
  port: { name: 'http', port: 80, protocol: 'TCP' },
  path: 'spec.ports[0]',
  entry: 'clusterIP',
  family: 'IPv4',
};
const http = { name: 'http', protocol: 'TCP', port: 8080 } as const;

function endpoints(...slices: readonly EndpointSlice[]): readonly string[] {
  return endpointsOf(memoryOf(clusterWith(web, ...slices)), rule).map(
    ({ ip, port, ready }) => `${ip}:${port}${ready ? '' : ' not ready'}`,
  );
}

test.each([
  ['the name joins, the number does not matter', { ports: [http] }, ['10.0.0.1:8080']],
  ['another name', { ports: [{ ...http, name: 'web' }] }, []],
  ['no name', { ports: [{ protocol: 'TCP', port: 8080 }] }, []],
  ['another protocol', { ports: [{ ...http, protocol: 'UDP' }] }, []],
  ['a port without a number', { ports: [{ name: 'http', protocol: 'TCP' }] }, []],
  ['the number 0', { ports: [{ ...http, port: 0 }] }, []],
  ['no ports at all', { ports: null }, []],
  ['another family', { ports: [http], addressType: 'IPv6' }, []],
] as const)('%s', (_name, more, expected) => {
  expect(endpoints(slice('s', 'web', [{ addresses: ['10.0.0.1'] }], more as Partial<EndpointSlice>))).toEqual(expected);
});

test('only the first address of an endpoint counts', () => {
  const list = [{ addresses: ['10.0.0.1', '10.0.0.2'] }, { addresses: [] }];
  expect(endpoints(slice('s', 'web', list, { ports: [http] }))).toEqual(['10.0.0.1:8080']);
});

test('one entry per address and port; a terminating one never takes the place of another', () => {
  const running = { addresses: ['10.0.0.1'] };
  const terminating = { addresses: ['10.0.0.1'], conditions: { ready: false, serving: true, terminating: true } };
  const slices = (...lists: NonNullable<EndpointSlice['endpoints']>): EndpointSlice[] =>
    lists.map((endpoint, i) => slice(`s${i}`, 'web', [endpoint], { ports: [http] }));
  expect(endpoints(...slices(running, terminating))).toEqual(['10.0.0.1:8080']);
  expect(endpoints(...slices(terminating, running))).toEqual(['10.0.0.1:8080']);
});
