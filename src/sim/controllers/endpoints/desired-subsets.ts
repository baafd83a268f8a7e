/** The subsets a Service's Endpoints should hold. */
import {
  findPort,
  endpointHostname,
  isPodReady,
  podIPs,
  shouldPodBeInEndpoints,
} from '../../api/endpoints/pod-to-endpoint.ts';
import { IdentityCache } from '../../api/endpoints/identity-cache.ts';
import { repackSubsets } from '../../api/endpoints/repack-subsets.ts';
import { familiesOf, isHeadless } from '../../api/endpoints/service-gate.ts';
import type {
  EndpointAddress,
  EndpointSubset,
  Family,
  Pod,
  Service,
  ServicePort,
  SubsetPort,
} from '../../api/objects.ts';

interface Lists {
  readonly port: SubsetPort | undefined;
  readonly addresses: EndpointAddress[];
  readonly notReadyAddresses: EndpointAddress[];
}

/**
 * Addresses by port of the pods given, in canonical form and without the limit of 1000 applied.
 * Models pkg/controller/endpoint syncService and addEndpointSubset, v1.36.
 */
export function desiredSubsets(service: Service, pods: readonly Pod[]): readonly EndpointSubset[] {
  const lists = new Map<string, Lists>();
  const publish = service.spec.publishNotReadyAddresses ?? false;
  for (const pod of pods) {
    if (!shouldPodBeInEndpoints(pod, publish)) continue;
    const address = podToEndpointAddress(pod, service);
    if (!address) continue;
    for (const port of portsOn(pod, service)) {
      const list = listOf(lists, port);
      (publish || isPodReady(pod) ? list.addresses : list.notReadyAddresses).push(address);
    }
  }
  return repackSubsets(
    [...lists.values()].map(({ port, ...addresses }) => ({ ...addresses, ...(port && { ports: [port] }) })),
  );
}

const addresses = new IdentityCache<EndpointAddress | undefined>();

/** The address of a pod for a Service; undefined when the pod has none of the Service's first family. */
function podToEndpointAddress(pod: Pod, service: Service): EndpointAddress | undefined {
  const [family = 'IPv4'] = familiesOf(service);
  const hostname = endpointHostname(pod, service);
  return addresses.once(pod, [family, hostname], () => makeAddress(pod, family, hostname));
}

function makeAddress(pod: Pod, family: Family, hostname: string | undefined): EndpointAddress | undefined {
  const [ip] = podIPs(pod, family);
  if (ip === undefined) return undefined;
  const { namespace = '', name, uid = '' } = pod.metadata;
  return {
    ip,
    ...(hostname !== undefined && { hostname }),
    // A pod without a node gives "", which the API server refuses.
    nodeName: pod.spec.nodeName ?? '',
    targetRef: { kind: 'Pod', namespace, name, uid },
  };
}

/** The ports a pod contributes; one undefined for a headless Service without ports. */
function portsOn(pod: Pod, service: Service): readonly (SubsetPort | undefined)[] {
  const ports = service.spec.ports ?? [];
  if (ports.length === 0) return isHeadless(service) ? [undefined] : [];
  return ports.flatMap((port) => {
    const number = findPort(pod, port);
    return number === undefined ? [] : [subsetPort(port, number)];
  });
}

function subsetPort({ name, protocol, appProtocol }: ServicePort, port: number): SubsetPort {
  return { ...(name && { name }), port, protocol, ...(appProtocol !== undefined && { appProtocol }) };
}

function listOf(lists: Map<string, Lists>, port: SubsetPort | undefined): Lists {
  const key = port ? `${port.name ?? ''}|${String(port.port)}|${port.protocol}|${port.appProtocol ?? ''}` : '';
  let list = lists.get(key);
  if (!list) lists.set(key, (list = { port, addresses: [], notReadyAddresses: [] }));
  return list;
}
