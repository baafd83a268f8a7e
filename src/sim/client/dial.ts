/** One address, dialled by one source: through the rules of the nodes on the way, to whoever answers. */
import type { Protocol, Service } from '../api/objects.ts';
import type { Outcome } from '../api/questions.ts';
import type { TrafficReason } from '../api/reasons.ts';
import { table } from '../cluster/cluster.ts';
import { podWithIP } from '../cluster/indexes.ts';
import { isServiceAddress, localReadyEndpoints, route, type Route } from '../proxy/route.ts';
import { ruleForAddress, serviceWithClusterIP, type ServiceRule } from '../proxy/service-rules.ts';
import { isLoopback, isPodAddress, nodeAddress, nodeWithAddress, type OutsideHost } from './addresses.ts';
import type { ClientState } from './client-state.ts';
import { deliver, type Conversation, type Delivered } from './deliver.ts';
import { part, whole, type Share } from './share.ts';
import type { OutsideSource, Source } from './source.ts';

/** One end that a connection may come to. */
export interface Arrival extends Delivered {
  readonly ip: string;
  readonly port: number;
  readonly share: Share;
  /** The address that it sees. */
  readonly seenFrom: string;
  readonly outside?: OutsideHost;
}

export interface Dialled {
  /** How it ends where nothing is arrived at. */
  readonly outcome?: Outcome;
  readonly arrivals: readonly Arrival[];
  readonly rule?: ServiceRule;
  readonly perNode?: ReadonlyMap<string, Dialled>;
  readonly http?: { readonly service: Service; readonly localEndpoints: number };
  readonly reasons: readonly TrafficReason[];
}

export interface Call {
  readonly ip: string;
  readonly port: number;
  readonly protocol: Protocol;
  /** A headless name led to this address. */
  readonly listed: boolean;
  readonly conversation: Conversation;
}

/** Dials an address from a pod or node (its own node decides first) or from outside (the node that is reached decides). */
export function dial(state: ClientState, source: Source, call: Call): Dialled {
  if (source.kind === 'external') return dialFromOutside(state, source, call);
  if (isLoopback(call.ip)) return dialSelf(state, source, call);
  const target = nodeWithAddress(state.cluster, call.ip);
  const own = atNode(state, source, call, source.node, 'own', target === source.node);
  if (own) return own;
  const there = target !== undefined && target !== source.node;
  return (there ? atNode(state, source, call, target, 'outside', true) : undefined) ?? direct(state, source, call);
}

function dialSelf(state: ClientState, source: Exclude<Source, OutsideSource>, call: Call): Dialled {
  if (source.kind === 'pod') {
    const { who, outcome, reasons } = deliver(state, { ...call, ip: source.ip }, true, call.conversation);
    return {
      arrivals: [{ who, outcome, reasons, ip: call.ip, port: call.port, share: whole, seenFrom: call.ip }],
      reasons,
    };
  }
  const object = { kind: 'Node', namespace: '', name: source.node };
  return {
    outcome: 'REJECT',
    arrivals: [],
    reasons: [{ code: 'NodeRefuses', object, facts: { address: call.ip, port: call.port } }],
  };
}

function dialFromOutside(state: ClientState, source: OutsideSource, call: Call): Dialled {
  const node = nodeWithAddress(state.cluster, call.ip);
  if (node !== undefined) return atNode(state, source, call, node, 'outside', true) ?? direct(state, source, call);
  const rule = ruleForAddress(state.cluster, call);
  if (rule && rule.entry !== 'clusterIP') return overNodes(state, source, call, rule);
  if (isServiceAddress(call.ip) || isPodAddress(call.ip) || podWithIP(state.cluster, call.ip)) {
    return { outcome: 'NOROUTE', arrivals: [], reasons: [{ code: 'NotRoutedOutside', facts: { address: call.ip } }] };
  }
  return direct(state, source, call);
}

/** A load balancer sends to every node whose health check says yes; without health check, or with none left, to all. */
function overNodes(state: ClientState, source: OutsideSource, call: Call, rule: ServiceRule): Dialled {
  const nodes = [...table(state.cluster, 'nodes').keys()];
  const perNode = new Map(
    nodes.flatMap((node) => {
      const end = atNode(state, source, call, node, 'outside', false);
      return end ? [[node, end] as const] : [];
    }),
  );
  const healthy = rule.service.spec.healthCheckNodePort
    ? nodes.filter((node) => localReadyEndpoints(state, rule.service, node, call.ip) > 0)
    : nodes;
  const used = (healthy.length > 0 ? healthy : nodes).flatMap((node) => perNode.get(node) ?? []);
  const first = used.find(({ arrivals }) => arrivals.length > 0) ?? used[0];
  return {
    ...(first?.outcome ? { outcome: first.outcome } : {}),
    ...(first?.rule ? { rule: first.rule } : {}),
    arrivals: used.flatMap(({ arrivals }) => arrivals.map((end) => ({ ...end, share: part(end.share, used.length) }))),
    perNode,
    reasons: first?.reasons ?? [],
  };
}

/** What the rules of a node do; undefined when they let the packet pass. */
function atNode(
  state: ClientState,
  source: Source,
  call: Call,
  node: string,
  arrival: 'own' | 'outside',
  toNode: boolean,
): Dialled | undefined {
  const { ip, port, protocol } = call;
  const way = route(state, node, { ip, port, protocol, from: source.ip, arrival, toNode });
  switch (way.kind) {
    case 'pass':
      return undefined;
    case 'health':
      return {
        outcome: way.localEndpoints > 0 ? 'HTTP 200' : 'HTTP 503',
        arrivals: [],
        http: way,
        reasons: way.reasons,
      };
    case 'reject':
    case 'drop':
      return {
        ...{ outcome: way.kind === 'reject' ? 'REJECT' : 'DROP', arrivals: [], reasons: way.reasons },
        ...(way.rule ? { rule: way.rule } : {}),
      };
    case 'endpoints':
      return { arrivals: arrivalsOf(state, source, call, node, way), rule: way.rule, reasons: way.reasons };
  }
}

function arrivalsOf(
  state: ClientState,
  source: Source,
  call: Call,
  node: string,
  { endpoints, masquerade, rule }: Extract<Route, { readonly kind: 'endpoints' }>,
): readonly Arrival[] {
  const nodeIP = nodeAddress(state.cluster, node, rule.family) ?? source.ip;
  return endpoints.map(({ ip, port }) => {
    const share = part(whole, endpoints.length);
    const hairpin = source.kind === 'pod' && ip === source.ip;
    const seenFrom = masquerade || hairpin ? nodeIP : source.ip;
    const end = isServiceAddress(ip)
      ? toService(state, ip)
      : deliver(state, { ip, port, protocol: call.protocol }, true, call.conversation);
    return { ...end, ip, port, share, seenFrom };
  });
}

/** A packet is never rewritten twice: an endpoint that is a ClusterIP is refused, an unused one of the range is silence. */
function toService({ cluster }: ClientState, address: string): Delivered {
  const service = serviceWithClusterIP(cluster, address);
  if (!service)
    return { who: 'nobody', outcome: 'DROP', reasons: [{ code: 'AddressUnallocated', facts: { address } }] };
  const { namespace = '', name } = service.metadata;
  const object = { kind: 'Service', namespace, name };
  return {
    who: 'nobody',
    outcome: 'REJECT',
    reasons: [{ code: 'EndpointIsServiceAddress', object, facts: { address } }],
  };
}

function direct(state: ClientState, source: Source, call: Call): Dialled {
  const end = deliver(state, call, call.listed, call.conversation);
  const { ip, port } = call;
  if (end.outcome === 'NOROUTE') return { outcome: 'NOROUTE', arrivals: [], reasons: end.reasons };
  return { arrivals: [{ ...end, ip, port, share: whole, seenFrom: source.ip }], reasons: end.reasons };
}
