/** One traffic question → one verdict: name → address → rule → endpoint. */
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import { familyOf } from '../api/ip.ts';
import type { Family } from '../api/objects.ts';
import type { Outcome, Reached, TrafficProbe, Verdict } from '../api/questions.ts';
import type { TrafficReason } from '../api/reasons.ts';
import type { Options } from '../api/world.ts';
import { printEndpoint } from './addresses.ts';
import type { ClientState } from './client-state.ts';
import { dial, type Arrival, type Dialled } from './dial.ts';
import type { Conversation } from './deliver.ts';
import { parseTarget, resolveTarget, type ResolvedTarget, type Target } from './resolve-target.ts';
import { part, sum } from './share.ts';
import { findSource, type Source } from './source.ts';

export interface ConnectOptions extends Partial<Omit<Conversation, 'host'>> {
  readonly upstream: Options['upstream'];
  /** Host header, where it is another than what was typed. */
  readonly hostHeader?: string;
}

/**
 * Where a connection ends, with exact shares of all endpoints that may answer, the address they see and every decision on
 * the way. Never fails: a source or target that cannot be read gives NOSOURCE or NXDOMAIN.
 */
export function connect(state: ClientState, probe: TrafficProbe, options: ConnectOptions): Verdict {
  const { upstream, hostHeader, tls, insecure } = options;
  const inputs = [state.proxy, state.world, upstream, hostHeader, tls, insecure, JSON.stringify(probe)];
  return verdicts.once(state.cluster, inputs, () => connectFrom(state, probe, options, true));
}

/** A page asks the same question for its steps and for its picture. */
const verdicts = new IdentityCache<Verdict>();

function connectFrom(
  state: ClientState,
  probe: TrafficProbe,
  options: ConnectOptions,
  followAdvertised: boolean,
): Verdict {
  const target = parseTarget(probe.to);
  const family = probe.family ?? (target && familyOf(target.host)) ?? 'IPv4';
  const base = { probe, proto: probe.proto ?? 'TCP', family } as const;
  const source = findSource(state.cluster, probe.from, family);
  if (source.kind === 'none') {
    const facts = { from: probe.from, note: source.note };
    return {
      ...base,
      outcome: 'NOSOURCE',
      note: source.note,
      reached: [],
      reasons: [{ code: 'SourceUnknown', facts }],
    };
  }
  const asked = { ...base, fromIP: source.ip, ...(source.kind === 'pod' ? { node: source.node } : {}) };
  if (!target) {
    return {
      ...asked,
      outcome: 'NXDOMAIN',
      reached: [],
      reasons: [{ code: 'TargetUnreadable', facts: { to: probe.to } }],
    };
  }
  const to = resolveTarget(state, source, target.host, family, {
    upstream: options.upstream,
    external: state.world.external,
  });
  const named = { ...asked, ...namesOf(to) };
  if (to.outcome) return { ...named, outcome: to.outcome, reached: [], reasons: to.reasons };
  const calls = to.addresses.map((ip) => dialAddress(state, source, target, ip, to, asked, options));
  const advertised = (arrival: Arrival): Arrival =>
    followAdvertised ? throughAdvertised(state, arrival, probe, family, options) : arrival;
  return { ...named, ...verdictOf(source, calls, to.reasons, advertised) };
}

function namesOf({ name, cname, addresses, via, dns }: ResolvedTarget): Partial<Verdict> {
  return {
    ...(name === undefined ? {} : { name }),
    ...(cname ? { cname } : {}),
    ...(addresses.length > 0 ? { resolved: addresses } : {}),
    ...(via ? { via } : {}),
    ...(dns ? { dns } : {}),
  };
}

function dialAddress(
  state: ClientState,
  source: Source,
  { host, port }: Target,
  ip: string,
  { via }: ResolvedTarget,
  { proto }: { readonly proto: NonNullable<TrafficProbe['proto']> },
  { hostHeader, tls, insecure }: ConnectOptions,
): Dialled {
  const conversation = {
    host: hostHeader ?? host,
    ...(tls === undefined ? {} : { tls }),
    ...(insecure === undefined ? {} : { insecure }),
  };
  const listed = via === 'headless' || via === 'endpoint-name';
  return dial(state, source, { ip, port, protocol: proto, listed, conversation });
}

/** A bootstrap server answers with other addresses: the client must reach all of them, too. */
function throughAdvertised(
  state: ClientState,
  arrival: Arrival,
  { from }: TrafficProbe,
  family: Family,
  { upstream }: ConnectOptions,
): Arrival {
  const list = arrival.outcome === 'ENDPOINTS' ? (arrival.outside?.settings.advertises ?? []) : [];
  const failed = list.flatMap((to) => {
    const { outcome } = connectFrom(state, { from, to, family }, { upstream }, false);
    return outcome === 'ENDPOINTS' ? [] : [`${to} ${outcome}`];
  });
  if (failed.length === 0) return arrival;
  const facts = { host: arrival.outside?.key ?? '', advertises: list, failed };
  return {
    ...arrival,
    outcome: 'ADVERTISED',
    reasons: [...arrival.reasons, { code: 'OutsideAdvertises', facts }],
  };
}

type Ending = Pick<Verdict, 'outcome' | 'reached' | 'reasons'> & Partial<Verdict>;

/** Several addresses share the connections evenly: a client takes the first of a shuffled answer. */
function verdictOf(
  source: Source,
  calls: readonly Dialled[],
  before: readonly TrafficReason[],
  advertised: (arrival: Arrival) => Arrival,
): Ending {
  const arrivals = calls
    .flatMap((call) => call.arrivals.map((end) => ({ ...end, share: part(end.share, calls.length) })))
    .map(advertised);
  const answered = arrivals.filter(({ outcome }) => outcome === 'ENDPOINTS');
  const outcome: Outcome =
    answered[0]?.outcome ?? arrivals[0]?.outcome ?? calls.find((call) => call.outcome)?.outcome ?? 'NOROUTE';
  const rule = calls.find((call) => call.rule)?.rule;
  const seenFrom = [...new Set(answered.map((end) => end.seenFrom))];
  const perNode = calls.find((call) => call.perNode)?.perNode;
  const http = calls.find((call) => call.http)?.http;
  return {
    outcome,
    reached: reachedOf(arrivals),
    ...(answered.length > 0 ? { source: sourceOf(source, seenFrom), seenFrom } : {}),
    ...(rule ? ruleFacts(rule) : {}),
    ...(perNode ? { perNode: perNodeOf(perNode) } : {}),
    ...(http ? { http: healthReply(http) } : {}),
    reasons: [...before, ...calls.flatMap((call) => call.reasons), ...endReasons(source, arrivals, calls)],
  };
}

function reachedOf(arrivals: readonly Arrival[]): readonly Reached[] {
  const reached = new Map<string, Reached>();
  for (const { ip, port, who, share, outcome } of arrivals) {
    const endpoint = printEndpoint(ip, port);
    const before = reached.get(endpoint);
    reached.set(endpoint, before ? { ...before, share: sum(before.share, share) } : { endpoint, who, share, outcome });
  }
  return [...reached.values()];
}

function sourceOf({ ip }: Source, seenFrom: readonly string[]): NonNullable<Verdict['source']> {
  if (!seenFrom.includes(ip)) return 'changed';
  return seenFrom.length === 1 ? 'kept' : 'mixed';
}

function ruleFacts({ service, port }: NonNullable<Dialled['rule']>): Partial<Verdict> {
  const { namespace = '', name } = service.metadata;
  const timeoutSeconds = service.spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10800;
  return {
    service: { namespace, name, ...(port.name ? { port: port.name } : {}) },
    ...(service.spec.sessionAffinity === 'ClientIP' ? { affinity: { timeoutSeconds } } : {}),
  };
}

function perNodeOf(perNode: NonNullable<Dialled['perNode']>): NonNullable<Verdict['perNode']> {
  const entries = [...perNode].map(([node, { outcome, arrivals }]) => {
    const answered = arrivals.filter((end) => end.outcome === 'ENDPOINTS');
    const endpoints = answered.map(({ ip, port }) => printEndpoint(ip, port));
    return [
      node,
      { outcome: answered[0]?.outcome ?? arrivals[0]?.outcome ?? outcome ?? 'NOROUTE', endpoints },
    ] as const;
  });
  return Object.fromEntries(entries);
}

function healthReply({ service, localEndpoints }: NonNullable<Dialled['http']>): NonNullable<Verdict['http']> {
  const { namespace = '', name } = service.metadata;
  const body = { service: { namespace, name }, localEndpoints, serviceProxyHealthy: true };
  return { status: localEndpoints > 0 ? 200 : 503, body: JSON.stringify(body), weight: localEndpoints };
}

/** Reasons of the ends: which address they see, and who does not simply answer. */
function endReasons(source: Source, arrivals: readonly Arrival[], calls: readonly Dialled[]): readonly TrafficReason[] {
  const reasons: TrafficReason[] = [];
  const throughRule = calls.some(({ rule }) => rule);
  // A direct call's reasons tell of its end already, what the bootstrap advertises excepted.
  for (const { outcome, who, reasons: own } of arrivals) {
    if (throughRule && (outcome !== 'ENDPOINTS' || who === 'nobody')) reasons.push(...own);
    else if (outcome === 'ADVERTISED') reasons.push(...own.slice(-1));
  }
  const answered = arrivals.filter(({ outcome }) => outcome === 'ENDPOINTS');
  const hairpin = source.kind === 'pod' && throughRule && answered.find(({ ip }) => ip === source.ip);
  if (hairpin) reasons.push({ code: 'Hairpin', facts: { seenFrom: hairpin.seenFrom } });
  const others = answered.filter((end) => end !== hairpin);
  const kept = others.filter(({ seenFrom }) => seenFrom === source.ip);
  const changed = others.find(({ seenFrom }) => seenFrom !== source.ip);
  if (kept.length > 0) reasons.push({ code: 'SourceKept', facts: { seenFrom: source.ip } });
  if (changed) reasons.push({ code: 'SourceChanged', facts: { seenFrom: changed.seenFrom } });
  return reasons;
}
