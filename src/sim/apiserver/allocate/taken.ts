/** Which addresses and node ports are in use. What no stored Service holds is free again. */
import type { KubeObject, Service } from '../../api/objects.ts';
import { keyOf } from '../../api/refs.ts';
import { originOf, table, type Cluster, type Table } from '../../cluster/cluster.ts';
import { usesNodePorts } from './service-kinds.ts';

/** The same value where the same is in use. */
export interface Taken {
  /** True when another Service than `key` has the address. */
  readonly ip: (ip: string, key: string) => boolean;
  /** True when another Service than `key` has the port, as node port or for health checks. */
  readonly port: (port: number, key: string) => boolean;
}

const known = new WeakMap<Table<Service>, Taken>();

/** Computed once per value of the table, from the one it was made from where it can. */
export function takenIn(cluster: Cluster): Taken {
  const services = table(cluster, 'services');
  let taken = known.get(services);
  if (!taken) known.set(services, (taken = follow(services) ?? collect(services)));
  return taken;
}

/** Key of a Service as `Taken` knows it. */
export function serviceKey(service: Service): string {
  return keyOf(service.metadata.namespace, service.metadata.name);
}

/** What was found after the same writes on the same: few, as only the last texts matter. */
const followers = new WeakMap<Taken, Map<string, Taken>>();
const kept = 8;

function follow(services: Table<Service>): Taken | undefined {
  const origin = originOf(services);
  const before = origin && known.get(origin.base as Table<Service>);
  if (!before) return undefined;
  const written = origin.changes
    .map(({ key }) => [key, claimsOf(origin.base.get(key)), claimsOf(services.get(key))] as const)
    .filter(([, old, now]) => old !== now);
  if (written.length === 0) return before;
  const key = written.map(([name, , now]) => `${name} ${now}`).join('\n');
  let after = followers.get(before);
  if (!after || after.size >= kept) followers.set(before, (after = new Map()));
  let taken = after.get(key);
  if (!taken) after.set(key, (taken = collect(services)));
  return taken;
}

const claims = new WeakMap<KubeObject, string>();

/** Addresses and ports of a Service as a text; "" for none. */
function claimsOf(service: KubeObject | undefined): string {
  if (!service) return '';
  let text = claims.get(service);
  if (text === undefined) {
    const { ips, ports } = inUse((service as Service).spec);
    claims.set(service, (text = [...ips, ...ports].join()));
  }
  return text;
}

function inUse(spec: Service['spec']): { readonly ips: readonly string[]; readonly ports: readonly number[] } {
  const ips = (spec.clusterIPs ?? []).filter((ip) => ip !== 'None');
  if (!usesNodePorts(spec)) return { ips, ports: [] };
  const ports = [...(spec.ports ?? []).map(({ nodePort }) => nodePort), spec.healthCheckNodePort];
  return { ips, ports: ports.flatMap((port) => port || []) };
}

function collect(services: Table<Service>): Taken {
  const owners = { ips: new Map<string, string>(), ports: new Map<number, string>() };
  for (const [key, { spec }] of services) {
    const { ips, ports } = inUse(spec);
    for (const ip of ips) owners.ips.set(ip, key);
    for (const port of ports) owners.ports.set(port, key);
  }
  const byOther =
    <T>(ownerOf: ReadonlyMap<T, string>) =>
    (value: T, key: string) => {
      const owner = ownerOf.get(value);
      return owner !== undefined && owner !== key;
    };
  return { ip: byOther(owners.ips), port: byOther(owners.ports) };
}
