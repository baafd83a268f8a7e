/** Which endpoint goes into which slice. Endpoints of one set of ports and one family are placed together. */
import type { Endpoint, EndpointSlice } from '../objects.ts';

/** Most endpoints a slice of the EndpointSlice controller holds. */
export const maxEndpointsPerSlice = 100;

export interface SliceFilling {
  /** New contents of slices that exist; those that did not change are absent. */
  readonly updated: ReadonlyMap<EndpointSlice, readonly Endpoint[]>;
  /** Slices whose endpoints are all gone. */
  readonly emptied: readonly EndpointSlice[];
  /** Contents of slices to be made. */
  readonly created: readonly (readonly Endpoint[])[];
}

/** What makes two entries the same endpoint: its addresses and what it points to. */
export function endpointKey(endpoint: Endpoint): string {
  const { targetRef } = endpoint;
  return `${endpoint.addresses.join(',')} ${targetRef?.namespace ?? ''}/${targetRef?.name ?? ''} ${targetRef?.uid ?? ''}`;
}

/**
 * Keeps endpoints where they are; new ones fill slices that change anyway (fullest first), then one unchanged slice that
 * fits the rest best, then new slices. Slices are never merged for their own sake.
 * `changed` tells whether an entry must be rewritten, `relabelled` whether a slice is rewritten in any case.
 * Models endpointslice/reconciler.go reconcileByPortMapping, v1.36.
 */
export function fillSlices(
  existing: readonly EndpointSlice[],
  desired: readonly Endpoint[],
  changed: (before: Endpoint, after: Endpoint) => boolean,
  relabelled: (slice: EndpointSlice) => boolean,
): SliceFilling {
  if (existing.length === 0) return { updated: new Map(), emptied: [], created: cutOnce(desired) };
  const waiting = waitingOf(desired);
  const contents = new Map<EndpointSlice, Endpoint[]>();
  const unchanged = new Map<EndpointSlice, Endpoint[]>();
  const emptied: EndpointSlice[] = [];
  for (const slice of existing) {
    const { kept, dirty } = keepDesired(slice.endpoints ?? [], waiting, changed);
    if (kept.length === 0 && dirty) emptied.push(slice);
    else if (dirty || relabelled(slice)) contents.set(slice, kept);
    else unchanged.set(slice, kept);
  }
  const rest = [...waiting.values()];
  fillChanging([...contents.values()], rest);
  const created = fillOthers(unchanged, rest, contents);
  return { updated: contents, emptied, created };
}

const cut = new WeakMap<readonly Endpoint[], readonly (readonly Endpoint[])[]>();

function cutOnce(desired: readonly Endpoint[]): readonly (readonly Endpoint[])[] {
  let slices = cut.get(desired);
  if (!slices) cut.set(desired, (slices = fillOthers(new Map(), [...waitingOf(desired).values()], new Map())));
  return slices;
}

function waitingOf(desired: readonly Endpoint[]): Map<string, Endpoint> {
  return new Map(desired.map((endpoint) => [endpointKey(endpoint), endpoint]));
}

function keepDesired(
  endpoints: readonly Endpoint[],
  waiting: Map<string, Endpoint>,
  changed: (before: Endpoint, after: Endpoint) => boolean,
): { readonly kept: Endpoint[]; readonly dirty: boolean } {
  const kept: Endpoint[] = [];
  let dirty = false;
  for (const before of endpoints) {
    const key = endpointKey(before);
    const after = waiting.get(key);
    if (!after) continue;
    waiting.delete(key);
    if (changed(before, after)) {
      dirty = true;
      kept.push(after);
    } else kept.push(before);
  }
  return { kept, dirty: dirty || kept.length !== endpoints.length };
}

function fillChanging(slices: Endpoint[][], rest: Endpoint[]): void {
  for (const endpoints of slices.sort((a, b) => b.length - a.length)) moveInto(endpoints, rest);
}

function fillOthers(
  unchanged: Map<EndpointSlice, Endpoint[]>,
  rest: Endpoint[],
  contents: Map<EndpointSlice, Endpoint[]>,
): Endpoint[][] {
  const created: Endpoint[][] = [];
  while (rest.length > 0) {
    const slice = rest.length < maxEndpointsPerSlice ? bestFit(unchanged, rest.length) : undefined;
    const endpoints = (slice && unchanged.get(slice)) ?? [];
    moveInto(endpoints, rest);
    if (slice) {
      unchanged.delete(slice);
      contents.set(slice, endpoints);
    } else created.push(endpoints);
  }
  return created;
}

function bestFit(slices: ReadonlyMap<EndpointSlice, readonly Endpoint[]>, needed: number): EndpointSlice | undefined {
  let best: EndpointSlice | undefined;
  let bestRoom = Infinity;
  for (const [slice, endpoints] of slices) {
    const room = maxEndpointsPerSlice - endpoints.length;
    if (room < needed || room >= bestRoom) continue;
    best = slice;
    bestRoom = room;
  }
  return best;
}

function moveInto(endpoints: Endpoint[], rest: Endpoint[]): void {
  endpoints.push(...rest.splice(0, Math.max(0, maxEndpointsPerSlice - endpoints.length)));
}
