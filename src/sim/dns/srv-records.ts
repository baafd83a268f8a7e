/** SRV records, with the addresses of their targets. */
import type { FoundRecords } from './address-records.ts';
import { findMatches, type Backend, type ZoneQuestion } from './find-matches.ts';
import type { Match } from './matches.ts';
import type { DnsRecord } from './records.ts';

/**
 * One record per target and port number. Weights share 100 among all matches, before duplicates and matches without
 * a port are dropped, so they need not add up.
 * Models CoreDNS plugin/backend_lookup.go SRV, 1.14.7.
 */
export function srvRecords(backend: Backend, question: ZoneQuestion): FoundRecords {
  const { exists, matches, reasons } = findMatches(backend, question);
  const weight = Math.max(1, Math.floor((100 / (100 * matches.length)) * 100));
  const answer = new Map<string, DnsRecord>();
  const additional = new Map<string, DnsRecord>();
  for (const match of matches) {
    if (match.port === -1) continue;
    const target = `${match.target}.${question.zone}`;
    const data = `0 ${weight} ${match.port} ${target}`;
    const record = { name: question.name, type: 'SRV', data };
    if (!answer.has(data)) answer.set(data, record);
    additional.set(`${target} ${match.host}`, addressRecord(target, match));
  }
  const portless = matches.length > 0 && answer.size === 0;
  return {
    exists,
    answer: [...answer.values()],
    additional: [...additional.values()],
    reasons: portless ? [...reasons, { code: 'NoPortsForService' }] : reasons,
  };
}

/** The address record of a match under another name. */
export function addressRecord(name: string, { host, family }: Match): DnsRecord {
  return { name, type: family === 'IPv6' ? 'AAAA' : 'A', data: host };
}
