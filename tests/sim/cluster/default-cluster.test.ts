import { describe, expect, it } from 'vitest';
import { recordedAllocator } from '../../../src/sim/allocator/recorded.ts';
import { anyTable } from '../../../src/sim/cluster/cluster.ts';
import { defaultCluster } from '../../../src/sim/cluster/default-cluster.ts';
import { parseScene } from '../../../src/sim/scene/parse-scene.ts';
import { corpus, readEmptyCluster } from '../../conformance/answers.ts';

describe.each(['ipv4', 'dual'] as const)('the empty cluster, %s', (families) => {
  const { objects } = readEmptyCluster(`${corpus}/answers`, families);
  const slice = objects.endpointSlices.find(({ metadata }) => metadata.generateName === 'kube-dns-');
  const header = families === 'dual' ? '# cluster: {families: [IPv4, IPv6]}\n#---\n' : '# title: empty\n#---\n';
  const allocator = recordedAllocator([{ sliceNames: { 'kube-system/kube-dns': [slice?.metadata.name ?? ''] } }])(0);
  const cluster = defaultCluster(parseScene(header).world, allocator);

  it.each([
    ['services', objects.services],
    ['endpoints', objects.endpoints],
    ['endpointslices', objects.endpointSlices],
    ['nodes', objects.nodes ?? []],
    ['namespaces', objects.namespaces],
  ])('has the recorded %s', (table, recorded) => {
    const stored = [...anyTable(cluster, table).values()].map(shown);
    expect(sorted(stored)).toEqual(sorted(recorded.map(shown)));
  });
});

it('puts nodes where the header says', () => {
  const { world } = parseScene('# cluster: {nodes: {node-b: {zone: none}, node-x: {zone: far, ready: false}}}\n#---\n');
  const nodes = [...anyTable(defaultCluster(world, recordedAllocator([])(0)), 'nodes').values()];
  expect(nodes.map(({ metadata }) => [metadata.name, metadata.labels?.['topology.kubernetes.io/zone']])).toEqual([
    ['node-a', 'zone-a'],
    ['node-b', undefined],
    ['node-c', 'zone-c'],
    ['node-x', 'far'],
  ]);
  expect(nodes[3]).toMatchObject({
    spec: { taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }] },
    status: { conditions: [{ type: 'Ready', status: 'False', reason: 'KubeletNotReady' }] },
  });
});

/** Without what the recording leaves out. */
function shown(object: object): unknown {
  const text = JSON.stringify(object, (key, value: unknown) =>
    key === 'uid' || key === 'apiVersion' || key === 'kind' ? undefined : value,
  );
  const plain = JSON.parse(text) as { metadata: Record<string, unknown> };
  if (plain.metadata['generateName']) delete plain.metadata['generation'];
  return plain;
}

function sorted(list: readonly unknown[]): readonly unknown[] {
  return [...list].sort((a, b) => (JSON.stringify(nameOf(a)) < JSON.stringify(nameOf(b)) ? -1 : 1));
}

function nameOf(object: unknown): unknown {
  return (object as { metadata: { name: string } }).metadata.name;
}
