import { expect, test } from 'vitest';
import { repackSubsets } from '../../../../src/sim/api/endpoints/repack-subsets.ts';

const http = { name: 'http', port: 8080, protocol: 'TCP' } as const;
const metrics = { name: 'metrics', port: 9113, protocol: 'TCP' } as const;

test('subsets with the same port become one, addresses in text order', () => {
  const packed = repackSubsets([
    { addresses: [{ ip: '10.0.0.9' }], ports: [http] },
    { addresses: [{ ip: '10.0.0.10' }, { ip: '10.0.0.9' }], ports: [http] },
  ]);
  expect(packed).toEqual([{ addresses: [{ ip: '10.0.0.10' }, { ip: '10.0.0.9' }], ports: [http] }]);
});

test('not ready wins for one address and port, whatever comes first', () => {
  const ready = { addresses: [{ ip: '10.0.0.1' }], ports: [http] };
  const notReady = { notReadyAddresses: [{ ip: '10.0.0.1' }], ports: [http] };
  const packed = [{ notReadyAddresses: [{ ip: '10.0.0.1' }], ports: [http] }];
  expect(repackSubsets([ready, notReady])).toEqual(packed);
  expect(repackSubsets([notReady, ready])).toEqual(packed);
});

test('ports with the same addresses and readiness share a subset, others do not', () => {
  const both = repackSubsets([{ addresses: [{ ip: '10.0.0.1' }], ports: [http, metrics] }]);
  expect(both).toHaveLength(1);
  const apart = repackSubsets([
    { addresses: [{ ip: '10.0.0.1' }], ports: [http, metrics] },
    { addresses: [{ ip: '10.0.0.2' }], ports: [http] },
  ]);
  expect(apart).toHaveLength(2);
});

test('subsets without ports stay without ports, and empty ones go', () => {
  expect(repackSubsets([{ addresses: [{ ip: '10.0.0.1' }] }, { ports: [http] }])).toEqual([
    { addresses: [{ ip: '10.0.0.1' }] },
  ]);
});

test('two pods with one address are two addresses', () => {
  const of = (uid: string) => ({ ip: '10.0.0.1', targetRef: { kind: 'Pod', uid } });
  expect(repackSubsets([{ addresses: [of('b'), of('a')], ports: [http] }])[0]?.addresses).toEqual([of('a'), of('b')]);
});
