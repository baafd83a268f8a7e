import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corpus, listScenes, readAlternatives, readCase, type RecordedState } from './answers.ts';
import { type Aspect, aspects, compareCase } from './compare/compare.ts';
import { topicOf } from './summary.ts';

const scenes = listScenes(`${corpus}/scenes`);
const sample = scenes.filter((id) =>
  ['articles', 'migration', 'multi-port', 'nodeport-lb', 'selectors'].includes(topicOf(id)),
);

test('recorded bytes stay as they are: no tool changes line ends, tabs or layout', () => {
  const project = `${corpus}/../../..`;
  expect(readFileSync(`${project}/.gitattributes`, 'utf8')).toMatch(/^tests\/conformance\/corpus\/\*\* -text/m);
  expect(readFileSync(`${project}/.prettierignore`, 'utf8')).toContain('tests/conformance/corpus');
  expect(scenes.some((id) => readFileSync(`${corpus}/scenes/${id}.yaml`, 'utf8').includes('\t'))).toBe(true);
});

describe('recorded answers, compared as if the engine had given them', () => {
  test.each(sample)('%s is equal to itself', (id) => {
    const recorded = readCase(`${corpus}/answers`, id);
    const result = compareCase(recorded, [recorded]);
    expect(aspects.filter((aspect) => !result[aspect].right)).toEqual([]);
  });

  test('another recorded answer is right by itself and by chance only', () => {
    const id = 'articles/07-my-service-endpoints-no-pods';
    const usual = readCase(`${corpus}/answers`, id);
    const others = readAlternatives(`${corpus}/answers`, id);
    expect(others).toHaveLength(2);
    for (const other of others) {
      expect(compareCase(other, [usual]).apply.right).toBe(false);
      expect(compareCase(other, [usual]).dns.right).toBe(true);
      expect(compareCase(other, [usual, ...others]).apply.right).toBe(true);
    }
  });

  const spoilt: Record<Aspect, (state: RecordedState) => RecordedState> = {
    apply: (state) => ({ ...state, apply: { command: '', stdout: '', stderr: '', code: 3 } }),
    objects: (state) => ({ ...state, objects: { ...state.objects, services: [] } }),
    kubectl: (state) => ({ ...state, kubectl: { ...state.kubectl, 'get svc,endpoints,endpointslices -A': '' } }),
    events: (state) => ({ ...state, events: [] }),
    dns: (state) => ({ ...state, dns: (state.dns ?? []).map((answer) => ({ ...answer, rcode: 'REFUSED' })) }),
    traffic: (state) => ({
      ...state,
      traffic: (state.traffic ?? []).map((verdict) => ({ ...verdict, outcome: 'HTTP 200' })),
    }),
  };

  test.each(aspects)('an answer spoilt in %s is wrong there and nowhere else', (aspect) => {
    const asked = sample
      .map((id) => readCase(`${corpus}/answers`, id))
      .find((recorded) => compareCase(recorded, [recorded])[aspect].asked);
    if (!asked) throw new Error(`no case asks ${aspect}`);
    const result = compareCase({ ...asked, states: asked.states.map(spoilt[aspect]) }, [asked]);
    expect(aspects.filter((each) => !result[each].right)).toEqual([aspect]);
  });
});
