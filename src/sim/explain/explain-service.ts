/** Why each pod is in a Service's lists or out of them. */
import { selectorOf } from '../api/endpoints/service-gate.ts';
import type { Service, ServicePort } from '../api/objects.ts';
import { get } from '../cluster/cluster.ts';
import type { Explained, PortExplanation, ServiceExplanation } from './explanation.ts';
import { serviceRef } from './label-reasons.ts';
import { listedAddresses, type Listed } from './listed.ts';
import { podRows } from './pod-rows.ts';
import { serviceReasons } from './service-reasons.ts';
import { typedRows } from './typed-rows.ts';

/**
 * Every port with its rows, and what concerns the Service as a whole; undefined when there is no such Service. Linear in the
 * pods; `limit`: rows made at most for pods that the selector does not match, which costs more than all others.
 */
export function explainService(
  state: Explained,
  namespace: string,
  name: string,
  limit = Infinity,
): ServiceExplanation | undefined {
  const service = get(state.cluster, 'services', namespace, name);
  if (!service) return undefined;
  const listed = listedAddresses(state.cluster, service);
  const ports: readonly (ServicePort | undefined)[] = service.spec.ports?.length ? service.spec.ports : [undefined];
  return {
    service: serviceRef(service),
    reasons: serviceReasons(state, service),
    ports: ports.map((port, index) => explainPort(state, service, port, index, listed, limit)),
  };
}

function explainPort(
  state: Explained,
  service: Service,
  port: ServicePort | undefined,
  index: number,
  listed: Listed,
  limit: number,
): PortExplanation {
  const selector = service.spec.type === 'ExternalName' ? undefined : selectorOf(service);
  const typed = typedRows(state.cluster, service, port, index, listed);
  const pods = selector && podRows(state.cluster, service, selector, port, index, listed, limit);
  return {
    name: port?.name ?? '',
    ...(port && { port: port.port, protocol: port.protocol }),
    index,
    rows: [...(pods?.rows ?? []), ...typed.rows],
    more: pods?.more ?? 0,
    reasons: pods ? [] : typed.reasons,
  };
}
