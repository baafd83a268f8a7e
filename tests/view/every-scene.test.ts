import { describe, expect, test } from 'vitest';
import { labView } from '../../src/view/lab-view.ts';
import { plain } from '../../src/view/say.ts';
import type { LabView, Words } from '../../src/view/view-models.ts';
import { sceneIds, sentencesIn, simulated } from './scenes.ts';

const hole = /undefined|\[object|NaN/;

/** Sentences that must never be empty. */
function required(view: LabView): readonly (readonly [string, Words])[] {
  return [
    ['why of dns', view.dns.why],
    ...view.dns.tries.map((each) => ['a try', each.reason] as const),
    ...view.endpoints.groups.flatMap(({ rows }) => rows.map((row) => [`row ${row.title}`, row.reason] as const)),
    ...view.endpoints.notes.map((note) => ['a note', note.words] as const),
    ...view.problems.problems.map((problem) => [`problem ${problem.message}`, problem.explanation] as const),
    ...view.traffic.table.flatMap((row) => [
      [`result of ${row.step}`, row.result] as const,
      [`cause of ${row.step}`, row.decidedBy] as const,
    ]),
    ...(view.drawer?.slices.differences ?? []).map((words) => ['a difference', words] as const),
  ];
}

describe.each(['en', 'zh-cn'] as const)('in %s', (language) => {
  test.each(sceneIds)('%s: every state has a view without an empty sentence', (id) => {
    const simulation = simulated(id);
    for (const { index } of simulation.states) {
      const view = labView(simulation, { state: index }, language);
      expect(required(view).filter(([, words]) => plain(words).trim() === '')).toEqual([]);
      const ours = sentencesIn(view).map(({ path, words }) => `${path}: ${plain(words)}`);
      expect(ours.filter((sentence) => hole.test(sentence))).toEqual([]);
      expect(view.announcement.length).toBeGreaterThan(0);
      expect(view.announcement.length).toBeLessThanOrEqual(150);
      const ids = view.endpoints.groups.flatMap(({ rows }) => rows.map((row) => row.id));
      expect(ids.filter((each, i) => ids.indexOf(each) !== i)).toEqual([]);
      for (const { start, end, line } of view.deciding) {
        expect(view.text.slice(0, start).split('\n').length).toBe(line);
        expect(end).toBeGreaterThan(start);
      }
    }
  });
});
