import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lineOf, outputOf, simulationOf, stateAt } from '../../src/lessons/lab-scene.ts';
import { panelIds } from '../../src/lessons/schemas.ts';
import { componentsOf, languages, lessons, proseOf, sceneOf, scenesOf, textOf, units, wordsOf } from './units.ts';

describe.each(units)('texts of $id', (unit) => {
  const scene = sceneOf(unit);
  const steps = [scene, ...(unit.kind === 'myth' ? [] : scenesOf(unit).map(([, each]) => each))].flatMap(
    (each) => simulationOf(each).scene.steps,
  );
  const notes = [...new Set(steps.map(({ note }) => note))].sort();

  test('its scene has no problem', () => {
    expect(simulationOf(scene).scene.problems).toEqual([]);
    if (unit.kind !== 'lesson') return;
    const errors = simulationOf(scene).states.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
    expect(errors).toEqual([]);
  });

  describe.each(languages)('%s', (language) => {
    const { file, body } = textOf(unit, language);

    test('front matter has all words, and every step its own', () => {
      const words = wordsOf(unit, language);
      expect(Object.keys(words.steps).sort()).toEqual(notes);
    });

    test('the lab stands in it once', () => {
      expect(componentsOf(body).filter(({ name }) => name === 'Lab')).toHaveLength(1);
    });

    test('it uses the components there are, each as a tag that can be read', () => {
      const names = componentsOf(body).map(({ name }) => name);
      expect(names.filter((name) => !['Lab', 'Scene', 'Output', 'Point', 'Line'].includes(name))).toEqual([]);
      expect(names).toHaveLength([...body.matchAll(/<[A-Z]/g)].length);
    });

    test('every target exists', () => {
      for (const { name, attributes } of componentsOf(body)) {
        const { state = '0', panel, at, src, panels, cmd } = attributes;
        if (panel !== undefined) expect(panelIds).toContain(panel);
        for (const each of panels?.split(' ') ?? []) expect(panelIds).toContain(each);
        if (at !== undefined) expect(lineOf(stateAt(scene, Number(state), file), at, file)).toBeGreaterThan(0);
        if (src !== undefined) expect(existsSync(`content/${unit.folder}/${src}`)).toBe(true);
        if (name === 'Output') expect(cmd).toBeDefined();
        expect(stateAt(scene, Number(state), file).index).toBe(Number(state));
      }
    });

    test('figures are scenes without problems', () => {
      for (const { attributes } of componentsOf(body).filter(({ name }) => name === 'Scene')) {
        const { scene: figure, states } = simulationOf(readFileSync(`content/${unit.folder}/${attributes['src']}`, 'utf8'));
        expect(figure.problems).toEqual([]);
        expect(states.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))).toEqual([]);
      }
    });

    test('commands print what they were asked for', () => {
      for (const { attributes } of componentsOf(body).filter(({ name }) => name === 'Output')) {
        const { state = '0', cmd = '' } = attributes;
        const printed = outputOf(scene, stateAt(scene, Number(state), file), cmd);
        expect(printed).not.toMatch(/^\s*$|^error: |unknown command/);
      }
    });

    test('it is short: at most 900 words, in sections of a screen', () => {
      const most = language === 'en' ? { all: 900, section: 220 } : { all: 1600, section: 420 };
      const sections = body.split(/^## /m).map((section) => lengthOf(proseOf(section), language));
      expect(Math.max(...sections)).toBeLessThanOrEqual(most.section);
      expect(sections.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(most.all);
    });
  });
});

/** Words in English, characters that are no blank in Chinese. */
function lengthOf(prose: string, language: (typeof languages)[number]): number {
  return language === 'en' ? prose.split(/\s+/).filter(Boolean).length : prose.replace(/\s/g, '').length;
}

test.each(lessons)('the prediction of $id has a right choice, and as many choices in both languages', (unit) => {
  const choices = languages.map((language) => {
    const words = wordsOf(unit, language);
    return 'predict' in words ? words.predict.choices.length : 0;
  });
  expect(new Set(choices).size).toBe(1);
  expect(unit.data.predict.right).toBeLessThanOrEqual(choices[0] ?? 0);
});
