/** The endpoints of one Service port as kube-proxy sees them. */
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import type { Endpoint, EndpointSlice, SlicePort } from '../api/objects.ts';
import { filedSlices, type ProxyMemory } from './memory.ts';
import type { ServiceRule } from './service-rules.ts';

export interface ProxyEndpoint {
  readonly ip: string;
  readonly port: number;
  readonly ready: boolean;
  readonly serving: boolean;
  readonly terminating: boolean;
  readonly nodeName: string;
  readonly nodeHints: readonly string[];
  readonly zoneHints: readonly string[];
  readonly slice: EndpointSlice;
  /** Place in the slice's list. */
  readonly index: number;
}

/**
 * Endpoints of the rule's Service port and family, one per address and port, in order of slices and endpoints. Joined
 * by port name and protocol; only an endpoint's first address counts; a terminating duplicate never replaces another.
 * Models pkg/proxy/endpointslicecache.go addEndpoints, v1.36.
 */
export function endpointsOf(memory: ProxyMemory, rule: ServiceRule): readonly ProxyEndpoint[] {
  const { namespace = '', name } = rule.service.metadata;
  const [first, ...others] = filedSlices(memory, namespace, name);
  if (!first) return [];
  return lists.once(first, [rule.port, rule.family, ...others], () => endpointsIn([first, ...others], rule));
}

const lists = new IdentityCache<readonly ProxyEndpoint[]>();

function endpointsIn(slices: readonly EndpointSlice[], rule: ServiceRule): readonly ProxyEndpoint[] {
  const found = new Map<string, ProxyEndpoint>();
  for (const slice of slices) {
    if (slice.addressType !== rule.family) continue;
    for (const port of slice.ports ?? []) {
      if (!port.port || !isPortOf(rule, port)) continue;
      for (const [index, endpoint] of (slice.endpoints ?? []).entries()) {
        const entry = entryOf(slice, endpoint, index, port.port);
        if (!entry) continue;
        const key = `${entry.ip} ${entry.port}`;
        if (!found.has(key) || !entry.terminating) found.set(key, entry);
      }
    }
  }
  return [...found.values()];
}

/** True when a slice's port belongs to the rule's Service port: the same name and protocol. */
export function isPortOf(rule: ServiceRule, port: SlicePort): boolean {
  return (port.name ?? '') === (rule.port.name ?? '') && (port.protocol ?? 'TCP') === rule.port.protocol;
}

function entryOf(slice: EndpointSlice, endpoint: Endpoint, index: number, port: number): ProxyEndpoint | undefined {
  const ip = endpoint.addresses[0];
  // The API server let no other address into a slice of this type.
  if (ip === undefined) return undefined;
  const { ready = true, serving = true, terminating = false } = endpoint.conditions ?? {};
  const nodeHints = (endpoint.hints?.forNodes ?? []).map(({ name }) => name);
  const zoneHints = (endpoint.hints?.forZones ?? []).map(({ name }) => name);
  const nodeName = endpoint.nodeName ?? '';
  return { ip, port, ready, serving, terminating, nodeName, nodeHints, zoneHints, slice, index };
}
