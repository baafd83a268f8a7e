import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate, type Simulation } from '../../../src/sim/index.ts';
import { parseScene } from '../../../src/sim/scene/parse-scene.ts';
import { askEverything } from './ask-everything.ts';
import { deepFreeze } from './deep-freeze.ts';
import { difference } from './difference.ts';
import { arbitraryEdit, editScene } from './edit-text.ts';
import { effort, long, patience } from './effort.ts';
import { sceneIds, sceneText } from './recorded-scenes.ts';

const scene = fc.constantFrom(...sceneIds);

/** Everything a simulation says; what it remembers to be faster is not part of it. */
function said({ scene: parsed, states, options }: Simulation): object {
  return { scene: parsed, states, options };
}

test('the same scene gives the same result and the same answers', { timeout: patience }, () => {
  fc.assert(
    fc.property(scene, fc.array(arbitraryEdit, { maxLength: 2 }), (id, edits) => {
      const edited = edits.reduce(editScene, sceneText(id));
      const first = simulate(edited);
      const second = simulate(edited);
      expect(difference(said(first), said(second))).toBeUndefined();
      expect(difference(askEverything(first), askEverything(second))).toBeUndefined();
    }),
    effort(60),
  );
});

test('a scene that was parsed before gives the same as its text', { timeout: patience }, () => {
  fc.assert(
    fc.property(scene, (id) => {
      const text = sceneText(id);
      expect(difference(said(simulate(deepFreeze(parseScene(text)))), said(simulate(text)))).toBeUndefined();
    }),
    effort(60, 5),
  );
});

describe('with the last result at hand the answers are the same as without', () => {
  const editsOf = (most: number) => fc.array(arbitraryEdit, { minLength: 1, maxLength: most });

  test('edit after edit', { timeout: patience }, () => {
    let compared = 0;
    fc.assert(
      fc.property(scene, editsOf(12), (id, edits) => {
        let text = sceneText(id);
        let previous = deepFreeze(simulate(text));
        for (const edit of edits) {
          text = editScene(text, edit);
          const next = deepFreeze(simulate(text, { previous }));
          const fresh = simulate(text);
          expect(difference(said(next), said(fresh))).toBeUndefined();
          compared += 1;
          previous = next;
        }
        expect(difference(askEverything(previous), askEverything(simulate(text)))).toBeUndefined();
      }),
      effort(100),
    );
    expect(compared).toBeGreaterThanOrEqual(long ? 10_000 : 500);
  });

  test('from one scene to quite another', { timeout: patience }, () => {
    fc.assert(
      fc.property(scene, scene, (a, b) => {
        const previous = deepFreeze(simulate(sceneText(a)));
        expect(difference(said(simulate(sceneText(b), { previous })), said(simulate(sceneText(b))))).toBeUndefined();
      }),
      effort(60),
    );
  });

  test('an edit that is undone leaves what was there', { timeout: patience }, () => {
    fc.assert(
      fc.property(scene, editsOf(4), (id, edits) => {
        const text = sceneText(id);
        const before = deepFreeze(simulate(text));
        let now = before;
        const texts = edits.reduce<readonly string[]>(
          (all, edit) => [...all, editScene(all.at(-1) ?? text, edit)],
          [text],
        );
        for (const typed of [...texts, ...texts.toReversed()]) now = simulate(typed, { previous: now });
        expect(difference(said(now), said(before))).toBeUndefined();
      }),
      effort(60),
    );
  });
});
