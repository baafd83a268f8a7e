import { describe, expect, test } from 'vitest';
import { kubectl, lookup, simulate } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';
import { plain } from '../../src/view/say.ts';
import type { LabView } from '../../src/view/view-models.ts';
import { sceneIds, sceneText, simulated } from './scenes.ts';

const rowsOf = (view: LabView): readonly string[] =>
  view.endpoints.groups.flatMap((group) => group.rows.map((row) => `${group.id} ${row.title} ${row.glyph}`));

const lists = [
  'articles/01',
  'articles/02',
  'articles/03',
  'articles/06',
  'articles/13',
  'articles/14',
  'articles/16',
  'selectors/02',
  'terminating/02',
  'traffic-policy/01',
];
const scenes = [...lists, ...sceneIds.filter((id) => id.startsWith('headless/') || id.startsWith('large/'))].filter(
  (start) => sceneIds.some((id) => id === start || id.startsWith(`${start}-`)),
);

describe('facts equal the engine’s answers', () => {
  test.each(scenes)('%s', (start) => {
    const simulation = simulated(start);
    for (const state of simulation.states) {
      const view = labView(simulation, { state: state.index }, 'en');
      const { service } = view.endpoints;
      if (service) {
        const argv = ['get', 'ep', service.name, ...(service.namespace === 'default' ? [] : ['-n', service.namespace])];
        const { stdout, stderr } = kubectl(state, argv);
        expect(view.endpoints.output).toBe(stdout || stderr);
      }
      const question = simulation.scene.dns[0];
      if (question) {
        const answer = lookup(state, question);
        expect(view.dns.records.map(({ line }) => line)).toEqual(answer.answer);
        expect(view.dns.notAsked).toEqual(answer.notAsked ?? []);
      }
      expect(view.problems.output).toEqual(state.apply);
      expect(view.text).toBe(state.text);
    }
  });
});

describe('the lists', () => {
  test('a pod in the list stands at its line; the client is out for want of a label', () => {
    const view = labView(simulated('articles/01'), {}, 'en');
    expect(rowsOf(view)).toEqual([
      'in 172.17.0.10:8080 ready',
      'in 172.17.0.8:8080 ready',
      'in 172.17.0.9:8080 ready',
      'out client out',
    ]);
    expect(view.endpoints.summary).toBe('3 in, 1 out');
    expect(view.text.split('\n')[(view.endpoints.groups[0]?.rows[1]?.place?.line ?? 0) - 1]).toContain('kubia-b');
  });

  test('typed addresses are square and stand at their own lines', () => {
    const view = labView(simulated('articles/03'), {}, 'en');
    expect(rowsOf(view)).toEqual(['in 11.11.11.11:80 ready-outside', 'in 22.22.22.22:80 ready-outside']);
    const lines = view.endpoints.groups[0]?.rows.map((row) =>
      view.text.split('\n')[(row.place?.line ?? 0) - 1]?.trim(),
    );
    expect(lines).toEqual(['- ip: 11.11.11.11', '- ip: 22.22.22.22']);
  });

  test('Endpoints without a Service are shown, all out', () => {
    const view = labView(simulated('articles/02'), {}, 'en');
    expect(rowsOf(view)).toEqual(['out 11.11.11.11:80 out-outside', 'out 22.22.22.22:80 out-outside']);
    expect(view.traffic.picture).toMatchObject({ ending: 'NXDOMAIN', endingWord: 'No packet is sent.', edge: true });
  });

  test('pods that terminate are listed apart, and get the connections when nothing else is ready', () => {
    const view = labView(simulated('terminating/02'), {}, 'en');
    expect(view.endpoints.summary).toBe('0 in, 2 terminating, 1 out');
    expect(view.traffic.picture.endpoints.map(({ glyph, share }) => [glyph, share])).toEqual([
      ['terminating', [1, 2]],
      ['terminating', [1, 2]],
    ]);
  });

  test('what a step takes off the list is told under its number', () => {
    const text = sceneText('articles/01-kubia-service-selector');
    const step =
      '# step:\n#   action: patch\n#   target: service/kubia\n#   patch: \'{"spec":{"selector":{"app":"kubla"}}}\'\n#---\n';
    const view = labView(simulate(`${text}${step}`), { state: 1 }, 'en');
    const left = view.endpoints.groups.find(({ id }) => id === 'left');
    expect(left?.title).toBe('Left the list in step 1');
    expect(left?.rows.map(({ title, reason }) => `${title}: ${plain(reason)}`)).toEqual([
      'kubia-a: has app=kubia, the selector wants app=kubla',
      'kubia-b: has app=kubia, the selector wants app=kubla',
      'kubia-c: has app=kubia, the selector wants app=kubla',
    ]);
    expect(view.endpoints.groups.find(({ id }) => id === 'out')?.rows.map(({ title }) => title)).toEqual(['client']);
    expect(view.changes.rows).toContainEqual(
      expect.objectContaining({ subject: 'Traffic', mark: 'changed', after: 'refused at once (REJECT)' }),
    );
  });

  test('many endpoints are counted, at most 50 are sent, and the picture draws a block for each slice', () => {
    const view = labView(simulated('large/02'), {}, 'en');
    const group = view.endpoints.groups.find(({ id }) => id === 'in');
    expect([group?.count, group?.rows.length]).toEqual([250, 50]);
    expect(view.traffic.picture.blocks.map(({ dots }) => dots.length)).toEqual([100, 100, 50]);
    expect(view.traffic.picture.blockShare).toEqual([1, 250]);
  });
});

describe('what the last edit changed', () => {
  const text = (addresses: readonly string[]): string =>
    sceneText('articles/03-endpoints-external-service-with-service').replace(
      /( *- ip: .*\n)+/,
      addresses.map((ip) => `    - ip: ${ip}\n`).join(''),
    );

  test('is marked in the list and in the picture; a removed row stays, struck', () => {
    const before = labView(simulate(text(['11.11.11.11', '22.22.22.22'])), {}, 'en');
    const view = labView(simulate(text(['11.11.11.11', '33.33.33.33'])), {}, 'en', { before });
    expect(view.endpoints.groups.flatMap(({ rows }) => rows.map(({ title, change }) => [title, change]))).toEqual([
      ['11.11.11.11:80', undefined],
      ['33.33.33.33:80', 'added'],
      ['22.22.22.22:80', 'removed'],
    ]);
    expect(view.endpoints.counts.in).toBe(2);
    expect(view.traffic.picture.endpoints.map(({ change }) => change)).toEqual([undefined, 'added', 'removed']);
  });

  test('the last good result stays while the text cannot be read', () => {
    const lastGood = labView(simulate(text(['11.11.11.11'])), {}, 'en');
    const view = labView(simulate('a: b: c\n'), {}, 'en', { lastGood });
    expect(view.problems.unreadable).toBe(true);
    expect(view.endpoints).toBe(lastGood.endpoints);
    expect(view.text).toBe('a: b: c\n');
    expect(view.problems.problems[0]?.message).toContain('error converting YAML to JSON');
  });

  test('a refused object is a result like any other', () => {
    const view = labView(simulate(text(['127.0.0.1'])), {}, 'en');
    expect(view.problems.unreadable).toBe(false);
    expect(view.problems.problems[0]).toMatchObject({ severity: 'error', place: { line: 15 } });
    expect(plain(view.problems.problems[0]?.explanation ?? [])).toContain('Every node would send the packet to itself');
  });
});

test('played requests are drawn alike for the same seed, and end where the endpoints are', () => {
  const simulation = simulated('articles/01');
  const played = (seed: number): readonly string[] =>
    labView(simulation, { play: { count: 30, seed } }, 'en').traffic.played;
  expect(played(1)).toEqual(played(1));
  expect(played(1)).not.toEqual(played(2));
  expect(new Set(played(1))).toEqual(new Set(['172.17.0.10:8080', '172.17.0.8:8080', '172.17.0.9:8080']));
});

test('objects tell typed fields from defaults and allocated ones', () => {
  const { drawer } = labView(simulated('articles/01'), {}, 'en');
  const origin = (text: string): string | undefined =>
    drawer?.objects.lines.find((line) => line.text.trim().startsWith(text))?.origin;
  expect([
    origin('name: kubia'),
    origin('clusterIP:'),
    origin('sessionAffinity:'),
    origin('loadBalancer'),
    origin('app: kubia'),
    origin('annotations:'),
    origin('kubectl.kubernetes.io/last-applied-configuration'),
  ]).toEqual(['typed', 'allocated', 'default', 'controller', 'typed', 'kubectl', 'kubectl']);
});
