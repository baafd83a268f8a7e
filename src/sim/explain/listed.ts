/** Which addresses the cluster really stores for a Service. */
import type { Service } from '../api/objects.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { slicesOf } from '../cluster/indexes.ts';

export interface Listed {
  readonly endpoints: ReadonlySet<string>;
  readonly slices: ReadonlySet<string>;
}

/** Addresses in the Endpoints object and in the slices of a Service, whatever their port and readiness. */
export function listedAddresses(cluster: Cluster, { metadata: { namespace = '', name } }: Service): Listed {
  const endpoints = new Set<string>();
  for (const { addresses, notReadyAddresses } of get(cluster, 'endpoints', namespace, name)?.subsets ?? []) {
    for (const { ip } of [...(addresses ?? []), ...(notReadyAddresses ?? [])]) endpoints.add(ip);
  }
  const slices = new Set<string>();
  for (const slice of slicesOf(cluster, namespace, name)) {
    for (const { addresses } of slice.endpoints ?? []) for (const address of addresses) slices.add(address);
  }
  return { endpoints, slices };
}

/** `ip:port`, `[ip]:port` in IPv6, the bare address without a port. */
export function joinHostPort(ip: string, port: number | undefined): string {
  if (port === undefined) return ip;
  return ip.includes(':') ? `[${ip}]:${String(port)}` : `${ip}:${String(port)}`;
}
