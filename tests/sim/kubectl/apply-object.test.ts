import { expect, it } from 'vitest';
import { simulate } from '../../../src/sim/index.ts';

const service = (ports: string): string => `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: ${ports}}
`;

it('a list item without its merge key stops a patch with all that was in hand', () => {
  const text = `# title: x\n#---\n${service('[{port: 80}]')}# step:\n#   action: apply\n#---\n${service('[{targetPort: 80}]')}`;
  const { stderr = '', code } = simulate(text).states[1]?.apply ?? {};
  const why = 'map: map[targetPort:80] does not contain declared merge key: port';
  const lines = stderr.split('\n');
  expect(code).toBe(1);
  expect(lines.slice(0, 9)).toEqual([
    `warning: error calculating patch from openapi v3 spec: ${why}`,
    `warning: error calculating patch from openapi spec: ${why}`,
    'error: error when applying patch:',
    '',
    'to:',
    'Resource: "/v1, Resource=services", GroupVersionKind: "/v1, Kind=Service"',
    'Name: "web", Namespace: "default"',
    'for: "manifest.yaml": error when patching "manifest.yaml": creating patch with:',
    'original:',
  ]);
  expect(lines.at(-2)).toBe(`for: ${why}`);
});
