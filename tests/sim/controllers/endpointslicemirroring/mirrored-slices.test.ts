import { expect, test } from 'vitest';
import { mirroredSlices } from '../../../../src/sim/controllers/endpointslicemirroring/mirrored-slices.ts';
import type { Endpoints, EndpointSubset } from '../../../../src/sim/api/objects.ts';

const of = (...subsets: EndpointSubset[]): Endpoints => ({
  apiVersion: 'v1',
  kind: 'Endpoints',
  metadata: { name: 'ext', namespace: 'default' },
  subsets,
});
const port = { port: 80, protocol: 'TCP' } as const;

test('each family and each set of ports has a slice of its own', () => {
  const { slices } = mirroredSlices(
    of(
      { addresses: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }], ports: [port] },
      { addresses: [{ ip: '10.0.0.2' }], ports: [{ ...port, port: 81 }] },
    ),
  );
  expect(
    slices
      .map(
        ({ family, ports, endpoints }) =>
          `${family} ${String(ports[0]?.port)} ${endpoints.map(({ addresses }) => addresses.join()).join()}`,
      )
      .sort(),
  ).toEqual(['IPv4 80 10.0.0.1', 'IPv4 81 10.0.0.2', 'IPv6 80 fd00::1']);
});

test('only the condition ready is set, and the name of the port is explicit', () => {
  const { slices } = mirroredSlices(
    of({ notReadyAddresses: [{ ip: '10.0.0.1', hostname: 'h', nodeName: 'n' }], ports: [port] }),
  );
  expect(slices).toEqual([
    {
      family: 'IPv4',
      ports: [{ name: '', protocol: 'TCP', port: 80 }],
      endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: false }, hostname: 'h', nodeName: 'n' }],
    },
  ]);
});

test('no addresses, no slice; beyond 1000 of a subset the rest is skipped', () => {
  expect(mirroredSlices(of())).toEqual({ slices: [], skipped: 0 });
  const many = Array.from({ length: 1001 }, (_, i) => ({
    ip: `10.1.${String(Math.floor(i / 200))}.${String(i % 200)}`,
  }));
  const { slices, skipped } = mirroredSlices(of({ addresses: many, ports: [port] }));
  expect([slices[0]?.endpoints.length, skipped]).toEqual([1000, 1]);
});
