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
 * The endpoints of all slices of one family with their zone hints, or why there are none.
 * Every ready endpoint is for its own zone; zones with more than their share then give to zones with less.
 * Simplified: hints are worked out anew over all slices, upstream leaves those of unchanged slices.
 * Models endpointslice/topologycache AddHints, v1.36.
 */
export function addHints(slices: readonly (readonly Endpoint[])[], nodes: Iterable<Node>): HintsResult {
  const ready = slices.flat().filter(isReady);
  const allocations = allocateZones(nodes, ready.length);
  if ('refused' in allocations) return allocations;
  const zones = new Map<Endpoint, string>();
  const hinted = new Map<string, number>();
  for (const endpoint of ready) {
    if (!endpoint.zone) return { refused: 'One or more endpoints do not have a zone specified' };
    zones.set(endpoint, endpoint.zone);
    hinted.set(endpoint.zone, (hinted.get(endpoint.zone) ?? 0) + 1);
  }
  redistribute(zones, allocations.zones, hinted);
  return { slices: slices.map((endpoints) => endpoints.map((endpoint) => withHint(endpoint, zones.get(endpoint)))) };
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

function redistribute(
  zones: Map<Endpoint, string>,
  allocations: ReadonlyMap<string, Allocation>,
  hinted: ReadonlyMap<string, number>,
): void {
  const spare = new Map([...allocations].map(([zone, { desired }]) => [zone, (hinted.get(zone) ?? 0) - desired]));
  for (;;) {
    const giver = extreme(spare, 1);
    const taker = extreme(spare, -1);
    if (!giver || !taker || giver.amount < 1 || taker.amount < 1) return;
    const moved = [...zones].find(([, zone]) => zone === giver.zone)?.[0];
    if (!moved) return;
    zones.set(moved, taker.zone);
    spare.set(giver.zone, giver.amount - 1);
    spare.set(taker.zone, 1 - taker.amount);
  }
}

function extreme(
  spare: ReadonlyMap<string, number>,
  sign: 1 | -1,
): { readonly zone: string; readonly amount: number } | undefined {
  let most: { zone: string; amount: number } | undefined;
  for (const [zone, amount] of spare) if (!most || amount * sign > most.amount) most = { zone, amount: amount * sign };
  return most;
}

function isReady(endpoint: Endpoint): boolean {
  return endpoint.conditions?.ready !== false;
}
