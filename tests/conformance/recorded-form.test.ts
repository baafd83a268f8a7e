import { describe, expect, test } from 'vitest';
import type { State } from '../../src/sim/simulate.ts';
import { allocationsOf, cameFrom } from './allocations-of.ts';
import { corpus, listScenes, readCase, readEmptyCluster, type RecordedCase } from './answers.ts';
import { compareCase } from './compare/compare.ts';
import { clusterFromAnswers } from './from-answers.ts';
import { recordedObjects } from './recorded-objects.ts';
import { splitCommand } from './split-command.ts';
import { topicOf } from './summary.ts';

const answers = `${corpus}/answers`;
const topics = ['articles', 'dual-stack', 'nodeport-lb', 'statefulset', 'topology'];
const sample = listScenes(`${corpus}/scenes`).filter((id) => topics.includes(topicOf(id)));

describe('a cluster made of recorded objects is written down as the same objects and draws', () => {
  test.each(sample)('%s', (id) => {
    const recorded = readCase(answers, id);
    const empty = readEmptyCluster(answers, recorded.families);
    const written: RecordedCase = {
      id,
      states: recorded.states.map((state) => {
        const cluster = clusterFromAnswers(state, empty);
        const world = { nodesDeclared: state.objects.nodes !== undefined };
        const drawn = allocationsOf(cluster);
        expect(cameFrom(state.allocations, drawn)).toBe(true);
        for (const [key, values] of Object.entries(state.allocations ?? {})) {
          expect(Object.keys(drawn[key as keyof typeof drawn] ?? {}).sort()).toEqual(Object.keys(values).sort());
        }
        return { ...state, objects: recordedObjects({ cluster, world } as State) };
      }),
    };
    expect(compareCase(written, [recorded]).objects).toEqual({ asked: true, right: true, differences: [] });
  });
});

test('a draw that no snapshot holds was made up', () => {
  expect(cameFrom({ sliceNames: { 'a/b': ['b-1', 'b-2'] } }, { sliceNames: { 'a/b': ['b-2'] } })).toBe(true);
  expect(cameFrom({ sliceNames: { 'a/b': ['b-1'] } }, { sliceNames: { 'a/b': ['b-1', 'b-9'] } })).toBe(false);
  expect(cameFrom({ podNumbers: { 'a/b': 1 } }, { podNumbers: { 'a/b': 2 } })).toBe(false);
  expect(cameFrom(undefined, { podNumbers: { 'a/b': 2 } })).toBe(false);
});

test('a command line is split as a shell splits it', () => {
  expect(splitCommand('get pods -l "app in (a, b)" -n x')).toEqual(['get', 'pods', '-l', 'app in (a, b)', '-n', 'x']);
  expect(splitCommand("get svc -o jsonpath='{.items}'")).toEqual(['get', 'svc', '-o', 'jsonpath={.items}']);
});
