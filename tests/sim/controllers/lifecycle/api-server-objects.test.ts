import { expect, test } from 'vitest';
import { simulate } from '../../../../src/sim/index.ts';

const step = (action: string): string => `# step:\n${action}#---\n`;
const scene = (...actions: readonly string[]): string =>
  `# title: x\n#---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n${actions.map(step).join('')}`;
const deleted = scene(
  '#   action: delete\n#   targets: [service/kubernetes, endpoints/kubernetes, endpointslice/kubernetes]\n',
);
const emptied = scene(`#   action: patch\n#   target: endpoints/kubernetes\n#   patch: '{"subsets":[]}'\n`);

test.each([
  ['deleted', deleted],
  ['emptied', emptied],
])("the API server's own Service is there again after it was %s", (_, text) => {
  const [before, after] = simulate(text).states;
  expect(after?.apply?.code).toBe(0);
  for (const table of ['services', 'endpoints', 'endpointslices']) {
    const stored = after?.cluster.tables.get(table)?.get('default/kubernetes');
    expect(stored).toEqual(before?.cluster.tables.get(table)?.get('default/kubernetes'));
  }
});
