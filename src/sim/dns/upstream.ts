/** Names outside the cluster zone: what an upstream resolver says, or that there is none. */
import { familyOf } from '../api/ip.ts';
import type { DnsReply } from '../api/questions.ts';
import type { DnsReason } from '../api/reasons.ts';
import type { ExternalHost, Options, World } from '../api/world.ts';
import { fqdn } from './domain-name.ts';
import { printRecord, rootSoa, type DnsRecord } from './records.ts';

/** How names outside the cluster are answered. */
export interface Upstream {
  readonly upstream: Options['upstream'];
  readonly external: World['external'];
}

export interface UpstreamReply {
  readonly rcode: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL';
  readonly answer: readonly DnsRecord[];
  readonly authority: readonly DnsRecord[];
  readonly reasons: readonly DnsReason[];
}

const hostsByName = new WeakMap<World['external'], ReadonlyMap<string, ExternalHost>>();

/** The host that `cluster.external` lists under this name, whatever the case; addresses and unlisted names: undefined. */
export function externalHost(external: World['external'], name: string): ExternalHost | undefined {
  let index = hostsByName.get(external);
  if (!index) {
    index = new Map(Object.entries(external).map(([key, host]) => [bareName(key), host]));
    hostsByName.set(external, index);
  }
  return index.get(bareName(name));
}

/** Asks for `name` (absolute) outside the cluster. Without upstream: SERVFAIL. */
export function askUpstream({ upstream, external }: Upstream, name: string, type: string): UpstreamReply {
  if (upstream === 'none') {
    return { rcode: 'SERVFAIL', answer: [], authority: [], reasons: [{ code: 'NoUpstream' }] };
  }
  const host = externalHost(external, name);
  if (!host) {
    const reasons: DnsReason[] = [{ code: 'UpstreamUnknown', facts: { name } }];
    return { rcode: 'NXDOMAIN', answer: [], authority: [rootSoa], reasons };
  }
  const family = type === 'A' ? 'IPv4' : type === 'AAAA' ? 'IPv6' : undefined;
  const addresses = family ? (host.addresses ?? []).filter((address) => familyOf(address) === family) : [];
  return {
    rcode: 'NOERROR',
    answer: addresses.map((data) => ({ name, type, data })),
    authority: addresses.length > 0 ? [] : [rootSoa],
    reasons: [{ code: 'UpstreamAnswer', facts: { name, addresses } }],
  };
}

/** The reply to a question outside the cluster's zones; `before` are the decisions that led there. */
export function replyOutside(upstream: Upstream, name: string, type: string, before: readonly DnsReason[]): DnsReply {
  const { rcode, answer, authority, reasons } = askUpstream(upstream, name, type);
  return {
    rcode,
    flags: rcode === 'SERVFAIL' ? 'rd' : 'rd ra',
    answer: answer.map(printRecord),
    authority: authority.map(printRecord),
    additional: [],
    reasons: [...before, ...reasons],
  };
}

/** The reply of a name server outside the cluster, whatever the name. */
export function lookupOutside(question: { readonly q: string; readonly type: string }, upstream: Upstream): DnsReply {
  return replyOutside(upstream, fqdn(question.q), question.type.toUpperCase(), []);
}

function bareName(name: string): string {
  return (name.endsWith('.') ? name.slice(0, -1) : name).toLowerCase();
}
