/** What a program's resolver (glibc) does with a host name: which questions it sends, and what the program gets. */
import type { DnsAnswer, DnsQuestion, DnsReply, Resolver } from '../api/questions.ts';
import type { DnsReason } from '../api/reasons.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { get } from '../cluster/cluster.ts';
import { isDomainName } from '../dns/domain-name.ts';
import { lookup } from '../dns/serve.ts';
import { askNameServer } from './ask-name-server.ts';
import { clusterFirst, resolverOf } from './resolv-conf.ts';
import type { Upstream } from '../dns/upstream.ts';

type HostQuestion = Extract<DnsQuestion, { readonly host: string }>;
type Query = NonNullable<DnsAnswer['queries']>[number];

/** The answer to either kind of question: a name as it is, or a host as a program would look it up. */
export function answerDns(cluster: Cluster, question: DnsQuestion, upstream: Upstream): DnsAnswer {
  if ('host' in question) return lookupHost(cluster, question, upstream);
  const reply = lookup(cluster, question, upstream);
  return { ...reply, question, name: question.q.endsWith('.') ? question.q : `${question.q}.` };
}

/** The resolver settings of the pod that asks, or of any pod of the namespace. A pod that does not exist has the latter. */
export function resolverFor(cluster: Cluster, namespace: string, pod?: string): Resolver {
  const [podNamespace = '', name = ''] = pod?.split('/') ?? [];
  const asking = pod === undefined ? undefined : get(cluster, 'pods', podNamespace, name);
  return asking ? resolverOf(asking) : clusterFirst(namespace);
}

/**
 * Looks a host up through the search list. A name with fewer dots than `ndots` is tried with each suffix first, then
 * as it is; "no such name" and "no data" go on to the next; a CNAME without address ends the search.
 * Models glibc resolv/res_query.c __res_context_search.
 */
export function lookupHost(cluster: Cluster, question: HostQuestion, upstream: Upstream): DnsAnswer {
  const resolver = resolverFor(cluster, question.ns, question.pod);
  const names = candidates(question.host, resolver);
  const queries: Query[] = [];
  const invalid: DnsReason = { code: 'NameInvalid', facts: { name: question.host } };
  let last: DnsReply = { rcode: 'NXDOMAIN', flags: '', answer: [], authority: [], additional: [], reasons: [invalid] };
  let found = false;
  for (const { q } of names) {
    last = askNameServer(cluster, resolver.nameservers, { q, type: question.type }, upstream);
    queries.push({ q, rcode: last.rcode, answers: last.answer.length, reasons: last.reasons });
    found = last.rcode === 'NOERROR' && last.answer.length > 0;
    if (found) break;
  }
  return {
    ...last,
    question,
    resolver,
    result: found ? kindOfAnswer(last, question.type) : failure(queries, names[0]?.asTyped === true),
    queries,
    notAsked: names.slice(queries.length).map(({ q }) => q),
    name: queries.at(-1)?.q ?? question.host,
  };
}

/** The absolute names that are tried for a host, in order; names that no message can hold are left out. */
export function searchedNames(host: string, resolver: Resolver): readonly string[] {
  return candidates(host, resolver).map(({ q }) => q);
}

interface Candidate {
  readonly q: string;
  /** The host itself, without a suffix. */
  readonly asTyped: boolean;
}

function candidates(host: string, { search, options }: Resolver): readonly Candidate[] {
  const valid = ({ q }: Candidate): boolean => isDomainName(q);
  if (host.endsWith('.')) return [{ q: host, asTyped: true }].filter(valid);
  const asTyped = { q: `${host}.`, asTyped: true };
  const suffixed = search.map((domain) => ({ q: `${host}.${domain.replace(/\.$/, '')}.`, asTyped: false }));
  const dots = host.split('.').length - 1;
  return (dots >= dotsNeeded(options) ? [asTyped, ...suffixed] : [...suffixed, asTyped]).filter(valid);
}

/** Dots a name must have to be tried as it is first; 1 without the option, 15 at most. */
function dotsNeeded(options: readonly string[]): number {
  const value = options.find((option) => option.startsWith('ndots:'))?.slice('ndots:'.length);
  return value !== undefined && /^\d+$/.test(value) ? Math.min(Number(value), 15) : 1;
}

function kindOfAnswer({ answer }: DnsReply, type: string): 'ANSWER' | 'CNAME ONLY' {
  return answer.some((line) => line.split(' ')[3] === type.toUpperCase()) ? 'ANSWER' : 'CNAME ONLY';
}

/** The error of a search in vain: that of the name as typed if it was asked first, else "no data" before "try again". */
function failure(queries: readonly Query[], typedFirst: boolean): NonNullable<DnsAnswer['result']> {
  const errors = queries.map(errorOf);
  if (typedFirst) return errors[0] ?? 'NXDOMAIN';
  if (errors.includes('NODATA')) return 'NODATA';
  return errors.includes('TRY_AGAIN') ? 'TRY_AGAIN' : 'NXDOMAIN';
}

function errorOf({ rcode }: Query): 'NODATA' | 'NXDOMAIN' | 'TRY_AGAIN' {
  if (rcode === 'NOERROR') return 'NODATA';
  return rcode === 'NXDOMAIN' ? 'NXDOMAIN' : 'TRY_AGAIN';
}
