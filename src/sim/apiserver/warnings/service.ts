/** What the server warns of in a Service that it accepts. */
import { formatIP, parseCIDR, parseIP } from '../../api/ip.ts';
import { goQuote } from '../../api/go-text.ts';
import type { Service, ServiceSpec } from '../../api/objects.ts';

const hintsAnnotation = 'service.kubernetes.io/topology-aware-hints';
const modeAnnotation = 'service.kubernetes.io/topology-mode';

/** Texts after `Warning: `. Models pkg/api/service GetWarningsForService, v1.36. */
export function serviceWarnings({ metadata, spec }: Service): string[] {
  const warnings: string[] = [];
  if (Object.hasOwn(metadata.annotations ?? {}, hintsAnnotation))
    warnings.push(`annotation ${hintsAnnotation} is deprecated, please use ${modeAnnotation} instead`);
  warnings.push(...listWarnings('clusterIPs', spec.clusterIPs));
  const external = spec.type === 'ExternalName';
  const headless = spec.type === 'ClusterIP' && spec.clusterIP === 'None';
  const externalIPs = (spec.externalIPs?.length ?? 0) > 0;
  if (headless) warnings.push(...headlessWarnings(spec));
  warnings.push(...listWarnings('externalIPs', spec.externalIPs));
  if (externalIPs && !external && !headless)
    warnings.push('spec.externalIPs is deprecated and may no longer be implemented in some clusters');
  warnings.push(...loadBalancerWarnings(spec));
  if (external && externalIPs) warnings.push('spec.externalIPs is ignored when spec.type is "ExternalName"');
  if (!external && spec.externalName)
    warnings.push('spec.externalName is ignored when spec.type is not "ExternalName"');
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

function listWarnings(field: string, ips: readonly string[] = []): string[] {
  return ips.flatMap((ip, i) => ipWarnings(`spec.${field}[${i}]`, ip));
}

/** Nobody checks loadBalancerIP when it is stored, so it may have any spelling. */
function loadBalancerWarnings({ loadBalancerIP, loadBalancerSourceRanges = [] }: ServiceSpec): string[] {
  return [
    ...(loadBalancerIP ? ipWarnings('spec.loadBalancerIP', loadBalancerIP) : []),
    ...loadBalancerSourceRanges.flatMap((range, i) => cidrWarnings(`spec.loadBalancerSourceRanges[${i}]`, range)),
  ];
}

/** Addresses that are not in their one right spelling. Models apimachinery/pkg/util/validation GetWarningsForIP, v1.36. */
export function ipWarnings(path: string, value: string): string[] {
  const ip = parseIP(value);
  if (!ip || formatIP(ip) === value) return [];
  const canonical = goQuote(formatIP(ip));
  if (ip.leadingZeros || ip.mapped)
    return [`${path}: non-standard IP address ${goQuote(value)} is invalid: use ${canonical}`];
  return [`${path}: IPv6 address ${goQuote(value)} should be in RFC 5952 canonical format (${canonical})`];
}

function cidrWarnings(path: string, value: string): string[] {
  const range = parseCIDR(value);
  if (!range || range.address.family === 'IPv4') return [];
  const canonical = `${formatIP(range.address)}/${range.bits}`;
  if (canonical === value) return [];
  return [`${path}: IPv6 CIDR value ${goQuote(value)} should be in RFC 5952 canonical format (${goQuote(canonical)})`];
}
