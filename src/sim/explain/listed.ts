/** Which addresses the cluster really stores for a Service. */
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import type { Endpoint, EndpointAddress, ObjectReference, Service } from '../api/objects.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { slicesOf } from '../cluster/indexes.ts';

/** Addresses as they stand there, and `pod NAME` for those that point to a pod of the Service's namespace. */
export interface Listed {
  readonly endpoints: ReadonlySet<string>;
  readonly slices: ReadonlySet<string>;
}

type List = readonly (EndpointAddress | Endpoint)[];

const none: ReadonlySet<string> = new Set();
const sets = new IdentityCache<ReadonlySet<string>>();

/** What the Endpoints object and the slices of a Service hold, whatever the port and readiness. The same lists give the same sets. */
export function listedAddresses(cluster: Cluster, { metadata: { namespace = '', name } }: Service): Listed {
  const subsets = get(cluster, 'endpoints', namespace, name)?.subsets ?? [];
  return {
    endpoints: setOf(subsets.flatMap(({ addresses, notReadyAddresses }) => [addresses, notReadyAddresses])),
    slices: setOf(slicesOf(cluster, namespace, name).map(({ endpoints }) => endpoints)),
  };
}

function setOf(all: readonly (List | null | undefined)[]): ReadonlySet<string> {
  const [first, ...others] = all.filter((list) => list !== null && list !== undefined);
  return first ? sets.once(first, others, () => union([first, ...others])) : none;
}

function union(lists: readonly List[]): ReadonlySet<string> {
  const result = new Set<string>();
  for (const list of lists)
    for (const entry of list) add(result, 'ip' in entry ? [entry.ip] : entry.addresses, entry.targetRef);
  return result;
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
