/** What an update may leave out because the server gave it. */
import type { Service, ServicePort, ServiceSpec } from '../../api/objects.ts';
import { needsClusterIP, needsHealthCheck, needsNodePort } from './service-kinds.ts';

/** Addresses and ports of the stored Service where the new one has none. Models storage patchAllocatedValues, v1.36. */
export function fillInAllocated(service: Service, old: Service): Service {
  let spec = service.spec;
  const before = old.spec;
  if (needsClusterIP(before) && needsClusterIP(spec)) spec = withClusterIPs(spec, before);
  if (needsNodePort(before) && needsNodePort(spec)) spec = withNodePorts(spec, before);
  if (needsHealthCheck(before) && needsHealthCheck(spec) && !spec.healthCheckNodePort && before.healthCheckNodePort)
    spec = { ...spec, healthCheckNodePort: before.healthCheckNodePort };
  return spec === service.spec ? service : { ...service, spec };
}

function withClusterIPs(spec: ServiceSpec, before: ServiceSpec): ServiceSpec {
  const clusterIP = spec.clusterIP ?? before.clusterIP;
  const clusterIPs = spec.clusterIPs ?? before.clusterIPs;
  return { ...spec, ...(clusterIP && { clusterIP }), ...(clusterIPs && { clusterIPs }) };
}

/** Ports keep their node port by name, unless another port of the new list uses it. */
function withNodePorts(spec: ServiceSpec, before: ServiceSpec): ServiceSpec {
  if (!spec.ports) return spec;
  const numbers = (ports: readonly ServicePort[] = []) => new Set(ports.map(({ nodePort }) => nodePort ?? 0));
  const used = numbers(spec.ports);
  const kept = new Set([...numbers(before.ports)].filter((port) => port !== 0 && used.has(port)));
  const byName = new Map((before.ports ?? []).map(({ name = '', nodePort }) => [name, nodePort]));
  const ports = spec.ports.map((port) => {
    const nodePort = byName.get(port.name ?? '');
    return port.nodePort || !nodePort || kept.has(nodePort) ? port : { ...port, nodePort };
  });
  return { ...spec, ports };
}
