import { describe, expect, test } from 'vitest';
import { insertStep, kubectl, simulate } from '../../../src/sim/index.ts';
import { webManifest } from './console.ts';

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: typed}\n';
const state = simulate(webManifest).states[0] as ReturnType<typeof simulate>['states'][number];

describe('several files', () => {
  test('are read in the order typed', () => {
    for (const files of [
      ['-f', 'manifest.yaml', '-f', '-'],
      ['-f', 'manifest.yaml,-'],
    ])
      expect(kubectl(state, ['apply', ...files], { input: configMap }).stdout).toBe(
        'deployment.apps/web unchanged\nservice/web unchanged\nconfigmap/typed created\n',
      );
  });

  test.each(['apply', 'create', 'replace', 'delete', 'get'])('%s does nothing if one is missing', (verb) => {
    const result = kubectl(state, [verb, '-f', 'manifest.yaml', '-f', 'nope.yaml']);
    expect(result).toMatchObject({ stdout: '', stderr: 'error: the path "nope.yaml" does not exist\n', code: 1 });
    expect(result.step).toBeUndefined();
  });

  test('several that are missing are named one below the other', () => {
    expect(kubectl(state, ['apply', '-f', 'a', '-f', 'b']).stderr).toBe(
      'the path "a" does not exist\nthe path "b" does not exist\n',
    );
  });
});

describe('what a step reads', () => {
  test('stands in the scene as its document, and places of the manifest are not mixed up with it', () => {
    const { text } = insertStep(webManifest, 0, { action: 'kubectl', args: ['apply', '-f', '-'] }, configMap);
    const [, after] = simulate(text).states;
    expect(after?.apply).toMatchObject({ stdout: 'configmap/typed created\n', code: 0 });
    expect(after?.text).toBe(webManifest);
    expect(after?.outcomes).toEqual([]);
    expect(after?.problems).toEqual([]);
  });

  test('what is refused in it is told at the beginning', () => {
    const { text } = insertStep(webManifest, 0, { action: 'kubectl', args: ['apply', '-f', '-'] }, 'a: [b\n');
    expect(simulate(text).states[1]?.problems).toMatchObject([{ code: 'Refused', range: { start: 0, end: 0 } }]);
  });

  test('another text of it is another state', () => {
    const step = (input: string): string =>
      insertStep(webManifest, 0, { action: 'kubectl', args: ['apply', '-f', '-'] }, input).text;
    const first = simulate(step(configMap));
    const second = simulate(step(configMap.replace('typed', 'other')), { previous: first });
    expect(second.states[1]?.apply?.stdout).toBe('configmap/other created\n');
  });
});
