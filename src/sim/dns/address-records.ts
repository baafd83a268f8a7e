/** A and AAAA records, through aliases. */
import type { DnsReason } from '../api/reasons.ts';
import { fqdn, isSubDomain } from './domain-name.ts';
import { findMatches, type Backend, type ZoneQuestion } from './find-matches.ts';
import type { DnsRecord } from './records.ts';
import { askUpstream } from './upstream.ts';

/** `exists: false`: no such name. */
export interface FoundRecords {
  readonly exists: boolean;
  readonly answer: readonly DnsRecord[];
  readonly additional: readonly DnsRecord[];
  readonly reasons: readonly DnsReason[];
}

/** A chain of more aliases than this plus one is cut off, and gives nothing. */
const longestChain = 10;

/**
 * Addresses of one family behind a name; aliases inside the zone are followed, one outside stands alone or with what the
 * upstream knows. `before` are the aliases that led here.
 * Models CoreDNS plugin/backend_lookup.go A and AAAA, 1.14.7.
 */
export function addressRecords(
  backend: Backend,
  question: ZoneQuestion,
  before: readonly DnsRecord[] = [],
): FoundRecords {
  const { name, type } = question;
  const found = findMatches(backend, question);
  const family = type === 'A' ? 'IPv4' : 'IPv6';
  const seen = new Set<string>();
  const answer: DnsRecord[] = [];
  const reasons = [...found.reasons];
  for (const { host, family: hostFamily } of found.matches) {
    if (!hostFamily) {
      const alias = followAlias(backend, question, { name, type: 'CNAME', data: fqdn(host) }, before);
      answer.push(...alias.answer);
      reasons.push(...alias.reasons);
    } else if (hostFamily === family && !seen.has(host)) {
      seen.add(host);
      answer.push({ name, type, data: host });
    }
  }
  if (answer.length === 0 && found.matches.some((match) => match.family)) {
    reasons.push({ code: 'FamilyHasNoAddress', facts: { family } });
  }
  return { exists: found.exists, answer, additional: [], reasons };
}

type Followed = Pick<FoundRecords, 'answer' | 'reasons'>;

function followAlias(
  backend: Backend,
  { name, zone, type }: ZoneQuestion,
  alias: DnsRecord,
  before: readonly DnsRecord[],
): Followed {
  const facts = { name, target: alias.data };
  if (isSubDomain(name, alias.data) || before.some((record) => sameAlias(record, alias))) {
    return { answer: [], reasons: [{ code: 'AliasLoop', facts }] };
  }
  // Simplified: CoreDNS has no such limit; slices of host names that lead to one another could keep it busy for ever.
  backend.budget.aliases -= 1;
  if (before.length > longestChain || backend.budget.aliases < 0)
    return { answer: [], reasons: [{ code: 'AliasChainTooLong', facts }] };
  if (!isSubDomain(zone, alias.data)) {
    const reply = askUpstream(backend, alias.data, type);
    return { answer: [alias, ...reply.answer], reasons: [{ code: 'AliasLeavesZone', facts }, ...reply.reasons] };
  }
  const next = addressRecords(backend, { name: alias.data, zone: alias.data.slice(-zone.length), type }, [
    ...before,
    alias,
  ]);
  const followed: DnsReason = { code: 'AliasFollowed', facts };
  if (next.answer.length > 0) return { answer: [alias, ...next.answer], reasons: [followed, ...next.reasons] };
  return { answer: [], reasons: [followed, ...next.reasons, { code: 'AliasTargetEmpty', facts }] };
}

function sameAlias(a: DnsRecord, b: DnsRecord): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase() && a.data.toLowerCase() === b.data.toLowerCase();
}
