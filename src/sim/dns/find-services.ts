/** From a name below `svc` to the addresses it stands for. */
import { familyOf, parseIP } from '../api/ip.ts';
import type { Endpoint, EndpointSlice, Family, Service } from '../api/objects.ts';
import type { DnsReason } from '../api/reasons.ts';
import type { ObjectRef } from '../api/refs.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { slicesOf } from '../cluster/indexes.ts';
import { endpointName } from './endpoint-name.ts';
import { emptyName, noSuchName, type Match, type Matches } from './matches.ts';
import type { NameParts } from './parse-request.ts';

/**
 * Matches of a name below `svc`, in order of slices, endpoints, addresses and ports.
 * Models CoreDNS plugin/kubernetes findServices, 1.14.7.
 */
export function findServices(cluster: Cluster, parts: NameParts): Matches {
  const { namespace, service: name } = parts;
  if (!get(cluster, 'namespaces', undefined, namespace)) {
    return noSuchName({ code: 'NamespaceNotFound', facts: { namespace } });
  }
  if (name === '') return emptyName({ code: 'NamespaceName', object: refTo('Namespace', '', namespace) });
  const service = get(cluster, 'services', namespace, name);
  if (!service) return noSuchName({ code: 'ServiceNotFound', facts: { namespace, name } });
  if (service.spec.type === 'ExternalName') return findAlias(service, parts);
  if (isHeadless(service) || parts.endpoint !== '') return findEndpoints(cluster, service, parts);
  return findClusterIPs(service, parts);
}

function isHeadless({ spec }: Service): boolean {
  return (spec.clusterIPs?.[0] ?? spec.clusterIP) === 'None';
}

function findAlias(service: Service, { endpoint, port, protocol }: NameParts): Matches {
  const object = refOf(service);
  const host = service.spec.externalName ?? '';
  if (endpoint !== '' || port !== '' || protocol !== '') {
    return noSuchName({ code: 'BelowExternalName', object, path: 'spec.type' });
  }
  if (familyRead(host)) return noSuchName({ code: 'ExternalNameIsAddress', object, path: 'spec.externalName' });
  const reason: DnsReason = {
    code: 'ExternalNameAlias',
    object,
    path: 'spec.externalName',
    facts: { externalName: host },
  };
  return { exists: true, matches: [{ host, port: 0, target: targetOf(service) }], reasons: [reason] };
}

function findClusterIPs(service: Service, parts: NameParts): Matches {
  const object = refOf(service);
  const addresses = service.spec.clusterIPs ?? (service.spec.clusterIP ? [service.spec.clusterIP] : []);
  const ports = portsOrNone(service.spec.ports).filter((port) => matchesPort(parts, port));
  if (ports.length === 0) return noSuchName(portNotFound(service, parts));
  const target = targetOf(service);
  const matches = ports.flatMap(({ port = -1 }) =>
    addresses.map((host) => matchOf(host, familyOf(host), port, target)),
  );
  return { exists: true, matches, reasons: [{ code: 'ClusterIPAnswer', object, path: 'spec.clusterIPs' }] };
}

function findEndpoints(cluster: Cluster, service: Service, parts: NameParts): Matches {
  const slices = slicesOf(cluster, service.metadata.namespace ?? '', service.metadata.name);
  const below = targetOf(service);
  const matches: Match[] = [];
  let named = 0;
  let from: EndpointSlice | undefined;
  for (const { slice, endpoint, address } of readyAddresses(slices)) {
    const label = endpointName(address, endpoint.hostname);
    if (parts.endpoint !== '' && label.toLowerCase() !== parts.endpoint) continue;
    named += 1;
    from ??= slice;
    for (const port of portsOrNone(slice.ports)) {
      if (matchesPort(parts, port))
        matches.push(matchOf(address, familyIn(slice, address), port.port ?? -1, `${label}.${below}`));
    }
  }
  if (matches.length === 0) return noSuchName(whyNoEndpoint(service, parts, named));
  return { exists: true, matches, reasons: foundEndpoints(service, parts, matches, from) };
}

function foundEndpoints(
  service: Service,
  parts: NameParts,
  matches: readonly Match[],
  slice: EndpointSlice | undefined,
): readonly DnsReason[] {
  const count = matches.length;
  const reason: DnsReason =
    parts.endpoint === '' || !slice
      ? { code: 'HeadlessEndpoints', object: refOf(service), path: 'spec.clusterIP', facts: { count } }
      : { code: 'EndpointName', object: refOf(slice), path: 'endpoints', facts: { name: parts.endpoint, count } };
  const alias = matches.find((match) => !match.family);
  if (!alias || !slice) return [reason];
  return [reason, { code: 'FqdnEndpoint', object: refOf(slice), path: 'addressType', facts: { target: alias.host } }];
}

function whyNoEndpoint(service: Service, parts: NameParts, named: number): DnsReason {
  if (named > 0) return portNotFound(service, parts);
  const object = refOf(service);
  if (parts.endpoint === '') return { code: 'HeadlessWithoutEndpoints', object, path: 'spec.clusterIP' };
  return { code: 'EndpointNameNotFound', object, facts: { name: parts.endpoint } };
}

function portNotFound(service: Service, { port, protocol }: NameParts): DnsReason {
  return { code: 'PortNotFound', object: refOf(service), path: 'spec.ports', facts: { port, protocol } };
}

/** Every address of every ready endpoint; a `ready` that is not there counts as ready. */
export function* readyAddresses(
  slices: readonly EndpointSlice[],
): Generator<{ readonly slice: EndpointSlice; readonly endpoint: Endpoint; readonly address: string }> {
  for (const slice of slices) {
    for (const endpoint of slice.endpoints ?? []) {
      if (endpoint.conditions?.ready === false) continue;
      for (const address of endpoint.addresses) yield { slice, endpoint, address };
    }
  }
}

interface NamedPort {
  readonly name?: string;
  readonly protocol?: string;
  readonly port?: number;
}

/** A list without ports counts as one nameless port without a number, so that its addresses are found. */
function portsOrNone(ports: readonly NamedPort[] | null | undefined): readonly NamedPort[] {
  return ports && ports.length > 0 ? ports : [{}];
}

function matchesPort(parts: NameParts, { name = '', protocol = '' }: NamedPort): boolean {
  return (
    (parts.port === '' || parts.port === name.toLowerCase()) &&
    (parts.protocol === '' || parts.protocol === protocol.toLowerCase())
  );
}

/** A slice of host names may hold one that reads as an address, and is served as one. */
function familyIn({ addressType }: EndpointSlice, address: string): Family | undefined {
  return addressType === 'FQDN' ? familyRead(address) : addressType;
}

/** The family of a text that Go reads as an address: one with leading zeros is a name. Models net.ParseIP. */
function familyRead(text: string): Family | undefined {
  const ip = parseIP(text);
  return ip && !ip.leadingZeros ? ip.family : undefined;
}

function matchOf(host: string, family: Family | undefined, port: number, target: string): Match {
  return family ? { host, family, port, target } : { host, port, target };
}

function targetOf(service: Service): string {
  return `${service.metadata.name}.${service.metadata.namespace}.svc`;
}

function refOf(object: Service | EndpointSlice): ObjectRef {
  return refTo(object.kind, object.metadata.namespace ?? '', object.metadata.name);
}

function refTo(kind: string, namespace: string, name: string): ObjectRef {
  return { kind, namespace, name };
}
