/** Node ports and the port of health checks. */
import type { Service, ServicePort, ServiceSpec } from '../../api/objects.ts';
import type { Allocator } from '../../allocator/allocator.ts';
import { nodePortRange } from '../../allocator/ranges.ts';
import { invalid } from '../field-errors.ts';
import { needsHealthCheck, needsNodePort, usesNodePorts } from './service-kinds.ts';
import { serviceKey, type Taken } from './taken.ts';
import type { SpecOrErrors } from './service-families.ts';

export type PortsOrErrors =
  | SpecOrErrors
  | { readonly internal: string }
  /** An error without a reason, which the server passes on as it is. */
  | { readonly unknown: string };

/** Gives out and reserves ports for one Service; a port that it reserved is taken for its other ports, too. */
class PortOperation {
  readonly #service: Service;
  readonly #allocator: Allocator;
  readonly #taken: Taken;
  readonly #own = new Set<number>();

  constructor(service: Service, allocator: Allocator, taken: Taken) {
    this.#service = service;
    this.#allocator = allocator;
    this.#taken = taken;
  }

  /** Why a typed port cannot be had, or undefined and it is reserved. */
  reserve(port: number): string | undefined {
    const { first, last } = nodePortRange;
    if (port < first || port > last)
      return `provided port is not in the valid range. The range of valid ports is ${first}-${last}`;
    if (this.#isTaken(port)) return 'provided port is already allocated';
    this.#own.add(port);
    return undefined;
  }

  next({ name = '', protocol, port }: ServicePort): number {
    const { namespace = '', name: service } = this.#service.metadata;
    const nodePort = this.#allocator.nodePort(namespace, service, { name, protocol, port }, (p) => this.#isTaken(p));
    this.#own.add(nodePort);
    return nodePort;
  }

  nextHealthCheck(): number {
    const { namespace = '', name } = this.#service.metadata;
    return this.#allocator.healthCheckNodePort(namespace, name, (port) => this.#isTaken(port));
  }

  #isTaken(port: number): boolean {
    return this.#own.has(port) || this.#taken.port(port, serviceKey(this.#service));
  }
}

/** Models pkg/registry/core/service/storage txnAllocNodePorts and initNodePorts, v1.36. */
export function allocateNodePorts(service: Service, allocator: Allocator, taken: Taken): PortsOrErrors {
  const operation = new PortOperation(service, allocator, taken);
  const { spec } = service;
  const typed = spec.ports ?? [];
  const byPort = new Map<number, number>();
  const ports: ServicePort[] = [];
  for (const [i, port] of typed.entries()) {
    if (!usesNodePorts(spec) || (!port.nodePort && !needsNodePort(spec))) {
      ports.push(port);
      continue;
    }
    // One port number on two protocols shares a node port, wherever in the list it was typed.
    const shared = byPort.get(port.port) ?? typed.find((p) => p.port === port.port && p.nodePort)?.nodePort;
    const wanted = port.nodePort || shared;
    if (wanted && wanted !== byPort.get(port.port)) {
      const why = operation.reserve(wanted);
      if (why) return { errors: [invalid(`spec.ports[${i}].nodePort`, wanted, why)] };
    }
    const nodePort = wanted || operation.next(port);
    if (!byPort.has(port.port)) byPort.set(port.port, nodePort);
    ports.push({ ...port, nodePort });
  }
  return allocateHealthCheck(withPorts(spec, ports), operation);
}

/** Models pkg/registry/core/service/storage txnUpdateNodePorts, v1.36. */
export function updateNodePorts(service: Service, old: ServiceSpec, allocator: Allocator, taken: Taken): PortsOrErrors {
  const operation = new PortOperation(service, allocator, taken);
  const { spec } = service;
  const held = new Set((old.ports ?? []).flatMap(({ nodePort }) => (nodePort ? [nodePort] : [])));
  if (!usesNodePorts(spec)) return updateHealthCheck(spec, old, operation);
  const known = new Set(held);
  const used = new Set<string>();
  for (const [i, { protocol, nodePort }] of (spec.ports ?? []).entries()) {
    if (!nodePort) continue;
    const why = known.has(nodePort) ? undefined : operation.reserve(nodePort);
    if (why) return { errors: [invalid(`spec.ports[${i}].nodePort`, nodePort, why)] };
    known.add(nodePort);
    if (used.has(`${protocol}/${nodePort}`)) return { unknown: `duplicate nodePort: {${protocol} ${nodePort}}` };
    used.add(`${protocol}/${nodePort}`);
  }
  for (const nodePort of held) operation.reserve(nodePort);
  const ports = (spec.ports ?? []).map((port) =>
    port.nodePort || !needsNodePort(spec) ? port : { ...port, nodePort: operation.next(port) },
  );
  return updateHealthCheck(withPorts(spec, ports), old, operation);
}

function allocateHealthCheck(spec: ServiceSpec, operation: PortOperation): PortsOrErrors {
  if (!needsHealthCheck(spec)) return { spec };
  const typed = spec.healthCheckNodePort;
  if (!typed) return { spec: { ...spec, healthCheckNodePort: operation.nextHealthCheck() } };
  const why = operation.reserve(typed);
  return why ? { internal: `failed to allocate requested HealthCheck NodePort ${typed}: ${why}` } : { spec };
}

/** Models pkg/registry/core/service/storage updateHealthCheckNodePort, v1.36. */
function updateHealthCheck(spec: ServiceSpec, old: ServiceSpec, operation: PortOperation): PortsOrErrors {
  return needsHealthCheck(old) ? { spec } : allocateHealthCheck(spec, operation);
}

function withPorts(spec: ServiceSpec, ports: readonly ServicePort[]): ServiceSpec {
  return spec.ports ? { ...spec, ports } : spec;
}
