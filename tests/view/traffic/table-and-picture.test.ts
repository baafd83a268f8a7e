import { expect, test } from 'vitest';
import { connect } from '../../../src/sim/index.ts';
import { labView } from '../../../src/view/lab-view.ts';
import { plain } from '../../../src/view/say.ts';
import type { Selection, TrafficView } from '../../../src/view/view-models.ts';
import { sceneIds, simulated } from '../scenes.ts';

/** Every fact that the picture draws, as texts that the table must print. */
function factsOf({ picture }: TrafficView): readonly string[] {
  const { client, name, address, rule, endpoints, blocks, blockShare } = picture;
  const tries = name && !name.found ? name.captions.flatMap(({ text, rcode }) => [text, rcode ?? '']) : [];
  return [
    ...[client.title, client.detail],
    ...(name?.tags ?? []),
    ...tries,
    ...(address ? [address.text, address.title, address.detail] : []),
    ...(rule ? [rule.detail] : []),
    ...endpoints.flatMap(({ title, detail, share, ending }) => [
      title,
      detail,
      share ? fraction(share) : '',
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
