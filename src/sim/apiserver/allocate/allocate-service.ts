/** Allocation of a Service, on creation and on update: families, then addresses, then ports. The first error ends it. */
import type { Family, Service } from '../../api/objects.ts';
import type { Allocator } from '../../allocator/allocator.ts';
import type { FieldError } from '../../api/field-error.ts';
import { without } from '../without.ts';
import { allocateClusterIPs, updateClusterIPs } from './cluster-ips.ts';
import { fillInAllocated } from './fill-in-allocated.ts';
import { allocateNodePorts, updateNodePorts, type PortsOrErrors } from './node-ports.ts';
import { initFamilies } from './service-families.ts';
import { sameList } from './service-kinds.ts';
import type { Taken } from './taken.ts';

export type AllocatedService =
  | { readonly service: Service }
  | { readonly errors: readonly FieldError[] }
  /** An error of the server's own kind: `Internal error occurred: …`. */
  | { readonly internal: string }
  /** An error without a reason: `Error from server: …`. */
  | { readonly unknown: string };

interface Sources {
  readonly allocator: Allocator;
  readonly families: readonly Family[];
  readonly taken: Taken;
}

type Step = (service: Service) => PortsOrErrors;

/** Models pkg/registry/core/service/storage beginCreate, v1.36. */
export function allocateNewService(service: Service, { allocator, families, taken }: Sources): AllocatedService {
  const { clusterIP, clusterIPs } = service.spec;
  const spec = clusterIP && !clusterIPs ? { ...service.spec, clusterIPs: [clusterIP] } : service.spec;
  return run({ ...service, spec }, [
    (now) => initFamilies(now.spec, undefined, families),
    (now) => allocateClusterIPs(now, 0, allocator, taken),
    (now) => allocateNodePorts(now, allocator, taken),
  ]);
}

/** Models pkg/registry/core/service/storage beginUpdate, v1.36. */
export function allocateServiceUpdate(
  service: Service,
  old: Service,
  { allocator, families, taken }: Sources,
): AllocatedService {
  const filled = linkClusterIPs(fillInAllocated(service, old), old);
  const kept = old.spec;
  return run(filled, [
    (now) => initFamilies(now.spec, kept, families),
    (now) => updateClusterIPs(now, kept, allocator, taken),
    (now) => updateNodePorts(now, kept, allocator, taken),
  ]);
}

function run(service: Service, steps: readonly Step[]): AllocatedService {
  let now = service;
  for (const step of steps) {
    const result = step(now);
    if (!('spec' in result)) return result;
    if (result.spec !== now.spec) now = { ...now, spec: result.spec };
  }
  return { service: now };
}

/** clusterIP and clusterIPs say the same: a client that changed only one means both. Models normalizeClusterIPs, v1.36. */
function linkClusterIPs(service: Service, old: Service): Service {
  const { spec } = service;
  const before = old.spec;
  const same = sameList(spec.clusterIPs, before.clusterIPs);
  if (spec.clusterIP === before.clusterIP) {
    const cleared = (before.clusterIPs?.length ?? 0) > 0 && !spec.clusterIPs;
    return cleared && before.clusterIPs ? { ...service, spec: { ...spec, clusterIPs: before.clusterIPs } } : service;
  }
  if (!same && spec.clusterIPs) return service;
  if (!spec.clusterIP) return { ...service, spec: without(spec, 'clusterIPs') };
  return same ? { ...service, spec: { ...spec, clusterIPs: [spec.clusterIP] } } : service;
}
