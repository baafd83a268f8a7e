/** From what was typed to the addresses that are dialled. */
import { canonicalIP, familyOf } from '../api/ip.ts';
import type { Family } from '../api/objects.ts';
import type { DnsAnswer, DnsReply, Outcome, Via } from '../api/questions.ts';
import type { DnsReason, TrafficReason } from '../api/reasons.ts';
import { lookup } from '../dns/serve.ts';
import { lookupOutside, type Upstream } from '../dns/upstream.ts';
import { claimOf } from '../proxy/service-rules.ts';
import { isLoopback, nodeAddress } from './addresses.ts';
import type { ClientState } from './client-state.ts';
import { lookupHost } from './resolver.ts';
import type { Source } from './source.ts';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** Reads `HOST:PORT`, `[ipv6]:PORT`; undefined for anything else. */
export function parseTarget(to: string): Target | undefined {
  const match = /^(?:\[([^\]]+)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(to.trim());
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  return host === undefined || port < 1 || port > 65535 ? undefined : { host, port };
}

export interface ResolvedTarget {
  /** In the order of the DNS answer; empty when nothing is dialled. */
  readonly addresses: readonly string[];
  /** How it ends when nothing is dialled. */
  readonly outcome?: Outcome;
  readonly via?: Via;
  readonly name?: string;
  readonly cname?: readonly string[];
  readonly dns?: DnsAnswer;
  readonly reasons: readonly TrafficReason[];
}

/** Resolves a host as the source would: an address, a node's name, else a name in DNS. */
export function resolveTarget(
  state: ClientState,
  source: Source,
  host: string,
  family: Family,
  upstream: Upstream,
): ResolvedTarget {
  const address = canonicalIP(host === 'localhost' ? (family === 'IPv4' ? '127.0.0.1' : '::1') : host);
  if (address !== undefined) return typedAddress(state, address);
  const node = nodeAddress(state.cluster, host, family);
  if (node !== undefined) {
    const object = { kind: 'Node', namespace: '', name: host };
    const reason: TrafficReason = { code: 'NodeNamed', object, path: 'status.addresses', facts: { address: node } };
    return { addresses: [node], via: 'node', reasons: [reason] };
  }
  const dns = askDns(state, source, host, family === 'IPv4' ? 'A' : 'AAAA', upstream);
  return dns.result === 'ANSWER' ? resolved(dns, family) : unresolved(state, dns, upstream);
}

function typedAddress({ cluster }: ClientState, address: string): ResolvedTarget {
  const claim = isLoopback(address) ? undefined : claimOf(cluster, address);
  const virtual = claim?.path.startsWith('spec.loadBalancerIP') ? undefined : claim;
  const reason: TrafficReason = { code: 'AddressTyped', facts: { address } };
  return { addresses: [address], via: virtual?.entry ?? 'address', reasons: [reason] };
}

/** Clients outside the cluster ask an upstream server, which knows nothing of the cluster. */
function askDns(state: ClientState, source: Source, host: string, type: string, upstream: Upstream): DnsAnswer {
  if (source.kind !== 'external') {
    const pod = source.kind === 'pod' ? { pod: `${source.namespace}/${source.pod.metadata.name}` } : {};
    return lookupHost(state.cluster, { host, type, ns: source.namespace, ...pod }, upstream);
  }
  const q = host.endsWith('.') ? host : `${host}.`;
  const reply = lookupOutside({ q, type }, upstream);
  const question = { host, type, ns: '' };
  return {
    ...reply,
    question,
    name: q,
    result: resultOf(reply),
    queries: [{ ...reply, q, answers: reply.answer.length }],
  };
}

function resultOf({ rcode, answer }: DnsReply): NonNullable<DnsAnswer['result']> {
  if (rcode === 'NOERROR') return answer.length > 0 ? 'ANSWER' : 'NODATA';
  return rcode === 'NXDOMAIN' ? 'NXDOMAIN' : 'TRY_AGAIN';
}

function resolved(dns: DnsAnswer, family: Family): ResolvedTarget {
  const records = dns.answer.map((line) => line.split(' '));
  const addresses = records.flatMap(([, , , , data = '']) => (familyOf(data) === family ? [data] : []));
  const cname = records.flatMap(([, , , type, data = '']) => (type === 'CNAME' ? [data.replace(/\.$/, '')] : []));
  const via = viaOf(dns.reasons);
  const reasons: TrafficReason[] = [{ code: 'NameResolved', facts: { name: dns.name, addresses } }];
  if (via === 'headless' || via === 'endpoint-name') reasons.push({ code: 'HeadlessDirect', ...deciding(dns.reasons) });
  return {
    ...{ addresses: [...new Set(addresses)], name: dns.name, dns, reasons },
    ...(cname.length > 0 ? { cname } : {}),
    ...(via ? { via } : {}),
  };
}

const viaOfReason: Partial<Record<DnsReason['code'], Via>> = {
  ClusterIPAnswer: 'clusterIP',
  HeadlessEndpoints: 'headless',
  EndpointName: 'endpoint-name',
  PodName: 'address',
};

function viaOf(reasons: readonly DnsReason[]): Via | undefined {
  return reasons.flatMap(({ code }) => viaOfReason[code] ?? []).at(-1);
}

/** Object and field of the DNS decision that gave addresses. */
function deciding(reasons: readonly DnsReason[]): Pick<TrafficReason, 'object' | 'path'> {
  const reason = reasons.findLast(({ code }) => viaOfReason[code] !== undefined);
  return { ...(reason?.object ? { object: reason.object } : {}), ...(reason?.path ? { path: reason.path } : {}) };
}

function unresolved({ cluster }: ClientState, dns: DnsAnswer, upstream: Upstream): ResolvedTarget {
  const queries = dns.queries ?? [];
  const existing = queries.find(({ rcode }) => rcode === 'NOERROR')?.q;
  if (dns.result === 'NXDOMAIN' || dns.result === 'TRY_AGAIN' || existing === undefined) {
    const facts = { tried: queries.map(({ q }) => q) };
    const name = queries[0]?.q ?? dns.name;
    return { addresses: [], outcome: 'NXDOMAIN', name, dns, reasons: [{ code: 'NameNotFound', facts }] };
  }
  const cname = aliasesOf(existing, (q) => lookup(cluster, { q, type: 'CNAME' }, upstream));
  const target = cname.at(-1) ?? '';
  const alias = dns.result === 'CNAME ONLY';
  const decided = dns.result === 'NODATA' ? queries.find(({ q }) => q === existing)?.reasons : dns.reasons;
  const object = decided?.find((reason) => reason.object)?.object;
  const reason: TrafficReason = {
    code: alias ? 'AliasUnresolved' : 'NameWithoutAddress',
    ...(object ? { object } : {}),
    ...(alias ? { path: 'spec.externalName' } : {}),
    facts: { name: existing, target },
  };
  return {
    ...{ addresses: [], outcome: alias ? ('CNAME' as const) : ('NODATA' as const), name: existing, dns },
    ...(cname.length > 0 ? { cname } : {}),
    reasons: [reason],
  };
}

/** Targets of the aliases behind a name, without final dots, at most as many as a resolver follows. */
function aliasesOf(name: string, ask: (q: string) => DnsReply): readonly string[] {
  const targets: string[] = [];
  for (let q: string | undefined = name; q !== undefined && targets.length < 12;) {
    const data: string | undefined = ask(q).answer[0]?.split(' ')[4];
    q = data !== undefined && !targets.includes(data) ? data : undefined;
    if (q !== undefined) targets.push(q);
  }
  return targets.map((target) => target.replace(/\.$/, ''));
}
