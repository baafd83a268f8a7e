/** Hints of topology-mode Auto. */
import type { Endpoint, Labels, Node } from '../../api/objects.ts';
import { annotations } from '../../api/endpoints/service-gate.ts';
import { allocateZones, type Allocation } from './topology-allocations.ts';

/** Whether the annotation switches hints on. Models topologycache hintsEnabled, v1.36. */
export function hintsEnabled(of: Labels | undefined): boolean {
  const mode = of?.[annotations.topologyAwareHints] ?? of?.[annotations.topologyMode];
  return mode === 'Auto' || mode === 'auto';
}

export type HintsResult = { readonly slices: readonly (readonly Endpoint[])[] } | { readonly refused: string };

/**
 * The endpoints of the slices of one family with their zone hints, those of `changing` first, or why there are none.
 * A slice of `unchanged` stays as it is while its hints suit. Every other ready endpoint is for its own zone; zones with more
 * than their share then give to zones with less.
 * Models endpointslice/topologycache AddHints, v1.36.
 */
export function addHints(
  changing: readonly (readonly Endpoint[])[],
  unchanged: readonly (readonly Endpoint[])[],
  nodes: Iterable<Node>,
): HintsResult {
  const all = [...changing, ...unchanged];
  const allocations = allocateZones(nodes, all.flat().filter(isReady).length);
  if ('refused' in allocations) return allocations;
  const hinted = new Map<string, number>();
  const stays = new Set(unchanged.filter((endpoints) => countHints(endpoints, hinted, allocations.zones)));
  const zones = new Map<Endpoint, string>();
  for (const endpoint of all.filter((endpoints) => !stays.has(endpoints)).flat()) {
    if (!isReady(endpoint)) continue;
    if (!endpoint.zone) return { refused: 'One or more endpoints do not have a zone specified' };
    zones.set(endpoint, endpoint.zone);
    hinted.set(endpoint.zone, (hinted.get(endpoint.zone) ?? 0) + 1);
  }
  redistribute(zones, zoneShifts(allocations.zones, hinted));
  return {
    slices: all.map((endpoints) =>
      stays.has(endpoints) ? endpoints : endpoints.map((endpoint) => withHint(endpoint, zones.get(endpoint))),
    ),
  };
}

/** Adds a slice's hints to `hinted` and says whether they suit. Models endpointslice/topologycache getHintsByZone, v1.36. */
function countHints(
  endpoints: readonly Endpoint[],
  hinted: Map<string, number>,
  allocations: ReadonlyMap<string, Allocation>,
): boolean {
  const counts = new Map<string, number>();
  for (const { hints } of endpoints.filter(isReady)) {
    if (!hints?.forZones?.length) return false;
    for (const { name } of hints.forZones) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const total = (zone: string, count: number): number => count + (hinted.get(zone) ?? 0);
  for (const [zone, count] of counts) if (total(zone, count) > (allocations.get(zone)?.maximum ?? 0)) return false;
  for (const [zone, count] of counts) hinted.set(zone, total(zone, count));
  return true;
}

/** The same endpoints without hints. */
export function withoutHints(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return endpoints.map((endpoint) => withHint(endpoint, undefined));
}

function withHint(endpoint: Endpoint, zone: string | undefined): Endpoint {
  const present = endpoint.hints?.forZones;
  if (zone === undefined && endpoint.hints === undefined) return endpoint;
  if (zone !== undefined && present?.length === 1 && present[0]?.name === zone) return endpoint;
  const { hints: _hints, ...rest } = endpoint;
  return zone === undefined ? rest : { ...rest, hints: { forZones: [{ name: zone }] } };
}

interface ZoneShifts {
  /** Whole endpoints each zone gives away. */
  readonly giving: Map<string, number>;
  /** Whole endpoints each zone gets. */
  readonly receiving: Map<string, number>;
}

/** Models endpointslice/topologycache getGivingAndReceivingZones, v1.36. */
function zoneShifts(allocations: ReadonlyMap<string, Allocation>, hinted: ReadonlyMap<string, number>): ZoneShifts {
  const spare = new Map<string, number>();
  const short = new Map<string, number>();
  for (const [zone, { desired }] of allocations) {
    const difference = (hinted.get(zone) ?? 0) - desired;
    if (difference > 0) spare.set(zone, difference);
    else if (difference < 0) short.set(zone, -difference);
  }
  const shifts: ZoneShifts = { giving: new Map(), receiving: new Map() };
  for (;;) {
    const giver = most(spare);
    const taker = most(short);
    if (!giver || !taker || Math.min(giver.amount, taker.amount) < 0.5 || Math.max(giver.amount, taker.amount) < 1)
      return shifts;
    move(shifts.giving, spare, giver);
    move(shifts.receiving, short, taker);
  }
}

interface ZoneAmount {
  readonly zone: string;
  readonly amount: number;
}

function move(to: Map<string, number>, from: Map<string, number>, { zone, amount }: ZoneAmount): void {
  to.set(zone, (to.get(zone) ?? 0) + 1);
  from.set(zone, amount - 1);
}

function most(zones: ReadonlyMap<string, number>): ZoneAmount | undefined {
  let found: ZoneAmount | undefined;
  for (const [zone, amount] of zones) if (amount > (found?.amount ?? 0)) found = { zone, amount };
  return found;
}

/** The first endpoints of a zone that gives go to zones that get. */
function redistribute(zones: Map<Endpoint, string>, { giving, receiving }: ZoneShifts): void {
  for (const [endpoint, zone] of zones) {
    const left = giving.get(zone) ?? 0;
    const taker = [...receiving].find(([, count]) => count > 0);
    if (left === 0 || !taker) continue;
    zones.set(endpoint, taker[0]);
    giving.set(zone, left - 1);
    receiving.set(taker[0], taker[1] - 1);
  }
}

function isReady(endpoint: Endpoint): boolean {
  return endpoint.conditions?.ready !== false;
}
