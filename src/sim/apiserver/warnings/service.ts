/** What the server warns of in a Service that it accepts. */
import { formatIP, parseCIDR, parseIP } from '../../api/ip.ts';
import { goQuote } from '../../api/go-text.ts';
import type { Service, ServiceSpec } from '../../api/objects.ts';
import { isHeadless } from '../allocate/service-kinds.ts';

const hintsAnnotation = 'service.kubernetes.io/topology-aware-hints';
const modeAnnotation = 'service.kubernetes.io/topology-mode';

/** Texts after `Warning: `. Models pkg/api/service GetWarningsForService, v1.36. */
export function serviceWarnings({ metadata, spec }: Service): string[] {
  const warnings: string[] = [];
  if (Object.hasOwn(metadata.annotations ?? {}, hintsAnnotation))
    warnings.push(`annotation ${hintsAnnotation} is deprecated, please use ${modeAnnotation} instead`);
  warnings.push(...addressWarnings(spec));
  const external = spec.type === 'ExternalName';
  const headless = isHeadless(spec);
  const externalIPs = (spec.externalIPs?.length ?? 0) > 0;
  if (external && externalIPs) warnings.push('spec.externalIPs is ignored when spec.type is "ExternalName"');
  if (!external && spec.externalName)
    warnings.push('spec.externalName is ignored when spec.type is not "ExternalName"');
  if (headless) warnings.push(...headlessWarnings(spec));
  if (externalIPs && !external && !headless)
    warnings.push('spec.externalIPs is deprecated and may no longer be implemented in some clusters');
  if (spec.trafficDistribution === 'PreferClose')
    warnings.push('spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"');
  return warnings;
}

function headlessWarnings(spec: ServiceSpec): string[] {
  const ignored = [
    ...(spec.loadBalancerIP ? ['loadBalancerIP'] : []),
    ...((spec.externalIPs?.length ?? 0) > 0 ? ['externalIPs'] : []),
    ...(spec.sessionAffinity === 'None' ? [] : ['SessionAffinity']),
  ];
  return ignored.map((field) => `spec.${field} is ignored for headless services`);
}

function addressWarnings(spec: ServiceSpec): string[] {
  return [
    ...(spec.clusterIPs ?? []).flatMap((ip, i) => ipWarnings(`spec.clusterIPs[${i}]`, ip)),
    ...(spec.externalIPs ?? []).flatMap((ip, i) => ipWarnings(`spec.externalIPs[${i}]`, ip)),
    ...(spec.loadBalancerIP ? ipWarnings('spec.loadBalancerIP', spec.loadBalancerIP) : []),
    ...(spec.loadBalancerSourceRanges ?? []).flatMap((range, i) =>
      cidrWarnings(`spec.loadBalancerSourceRanges[${i}]`, range.trim()),
    ),
  ];
}

/** Models pkg/api/util GetWarningsForIP, v1.36: IPv6 addresses that are not in their one right spelling. */
export function ipWarnings(path: string, value: string): string[] {
  const ip = parseIP(value);
  if (!ip || ip.family === 'IPv4' || formatIP(ip) === value) return [];
  const canonical = goQuote(formatIP(ip));
  return [`${path}: IPv6 address ${goQuote(value)} should be in RFC 5952 canonical format (${canonical})`];
}

function cidrWarnings(path: string, value: string): string[] {
  const range = parseCIDR(value);
  if (!range || range.address.family === 'IPv4') return [];
  const canonical = `${formatIP(range.address)}/${range.bits}`;
  if (canonical === value) return [];
  return [`${path}: IPv6 CIDR value ${goQuote(value)} should be in RFC 5952 canonical format (${goQuote(canonical)})`];
}
