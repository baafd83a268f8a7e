/** The DNS panel: each name tried, the records, and why. */
import {
  lookup,
  objectIn,
  reverseNameOf,
  table,
  type DnsAnswer,
  type DnsQuestion,
  type DnsReason,
} from '../sim/core.ts';
import { dnsAsked } from './asked.ts';
import { rowLimit, type ViewContext } from './context.ts';
import { listsOf } from './services.ts';
import type { Choice, DnsTry, DnsView, Glyph, Words } from './view-models.ts';

const types = ['A', 'AAAA', 'SRV', 'CNAME', 'PTR', 'TXT', 'NS', 'SOA'];

/** The view of the question asked. */
export function dnsView(context: ViewContext): DnsView {
  const asked = dnsAsked(context);
  const answer = lookup(context.state, asQuestion(asked));
  const tries = triesOf(context, asked.host, answer);
  const result =
    answer.result ?? (answer.rcode !== 'NOERROR' ? answer.rcode : answer.answer.length > 0 ? 'ANSWER' : 'NODATA');
  const last = tries.at(-1);
  return {
    host: asked.host,
    type: asked.type,
    from: asked.ns,
    hosts: hostChoices(context, asked.ns),
    types: [...new Set([...types, asked.type])].map((type) => ({ value: type, label: type })),
    namespaces: namespaceChoices(context),
    tries,
    notAsked: answer.notAsked ?? [],
    records: answer.answer.map(recordOf),
    authority: answer.authority,
    additional: answer.additional,
    result: resultWord(context, result),
    rcode: result === 'NODATA' ? 'NODATA' : answer.rcode,
    glyph: result === 'NODATA' ? 'out' : (last?.glyph ?? 'no-name'),
    why: whyOf(context, answer),
  };
}

type Asked = ReturnType<typeof dnsAsked>;

/** A name with a final dot is asked as it is; an address asked for PTR is turned into its name. */
export function asQuestion({ host, type, ns, ...rest }: Asked): DnsQuestion {
  const reverse = type === 'PTR' ? reverseNameOf(host) : undefined;
  if (reverse !== undefined) return { q: reverse, type, ns };
  if (host.endsWith('.')) return { q: host, type, ns };
  return { host, type, ns, ...('pod' in rest && rest.pod ? { pod: rest.pod } : {}) };
}

function triesOf(context: ViewContext, host: string, answer: DnsAnswer): readonly DnsTry[] {
  const queries = answer.queries ?? [
    { q: answer.name, rcode: answer.rcode, answers: answer.answer.length, reasons: answer.reasons },
  ];
  return queries.map(({ q, rcode, answers, reasons }) => {
    const typed = q.startsWith(host) ? host : q;
    const shown = rcode === 'NOERROR' && answers === 0 ? 'NODATA' : rcode;
    return {
      name: q,
      typed,
      rest: q.slice(typed.length),
      rcode: shown,
      glyph: glyphOf(shown),
      reason: sentences(context, reasons),
    };
  });
}

function glyphOf(rcode: DnsTry['rcode']): Glyph {
  const glyphs: Record<DnsTry['rcode'], Glyph> = {
    NOERROR: 'ok',
    NODATA: 'out',
    NXDOMAIN: 'no-name',
    SERVFAIL: 'error',
    TIMEOUT: 'timeout',
  };
  return glyphs[rcode];
}

function resultWord({ words }: ViewContext, result: string): string {
  const known: Readonly<Record<string, string>> = words.dns.results;
  return Object.hasOwn(known, result) ? (known[result] ?? result) : result;
}

function recordOf(line: string): DnsView['records'][number] {
  const parts = line.split(' ');
  return { line, head: parts.slice(0, 4).join(' '), value: parts.slice(4).join(' ') };
}

/** Reasons that every unknown name ends with: another one tells more. */
const general = new Set<DnsReason['code']>([
  'NameShapeUnknown',
  'NamespaceNotFound',
  'OutsideZone',
  'NoUpstream',
  'UpstreamUnknown',
]);

/** Why the search ends as it does: the reasons of the answer, or of the try that tells most. */
export function decidingReasons({ answer, queries = [], reasons }: DnsAnswer): readonly DnsReason[] {
  if (answer.length > 0 || queries.length === 0) return reasons;
  const specific = (skip: ReadonlySet<string>): readonly DnsReason[] | undefined =>
    queries.find((query) => query.reasons.length > 0 && query.reasons.every(({ code }) => !skip.has(code)))?.reasons;
  return specific(new Set([...general, 'ServiceNotFound'])) ?? specific(general) ?? reasons;
}

function whyOf(context: ViewContext, answer: DnsAnswer): Words {
  const why = sentences(context, decidingReasons(answer));
  return why.length > 0 ? why : context.words.dns.noName();
}

/** The sentences of a chain of reasons, at most three. */
export function sentences({ reasons: words, language }: ViewContext, reasons: readonly DnsReason[]): Words {
  const space = language === 'en' ? ' ' : '';
  return reasons.slice(0, 3).flatMap((reason, i) => {
    const sentence = words.dns[reason.code](reason);
    return i === 0 || space === '' ? sentence : [space, ...sentence];
  });
}

function hostChoices({ state, simulation }: ViewContext, ns: string): readonly Choice[] {
  const asked = simulation.scene.dns.map((question) => ('host' in question ? question.host : question.q));
  const names = listsOf(state).flatMap(({ namespace, name }) => {
    const service = objectIn(state.cluster, 'services', namespace, name);
    const host = namespace === ns ? name : `${name}.${namespace}`;
    const ports = (service?.spec.ports ?? []).flatMap((port) =>
      port.name ? [`_${port.name}._${port.protocol.toLowerCase()}.${host}`] : [],
    );
    return service ? [host, ...ports] : [];
  });
  return [...new Set([...asked, ...names])].slice(0, rowLimit).map((name) => ({ value: name, label: name }));
}

function namespaceChoices({ state, words }: ViewContext): readonly Choice[] {
  return [...table(state.cluster, 'namespaces').keys()]
    .slice(0, rowLimit)
    .map((name) => ({ value: name, label: words.dns.inNamespace(name) }));
}
