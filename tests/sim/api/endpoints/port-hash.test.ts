import { describe, expect, test } from 'vitest';
import {
  fnv1a128,
  printSlicePort,
  printSubset,
  printSubsetPort,
  sortSlicePorts,
  sortSubsetPorts,
} from '../../../../src/sim/api/endpoints/port-hash.ts';
import type { EndpointAddress, SubsetPort } from '../../../../src/sim/api/objects.ts';

const address = (ip: string, nodeName: string, name: string, uid: string, hostname?: string): EndpointAddress => ({
  ip,
  nodeName,
  ...(hostname !== undefined && { hostname }),
  targetRef: { kind: 'Pod', namespace: 'default', name, uid },
});
const http: SubsetPort = { name: 'http', port: 8080, protocol: 'TCP' };
const https: SubsetPort = { name: 'https', port: 8443, protocol: 'TCP' };
const h2c: SubsetPort = { port: 8080, protocol: 'TCP', appProtocol: 'kubernetes.io/h2c' };
const full = address('10.244.1.10', 'node-a', 'full', '480f88cc-55c0-4948-a41c-80ae22a6e1c0');
const plain = address('10.244.1.11', 'node-b', 'plain', '0cfc133d-a8dd-4265-84a2-242bcf044a66');
const one = '00000000-0000-4000-8000-000000000001';

describe('the digest', () => {
  test.each([
    ['', '6c62272e07bb014262b821756295c58d'],
    ['a', 'd228cb696f1a8caf78912b704e4a8964'],
  ])('of %j', (text, digest) => {
    expect(fnv1a128(text)).toBe(digest);
  });

  test.each([
    ['Endpoints port http', printSubsetPort(http), '25304a33da9e6ece350a4142a45f5b75'],
    ['Endpoints port https', printSubsetPort(https), 'ff1a33bac4ac0f54ddfa86bb65936e0d'],
    ['unnamed Endpoints port with appProtocol', printSubsetPort(h2c), 'ec772e09c7f48d1211973c5f9b8db65e'],
    ['slice port http', printSlicePort(http), '0e874d5677090ee5c32afa85f637c347'],
    ['slice port https', printSlicePort(https), '96bd08971af7335e18af891d4fe83877'],
    ['unnamed slice port with appProtocol', printSlicePort({ ...h2c, name: '' }), '6fb30cc4fedcebaa1f3a57329a8b1e38'],
    [
      'subset of one pod',
      printSubset({ addresses: [full], ports: [{ name: 'metrics', port: 9113, protocol: 'TCP' }] }),
      'a664eabdd059146702670a5cc9c4d979',
    ],
    [
      'subset of two pods',
      printSubset({ addresses: [full, plain], ports: [http] }),
      'c89e916f9ac8c8f649d9e73a31dd5139',
    ],
    [
      'subset with every form at once',
      printSubset({
        addresses: [address('10.244.1.10', 'node-a', 'web-1', one), address('10.244.1.11', '', 'web-2', one, 'h')],
        notReadyAddresses: [{ ip: '1.2.3.4' }],
        ports: [http, h2c],
      }),
      '60818aeb3308d5b8ab047b0b14a591fe',
    ],
    ['empty subset', printSubset({}), '5ae23ef3811b585a8fa9bd9f2392e5f3'],
  ])('of the %s', (_, text, digest) => {
    expect(fnv1a128(text)).toBe(digest);
  });
});

test('ports are sorted by digest, not by name or number', () => {
  expect(sortSubsetPorts([https, http])).toEqual([http, https]);
  const five = [1000, 1001, 1002, 1003, 1004].map((port) => ({
    name: `p${String(port - 1000)}`,
    protocol: 'TCP' as const,
    port,
  }));
  expect(sortSlicePorts([...five].reverse())).toEqual(sortSlicePorts(five));
});
