/** The Traffic panel: the picture and the table of one question, both printed from the same facts. */
import { objectIn, play, table } from '../sim/core.ts';
import { probeAsked, targetOf } from './asked.ts';
import { rowLimit, type ViewContext } from './context.ts';
import { listsOf } from './services.ts';
import { marked, withPlaces } from './traffic/marks.ts';
import { pictureOf } from './traffic/picture.ts';
import { laneLimit, laneRows } from './traffic/lanes.ts';
import { outcomeGlyph, trafficSummary } from './traffic/summary.ts';
import { tableOf } from './traffic/table.ts';
import { wayOf, type Way } from './traffic/way.ts';
import type { Choice, TrafficView } from './view-models.ts';

/** The view of the probe asked. Requests are drawn only where the selection says how many. */
export function trafficView(context: ViewContext): TrafficView {
  const probe = probeAsked(context);
  const way = wayOf(context, probe);
  const { verdict } = way;
  const also = [...new Set(context.selection.traffic?.also ?? [])]
    .filter((from) => from !== probe.from)
    .slice(0, laneLimit - 1);
  const others = also.map((from) => wayOf(context, { ...probe, from }));
  const picture = pictureOf(context, way, others);
  const table = marked(context, [...tableOf(context, way, picture), ...laneRows(context, others)]);
  return {
    from: probe.from,
    to: probe.to,
    protocol: verdict.proto,
    family: verdict.family,
    also,
    clients: clientChoices(context, probe.from),
    targets: targetChoices(context, probe.from),
    outcome: verdict.outcome,
    summary: trafficSummary(context, verdict),
    glyph: outcomeGlyph(verdict),
    picture: withPlaces(picture, table),
    table,
    played: playedOf(context, [way, ...others]),
  };
}

const playLimit = 1000;
/** Where no packet leaves the client: an alias that resolves ends at what it leads to. */
const unsent = new Set(['NXDOMAIN', 'NODATA', 'NOSOURCE', 'CNAME']);

/** Of several clients each sends one in turn. */
function playedOf({ selection }: ViewContext, ways: readonly Way[]): readonly string[] {
  if (!selection.play || ways.every(({ verdict }) => unsent.has(verdict.outcome))) return [];
  const { count, seed } = selection.play;
  const all = Math.min(count, playLimit);
  const each = ways.map(({ verdict }) =>
    play(verdict, Math.ceil(all / ways.length), seed).map(({ reached, outcome }) =>
      reached === undefined ? outcome : (verdict.reached[reached]?.endpoint ?? outcome),
    ),
  );
  return Array.from({ length: all }, (_, i) => each[i % ways.length]?.[Math.floor(i / ways.length)] ?? '');
}

/** Pods (the one called client first), nodes, and a client outside. */
function clientChoices({ state, words }: ViewContext, asked: string): readonly Choice[] {
  const pods: string[] = [];
  for (const { metadata, spec } of table(state.cluster, 'pods').values()) {
    if (pods.length === rowLimit) break;
    if (spec.nodeName) pods.push(`pod ${metadata.namespace ?? ''}/${metadata.name}`);
  }
  pods.sort((a, b) => Number(b.endsWith('/client')) - Number(a.endsWith('/client')));
  const nodes = [...table(state.cluster, 'nodes').keys()].slice(0, rowLimit).map((node) => `node ${node}`);
  const values = [...new Set([...(asked.startsWith('pod ') ? [asked] : []), ...pods, ...nodes, 'external', asked])];
  return values.map((value) => ({
    value,
    label: value === 'external' ? words.clients.outside : value.replace(/^external /, `${words.clients.outside} `),
  }));
}

/** Every Service port as this client would type it, and what the scene asks. */
function targetChoices({ state, simulation }: ViewContext, from: string): readonly Choice[] {
  const typed = listsOf(state).flatMap((ref) => {
    const service = objectIn(state.cluster, 'services', ref.namespace, ref.name);
    if (!service) return [];
    const ports = service.spec.ports ?? [];
    return ports.length === 0
      ? [targetOf(state, ref, from)]
      : ports.map(({ port }) => targetOf(state, ref, from, port));
  });
  const asked = simulation.scene.probes.map(({ to }) => to);
  return [...new Set([...asked, ...typed])].slice(0, rowLimit).map((to) => ({ value: to, label: to }));
}
