/** Questions asked of a state, and the form of the answers (grammar: the project's scene reference). */
import type { Family, Protocol } from './objects.ts';
import type { DnsReason, TrafficReason } from './reasons.ts';

/** `q`: exactly this name. `host`: what a resolver in a pod of namespace `ns` does with it. */
export type DnsQuestion =
  | { readonly q: string; readonly type: string; readonly ns: string }
  | { readonly host: string; readonly type: string; readonly ns: string; readonly pod?: string };

export type Rcode = 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL' | 'TIMEOUT';

/** One reply of the DNS server. Records are zone-file lines `name ttl IN TYPE data`. */
export interface DnsReply {
  readonly rcode: Rcode;
  readonly flags: string;
  readonly answer: readonly string[];
  readonly authority: readonly string[];
  readonly additional: readonly string[];
  /** What a client without EDNS gets when the answer is longer than 512 bytes. */
  readonly udp?: { readonly flags: string; readonly answer: readonly string[]; readonly additional: readonly string[] };
  /** The chain of decisions that made this reply, first decision first. */
  readonly reasons: readonly DnsReason[];
}

export interface Resolver {
  readonly nameservers: readonly string[];
  readonly search: readonly string[];
  readonly options: readonly string[];
}

export interface DnsAnswer extends DnsReply {
  readonly question: DnsQuestion;
  /** For `host`: the asking pod's resolv.conf. */
  readonly resolver?: Resolver;
  readonly result?: 'ANSWER' | 'CNAME ONLY' | 'NODATA' | 'NXDOMAIN' | 'TRY_AGAIN';
  /** For `host`: every question sent, in order. */
  readonly queries?: readonly {
    readonly q: string;
    readonly rcode: Rcode;
    readonly answers: number;
    readonly reasons: readonly DnsReason[];
  }[];
  /** For `host`: names of the search list that were not asked any more. */
  readonly notAsked?: readonly string[];
  /** The question that gave this reply. */
  readonly name: string;
}

export interface TrafficProbe {
  /** `pod ns/name`, `node NAME`, `external [ADDRESS]`. */
  readonly from: string;
  /** `HOST:PORT`. */
  readonly to: string;
  readonly proto?: Protocol;
  readonly family?: Family;
  readonly times?: number;
}

export type Outcome =
  | 'ENDPOINTS'
  | 'REJECT'
  | 'DROP'
  | 'NOROUTE'
  | 'NXDOMAIN'
  | 'NODATA'
  | 'CNAME'
  | 'HTTP 200'
  | 'HTTP 503'
  | 'NOSOURCE'
  | 'REFUSED'
  | 'TIMEOUT'
  | 'HTTP 404'
  | 'TLS NAME'
  | 'ADVERTISED';

export type Via = 'clusterIP' | 'headless' | 'endpoint-name' | 'node' | 'address' | 'loadBalancerIP' | 'externalIP';

/** One endpoint that a connection may reach. */
export interface Reached {
  /** `ip:port`, `[ip]:port` in IPv6. */
  readonly endpoint: string;
  /** `pod ns/name`, `node NAME`, `nobody`, `outside`. */
  readonly who: string;
  /** Exact share of the connections: [numerator, denominator]. */
  readonly share: readonly [number, number];
  /** ENDPOINTS, or the endpoint's own word (REFUSED, TIMEOUT, ...). */
  readonly outcome: Outcome;
}

export interface Verdict {
  readonly probe: TrafficProbe;
  readonly proto: Protocol;
  readonly family: Family;
  readonly node?: string;
  readonly fromIP?: string;
  readonly note?: string;
  readonly name?: string;
  readonly cname?: readonly string[];
  readonly resolved?: readonly string[];
  readonly via?: Via;
  readonly outcome: Outcome;
  /** Endpoints that may answer, in a stable order; empty unless something is reached. */
  readonly reached: readonly Reached[];
  readonly source?: 'kept' | 'changed' | 'mixed';
  readonly seenFrom?: readonly string[];
  /** Session affinity: every connection of one client goes to the same endpoint. */
  readonly affinity?: { readonly timeoutSeconds: number };
  /** For an outside client of a VIP or externalIP: the verdict at each node alone. */
  readonly perNode?: Readonly<Record<string, { readonly outcome: Outcome; readonly endpoints: readonly string[] }>>;
  /** For a healthCheckNodePort. */
  readonly http?: { readonly status: 200 | 503; readonly body: string; readonly weight: number };
  /** The Service whose rule decided, if any. */
  readonly service?: { readonly namespace: string; readonly name: string; readonly port?: string };
  /** The DNS answer that gave the address, when HOST is a name. */
  readonly dns?: DnsAnswer;
  /** The chain of decisions, first decision first. */
  readonly reasons: readonly TrafficReason[];
}
