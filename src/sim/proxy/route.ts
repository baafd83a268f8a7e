/** What kube-proxy's rules on one node do with one packet. */
import { containsIP, familyOf, parseCIDR, parseIP } from '../api/ip.ts';
import type { Service } from '../api/objects.ts';
import type { TrafficReason } from '../api/reasons.ts';
import type { ObjectRef } from '../api/refs.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { categorizeEndpoints, type Selection } from './categorize-endpoints.ts';
import { filedSlices, serviceNameLabel, type ProxyMemory } from './memory.ts';
import { endpointsOf, type ProxyEndpoint } from './proxy-endpoints.ts';
import { type Destination, ruleForAddress, ruleForNodePort, type ServiceRule } from './service-rules.ts';
import { serviceWithClusterIP, serviceWithHealthCheck } from './service-rules.ts';
import { whyNoEndpoints } from './why-no-endpoints.ts';

/** What the rules are made from. */
export interface ProxyView {
  readonly cluster: Cluster;
  readonly proxy: ProxyMemory;
}

export interface Packet extends Destination {
  /** The sender's address. */
  readonly from: string;
  /** Sent by a pod or a process of this node, or come in from elsewhere (also from another node). */
  readonly arrival: 'own' | 'outside';
  /** The address is this node's own. */
  readonly toNode: boolean;
}

interface Decided {
  readonly rule?: ServiceRule;
  readonly reasons: readonly TrafficReason[];
}

/** `pass`: no rule takes the packet, it goes where its address says. */
export type Route =
  | (Decided & {
      readonly kind: 'endpoints';
      readonly rule: ServiceRule;
      readonly endpoints: readonly ProxyEndpoint[];
      readonly masquerade: boolean;
    })
  | (Decided & { readonly kind: 'reject' | 'drop' | 'pass' })
  | (Decided & { readonly kind: 'health'; readonly service: Service; readonly localEndpoints: number });

/** 10.96.0.0/12 and fd00:10:96::/112, as canonical text: asked once per endpoint. */
const serviceRange = /^(?:10\.(?:9[6-9]|10\d|11[01])\.|fd00:10:96::(?:[0-9a-f]{1,4})?$)/;

/**
 * The fate of a packet at a node. Models pkg/proxy/nftables/proxier.go, v1.36.
 */
export function route({ cluster, proxy }: ProxyView, node: string, packet: Packet): Route {
  // A Service may claim a node's own address; that comes before node ports.
  const rule = ruleForAddress(cluster, packet) ?? (packet.toNode ? ruleForNodePort(cluster, packet) : undefined);
  if (rule) return throughRule({ cluster, proxy }, node, packet, rule);
  if (packet.toNode) return healthCheck({ cluster, proxy }, node, packet);
  const service = serviceWithClusterIP(cluster, packet.ip);
  if (service) {
    const facts = { port: packet.port, protocol: packet.protocol };
    return {
      kind: 'reject',
      reasons: [{ code: 'ServicePortNotFound', object: refOf(service), path: 'spec.ports', facts }],
    };
  }
  if (isServiceAddress(packet.ip)) {
    return { kind: 'drop', reasons: [{ code: 'AddressUnallocated', facts: { address: packet.ip } }] };
  }
  return { kind: 'pass', reasons: [] };
}

/** True for an address (canonical) of the Service range, whether a Service has it or not. */
export function isServiceAddress(ip: string): boolean {
  return serviceRange.test(ip);
}

function throughRule(view: ProxyView, node: string, packet: Packet, rule: ServiceRule): Route {
  const matched = matchedReason(rule, packet);
  if (!isAllowed(rule, packet.from)) {
    const facts = { from: packet.from };
    const path = 'spec.loadBalancerSourceRanges';
    const forbids: TrafficReason = { code: 'SourceRangeForbids', object: refOf(rule.service), path, facts };
    return { kind: 'drop', rule, reasons: [matched, forbids] };
  }
  const endpoints = endpointsOf(view.proxy, rule);
  const sets = categorizeEndpoints(endpoints, node, zoneOf(view.cluster, node));
  if (!sets.any) {
    const none: TrafficReason = { code: 'NoEndpoints', object: refOf(rule.service), path: rule.path };
    return { kind: 'reject', rule, reasons: [matched, none, whyNoEndpoints(view.proxy, rule, endpoints)] };
  }
  const policy = policyOf(rule, packet);
  const chosen = policy.set === 'local' ? sets.local : sets.cluster;
  const reasons = [matched, ...policy.reasons, ...staleSlices(view, rule, endpoints)];
  if (chosen.length === 0) {
    const nodes = [...new Set(endpoints.map(({ nodeName }) => nodeName))];
    return {
      kind: 'drop',
      rule,
      reasons: [...reasons, { code: 'NoLocalEndpoints', object: refOf(rule.service), facts: { node, nodes } }],
    };
  }
  const terminating = policy.set === 'local' && sets.localTerminating;
  reasons.push(
    ...selectionReasons(rule, terminating ? 'terminating' : policy.set === 'local' ? 'all' : sets.selection, node),
  );
  reasons.push({ code: 'EndpointChosen', object: refOf(rule.service), facts: { of: chosen.length } });
  if (rule.service.spec.sessionAffinity === 'ClientIP') {
    reasons.push({ code: 'SessionAffinity', object: refOf(rule.service), path: 'spec.sessionAffinity' });
  }
  return { kind: 'endpoints', rule, endpoints: chosen, masquerade: policy.masquerade, reasons };
}

interface Policy {
  readonly set: 'cluster' | 'local';
  /** The endpoint is to see the node's address instead of the sender's. */
  readonly masquerade: boolean;
  readonly reasons: readonly TrafficReason[];
}

function policyOf({ service, entry }: ServiceRule, { arrival }: Packet): Policy {
  const object = refOf(service);
  if (entry === 'clusterIP') {
    if (service.spec.internalTrafficPolicy !== 'Local')
      return { set: 'cluster', masquerade: arrival === 'outside', reasons: [] };
    const reasons: TrafficReason[] = [{ code: 'InternalPolicyLocal', object, path: 'spec.internalTrafficPolicy' }];
    return { set: 'local', masquerade: false, reasons };
  }
  if (service.spec.externalTrafficPolicy !== 'Local') return { set: 'cluster', masquerade: true, reasons: [] };
  const path = 'spec.externalTrafficPolicy';
  return arrival === 'own'
    ? { set: 'cluster', masquerade: false, reasons: [{ code: 'ExternalPolicyFromInside', object, path }] }
    : { set: 'local', masquerade: false, reasons: [{ code: 'ExternalPolicyLocal', object, path }] };
}

/** Source ranges filter a load balancer's address only, each family by its own ranges; /0 means no filter. */
function isAllowed({ service, entry, family }: ServiceRule, from: string): boolean {
  if (entry !== 'loadBalancerIP') return true;
  const ranges = (service.spec.loadBalancerSourceRanges ?? [])
    .flatMap((range) => parseCIDR(range.trim()) ?? [])
    .filter((range) => range.address.family === family);
  const address = parseIP(from);
  if (ranges.length === 0 || ranges.some(({ bits }) => bits === 0) || !address) return true;
  return ranges.some((range) => containsIP(range, address));
}

function healthCheck({ cluster, proxy }: ProxyView, node: string, packet: Packet): Route {
  const service = packet.protocol === 'TCP' ? serviceWithHealthCheck(cluster, packet.port) : undefined;
  if (!service) return { kind: 'pass', reasons: [] };
  const localEndpoints = localReadyEndpoints({ cluster, proxy }, service, node, packet.ip);
  const reasons: TrafficReason[] = [
    { code: 'HealthCheck', object: refOf(service), path: 'spec.healthCheckNodePort', facts: { node, localEndpoints } },
  ];
  return { kind: 'health', service, localEndpoints, reasons };
}

/**
 * Ready endpoints of a Service on a node, each address once, in the family of the node's `address`: what a health check says.
 * It asks for no port name: addresses count that no Service port leads to.
 * Models pkg/proxy/endpointschangetracker.go LocalReadyEndpoints, v1.36.
 */
export function localReadyEndpoints({ proxy }: ProxyView, service: Service, node: string, address: string): number {
  const family = familyOf(address) ?? 'IPv4';
  const { namespace = '', name } = service.metadata;
  const addresses = filedSlices(proxy, namespace, name)
    .filter(({ addressType, ports }) => addressType === family && ports?.some(({ port }) => port))
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ conditions, nodeName }) => conditions?.ready !== false && nodeName === node)
    .map((endpoint) => endpoint.addresses[0]);
  return new Set(addresses).size;
}

function zoneOf(cluster: Cluster, node: string): string {
  return get(cluster, 'nodes', undefined, node)?.metadata.labels?.['topology.kubernetes.io/zone'] ?? '';
}

function matchedReason(rule: ServiceRule, { ip, port, protocol }: Packet): TrafficReason {
  const object = refOf(rule.service);
  const facts = {
    address: ip,
    port,
    protocol,
    name: rule.port.name ?? '',
    targetPort: rule.port.targetPort ?? rule.port.port,
  };
  switch (rule.entry) {
    case 'clusterIP':
      return { code: 'ServicePortMatched', object, path: rule.path, facts };
    case 'nodePort':
      return { code: 'NodePortMatched', object, path: `${rule.path}.nodePort`, facts };
    case 'loadBalancerIP':
      return { code: 'LoadBalancerIPMatched', object, path: 'status.loadBalancer.ingress', facts };
    case 'externalIP':
      return { code: 'ExternalIPMatched', object, path: 'spec.externalIPs', facts };
  }
}

const selectionCodes = {
  'hints for node': 'HintsForNode',
  'hints for zone': 'HintsForZone',
  'hints ignored': 'HintsIgnored',
  terminating: 'TerminatingServe',
} as const;

function selectionReasons({ service }: ServiceRule, selection: Selection, node: string): readonly TrafficReason[] {
  if (selection === 'all') return [];
  return [{ code: selectionCodes[selection], object: refOf(service), facts: { node } }];
}

/** Slices in use that no longer carry the Service's label. */
function staleSlices(
  { cluster, proxy }: ProxyView,
  { service }: ServiceRule,
  endpoints: readonly ProxyEndpoint[],
): readonly TrafficReason[] {
  const { namespace = '', name } = service.metadata;
  return filedSlices(proxy, namespace, name)
    .filter((slice) => endpoints.some((endpoint) => endpoint.slice === slice))
    .filter(
      (slice) =>
        get(cluster, 'endpointslices', namespace, slice.metadata.name)?.metadata.labels?.[serviceNameLabel] !== name,
    )
    .map((slice) => ({
      code: 'SliceStillFiled',
      object: { kind: 'EndpointSlice', namespace, name: slice.metadata.name },
      path: `metadata.labels[${serviceNameLabel}]`,
      facts: { service: name },
    }));
}

function refOf({ metadata }: Service): ObjectRef {
  return { kind: 'Service', namespace: metadata.namespace ?? '', name: metadata.name };
}
