/** Why a pod has no number for a Service port that names one. */
import { searchedContainers } from '../api/endpoints/pod-to-endpoint.ts';
import type { Pod, Service, ServicePort } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { serviceRef } from './label-reasons.ts';
import { nearest } from './nearest.ts';
import { podSource } from './pod-source.ts';

interface FoundPort {
  readonly name: string;
  readonly protocol: string;
  readonly path: string;
}

/** The reason for a named target port that `findPort` does not find on this pod. */
export function portReason(
  cluster: Cluster,
  service: Service,
  pod: Pod,
  port: ServicePort,
  index: number,
): EndpointReason {
  const wanted = String(port.targetPort ?? port.port);
  const { object, prefix } = podSource(cluster, pod);
  const found = namedPorts(pod, `${prefix}spec.`);
  const against = { object: serviceRef(service), path: `spec.ports[${String(index)}].targetPort` };
  const other = found.find(({ name }) => name === wanted);
  if (other) {
    const facts = { wanted, protocol: port.protocol, found: other.protocol };
    return { code: 'PortProtocolDiffers', object, path: `${other.path}.protocol`, against, facts };
  }
  const names = [...new Set(found.map(({ name }) => name))];
  const meant = nearest(wanted, names) ?? (names.length === 1 ? names[0] : undefined);
  const at = found.find(({ name }) => name === meant);
  return {
    code: 'PortNameNotFound',
    object,
    path: at ? `${at.path}.name` : `${prefix}spec.containers[0].ports`,
    against,
    facts: { wanted, found: names, ...(meant !== undefined && { nearest: meant }) },
  };
}

function namedPorts(pod: Pod, base: string): readonly FoundPort[] {
  const { containers, initContainers } = pod.spec;
  return searchedContainers(pod).flatMap((container) => {
    const main = containers.indexOf(container);
    const place =
      main >= 0 ? `containers[${String(main)}]` : `initContainers[${String(initContainers?.indexOf(container) ?? 0)}]`;
    return (container.ports ?? []).flatMap(({ name, protocol = 'TCP' }, i) =>
      name ? [{ name, protocol, path: `${base}${place}.ports[${String(i)}]` }] : [],
    );
  });
}
