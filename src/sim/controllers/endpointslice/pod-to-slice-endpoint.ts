/** One pod as an entry of an EndpointSlice. */
import { endpointHostname, findPort, isPodReady, podIPs } from '../../api/endpoints/pod-to-endpoint.ts';
import { IdentityCache } from '../../api/endpoints/identity-cache.ts';
import { labels } from '../../api/endpoints/service-gate.ts';
import { sortSlicePorts } from '../../api/endpoints/port-hash.ts';
import type { Endpoint, EndpointHints, Family, Node, Pod, Service, SlicePort } from '../../api/objects.ts';

const endpoints = new IdentityCache<Endpoint | undefined>();

/**
 * The entry of a pod, or undefined when it has no address of the family. All three conditions are set; hints only where
 * trafficDistribution asks for them. The same pod gives the same value for every Service that asks the same of it.
 * Models endpointslice/utils.go podToEndpoint, v1.36.
 */
export function podToEndpoint(
  pod: Pod,
  node: Node | undefined,
  service: Service,
  family: Family,
): Endpoint | undefined {
  const hostname = endpointHostname(pod, service);
  const { publishNotReadyAddresses = false, trafficDistribution } = service.spec;
  const inputs = [node, family, hostname, publishNotReadyAddresses, trafficDistribution];
  return endpoints.once(pod, inputs, () =>
    makeEndpoint(pod, node, family, hostname, publishNotReadyAddresses, trafficDistribution),
  );
}

function makeEndpoint(
  pod: Pod,
  node: Node | undefined,
  family: Family,
  hostname: string | undefined,
  publishNotReady: boolean,
  distribution: string | undefined,
): Endpoint | undefined {
  const addresses = podIPs(pod, family);
  if (addresses.length === 0) return undefined;
  const serving = isPodReady(pod);
  const terminating = pod.metadata.deletionTimestamp !== undefined;
  const ready = publishNotReady || (serving && !terminating);
  const { namespace = '', name, uid = '' } = pod.metadata;
  const { nodeName } = pod.spec;
  const zone = node?.metadata.labels?.[labels.zone];
  const hints = ready ? distributionHints(distribution, nodeName, zone) : undefined;
  return {
    addresses,
    conditions: { ready, serving, terminating },
    ...(hostname !== undefined && { hostname }),
    targetRef: { kind: 'Pod', namespace, name, uid },
    ...(nodeName && { nodeName }),
    ...(zone && { zone }),
    ...(hints && { hints }),
  };
}

/** Models endpointslice/trafficdist, v1.36. */
function distributionHints(
  distribution: string | undefined,
  node: string | undefined,
  zone: string | undefined,
): EndpointHints | undefined {
  const forZones = zone ? { forZones: [{ name: zone }] } : undefined;
  if (distribution === 'PreferClose' || distribution === 'PreferSameZone') return forZones;
  if (distribution === 'PreferSameNode' && node) return { ...forZones, forNodes: [{ name: node }] };
  return undefined;
}

/** The slice ports of a pod, in the controllers' order; a named port the pod lacks is left out. Models getEndpointPorts, v1.36. */
export function endpointPorts(pod: Pod, service: Service): readonly SlicePort[] {
  const ports = (service.spec.ports ?? []).flatMap((port) => {
    const number = findPort(pod, port);
    if (number === undefined) return [];
    const { name = '', protocol, appProtocol } = port;
    return [{ name, protocol, port: number, ...(appProtocol !== undefined && { appProtocol }) }];
  });
  return sortSlicePorts(ports);
}
