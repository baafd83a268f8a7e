import { expect, test } from 'vitest';
import { stateManifest } from '../../src/playground/state-manifest.ts';
import { simulate } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';

const manifest = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: 80\n';
const withSteps = (...steps: readonly string[]): string =>
  [`# pods: {}\n#---\n${manifest}`, ...steps.map((step) => `# step:\n#   ${step}\n#---\n`)].join('');
const at = (text: string, state: number): string => stateManifest(labView(simulate(text), { state }, 'en'), 'Then:');

test('a state with a text of its own is that text', () => {
  expect(at(manifest, 0)).toBe(manifest);
});

test('steps without a text stand over the text they followed, as comments that are no header', () => {
  const text = withSteps(
    '{action: delete, targets: [service/web]}',
    '{action: node-status, nodes: {node-a: {ready: false}}}',
  );
  expect(at(text, 1)).toBe(`# Then:\n#   kubectl delete service/web\n${manifest}`);
  const last = at(text, 2);
  expect(last).toContain('#   kubectl delete service/web\n');
  expect(last.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(3);
  expect(labView(simulate(last), {}, 'en').steps).toHaveLength(1);
});
