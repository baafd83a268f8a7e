import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendStep,
  insertStep,
  removeStep,
  setNode,
  setPod,
  setStepFields,
  setText,
  textOfState,
} from '../../../src/sim/scene/edit-scene.ts';
import { parseScene, worldOf } from '../../../src/sim/scene/parse-scene.ts';

const scene = `# title: "x"
# pods:
#   default/web-1: {ready: false}
#---
kind: Service
# step:
#   action: scale
#   target: deployment/web
#   replicas: 2
#---
# step:
#   action: pod-status
#   pods:
#     default/web-1: {ready: true}
#---
`;

describe('the text of a state', () => {
  test('is replaced alone', () => {
    expect(setText(scene, 0, 'kind: Pod\n')).toBe(scene.replace('kind: Service', 'kind: Pod'));
    expect(setText(scene, 1, 'a: 1')).toBe(
      scene.replace('#---\n# step:\n#   action: pod', '#---\na: 1\n# step:\n#   action: pod'),
    );
    expect(setText(scene, 2, 'a: 1')).toBe(`${scene}a: 1`);
    expect(setText(scene, 3, 'a: 1')).toBe(scene);
    expect(setText('kind: Service', 0, 'kind: Pod')).toBe('kind: Pod');
  });

  test('is the same bytes if it is the same text, in every scene of the corpus', () => {
    const corpus = new URL('../../conformance/corpus/scenes/', import.meta.url);
    for (const topic of readdirSync(corpus)) {
      for (const file of readdirSync(new URL(`${topic}/`, corpus))) {
        const text = readFileSync(new URL(`${topic}/${file}`, corpus), 'utf8');
        const parsed = parseScene(text);
        for (let state = 0; state <= parsed.steps.length; state += 1) {
          expect(setText(text, state, textOfState(parsed, state)) === text, `${file} ${state}`).toBe(true);
        }
      }
    }
  });
});

describe('steps', () => {
  test('are appended, with a header where there was none', () => {
    const edit = appendStep('kind: Pod', { action: 'apply' }, 'kind: Service');
    expect(edit).toEqual({
      text: '# cluster: {}\n#---\nkind: Pod\n# step:\n#   action: apply\n#---\nkind: Service',
      state: 1,
    });
    expect(parseScene(edit.text)).toMatchObject({
      manifest: { text: 'kind: Pod\n' },
      steps: [{ action: 'apply', text: 'kind: Service' }],
    });
  });

  test('are inserted behind a state', () => {
    const { text, state } = insertStep(scene, 1, { action: 'kubectl', args: ['label', 'pod', 'a', 'b=c'] });
    expect(state).toBe(2);
    expect(parseScene(text).steps.map(({ action }) => action)).toEqual(['scale', 'kubectl', 'pod-status']);
    expect(insertStep(scene, 0, { action: 'apply' }, 'x').text).toContain(
      'kind: Service\n# step:\n#   action: apply\n#---\nx\n# step:',
    );
  });

  test('are removed, and nothing else with them', () => {
    const { text, state } = insertStep(scene, 1, { action: 'apply' }, 'a: 1\n');
    expect(removeStep(text, state)).toEqual({ text: scene, state: 1 });
    expect(removeStep(scene, 0).text).toBe(scene);
    expect(removeStep(scene, 9).text).toBe(scene);
  });

  test('get another mapping and keep their document', () => {
    const text = setStepFields(setText(scene, 1, 'a: 1\n'), 1, { action: 'apply', note: 'x: y' });
    expect(parseScene(text).steps[0]).toMatchObject({ action: 'apply', note: 'x: y', text: 'a: 1\n' });
  });
});

describe('statuses', () => {
  test('go into the header in state 0', () => {
    expect(setPod(scene, 0, 'default/web-1', { ready: true, ip: '10.0.0.1' })).toEqual({
      text: scene.replace('default/web-1: {ready: false}', 'default/web-1: {ready: true, ip: "10.0.0.1"}'),
      state: 0,
    });
  });

  test("go into the state's own step if it is a status step", () => {
    const { text, state } = setPod(scene, 2, 'default/web#1', { terminating: true });
    expect(state).toBe(2);
    expect(worldOf(parseScene(text), 2).pods).toEqual({
      'default/web-1': { ready: true },
      'default/web#1': { terminating: true },
    });
  });

  test('go into a new step behind any other', () => {
    const { text, state } = setNode(scene, 1, 'node-b', { ready: false });
    expect(state).toBe(2);
    expect(parseScene(text).steps.map(({ action }) => action)).toEqual(['scale', 'node-status', 'pod-status']);
    expect(worldOf(parseScene(text), 2).nodes['node-b']).toEqual({ zone: 'zone-b', ready: false });
  });

  test('are taken back, with a step that has no other', () => {
    expect(setPod(scene, 2, 'default/web-1', undefined)).toEqual({
      text: scene.slice(0, scene.lastIndexOf('# step:')),
      state: 1,
    });
    expect(setPod(scene, 1, 'default/web-1', undefined).text).toBe(scene);
  });
});

test('what was set is there, whatever the text around it', () => {
  const word = fc.constantFrom('a', '# step:\n', '#---\n', '# title: x\n', 'kind: Pod\n', '\r\n', '#', '---\n', '');
  const texts = fc.array(word).map((words) => words.join(''));
  fc.assert(
    fc.property(texts, fc.string(), fc.nat(3), (text, note, state) => {
      const edit = insertStep(text, state, { action: 'apply', note }, 'kind: Service\n');
      const parsed = parseScene(edit.text);
      expect(parsed.steps[edit.state - 1]).toMatchObject({ action: 'apply', note, text: 'kind: Service\n' });
      const pod = setPod(edit.text, edit.state, note, { ready: true });
      expect(worldOf(parseScene(pod.text), pod.state).pods[note]).toMatchObject({ ready: true });
    }),
  );
});
