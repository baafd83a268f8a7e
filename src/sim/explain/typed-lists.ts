/** Lists that no controller keeps: Endpoints and slices typed by somebody, or left behind. */
import { labels, managers } from '../api/endpoints/service-gate.ts';
import { canonicalIP, familyOf } from '../api/ip.ts';
import type { Endpoint, EndpointAddress, Endpoints, EndpointSlice, Family, Service } from '../api/objects.ts';
import type { ObjectRef } from '../api/refs.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { slicesOf } from '../cluster/indexes.ts';
import type { RowState } from './explanation.ts';

export interface TypedPort {
  readonly name: string;
  readonly protocol: string;
  /** Absent: a slice's port without a number. */
  readonly port: number | undefined;
}

export interface TypedEntry {
  /** As it is typed. */
  readonly ip: string;
  /** Undefined for a host name. */
  readonly family: Family | undefined;
  /** As slices write it. */
  readonly canonical: string;
  readonly path: string;
  readonly state: Exclude<RowState, 'out'>;
  /** A controller wrote it and keeps it no more. */
  readonly left: boolean;
  /** Not the first address of its endpoint. */
  readonly further: boolean;
}

export interface TypedList {
  readonly object: ObjectRef;
  readonly portsPath: string;
  readonly ports: readonly TypedPort[];
  readonly entries: readonly TypedEntry[];
}

/** Slices of a Service that no controller of its own wrote. */
export function foreignSlices(cluster: Cluster, service: Service): readonly TypedList[] {
  return slicesIn(cluster, service)
    .filter(({ metadata }) => metadata.labels?.[labels.sliceManagedBy] !== managers.slices)
    .map(listOfSlice);
}

/** The Service's Endpoints, a list per subset, then its slices. Mirrored slices are the Endpoints themselves. */
export function typedLists(cluster: Cluster, service: Service): readonly TypedList[] {
  const { namespace = '', name } = service.metadata;
  const endpoints = get(cluster, 'endpoints', namespace, name);
  return [...(endpoints ? listsOfEndpoints(endpoints) : []), ...slicesIn(cluster, service).map(listOfSlice)];
}

function slicesIn(cluster: Cluster, { metadata: { namespace = '', name } }: Service): readonly EndpointSlice[] {
  return slicesOf(cluster, namespace, name).filter(
    ({ metadata }) => metadata.labels?.[labels.sliceManagedBy] !== managers.mirroring,
  );
}

function listsOfEndpoints({ metadata, subsets = [] }: Endpoints): readonly TypedList[] {
  const { namespace = '', name } = metadata;
  const byController = metadata.labels?.[labels.endpointsManagedBy] === managers.endpoints;
  // In both lists of the same ports, "not ready" wins.
  const keyOf = (ports: unknown, ip: string): string => `${JSON.stringify(ports ?? [])} ${canonicalIP(ip) ?? ip}`;
  const unready = new Set(
    subsets.flatMap(({ notReadyAddresses = [], ports }) => notReadyAddresses.map(({ ip }) => keyOf(ports, ip))),
  );
  return subsets.map(({ addresses = [], notReadyAddresses = [], ports = [] }, i) => {
    const base = `subsets[${String(i)}]`;
    // A list the controller wrote and somebody edited keeps its label; what points to no pod was typed.
    const entry =
      (list: string) =>
      ({ ip, targetRef }: EndpointAddress, j: number): TypedEntry => ({
        ip,
        family: familyOf(ip),
        canonical: canonicalIP(ip) ?? ip,
        path: `${base}.${list}[${String(j)}].ip`,
        state: unready.size > 0 && unready.has(keyOf(ports, ip)) ? 'notReady' : 'in',
        left: byController && targetRef?.kind === 'Pod',
        further: false,
      });
    return {
      object: { kind: 'Endpoints', namespace, name },
      portsPath: `${base}.ports`,
      ports: ports.map(({ name: portName = '', protocol, port }) => ({ name: portName, protocol, port })),
      entries: [...addresses.map(entry('addresses')), ...notReadyAddresses.map(entry('notReadyAddresses'))],
    };
  });
}

function listOfSlice({ metadata, addressType, endpoints, ports }: EndpointSlice): TypedList {
  const { namespace = '', name } = metadata;
  const left = metadata.labels?.[labels.sliceManagedBy] === managers.slices;
  const entries = (endpoints ?? []).flatMap((endpoint, i) =>
    endpoint.addresses.map((ip, j) => ({
      ip,
      family: addressType === 'FQDN' ? undefined : addressType,
      canonical: ip,
      path: `endpoints[${String(i)}].addresses[${String(j)}]`,
      state: stateOf(endpoint),
      left,
      further: j > 0,
    })),
  );
  return {
    object: { kind: 'EndpointSlice', namespace, name },
    portsPath: 'ports',
    ports: (ports ?? []).map(({ name: portName = '', protocol = 'TCP', port }) => ({ name: portName, protocol, port })),
    entries,
  };
}

function stateOf({ conditions }: Endpoint): TypedEntry['state'] {
  if (conditions?.ready !== false) return 'in';
  return conditions.terminating ? 'terminating' : 'notReady';
}
