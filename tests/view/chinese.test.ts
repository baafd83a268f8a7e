import { expect, test } from 'vitest';
import { labView } from '../../src/view/lab-view.ts';
import { plain } from '../../src/view/say.ts';
import { sceneIds, sentencesIn, simulated } from './scenes.ts';

/** Han beside a Latin letter or a digit without a space; half-width punctuation behind Han; words that are not ours. */
const faults =
  /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han}[,:;?!]|\p{Script=Han}\.(?!\w)|您|Pods/u;

test('Chinese sentences keep a space beside Latin words and full-width punctuation', () => {
  const found = new Set<string>();
  for (const id of sceneIds.filter((_, i) => i % 3 === 0)) {
    const simulation = simulated(id);
    for (const { index } of simulation.states) {
      const view = labView(simulation, { state: index }, 'zh-cn');
      for (const { words } of sentencesIn(view)) if (faults.test(plain(words))) found.add(plain(words));
      for (const text of [view.traffic.picture.description, view.announcement, view.endpoints.summary])
        if (faults.test(text)) found.add(text);
    }
  }
  expect([...found]).toEqual([]);
});
