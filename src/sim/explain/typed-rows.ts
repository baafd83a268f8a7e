/** Rows of a Service without a selector: what someone typed, or the controller left behind. */
import { labels, managers } from '../api/endpoints/service-gate.ts';
import type { Endpoint, EndpointAddress, Endpoints, EndpointSlice, Service, ServicePort } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import type { ObjectRef } from '../api/refs.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { slicesOf } from '../cluster/indexes.ts';
import type { EndpointRow, RowState } from './explanation.ts';
import { serviceRef } from './label-reasons.ts';
import { joinHostPort, type Listed } from './listed.ts';
import { nearest } from './nearest.ts';

/** Typed addresses for one port. A port joins by its name only; where none has it the port-level reason says so. */
export function typedRows(
  cluster: Cluster,
  service: Service,
  port: ServicePort | undefined,
  index: number,
  listed: Listed,
): { readonly rows: readonly EndpointRow[]; readonly reasons: readonly EndpointReason[] } {
  const { namespace = '', name } = service.metadata;
  const endpoints = get(cluster, 'endpoints', namespace, name);
  const slices = slicesOf(cluster, namespace, name).filter(
    (slice) => slice.metadata.labels?.[labels.sliceManagedBy] !== managers.mirroring,
  );
  const lists = [...(endpoints ? listsOfEndpoints(endpoints) : []), ...slices.map(listOfSlice)];
  const rows = lists.flatMap((list) => rowsOf(list, port, listed, service, index));
  const offered = lists.filter((list) => list.entries.length > 0 && list.ports.length > 0);
  if (!port || offered.length === 0 || offered.some((list) => numberIn(list, port) !== undefined))
    return { rows, reasons: [] };
  return { rows, reasons: offered.slice(0, 1).map((list) => portNameDiffers(list, port, service, index)) };
}

interface TypedList {
  readonly object: ObjectRef;
  readonly portsPath: string;
  readonly ports: readonly { readonly name: string; readonly port: number | undefined }[];
  readonly entries: readonly {
    readonly ip: string;
    readonly path: string;
    readonly state: RowState;
    readonly left: boolean;
  }[];
}

function rowsOf(
  list: TypedList,
  port: ServicePort | undefined,
  listed: Listed,
  service: Service,
  index: number,
): readonly EndpointRow[] {
  const number = port && numberIn(list, port);
  const missing = port !== undefined && list.ports.length > 0 && number === undefined;
  return list.entries.map(({ ip, path, state, left }) => ({
    address: joinHostPort(ip, number),
    state: missing ? 'out' : state,
    reason: missing
      ? portNameDiffers(list, port, service, index)
      : { code: left ? 'LeftFromBefore' : 'TypedByHand', object: list.object, path },
    listed: { endpoints: listed.endpoints.has(ip), slice: listed.slices.has(ip) },
  }));
}

function numberIn({ ports }: TypedList, port: ServicePort): number | undefined {
  return ports.find(({ name }) => name === (port.name ?? ''))?.port;
}

function portNameDiffers(list: TypedList, port: ServicePort, service: Service, index: number): EndpointReason {
  const wanted = port.name ?? '';
  const found = list.ports.map(({ name }) => name);
  const suggestion = nearest(wanted, found) ?? (found.length === 1 ? found[0] : undefined);
  const at = Math.max(0, suggestion === undefined ? 0 : found.indexOf(suggestion));
  return {
    code: 'PortNameDiffers',
    object: list.object,
    path: `${list.portsPath}[${String(at)}].name`,
    against: { object: serviceRef(service), path: `spec.ports[${String(index)}].name` },
    facts: { wanted, found, ...(suggestion !== undefined && { nearest: suggestion }) },
  };
}

function listsOfEndpoints({ metadata, subsets = [] }: Endpoints): readonly TypedList[] {
  const { namespace = '', name } = metadata;
  const byController = metadata.labels?.[labels.endpointsManagedBy] === managers.endpoints;
  return subsets.map(({ addresses = [], notReadyAddresses = [], ports = [] }, i) => {
    const base = `subsets[${String(i)}]`;
    // A list the controller wrote and somebody edited keeps its label; what points to no pod was typed.
    const entry = (list: string, state: RowState) => (address: EndpointAddress, j: number) => ({
      ip: address.ip,
      path: `${base}.${list}[${String(j)}].ip`,
      state,
      left: byController && address.targetRef?.kind === 'Pod',
    });
    const entries = [
      ...addresses.map(entry('addresses', 'in')),
      ...notReadyAddresses.map(entry('notReadyAddresses', 'notReady')),
    ];
    const named = ports.map(({ name: portName = '', port }) => ({ name: portName, port }));
    return { object: { kind: 'Endpoints', namespace, name }, portsPath: `${base}.ports`, ports: named, entries };
  });
}

function listOfSlice({ metadata, endpoints, ports }: EndpointSlice): TypedList {
  const { namespace = '', name } = metadata;
  const left = metadata.labels?.[labels.sliceManagedBy] === managers.slices;
  const entries = (endpoints ?? []).flatMap((endpoint, i) =>
    endpoint.addresses.map((ip, j) => ({
      ip,
      path: `endpoints[${String(i)}].addresses[${String(j)}]`,
      state: stateOf(endpoint),
      left,
    })),
  );
  return {
    object: { kind: 'EndpointSlice', namespace, name },
    portsPath: 'ports',
    ports: (ports ?? []).map(({ name: portName = '', port }) => ({ name: portName, port })),
    entries,
  };
}

function stateOf({ conditions }: Endpoint): RowState {
  if (conditions?.ready !== false) return 'in';
  return conditions.terminating ? 'terminating' : 'notReady';
}
