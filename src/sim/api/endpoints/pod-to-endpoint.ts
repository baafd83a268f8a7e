/** What a pod is for a Service: whether it counts, whether it is ready, its address, its port and its host name. */
import { canonicalIP, familyOf } from '../ip.ts';
import type { Container, Family, Pod, Service, ServicePort } from '../objects.ts';

/** Finished: phase Succeeded or Failed. Models pkg/api/v1/pod IsPodTerminal, v1.36. */
export function isPodTerminal(pod: Pod): boolean {
  return pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';
}

/** Condition Ready is True. A pod without the condition is not ready. */
export function isPodReady(pod: Pod): boolean {
  return pod.status.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;
}

/** Whether a pod is listed at all. Models endpointslice/util ShouldPodBeInEndpoints, v1.36. */
export function shouldPodBeInEndpoints(pod: Pod, includeTerminating: boolean): boolean {
  if (isPodTerminal(pod)) return false;
  if (!pod.status.podIP && !pod.status.podIPs?.length) return false;
  return includeTerminating || pod.metadata.deletionTimestamp === undefined;
}

const addressesOf = new WeakMap<Pod['status'], Map<Family, readonly string[]>>();

/** The pod's addresses of one family in canonical form; empty if it has none. */
export function podIPs(pod: Pod, family: Family): readonly string[] {
  let known = addressesOf.get(pod.status);
  if (!known) addressesOf.set(pod.status, (known = new Map()));
  let addresses = known.get(family);
  if (!addresses) known.set(family, (addresses = readIPs(pod, family)));
  return addresses;
}

function readIPs(pod: Pod, family: Family): readonly string[] {
  const ips = pod.status.podIPs ?? (pod.status.podIP ? [{ ip: pod.status.podIP }] : []);
  return ips.flatMap(({ ip }) => (familyOf(ip) === family ? [canonicalIP(ip) ?? ip] : []));
}

/** The host name an endpoint carries: the pod's own, if its subdomain is the Service. Models ShouldSetHostname, v1.36. */
export function endpointHostname(pod: Pod, service: Service): string | undefined {
  const { hostname, subdomain } = pod.spec;
  return hostname && subdomain === service.metadata.name && pod.metadata.namespace === service.metadata.namespace
    ? hostname
    : undefined;
}

/**
 * The number behind a Service port on this pod; undefined when it names a port that no container has under this protocol.
 * Containers are searched in order, then sidecars. Models pkg/api/v1/pod FindPort, v1.36.
 */
export function findPort(pod: Pod, servicePort: ServicePort): number | undefined {
  const target = servicePort.targetPort ?? servicePort.port;
  if (typeof target === 'number') return target;
  for (const container of searchedContainers(pod)) {
    for (const port of container.ports ?? []) {
      if (port.name === target && (port.protocol ?? 'TCP') === servicePort.protocol) return port.containerPort;
    }
  }
  return undefined;
}

/** Containers whose ports count: those of the pod, then its restartable init containers (sidecars). */
export function searchedContainers(pod: Pod): readonly Container[] {
  const sidecars = pod.spec.initContainers?.filter((container) => container.restartPolicy === 'Always');
  return sidecars?.length ? [...pod.spec.containers, ...sidecars] : pod.spec.containers;
}
