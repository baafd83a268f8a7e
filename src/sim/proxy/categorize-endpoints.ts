/** Which endpoints of a Service port a node uses. */
import type { ProxyEndpoint } from './proxy-endpoints.ts';

/** Why the Cluster set is what it is. */
export type Selection = 'all' | 'hints for node' | 'hints for zone' | 'hints ignored' | 'terminating';

export interface CategorizedEndpoints {
  /** For policy Cluster, and for callers on the node itself under an external policy Local. */
  readonly cluster: readonly ProxyEndpoint[];
  readonly selection: Selection;
  /** For policy Local. */
  readonly local: readonly ProxyEndpoint[];
  /** The Local set consists of endpoints that serve while they terminate. */
  readonly localTerminating: boolean;
  /** Some node has an endpoint that could be used. */
  readonly any: boolean;
}

/**
 * Ready endpoints, those that hints name for this node or zone, else those that still serve while they terminate;
 * Local: the same choice among the node's own, decided for itself. `zone` is "" for a node without one.
 * Models pkg/proxy/topology.go CategorizeEndpoints, v1.36.
 */
export function categorizeEndpoints(
  endpoints: readonly ProxyEndpoint[],
  node: string,
  zone: string,
): CategorizedEndpoints {
  const ready = endpoints.filter((endpoint) => endpoint.ready);
  const draining = endpoints.filter(({ serving, terminating }) => serving && terminating);
  const isLocal = ({ nodeName }: ProxyEndpoint): boolean => nodeName === node;
  const localReady = ready.filter(isLocal);
  return {
    ...(ready.length > 0 ? byHints(ready, node, zone) : { cluster: draining, selection: 'terminating' as const }),
    local: localReady.length > 0 ? localReady : draining.filter(isLocal),
    localTerminating: localReady.length === 0,
    any: ready.length > 0 || draining.length > 0,
  };
}

function byHints(
  ready: readonly ProxyEndpoint[],
  node: string,
  zone: string,
): Pick<CategorizedEndpoints, 'cluster' | 'selection'> {
  const forNode = ready.filter(({ nodeHints }) => nodeHints.includes(node));
  if (forNode.length > 0 && ready.every(({ nodeHints }) => nodeHints.length > 0)) {
    return { cluster: forNode, selection: 'hints for node' };
  }
  const forZone = zone === '' ? [] : ready.filter(({ zoneHints }) => zoneHints.includes(zone));
  if (forZone.length > 0 && ready.every(({ zoneHints }) => zoneHints.length > 0)) {
    return { cluster: forZone, selection: 'hints for zone' };
  }
  const hinted = ready.some(({ nodeHints, zoneHints }) => nodeHints.length + zoneHints.length > 0);
  return { cluster: ready, selection: hinted ? 'hints ignored' : 'all' };
}
