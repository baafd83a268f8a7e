/** ClusterIPs: given out, reserved when typed, left alone when nothing is asked. */
import { canonicalIP, inCIDR, addressAt, parseCIDR } from '../../api/ip.ts';
import type { FieldError } from '../../api/field-error.ts';
import type { Service, ServiceSpec } from '../../api/objects.ts';
import type { Allocator } from '../../allocator/allocator.ts';
import { serviceRanges } from '../../allocator/ranges.ts';
import { invalid } from '../field-errors.ts';
import { isHeadless } from './service-kinds.ts';
import { serviceKey, type Taken } from './taken.ts';
import type { SpecOrErrors } from './service-families.ts';

/**
 * Gives every family of the Service an address, from `from` on (1: only the second one). Typed ones are reserved.
 * Models pkg/registry/core/service/storage allocClusterIPs and pkg/registry/core/service/ipallocator, v1.36.
 */
export function allocateClusterIPs(service: Service, from: number, allocator: Allocator, taken: Taken): SpecOrErrors {
  const { spec } = service;
  if (spec.type === 'ExternalName' || isHeadless(spec)) return { spec };
  const { namespace = '', name } = service.metadata;
  const isTaken = (ip: string) => taken.ip(ip, serviceKey(service));
  const clusterIPs: string[] = [...(spec.clusterIPs ?? [])];
  for (const [i, family] of (spec.ipFamilies ?? []).entries()) {
    if (i < from) continue;
    const typed = clusterIPs[i];
    if (typed) {
      const why = refusal(typed, family, isTaken);
      if (why) return { errors: [cannotAllocate(typedIPs(spec), typed, why)] };
    } else {
      clusterIPs[i] = allocator.clusterIP(namespace, name, family, isTaken);
    }
  }
  return { spec: { ...spec, ...(clusterIPs[0] && { clusterIP: clusterIPs[0] }), clusterIPs } };
}

/** On update: a new address where the type or the families ask for one. Models storage updateClusterIPs, v1.36. */
export function updateClusterIPs(service: Service, old: ServiceSpec, allocator: Allocator, taken: Taken): SpecOrErrors {
  const { spec } = service;
  if (old.type === 'ExternalName' && spec.type !== 'ExternalName')
    return allocateClusterIPs(service, 0, allocator, taken);
  if (isHeadless(old) || spec.type === 'ExternalName') return { spec };
  const upgraded = old.ipFamilies?.length === 1 && spec.ipFamilies?.length === 2;
  return upgraded && !isHeadless(spec) ? allocateClusterIPs(service, 1, allocator, taken) : { spec };
}

function refusal(ip: string, family: 'IPv4' | 'IPv6', taken: (ip: string) => boolean): string | undefined {
  const { cidr } = serviceRanges[family];
  const range = parseCIDR(cidr);
  const canonical = canonicalIP(ip) ?? ip;
  const isNetwork = range !== undefined && addressAt(range, 0) === canonical;
  if (isNetwork || !inCIDR(canonical, cidr)) return 'the provided network does not match the current range';
  return taken(canonical) ? 'provided IP is already allocated' : undefined;
}

/** As the server prints them: a family without an address has an empty one. */
function typedIPs({ clusterIPs = [], ipFamilies = [] }: ServiceSpec): string[] {
  return [...clusterIPs, ...Array<string>(Math.max(0, ipFamilies.length - clusterIPs.length)).fill('')];
}

function cannotAllocate(ips: readonly string[], ip: string, why: string): FieldError {
  return invalid('spec.clusterIPs', [...ips], `failed to allocate IP ${ip}: ${why}`);
}
