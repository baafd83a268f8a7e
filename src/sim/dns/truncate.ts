/** Replies longer than a UDP message without EDNS may be. */
import type { DnsReply } from '../api/questions.ts';
import { labelsOf } from './domain-name.ts';
import { printRecord, type DnsRecord } from './records.ts';

const largest = 512;
const header = 12;
/** Type, class, TTL and length of the data, behind a record's name. */
const recordFields = 10;

/**
 * What a client without EDNS gets when answer and additional records do not fit into 512 bytes: as many records as do,
 * flag `tc`; undefined when everything fits. Names are compressed only when the plain message is too long.
 * Models miekg/dns Msg.Truncate.
 */
export function truncate(
  question: string,
  answer: readonly DnsRecord[],
  additional: readonly DnsRecord[],
): DnsReply['udp'] {
  if (fitsPlain(question, answer, additional)) return undefined;
  const message = new CompressedLength(question);
  const kept = message.fit(answer);
  const keptToo = kept.length === answer.length ? message.fit(additional) : [];
  if (kept.length === answer.length && keptToo.length === additional.length) return undefined;
  return { flags: 'aa tc rd', answer: kept.map(printRecord), additional: keptToo.map(printRecord) };
}

function fitsPlain(question: string, ...sections: readonly (readonly DnsRecord[])[]): boolean {
  let size = header + nameSize(question) + 4;
  for (const section of sections) {
    for (const record of section) {
      size += sizeOf(record);
      if (size > largest) return false;
    }
  }
  return true;
}

/** Bytes of a plain message with these zone-file lines, without EDNS. */
export function messageSize(question: string, lines: readonly string[]): number {
  return lines.reduce(
    (sum, line) => {
      const [name = '', , , type = '', ...data] = line.split(' ');
      return sum + sizeOf({ name, type, data: data.join(' ') });
    },
    header + nameSize(question) + 4,
  );
}

class CompressedLength {
  #length = header;
  readonly #seen = new Set<string>();

  constructor(question: string) {
    this.#addName(question, true);
    this.#length += 4;
  }

  /** Takes records from the front as long as the message stays within its limit. */
  fit(records: readonly DnsRecord[]): readonly DnsRecord[] {
    for (const [i, record] of records.entries()) {
      this.#addName(record.name, true);
      this.#length += recordFields + fixedData(record);
      // Names in SRV data are written in full, yet later names may point to them.
      const name = nameInData(record);
      if (name !== undefined) this.#addName(name, record.type === 'CNAME');
      if (this.#length > largest) return records.slice(0, i);
    }
    return records;
  }

  #addName(name: string, mayPoint: boolean): void {
    const labels = labelsOf(name);
    let written = 0;
    let pointed = false;
    for (const [i, label] of labels.entries()) {
      const rest = labels.slice(i).join('.');
      if (this.#seen.has(rest)) {
        pointed = true;
        break;
      }
      this.#seen.add(rest);
      written += label.length + 1;
    }
    this.#length += pointed && mayPoint ? written + 2 : nameSize(name);
  }
}

function sizeOf(record: DnsRecord): number {
  const name = nameInData(record);
  return nameSize(record.name) + recordFields + fixedData(record) + (name === undefined ? 0 : nameSize(name));
}

function fixedData({ type, data }: DnsRecord): number {
  if (type === 'SOA')
    return (
      20 +
      data
        .split(' ')
        .slice(0, 2)
        .reduce((sum, name) => sum + nameSize(name), 0)
    );
  if (type === 'A') return 4;
  if (type === 'AAAA') return 16;
  if (type === 'SRV') return 6;
  return type === 'TXT' ? data.length - 1 : 0;
}

function nameInData({ type, data }: DnsRecord): string | undefined {
  if (type === 'SRV') return data.split(' ')[3];
  return type === 'CNAME' || type === 'PTR' || type === 'NS' ? data : undefined;
}

/** Length of a name written in full. */
function nameSize(name: string): number {
  return labelsOf(name).reduce((sum, label) => sum + label.length + 1, 1);
}
