/** Records of a reply, and how they print. */

export interface DnsRecord {
  readonly name: string;
  readonly type: string;
  /** What follows the type: an address, a name, `0 100 80 name`. */
  readonly data: string;
}

/** kubeadm's `ttl 30`; its `cache 30` caps everything else. */
const ttl = 30;

/** One line of a zone file: `name 30 IN TYPE data`. */
export function printRecord({ name, type, data }: DnsRecord): string {
  return `${name} ${ttl} IN ${type} ${data}`;
}

/** The SOA of a zone that CoreDNS answers itself, written as in the question; the serial is `*`. */
export function soaOf(zone: string): DnsRecord {
  return { name: zone, type: 'SOA', data: `ns.dns.${zone} hostmaster.${zone} * 7200 1800 86400 ${ttl}` };
}

/** What an upstream resolver sends with "no such name". */
export const rootSoa: DnsRecord = {
  name: '.',
  type: 'SOA',
  data: 'a.root-servers.net. nstld.verisign-grs.com. * 1800 900 604800 86400',
};
