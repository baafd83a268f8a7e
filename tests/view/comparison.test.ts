import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';
import type { LabView } from '../../src/view/view-models.ts';

const manifest = (addresses: readonly string[]): string =>
  `apiVersion: v1
kind: Service
metadata:
  name: db
spec:
  ports:
    - port: 80
---
apiVersion: v1
kind: Endpoints
metadata:
  name: db
subsets:
  - addresses:
${addresses.map((ip) => `      - ip: ${ip}`).join('\n')}
    ports:
      - port: 80
`;

/** A scene whose states hold these addresses, one list a state. */
const scene = (...states: readonly (readonly string[])[]): string =>
  `# title: lists\n#---\n${states.map(manifest).join('# step:\n#   action: apply\n#---\n')}`;

const three = simulate(scene(['11.11.11.11'], ['11.11.11.11', '22.22.22.22'], ['22.22.22.22']));

const marks = ({ endpoints }: LabView): string[] =>
  endpoints.groups.flatMap(({ id, rows }) => rows.map(({ title, change }) => `${id} ${title} ${change ?? 'same'}`));

const listRow = ({ changes }: LabView): string | undefined => {
  const row = changes.rows.find(({ subject }) => subject === 'Endpoints');
  return row && `${row.before} ${row.mark} ${row.after}`;
};

describe('what changed', () => {
  it('is told against the state before', () => {
    const view = labView(three, { state: 1 }, 'en');
    expect([view.changes.from, view.changes.to]).toEqual([0, 1]);
    expect(listRow(view)).toBe('11.11.11.11:80 changed 11.11.11.11:80, 22.22.22.22:80');
  });

  it('is told against any state chosen, an earlier or a later one', () => {
    expect(listRow(labView(three, { state: 2, changesFrom: 0 }, 'en'))).toBe('11.11.11.11:80 changed 22.22.22.22:80');
    expect(listRow(labView(three, { state: 0, changesFrom: 2 }, 'en'))).toBe('22.22.22.22:80 changed 11.11.11.11:80');
  });

  it('is told against the state before where the state chosen is the one shown', () =>
    expect(labView(three, { state: 1, changesFrom: 1 }, 'en').changes.from).toBe(0));

  it('is nothing in state 0 before the first edit', () => {
    const { changes } = labView(three, {}, 'en');
    expect(changes).toEqual({ from: 0, to: 0, edited: false, rows: [] });
  });

  it('is told against the same state before the last edit', () => {
    const earlier = simulate(scene(['11.11.11.11']));
    const edited = simulate(scene(['11.11.11.11', '33.33.33.33']), { previous: earlier });
    const view = labView(edited, {}, 'en', { before: labView(earlier, {}, 'en'), earlier });
    expect(view.changes.from).toBe('edit');
    expect(listRow(view)).toBe('11.11.11.11:80 changed 11.11.11.11:80, 33.33.33.33:80');
    expect(marks(view)).toEqual(['in 11.11.11.11:80 same', 'in 33.33.33.33:80 added']);
  });

  it('marks the rows of the lists against the state before, where nothing was edited in this one', () =>
    expect(marks(labView(three, { state: 1 }, 'en'))).toEqual(['in 11.11.11.11:80 same', 'in 22.22.22.22:80 added']));

  it('marks them against the state chosen, and tells an address that left once', () => {
    const rows = marks(labView(three, { state: 2, changesFrom: 0 }, 'en'));
    expect(rows).toContain('in 22.22.22.22:80 added');
    expect(rows.filter((row) => row.includes('11.11.11.11'))).toHaveLength(1);
  });

  it('marks the ribbons of the picture, too', () => {
    const { picture } = labView(three, { state: 1 }, 'en').traffic;
    expect(picture.endpoints.map(({ id, change }) => [id, change])).toEqual([
      ['11.11.11.11:80', undefined],
      ['22.22.22.22:80', 'added'],
    ]);
  });
});
