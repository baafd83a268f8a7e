import { expect, test } from 'vitest';
import { connect } from '../../../src/sim/index.ts';
import { labView } from '../../../src/view/lab-view.ts';
import { plain } from '../../../src/view/say.ts';
import type { PictureLane, Selection, TrafficView } from '../../../src/view/view-models.ts';
import { sceneIds, simulated } from '../scenes.ts';

/** Every fact that the picture draws, as texts that the table must print. */
function factsOf({ picture }: TrafficView): readonly string[] {
  const { client, name, address, direct, rule, endpoints, blocks, blockShare, lanes = [] } = picture;
  const tries = name && !name.found ? name.captions.flatMap(({ text, rcode }) => [text, rcode ?? '']) : [];
  return [
    ...[client.title, client.detail],
    ...(name?.tags ?? []),
    ...tries,
    ...(address ? [address.text, address.title, address.detail] : []),
    ...(direct ? [direct.title, direct.detail] : []),
    ...(rule ? [rule.detail, ...rule.notes] : []),
    ...lanes.slice(1).flatMap(factsOfLane),
    ...endpoints.flatMap(({ title, detail, share, ending }) => [
      title,
      detail,
      share && lanes.length === 0 ? fraction(share) : '',
      ending ?? '',
    ]),
    ...blocks.flatMap(({ title, dots }) => [title, String(dots.length)]),
    ...(blockShare ? [fraction(blockShare)] : []),
    // Where nothing is reached the table says the ending in the picture's word.
    ...(endpoints.some(({ share }) => share) || blocks.length > 0 || picture.endingWord === ''
      ? []
      : [picture.ending === 'REJECT' || picture.ending === 'DROP' ? picture.endingWord : '']),
  ].filter((text) => text !== '');
}

function factsOfLane({ client, name, address, rule, endingWord, summary, reaches }: PictureLane): readonly string[] {
  return [
    ...[client.title, client.detail, name, address?.text ?? '', endingWord, summary],
    ...(rule ? [rule.title, rule.detail, ...rule.notes] : []),
    ...(reaches.length > 8 ? [] : reaches.map(({ id, share }) => `${id} ${fraction(share)}`)),
  ];
}

const fraction = ([a, b]: readonly [number, number]): string => (b === 1 ? String(a) : `${a}/${b}`);

test.each(sceneIds)('%s: the table says all that the picture shows, and both what the engine answers', (id) => {
  const simulation = simulated(id);
  for (const state of simulation.states) {
    const probes: readonly (Selection['traffic'] | undefined)[] =
      simulation.scene.probes.length > 0 ? (simulation.scene.probes as readonly Selection['traffic'][]) : [undefined];
    for (const probe of probes) {
      const { traffic } = labView(simulation, { state: state.index, ...(probe ? { traffic: probe } : {}) }, 'en');
      const table = traffic.table.map((row) => `${row.step}: ${plain(row.result)}`).join('\n');
      expect(factsOf(traffic).filter((fact) => !table.includes(fact))).toEqual([]);
      expect(traffic.picture.rule !== undefined).toBe(traffic.table.some((row) => row.step.startsWith('Rule')));

      const verdict = connect(state, probe ?? { from: traffic.from, to: traffic.to });
      expect(traffic.outcome).toBe(verdict.outcome);
      const drawn = traffic.picture.endpoints
        .filter(({ share }) => share)
        .map(({ id: endpoint, share }) => [endpoint, share]);
      if (traffic.picture.blocks.length === 0 && verdict.outcome !== 'CNAME')
        expect(drawn).toEqual(verdict.reached.map(({ endpoint, share }) => [endpoint, share]));
      else if (verdict.outcome !== 'CNAME') expect(table).toContain(`${verdict.reached.length} endpoints`);
    }
  }
});

const everywhere = ['node node-a', 'node node-b', 'external'] as const;

test.each(sceneIds)('%s: the same holds for several clients at once', (id) => {
  const simulation = simulated(id);
  for (const state of simulation.states) {
    const { traffic: alone } = labView(simulation, { state: state.index }, 'en');
    const asked = { from: alone.from, to: alone.to, family: alone.family as 'IPv4', also: everywhere };
    const { traffic } = labView(simulation, { state: state.index, traffic: asked, play: { count: 40, seed: 3 } }, 'en');
    const table = traffic.table.map((row) => `${row.step}: ${plain(row.result)}`).join('\n');
    const { lanes = [], endpoints, blocks } = traffic.picture;
    expect(factsOf(traffic).filter((fact) => !table.includes(fact))).toEqual([]);
    expect(lanes.map((lane) => lane.id)).toEqual([...new Set([alone.from, ...everywhere])].slice(0, 4));
    const drawn = new Set([
      ...endpoints.map((endpoint) => endpoint.id),
      ...blocks.flatMap(({ dots }) => dots.flatMap((dot) => dot.id ?? [])),
    ]);
    for (const lane of lanes) {
      const verdict = connect(state, { ...asked, from: lane.id });
      expect(lane.ending).toBe(
        verdict.reached.length > 0 ? 'ENDPOINTS' : lane.reaches.length > 0 ? 'ENDPOINTS' : verdict.outcome,
      );
      if (verdict.outcome !== 'CNAME')
        expect(lane.reaches).toEqual(verdict.reached.map(({ endpoint, share }) => ({ id: endpoint, share })));
      if (blocks.length === 0) expect(lane.reaches.filter((end) => !drawn.has(end.id))).toEqual([]);
    }
    // Each in turn sends one, to where that client can come.
    traffic.played.forEach((end, i) => {
      const lane = lanes[i % lanes.length];
      const ends = lane?.reaches.map((each) => each.id) ?? [];
      if (ends.length > 0 && lane?.ending === 'ENDPOINTS' && !['DROP', 'REJECT', 'CNAME'].includes(end))
        expect(ends).toContain(end);
    });
  }
});
