/** The cluster's DNS server: one question, one reply. */
import type { DnsReply } from '../api/questions.ts';
import type { DnsReason } from '../api/reasons.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { addressRecords, type FoundRecords } from './address-records.ts';
import { fqdn, isSubDomain } from './domain-name.ts';
import { findMatches, nameServer, type Backend, type ZoneQuestion } from './find-matches.ts';
import { printRecord, soaOf, type DnsRecord } from './records.ts';
import { addressInReverseName, reverseNames } from './reverse.ts';
import { addressRecord, srvRecords } from './srv-records.ts';
import { truncate } from './truncate.ts';
import { replyOutside, type Upstream } from './upstream.ts';

/** The domain of every cluster. */
export const clusterZone = 'cluster.local.';
/** Far more than any scene needs. */
const mostAliases = 5000;
const reverseZones = ['in-addr.arpa.', 'ip6.arpa.'];

/**
 * CoreDNS' reply to one question for exactly this name (a final dot may be left out), any type, in a stable order:
 * slices as they were made, endpoints as they stand in them. Never fails: what cannot be answered has an rcode.
 * Models CoreDNS plugin/kubernetes ServeDNS with kubeadm's Corefile, 1.14.7.
 */
export function lookup(
  cluster: Cluster,
  question: { readonly q: string; readonly type: string },
  upstream: Upstream,
): DnsReply {
  const name = fqdn(question.q);
  const type = question.type.toUpperCase();
  const zone = [clusterZone, ...reverseZones].find((candidate) => isSubDomain(candidate, name));
  if (!zone) return replyOutside(upstream, name, type, [{ code: 'OutsideZone', facts: { name } }]);
  const asked = { name, zone: name.slice(-zone.length), type };
  const found = answerInZone({ cluster, ...upstream, budget: { aliases: mostAliases } }, asked);
  if (found === 'never sent') return unanswered(reverseNames(cluster, addressInReverseName(name) ?? '').reasons);
  if (!found.exists && zone !== clusterZone) {
    return replyOutside(upstream, name, type, [...found.reasons, { code: 'ReverseNotFound', facts: { name } }]);
  }
  const empty = found.answer.length === 0;
  const reply = {
    rcode: found.exists ? ('NOERROR' as const) : ('NXDOMAIN' as const),
    flags: 'aa rd',
    answer: found.answer.map(printRecord),
    authority: empty ? [printRecord(soaOf(asked.zone))] : [],
    additional: empty ? [] : found.additional.map(printRecord),
    reasons: found.reasons,
  };
  const udp = truncate(name, found.answer, found.additional);
  return udp ? { ...reply, udp } : reply;
}

function answerInZone(backend: Backend, question: ZoneQuestion): FoundRecords | 'never sent' {
  switch (question.type) {
    case 'A':
    case 'AAAA':
      return addressRecords(backend, question);
    case 'SRV':
      return srvRecords(backend, question);
    case 'CNAME':
      return aliasRecord(backend, question);
    case 'TXT':
      return textRecord(backend, question);
    case 'PTR':
      return nameRecords(backend, question);
    case 'SOA':
      // Below the zone no name is looked up: there is no data, whether the name exists or not.
      return question.name === question.zone ? authorityRecord(question) : nothing(true, [notServed(question)]);
    case 'NS':
      return question.name.toLowerCase() === question.zone
        ? serverRecords(backend, question)
        : existence(backend, question);
    case 'MX':
      return noRecord(backend, question);
    default:
      return existence(backend, question);
  }
}

/** Types that are never served: an A question decides between "no data" and "no such name". */
function existence(backend: Backend, question: ZoneQuestion): FoundRecords {
  const { exists, reasons } = addressRecords(backend, { ...question, type: 'A' });
  return nothing(exists, exists ? [...reasons, notServed(question)] : reasons);
}

function noRecord(backend: Backend, question: ZoneQuestion): FoundRecords {
  const { exists, reasons } = findMatches(backend, question);
  return nothing(exists, exists ? [...reasons, notServed(question)] : reasons);
}

function aliasRecord(backend: Backend, question: ZoneQuestion): FoundRecords {
  const { exists, matches, reasons } = findMatches(backend, question);
  const first = matches[0];
  if (!first || first.family) return nothing(exists, exists ? [...reasons, notServed(question)] : reasons);
  return found([{ name: question.name, type: 'CNAME', data: fqdn(first.host) }], reasons);
}

function textRecord(backend: Backend, question: ZoneQuestion): FoundRecords {
  const { name, zone } = question;
  if (name.toLowerCase() === `dns-version.${zone}`.toLowerCase()) {
    return found([{ name, type: 'TXT', data: '"1.1.0"' }], [{ code: 'SchemaVersion' }]);
  }
  const { matches, reasons } = findMatches(backend, question);
  const exists = matches.length > 0;
  return nothing(exists, exists ? [...reasons, notServed(question)] : reasons);
}

function nameRecords(backend: Backend, question: ZoneQuestion): FoundRecords | 'never sent' {
  const ip = addressInReverseName(question.name);
  if (ip === undefined) return noRecord(backend, question);
  const { names, unanswerable, reasons } = reverseNames(backend.cluster, ip);
  if (unanswerable) return 'never sent';
  if (names.length === 0) return nothing(false, reasons);
  const records = names.map((name) => ({ name: question.name, type: 'PTR', data: `${name}.${clusterZone}` }));
  return found(records, reasons);
}

function authorityRecord({ zone }: ZoneQuestion): FoundRecords {
  return found([soaOf(zone)], [{ code: 'ZoneAuthority' }]);
}

function serverRecords(backend: Backend, { name, zone }: ZoneQuestion): FoundRecords {
  const { matches, reasons } = nameServer(backend.cluster);
  const targets = new Set(matches.map((match) => `${match.target}.${zone}`));
  return {
    ...found(
      [...targets].map((data) => ({ name, type: 'NS', data })),
      reasons,
    ),
    additional: matches.map((match) => addressRecord(`${match.target}.${zone}`, match)),
  };
}

function found(answer: readonly DnsRecord[], reasons: readonly DnsReason[]): FoundRecords {
  return { exists: true, answer, additional: [], reasons };
}

function nothing(exists: boolean, reasons: readonly DnsReason[]): FoundRecords {
  return { exists, answer: [], additional: [], reasons };
}

function notServed({ type }: ZoneQuestion): DnsReason {
  return { code: 'TypeNotServed', facts: { type } };
}

function unanswered(reasons: readonly DnsReason[]): DnsReply {
  return { rcode: 'TIMEOUT', flags: '', answer: [], authority: [], additional: [], reasons };
}
