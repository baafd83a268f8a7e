/** The subsets a Service's Endpoints should hold. */
import {
  findPort,
  endpointHostname,
  isPodReady,
  podIPs,
  shouldPodBeInEndpoints,
} from '../../api/endpoints/pod-to-endpoint.ts';
import { IdentityCache } from '../../api/endpoints/identity-cache.ts';
import { podsByPorts } from '../../api/endpoints/pods-by-ports.ts';
import { sortSubsetPorts } from '../../api/endpoints/port-hash.ts';
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

/**
 * Addresses by port of the pods given, in canonical form and without the limit of 1000 applied.
 * Models pkg/controller/endpoint syncService and addEndpointSubset, v1.36.
 */
export function desiredSubsets(service: Service, pods: readonly Pod[]): readonly EndpointSubset[] {
  const groups = podsByPorts(pods, (pod) => portsOn(pod, service), portsKey);
  const subsets = groups.flatMap((group) => subsetsOf(listOnce(service, group.pods), group.ports));
  return groups.length > 1 ? repackSubsets(subsets) : subsets;
}

type Addresses = Pick<EndpointSubset, 'addresses' | 'notReadyAddresses'>;

const lists = new IdentityCache<Addresses | undefined>();

/** The addresses of pods, the same value for every Service that asks the same of them; undefined if there are none. */
function listOnce(service: Service, pods: readonly Pod[]): Addresses | undefined {
  const { metadata, spec } = service;
  const publish = spec.publishNotReadyAddresses ?? false;
  const inputs = [publish, familiesOf(service)[0], metadata.namespace, metadata.name];
  return lists.once(pods, inputs, () => listAddresses(service, pods, publish));
}

function listAddresses(service: Service, pods: readonly Pod[], publish: boolean): Addresses | undefined {
  const ready: EndpointAddress[] = [];
  const notReady: EndpointAddress[] = [];
  for (const pod of pods) {
    if (!shouldPodBeInEndpoints(pod, publish)) continue;
    const address = podToEndpointAddress(pod, service);
    if (address) (publish || isPodReady(pod) ? ready : notReady).push(address);
  }
  return repackSubsets([{ addresses: ready, notReadyAddresses: notReady }])[0];
}

function subsetsOf(addresses: Addresses | undefined, ports: Ports): readonly EndpointSubset[] {
  if (!addresses || ports.length === 0) return [];
  const typed = new Map(ports.flatMap((port) => (port ? [[portKey(port), port] as const] : [])));
  return [{ ...addresses, ...(typed.size > 0 && { ports: sortSubsetPorts([...typed.values()]) }) }];
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
  // The fields stand in the order in which they are stored, so that what is stored is this very value.
  return {
    ...(hostname !== undefined && { hostname }),
    ip,
    // A pod without a node gives "", which the API server refuses.
    nodeName: pod.spec.nodeName ?? '',
    targetRef: { kind: 'Pod', name, namespace, uid },
  };
}

type Ports = readonly (SubsetPort | undefined)[];

/** The ports a pod contributes; one undefined for a headless Service without ports. */
function portsOn(pod: Pod, service: Service): Ports {
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

function portsKey(ports: Ports): string {
  return ports.map((port) => (port ? portKey(port) : 'none')).join();
}

function portKey({ name, port, protocol, appProtocol }: SubsetPort): string {
  return JSON.stringify([name ?? '', port, protocol, appProtocol ?? null]);
}
