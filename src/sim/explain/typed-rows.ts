/** Rows of addresses that someone typed, or that a controller left behind. */
import { familiesOf, selectorOf } from '../api/endpoints/service-gate.ts';
import type { Service, ServicePort } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import type { EndpointRow, RowState } from './explanation.ts';
import { serviceRef } from './label-reasons.ts';
import { joinHostPort, type Listed } from './listed.ts';
import { nearest } from './nearest.ts';
import { notMirrored } from './service-reasons.ts';
import { foreignSlices, typedLists, type TypedEntry, type TypedList } from './typed-lists.ts';

/**
 * Typed addresses for one port; under a selector only those of other writers' slices, for the controllers' own are the pods
 * themselves. Ports join by name and protocol; where no list has it, the port-level reason says so. A
 * headless Service joins nothing: DNS serves every address.
 */
export function typedRows(
  cluster: Cluster,
  service: Service,
  port: ServicePort | undefined,
  index: number,
  listed: Listed,
): { readonly rows: readonly EndpointRow[]; readonly reasons: readonly EndpointReason[] } {
  const isAlias = service.spec.type === 'ExternalName';
  const controlled = !isAlias && selectorOf(service) !== undefined;
  const lists = (controlled ? foreignSlices : typedLists)(cluster, service).filter(({ entries }) => entries.length > 0);
  const headless = service.spec.clusterIP === 'None';
  const faults = lists.map((list) => (port && !headless ? portFault(list, port, service, index) : undefined));
  const rows = lists.flatMap((list, i) => {
    const number = port && numberIn(list, port);
    return list.entries.map((entry) => {
      const [state, reason] = causeOf(cluster, service, list, entry, faults[i], listed);
      return {
        address: joinHostPort(entry.ip, number),
        state,
        reason,
        listed: { endpoints: listed.endpoints.has(entry.ip), slice: listed.slices.has(entry.canonical) },
      };
    });
  });
  return {
    rows,
    reasons: isAlias || faults.includes(undefined) ? [] : faults.flatMap((fault) => fault ?? []).slice(0, 1),
  };
}

function causeOf(
  cluster: Cluster,
  service: Service,
  { object }: TypedList,
  entry: TypedEntry,
  fault: EndpointReason | undefined,
  listed: Listed,
): readonly [RowState, EndpointReason] {
  const { path, state, left } = entry;
  const unused = unusedReason(cluster, service, object, entry, listed) ?? fault;
  if (unused) return ['out', unused];
  if (left) return [state, { code: 'LeftFromBefore', object, path }];
  if (state === 'in') return [state, { code: 'TypedByHand', object, path }];
  return [state, { code: 'TypedNotReady', object, path, facts: { terminating: state === 'terminating' } }];
}

/** Why nobody uses a listed address, whatever its port. */
function unusedReason(
  cluster: Cluster,
  service: Service,
  object: TypedList['object'],
  { path, family, canonical, further }: TypedEntry,
  listed: Listed,
): EndpointReason | undefined {
  const { type, clusterIP } = service.spec;
  if (type === 'ExternalName')
    return { code: 'ExternalNameHasNoEndpoints', object: serviceRef(service), path: 'spec.type' };
  if (object.kind === 'Endpoints' && !listed.slices.has(canonical)) {
    const endpoints = get(cluster, 'endpoints', object.namespace, object.name);
    const marked = endpoints && notMirrored(endpoints);
    return marked ?? { code: 'OverCapacity', object, path, facts: { limit: 1000 } };
  }
  if (clusterIP === 'None') return undefined;
  const families = familiesOf(service);
  if (family === undefined || !families.includes(family)) {
    const against = { object: serviceRef(service), path: 'spec.ipFamilies' };
    return { code: 'FamilyAbsent', object, path, against, facts: { families } };
  }
  return further ? { code: 'NotFirstAddress', object, path } : undefined;
}

/** Why no port of a list joins a Service port. */
function portFault(list: TypedList, port: ServicePort, service: Service, index: number): EndpointReason | undefined {
  if (numberIn(list, port) !== undefined) return undefined;
  const { object, portsPath } = list;
  const base = `spec.ports[${String(index)}]`;
  const same = list.ports.findIndex(({ name }) => name === (port.name ?? ''));
  if (same >= 0 || list.ports.length === 0) {
    const found = list.ports[same];
    if (!found || found.port === undefined) return { code: 'PortsMissing', object, path: portsPath };
    return {
      code: 'PortProtocolDiffers',
      object,
      path: `${portsPath}[${String(same)}].protocol`,
      against: { object: serviceRef(service), path: `${base}.protocol` },
      facts: { wanted: found.name, protocol: port.protocol, found: found.protocol },
    };
  }
  return portNameDiffers(list, port, service, base);
}

/** The number to which a Service port leads by this list. */
function numberIn({ ports }: TypedList, { name = '', protocol }: ServicePort): number | undefined {
  return ports.find((port) => port.name === name && port.protocol === protocol && port.port !== undefined)?.port;
}

function portNameDiffers(list: TypedList, port: ServicePort, service: Service, base: string): EndpointReason {
  const wanted = port.name ?? '';
  const found = list.ports.map(({ name }) => name);
  const suggestion = nearest(wanted, found) ?? (found.length === 1 ? found[0] : undefined);
  const at = Math.max(0, suggestion === undefined ? 0 : found.indexOf(suggestion));
  return {
    code: 'PortNameDiffers',
    object: list.object,
    path: `${list.portsPath}[${String(at)}].name`,
    against: { object: serviceRef(service), path: `${base}.name` },
    facts: { wanted, found, ...(suggestion !== undefined && { nearest: suggestion }) },
  };
}
