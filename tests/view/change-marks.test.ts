import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';
import type { DnsView, DrawerView, LabView, TrafficView } from '../../src/view/view-models.ts';
import { sceneIds, simulated } from './scenes.ts';

/** The views that are compared. */
function partsOf({
  drawer,
  dns,
  traffic,
}: LabView): DrawerView & { readonly dns: DnsView; readonly traffic: TrafficView } {
  if (!drawer) throw new Error('a full view has the drawer');
  return { ...drawer, dns, traffic };
}

/** A third of the scenes with steps. */
const stepped = sceneIds.filter((id) => simulated(id).states.length > 1).filter((_, i) => i % 3 === 0);

describe.each(stepped)('%s', (id) => {
  test('between any two states every view marks what differs, and nothing else', () => {
    const simulation = simulated(id);
    const plain = simulation.states.map(({ index }) =>
      partsOf(labView(simulation, { state: index, changesFrom: index }, 'en')),
    );
    for (const { index: to } of simulation.states.slice(0, 4))
      for (const { index: from } of simulation.states.slice(0, 4)) {
        if (from === to) continue;
        const alone = plain[from];
        const view = partsOf(labView(simulation, { state: to, changesFrom: from }, 'en'));
        if (!alone) continue;
        const { objects, dns, pods } = view;
        const of = (change: 'added' | 'removed'): readonly string[] =>
          objects.lines.filter((line) => line.change !== change).map(({ text }) => text);
        const same = objects.selected?.title === alone.objects.selected?.title;
        if (same && objects.lines.some(({ change }) => change)) {
          expect(of('added')).toEqual(
            alone.objects.lines.flatMap(({ text, change }) => (change === 'removed' ? [] : [text])),
          );
          expect(of('removed')).toEqual(
            partsOf(labView(simulation, { state: to }, 'en')).objects.lines.flatMap(({ text, change }) =>
              change === 'removed' ? [] : [text],
            ),
          );
        }
        if (alone.dns.host === dns.host && alone.dns.from === dns.from) {
          const then = alone.dns.records.map(({ line }) => line);
          const now = dns.records.map(({ line }) => line);
          expect(dns.records.filter(({ change }) => change).map(({ line }) => line)).toEqual(
            now.filter((line) => !then.includes(line)),
          );
          expect(dns.left ?? []).toEqual(then.filter((line) => !now.includes(line)));
        }
        if (pods.count === pods.pods.length && alone.pods.count === alone.pods.pods.length) {
          const before = alone.pods.pods.map((pod) => pod.id);
          expect(pods.pods.filter(({ change }) => change === 'added').map((pod) => pod.id)).toEqual(
            pods.pods.map((pod) => pod.id).filter((pod) => !before.includes(pod)),
          );
          expect(pods.left ?? []).toEqual(before.filter((pod) => !pods.pods.some((now) => now.id === pod)));
        }
      }
  });
});

const service = (name: string, selector: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  selector:\n    app: ${selector}\n  ports:\n    - port: 80\n`;

test('an edit is marked in the object, the row that it changes in the table, and nothing else of it', () => {
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-1\n  labels: {app: web}\nspec:\n  containers: [{name: a, image: b}]\n';
  const earlier = simulate(`${service('web', 'web')}---\n${pod}`);
  const edited = simulate(`${service('web', 'webb')}---\n${pod}`, { previous: earlier });
  const before = labView(earlier, {}, 'en');
  const { objects, traffic, dns } = partsOf(labView(edited, {}, 'en', { before, earlier }));
  const marked = objects.lines.filter(({ change }) => change).map(({ text, change }) => `${change} ${text.trim()}`);
  expect(marked).toContain('removed app: web');
  expect(marked).toContain('added app: webb');
  const changed = traffic.table.filter(({ change }) => change).map(({ id }) => id);
  expect(changed).toContain('rule');
  expect(changed).not.toContain('client');
  expect(dns.records.some(({ change }) => change)).toBe(false);
});
