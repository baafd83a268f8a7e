import { describe, expect, test } from 'vitest';
import { judge } from '../../src/checks/judge.ts';
import { simulationOf } from '../../src/lessons/lab-scene.ts';
import { checksOf } from '../../src/lessons/schemas.ts';
import { parseScene } from '../../src/sim/index.ts';
import { reasonCodes } from '../sim/reasons/reasons-of.ts';
import { endOf, exercises, myths, scenesOf, sceneOf, typedValue } from './units.ts';

describe.each(exercises)('exercise of $id', (unit) => {
  const { exercise, data } = unit;
  const start = simulationOf(exercise.start);
  const failed = (scene: string) =>
    judge(simulationOf(scene), checksOf(data), start).filter(({ passed }) => !passed);

  test('its start fails', () => {
    expect(failed(exercise.start)).not.toEqual([]);
  });

  test('its solution and every other repair pass', () => {
    const wrong = [exercise.solution, ...exercise.right].map(failed);
    expect(wrong).toEqual(wrong.map(() => []));
  });

  test('every near miss fails', () => {
    expect(exercise.wrong.map((scene) => failed(scene).length > 0)).toEqual(exercise.wrong.map(() => true));
  });

  test('it has another repair and two near misses, all different', () => {
    expect(exercise.right.length).toBeGreaterThanOrEqual(1);
    expect(exercise.wrong.length).toBeGreaterThanOrEqual(2);
    const scenes = scenesOf(unit).map(([, scene]) => scene);
    expect(new Set(scenes).size).toBe(scenes.length);
  });

  test('only manifests and steps are repaired: world and questions stay', () => {
    const { header } = parseScene(exercise.start);
    for (const [name, scene] of scenesOf(unit)) expect({ name, header: parseScene(scene).header }).toEqual({ name, header });
  });

  test('every scene of it can be read', () => {
    for (const [name, scene] of scenesOf(unit)) {
      expect({ name, problems: simulationOf(scene).scene.problems }).toEqual({ name, problems: [] });
      const unread = endOf(scene).problems.filter(({ code }) => code === 'YamlSyntax' || code === 'Limit');
      expect({ name, unread }).toEqual({ name, unread: [] });
    }
  });

  test('documents that are folded stand in what is shown', () => {
    for (const scene of new Set([sceneOf(unit), exercise.start]))
      for (const document of data.fold) expect(typedValue(simulationOf(scene), document)).toBeDefined();
  });

  test.each(data.hints)('its hint is right: %o', (hint) => {
    if ('at' in hint) expect(typedValue(start, hint.at)).toBeDefined();
    else if ('reason' in hint) expect(reasonCodes(start)).toContain(hint.reason);
    else expect(typedValue(start, hint.change)).not.toEqual(typedValue(simulationOf(exercise.solution), hint.change));
  });

  test('hints say where to look, what is wrong, what to change', () => {
    expect(data.hints.map((hint) => Object.keys(hint)[0])).toEqual(['at', 'reason', 'change']);
  });
});

describe.each(myths)('myth $id', ({ scene, data }) => {
  test('the scene decides it as the page says', () => {
    expect(judge(simulationOf(scene), checksOf({ checks: [data.decides] })).map(({ passed }) => passed)).toEqual([true]);
  });
});
