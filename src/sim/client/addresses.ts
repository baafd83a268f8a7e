/** Whose address is it? */
import { canonicalIP, containsIP, familyOf, parseCIDR, parseIP } from '../api/ip.ts';
import type { EndpointSlice, Family, Node } from '../api/objects.ts';
import type { ExternalHost, World } from '../api/world.ts';
import { table, type Cluster, type Table } from '../cluster/cluster.ts';

const ranges = (list: readonly string[]): ReturnType<typeof parseCIDR>[] => list.map(parseCIDR);
const podRanges = ranges(['10.244.0.0/16', 'fd00:10:244::/64']);
/** Reserved for documentation: nobody answers there. */
const documentation = ranges(['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24']);

/** True for an address of the pod network, whether a pod has it or not. */
export function isPodAddress(ip: string): boolean {
  return isIn(podRanges, ip);
}

/** True in the three IPv4 ranges reserved for documentation. */
export function isDocumentationAddress(ip: string): boolean {
  return isIn(documentation, ip);
}

/** True for 127.0.0.0/8 and ::1. */
export function isLoopback(ip: string): boolean {
  return ip === '::1' || ip.startsWith('127.');
}

function isIn(list: typeof podRanges, ip: string): boolean {
  const address = parseIP(ip);
  return address !== undefined && list.some((range) => range !== undefined && containsIP(range, address));
}

/** `ip:port`, `[ip]:port` in IPv6. */
export function printEndpoint(ip: string, port: number): string {
  return ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
}

const nodesByIP = new WeakMap<Table<Node>, ReadonlyMap<string, string>>();

/**
 * A node's address: its InternalIP; in IPv6 `fd00:192:168::` with the last part of the IPv4 address, as in the recording.
 * Undefined for a node that does not exist.
 */
export function nodeAddress(cluster: Cluster, name: string, family: Family): string | undefined {
  const node = table(cluster, 'nodes').get(name);
  const internal = (node?.status.addresses ?? []).filter(({ type }) => type === 'InternalIP');
  const own = internal.find(({ address }) => familyOf(address) === family)?.address;
  if (own !== undefined || family === 'IPv4') return own;
  const v4 = internal.find(({ address }) => familyOf(address) === 'IPv4')?.address;
  return v4 && `fd00:192:168::${v4.split('.')[3]}`;
}

/** Name of the node that has the address, or undefined. */
export function nodeWithAddress(cluster: Cluster, ip: string): string | undefined {
  const nodes = table(cluster, 'nodes');
  let index = nodesByIP.get(nodes);
  if (!index) {
    const families: readonly Family[] = ['IPv4', 'IPv6'];
    const entries = [...nodes.keys()].flatMap((name) =>
      families.flatMap((family) => {
        const address = nodeAddress(cluster, name, family);
        return address === undefined ? [] : [[canonicalIP(address) ?? address, name] as const];
      }),
    );
    nodesByIP.set(nodes, (index = new Map(entries)));
  }
  return index.get(ip);
}

const namedPorts = new WeakMap<Table<EndpointSlice>, ReadonlySet<string>>();

/** True when some slice names this address and port as an endpoint: a process there is taken to listen on it. */
export function isNamedEndpoint(cluster: Cluster, ip: string, port: number): boolean {
  const slices = table(cluster, 'endpointslices');
  let index = namedPorts.get(slices);
  if (!index) {
    const named = new Set<string>();
    for (const slice of slices.values()) {
      for (const { addresses } of slice.endpoints ?? []) {
        for (const address of addresses) for (const { port: p } of slice.ports ?? []) named.add(`${address} ${p}`);
      }
    }
    namedPorts.set(slices, (index = named));
  }
  return index.has(`${ip} ${port}`);
}

export interface OutsideHost {
  /** The key in `cluster.external`. */
  readonly key: string;
  readonly settings: ExternalHost;
}

const hostsByIP = new WeakMap<World['external'], ReadonlyMap<string, readonly OutsideHost[]>>();

/** Hosts that `cluster.external` gives this address, by name or as an address of its own. */
export function hostsWithAddress(external: World['external'], ip: string): readonly OutsideHost[] {
  let index = hostsByIP.get(external);
  if (!index) {
    const byIP = new Map<string, OutsideHost[]>();
    for (const [key, settings] of Object.entries(external)) {
      for (const address of [key, ...(settings.addresses ?? [])]) {
        const canonical = canonicalIP(address);
        if (canonical === undefined) continue;
        const list = byIP.get(canonical);
        if (list) list.push({ key, settings });
        else byIP.set(canonical, [{ key, settings }]);
      }
    }
    hostsByIP.set(external, (index = byIP));
  }
  return index.get(ip) ?? [];
}
