import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { dnsReasonCodes } from '../../../src/sim/api/reasons/dns.ts';
import { endpointReasonCodes } from '../../../src/sim/api/reasons/endpoints.ts';
import { trafficReasonCodes } from '../../../src/sim/api/reasons/traffic.ts';
import { reasonsOf } from './reasons-of.ts';
import { ownScenes, run } from './scenes.ts';

const codes = { endpoints: endpointReasonCodes, dns: dnsReasonCodes, traffic: trafficReasonCodes } as const;
type Kind = keyof typeof codes;
const kinds = Object.keys(codes) as readonly Kind[];
const shownBy = load(readFileSync('tests/sim/reasons/shown-by.yaml', 'utf8')) as Record<Kind, Record<string, string>>;

const given = new Map<string, Record<Kind, ReadonlySet<string>>>();

/** The codes of a scene, run with a DNS server for names outside and without. */
function codesOf(scene: string): Record<Kind, ReadonlySet<string>> {
  const known = given.get(scene);
  if (known) return known;
  const all = (['known', 'none'] as const).flatMap((upstream) => {
    const simulation = run(scene, upstream);
    return simulation.states.map((state) => reasonsOf(simulation, state));
  });
  const found = Object.fromEntries(
    kinds.map((kind) => [kind, new Set(all.flatMap((each) => each[kind].map(({ code }) => code)))]),
  ) as unknown as Record<Kind, ReadonlySet<string>>;
  given.set(scene, found);
  return found;
}

describe.each(kinds)('%s', (kind) => {
  test('every reason has its scene', () => {
    expect(Object.keys(shownBy[kind])).toEqual([...codes[kind]]);
  });

  test.each(Object.entries(shownBy[kind]))('%s is shown by %s', (code, scene) => {
    expect(codesOf(scene)[kind]).toContain(code);
  });
});

test('every scene made for a reason can be read and is used', () => {
  const used = new Set(kinds.flatMap((kind) => Object.values(shownBy[kind])));
  expect(ownScenes.filter((scene) => !used.has(scene))).toEqual([]);
  for (const scene of ownScenes)
    expect({ scene, problems: run(scene).scene.problems }).toEqual({ scene, problems: [] });
});
