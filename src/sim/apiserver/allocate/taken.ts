/** Which addresses and node ports are in use. What no stored Service holds is free again. */
import type { Service } from '../../api/objects.ts';
import { keyOf } from '../../api/refs.ts';
import { table, type Cluster, type Table } from '../../cluster/cluster.ts';
import { usesNodePorts } from './service-kinds.ts';

export interface Taken {
  /** True when another Service than `key` has the address. */
  readonly ip: (ip: string, key: string) => boolean;
  /** True when another Service than `key` has the port, as node port or for health checks. */
  readonly port: (port: number, key: string) => boolean;
  /** Equal where all this is the same. */
  readonly signature: string;
}

const known = new WeakMap<Table<Service>, Taken>();

/** Computed once per value of the table. */
export function takenIn(cluster: Cluster): Taken {
  const services = table(cluster, 'services');
  let taken = known.get(services);
  if (!taken) known.set(services, (taken = collect(services)));
  return taken;
}

/** Key of a Service as `Taken` knows it. */
export function serviceKey(service: Service): string {
  return keyOf(service.metadata.namespace, service.metadata.name);
}

function collect(services: Table<Service>): Taken {
  const ips = new Map<string, string>();
  const ports = new Map<number, string>();
  for (const [key, { spec }] of services) {
    for (const ip of spec.clusterIPs ?? []) if (ip !== 'None') ips.set(ip, key);
    if (!usesNodePorts(spec)) continue;
    for (const { nodePort } of spec.ports ?? []) if (nodePort) ports.set(nodePort, key);
    if (spec.healthCheckNodePort) ports.set(spec.healthCheckNodePort, key);
  }
  const byOther =
    <T>(owners: ReadonlyMap<T, string>) =>
    (value: T, key: string) => {
      const owner = owners.get(value);
      return owner !== undefined && owner !== key;
    };
  return { ip: byOther(ips), port: byOther(ports), signature: [...ips, ...ports].join() };
}
