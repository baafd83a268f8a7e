/** Which addresses the cluster really stores for a Service. */
import type { ObjectReference, Service } from '../api/objects.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { slicesOf } from '../cluster/indexes.ts';

/** Addresses as they stand there, and `pod NAME` for those that point to a pod of the Service's namespace. */
export interface Listed {
  readonly endpoints: ReadonlySet<string>;
  readonly slices: ReadonlySet<string>;
}

/** What the Endpoints object and the slices of a Service hold, whatever the port and readiness. */
export function listedAddresses(cluster: Cluster, { metadata: { namespace = '', name } }: Service): Listed {
  const endpoints = new Set<string>();
  for (const { addresses, notReadyAddresses } of get(cluster, 'endpoints', namespace, name)?.subsets ?? []) {
    for (const { ip, targetRef } of [...(addresses ?? []), ...(notReadyAddresses ?? [])])
      add(endpoints, [ip], targetRef);
  }
  const slices = new Set<string>();
  for (const slice of slicesOf(cluster, namespace, name)) {
    for (const { addresses, targetRef } of slice.endpoints ?? []) add(slices, addresses, targetRef);
  }
  return { endpoints, slices };
}

/** Name of a pod among listed addresses. */
export function listedPod(name: string): string {
  return `pod ${name}`;
}

function add(list: Set<string>, addresses: readonly string[], target: ObjectReference | undefined): void {
  for (const address of addresses) list.add(address);
  if (target?.kind === 'Pod' && target.name) list.add(listedPod(target.name));
}

/** `ip:port`, `[ip]:port` in IPv6, the bare address without a port. */
export function joinHostPort(ip: string, port: number | undefined): string {
  if (port === undefined) return ip;
  return ip.includes(':') ? `[${ip}]:${String(port)}` : `${ip}:${String(port)}`;
}
