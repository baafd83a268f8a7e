/** How many endpoints each zone should get for topology-mode Auto: by the zones' share of CPU. */
import { labels } from '../../api/endpoints/service-gate.ts';
import type { Node } from '../../api/objects.ts';

export interface Allocation {
  readonly minimum: number;
  readonly desired: number;
  readonly maximum: number;
}

/** Allocations by zone, or the words why there are none. */
export type Allocations = { readonly zones: ReadonlyMap<string, Allocation> } | { readonly refused: string };

/** How far a zone may be overloaded compared with an even spread. */
const overloadThreshold = 0.2;

/**
 * Each zone's share of `endpoints`. Refused with fewer than two zones, a ready node without zone or CPU, or too few endpoints.
 * Models endpointslice/topologycache getAllocations, v1.36.
 */
export function allocateZones(nodes: Iterable<Node>, endpoints: number): Allocations {
  const ratios = cpuRatios(nodes);
  // Nodes in one zone only are told of in the same words: the cache keeps no shares of them.
  if (!ratios || ratios.size < 2)
    return { refused: 'Insufficient Node information: allocatable CPU or zone not specified on one or more nodes' };
  const counts = `(${String(endpoints)} endpoints, ${String(ratios.size)} zones)`;
  if (ratios.size > endpoints) return { refused: `Insufficient number of endpoints ${counts}` };
  const shares = [...ratios].map(([zone, ratio]) => {
    const desired = ratio * endpoints;
    const minimum = minimumOf(desired);
    return { zone, minimum, desired: Math.max(desired, minimum) };
  });
  const left = shares.reduce((rest, { minimum }) => rest - minimum, endpoints);
  if (left < 0)
    return {
      refused: `Unable to allocate minimum required endpoints to each zone without exceeding overload threshold ${counts}`,
    };
  return { zones: new Map(shares.map(({ zone, ...share }) => [zone, { ...share, maximum: share.minimum + left }])) };
}

/**
 * Whether a zone has fewer of the endpoints hinted for it than its share of CPU asks for at least, or there are no shares any more.
 * `hinted`: endpoints by the zone they are hinted for. Models endpointslice/topologycache serviceOverloaded, v1.36.
 */
export function isOverloaded(hinted: ReadonlyMap<string, number>, nodes: Iterable<Node>): boolean {
  if (hinted.size === 0) return false;
  const ratios = cpuRatios(nodes);
  if (!ratios || ratios.size < 2) return true;
  const total = [...hinted.values()].reduce((sum, count) => sum + count, 0);
  return [...ratios].some(([zone, ratio]) => (hinted.get(zone) ?? 0) < minimumOf(ratio * total));
}

function minimumOf(desired: number): number {
  return Math.ceil(desired * (1 / (1 + overloadThreshold)));
}

function cpuRatios(nodes: Iterable<Node>): ReadonlyMap<string, number> | undefined {
  const byZone = new Map<string, number>();
  let total = 0;
  for (const node of nodes) {
    if (isExcluded(node) || !isReady(node)) continue;
    const zone = node.metadata.labels?.[labels.zone];
    const cpu = parseCPU(node.status.allocatable?.['cpu']);
    if (!zone || cpu === 0) return undefined;
    byZone.set(zone, (byZone.get(zone) ?? 0) + cpu);
    total += cpu;
  }
  if (total === 0) return undefined;
  return new Map([...byZone].map(([zone, cpu]) => [zone, cpu / total]));
}

/** Nodes of the control plane take no part. */
function isExcluded({ metadata: { labels: own = {} } }: Node): boolean {
  return ['control-plane', 'master'].some((role) => Object.hasOwn(own, `node-role.kubernetes.io/${role}`));
}

function isReady(node: Node): boolean {
  return node.status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

/** CPU in cores: "4", "500m"; 0 for what is no number. */
function parseCPU(text: string | undefined): number {
  if (text === undefined) return 0;
  const value = text.endsWith('m') ? Number(text.slice(0, -1)) / 1000 : Number(text);
  return Number.isFinite(value) ? value : 0;
}
