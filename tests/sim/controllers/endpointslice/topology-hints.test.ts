import { describe, expect, it, test } from 'vitest';
import { addHints } from '../../../../src/sim/controllers/endpointslice/topology-hints.ts';
import type { Endpoint, Node } from '../../../../src/sim/api/objects.ts';
import { node } from '../cluster-of.ts';

const threeZones = [node('node-a', 'zone-a'), node('node-b', 'zone-b'), node('node-c', 'zone-c')];
const unevenZones = [node('node-a', 'zone-a'), node('node-b', 'zone-a'), node('node-c', 'zone-b')];

/** Ready endpoints, one for each letter of `zones`: "aab" are two in zone-a and one in zone-b. */
function endpoints(zones: string, hints?: string): readonly Endpoint[] {
  return [...zones].map((zone, i) => ({
    addresses: [`10.0.0.${String(i)}`],
    conditions: { ready: true },
    zone: `zone-${zone}`,
    ...(hints && { hints: { forZones: [{ name: `zone-${hints[i] ?? ''}` }] } }),
  }));
}

/** The zones hinted at, in the same letters, or why there are none. */
function hints(changing: readonly Endpoint[], unchanged: readonly Endpoint[], nodes: readonly Node[]): string {
  const result = addHints([changing], unchanged.length > 0 ? [unchanged] : [], nodes);
  if ('refused' in result) return result.refused;
  const letters = (list: readonly Endpoint[]) =>
    list.map((endpoint) => endpoint.hints?.forZones?.[0]?.name.at(-1) ?? '-').join('');
  return result.slices.map(letters).join(' ');
}

// Models endpointslice/topologycache AddHints and getGivingAndReceivingZones, v1.36.
describe('zones share what they have too much of', () => {
  it.each([
    ['aabbcc', 'as they are', 'aabbcc'],
    ['aaaabc', 'two too many, one missing twice', 'bcaabc'],
    ['aaaaabc', '2.67 too many, 1.33 missing twice: a whole one each', 'bcaaabc'],
    ['aaaabbb', '2.33 missing: the zone with 1.67 too many gives two', 'ccaabbb'],
    ['aaabbcc', 'less than a whole one on either side stays', 'aaabbcc'],
  ])('%s: %s', (zones, _why, wanted) => {
    expect(hints(endpoints(zones), [], threeZones)).toBe(wanted);
  });

  it('a zone with 0.67 too many gives one to a zone that misses a whole one', () => {
    expect(hints(endpoints('aaaab'), [], unevenZones)).toBe('baaab');
  });
});

test('a slice that did not change keeps hints that suit, and counts', () => {
  expect(hints(endpoints('aabb'), endpoints('aa', 'cc'), threeZones)).toBe('aabb cc');
  expect(hints(endpoints('abbc'), endpoints('cc', 'ca'), threeZones)).toBe('abbc ca');
});

test('a slice that did not change is hinted anew when its hints are missing, for other zones, or too many for one', () => {
  expect(hints(endpoints('aabb'), endpoints('cc'), threeZones)).toBe('aabb cc');
  expect(hints(endpoints('aabb'), endpoints('cc', 'cd'), threeZones)).toBe('aabb cc');
  expect(hints(endpoints('abc'), endpoints('abc', 'ccc'), threeZones)).toBe('abc abc');
});

test.each([
  ['nodes of one zone', 'aa', [node('node-a', 'zone-a')]],
  ['a node without a zone', 'aabb', [...unevenZones, node('node-d')]],
  ['one zone without the control plane', 'aabb', [node('node-a', 'zone-a'), controlPlane('zone-b')]],
])('%s: the words of missing node information', (_why, zones, nodes) => {
  expect(hints(endpoints(zones), [], nodes)).toBe(
    'Insufficient Node information: allocatable CPU or zone not specified on one or more nodes',
  );
});

function controlPlane(zone: string): Node {
  const plain = node('node-m', zone);
  const labels = { ...plain.metadata.labels, 'node-role.kubernetes.io/control-plane': '' };
  return { ...plain, metadata: { ...plain.metadata, labels } };
}
