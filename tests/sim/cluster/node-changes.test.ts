import { expect, test } from 'vitest';
import { simulate } from '../../../src/sim/index.ts';
import { table } from '../../../src/sim/cluster/cluster.ts';
import type { State } from '../../../src/sim/simulate.ts';

const zoneOf = ({ cluster }: State, node: string) =>
  table(cluster, 'nodes').get(node)?.metadata.labels?.['topology.kubernetes.io/zone'];
const nodes = ({ cluster }: State) => [...table(cluster, 'nodes').keys()];
const step = (text: string) => `# step:\n${text.replaceAll(/^/gm, '#   ')}\n#---\n`;
const report = step('action: pod-status\npods: {default/a: {ready: false}}');

const scene = [
  '# title: nodes\n#---',
  'apiVersion: v1\nkind: Node\nmetadata: {name: node-d}',
  '---\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {nodeName: node-d, containers: [{name: m, image: i}]}\n',
].join('\n');

test('a report about pods leaves the nodes as they are: typed ones, deleted ones, relabelled ones', () => {
  const relabelled = `{"metadata":{"labels":{"topology.kubernetes.io/zone":"zone-z"}}}`;
  const changed =
    step('action: delete\ntargets: [node/node-b]') +
    step(`action: patch\ntarget: node/node-a\npatch: ${JSON.stringify(relabelled)}`);
  const { states } = simulate(scene + report + changed + report);
  expect(states.map(nodes)).toEqual([
    ['node-a', 'node-b', 'node-c', 'node-d'],
    ['node-a', 'node-b', 'node-c', 'node-d'],
    ['node-a', 'node-c', 'node-d'],
    ['node-a', 'node-c', 'node-d'],
    ['node-a', 'node-c', 'node-d'],
  ]);
  expect(states.slice(-2).map((state) => zoneOf(state, 'node-a'))).toEqual(['zone-z', 'zone-z']);
  expect(table((states.at(-1) as State).cluster, 'pods').size).toBe(1);
});

test('what the world says anew of a node is done, and nothing else', () => {
  const said = step('action: node-status\nnodes: {node-c: {zone: none}, node-e: {zone: zone-e}}');
  const { states } = simulate(scene + said);
  expect(nodes(states[1] as State)).toEqual(['node-a', 'node-b', 'node-c', 'node-d', 'node-e']);
  expect(['node-b', 'node-c', 'node-e'].map((name) => zoneOf(states[1] as State, name))).toEqual([
    'zone-b',
    undefined,
    'zone-e',
  ]);
});

// Models the admission plugin PodTopologyLabels, v1.36: it acts on binding, and never again.
test("a pod keeps the zone it was bound in when its node's label changes, and a label of its own that was changed since", () => {
  const patch = (target: string, labels: unknown) =>
    step(`action: patch\ntarget: ${target}\npatch: ${JSON.stringify(JSON.stringify({ metadata: { labels } }))}`);
  const zone = 'topology.kubernetes.io/zone';
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: m, image: i}]}\n';
  const steps = patch('node/node-a', { [zone]: 'zone-z' }) + report + patch('pod/a', { [zone]: null }) + report;
  const { states } = simulate(`# title: zones\n#---\n${pod}${steps}`);
  const zones = states.map(({ cluster }) => table(cluster, 'pods').get('default/a')?.metadata.labels?.[zone]);
  expect(zones).toEqual(['zone-a', 'zone-a', 'zone-a', undefined, undefined]);
});
