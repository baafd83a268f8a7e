/** Names of addresses (PTR). */
import { formatIP, parseIP } from '../api/ip.ts';
import type { EndpointSlice, Service } from '../api/objects.ts';
import type { DnsReason } from '../api/reasons.ts';
import { table, type Cluster, type Table } from '../cluster/cluster.ts';
import { labelsOf } from './domain-name.ts';
import { endpointName } from './endpoint-name.ts';
import { readyAddresses } from './find-services.ts';

const serviceNameLabel = 'kubernetes.io/service-name';

interface NamedAddress {
  readonly slice: EndpointSlice;
  /** Name below the zone; "" when the slice has no Service label. */
  readonly name: string;
}

const servicesByIP = new WeakMap<Table<Service>, ReadonlyMap<string, Service>>();
const namesByIP = new WeakMap<Table<EndpointSlice>, ReadonlyMap<string, readonly NamedAddress[]>>();

export interface ReverseNames {
  /** Names below the cluster zone, each once. */
  readonly names: readonly string[];
  /** The reply would hold an empty label: it is never sent. */
  readonly unanswerable: boolean;
  readonly reasons: readonly DnsReason[];
}

/** The address in a name under `in-addr.arpa` or `ip6.arpa`, or undefined when it holds none, or not all of it. */
export function addressInReverseName(name: string): string | undefined {
  const lower = name.toLowerCase();
  const v4 = /^(.+)\.in-addr\.arpa\.?$/.exec(lower)?.[1];
  if (v4 !== undefined) {
    const ip = parseIP([...labelsOf(v4)].reverse().join('.'));
    return ip && !ip.leadingZeros ? formatIP(ip) : undefined;
  }
  const nibbles = labelsOf(/^(.+)\.ip6\.arpa\.?$/.exec(lower)?.[1] ?? '');
  if (nibbles.length !== 32 || !nibbles.every((nibble) => /^[0-9a-f]$/.test(nibble))) return undefined;
  const digits = [...nibbles].reverse().join('');
  const ip = parseIP(digits.replaceAll(/(.{4})(?!$)/g, '$1:'));
  return ip && formatIP(ip);
}

/**
 * Names of an address: the Service whose ClusterIP it is, else one per Service among whose ready endpoints it is.
 * Models CoreDNS plugin/kubernetes/reverse.go, 1.14.7.
 */
export function reverseNames(cluster: Cluster, ip: string): ReverseNames {
  const service = servicesWithIP(cluster).get(ip);
  if (service) {
    const { name, namespace = '' } = service.metadata;
    const object = { kind: 'Service', namespace, name };
    const reasons: DnsReason[] = [{ code: 'ReverseClusterIP', object, path: 'spec.clusterIPs' }];
    return { names: [`${name}.${namespace}.svc`], unanswerable: false, reasons };
  }
  const found = namesOfAddresses(cluster).get(ip) ?? [];
  const reasons = found.map(({ slice, name }): DnsReason => {
    const object = { kind: 'EndpointSlice', namespace: slice.metadata.namespace ?? '', name: slice.metadata.name };
    if (name !== '') return { code: 'ReverseEndpoint', object, path: 'endpoints' };
    return { code: 'ReverseUnnamed', object, path: `metadata.labels[${serviceNameLabel}]` };
  });
  const names = [...new Set(found.map(({ name }) => name))];
  return { names, unanswerable: names.includes(''), reasons };
}

function servicesWithIP(cluster: Cluster): ReadonlyMap<string, Service> {
  const services = table(cluster, 'services');
  let index = servicesByIP.get(services);
  if (!index) {
    const byIP = new Map<string, Service>();
    for (const service of services.values()) {
      for (const ip of service.spec.clusterIPs ?? []) if (!byIP.has(ip)) byIP.set(ip, service);
    }
    servicesByIP.set(services, (index = byIP));
  }
  return index;
}

function namesOfAddresses(cluster: Cluster): ReadonlyMap<string, readonly NamedAddress[]> {
  const slices = table(cluster, 'endpointslices');
  let index = namesByIP.get(slices);
  if (!index) {
    const byIP = new Map<string, NamedAddress[]>();
    for (const { slice, endpoint, address } of readyAddresses([...slices.values()])) {
      const service = slice.metadata.labels?.[serviceNameLabel] ?? '';
      const label = endpointName(address, endpoint.hostname);
      const name = service === '' ? '' : `${label}.${service}.${slice.metadata.namespace}.svc`;
      const list = byIP.get(address);
      if (list) list.push({ slice, name });
      else byIP.set(address, [{ slice, name }]);
    }
    namesByIP.set(slices, (index = byIP));
  }
  return index;
}
