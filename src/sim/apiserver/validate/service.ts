/** A Service, in the order of the server's own checks. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isDNS1123Subdomain, isPortNumber, isQualifiedName } from '../../api/names.ts';
import type { Service, ServiceSpec } from '../../api/objects.ts';
import { isHeadless, needsHealthCheck } from '../allocate/service-kinds.ts';
import { externallyAccessible } from '../defaults/service.ts';
import { forbidden, invalid, invalids, notSupported, oneOf, required } from '../field-errors.ts';
import { validateCIDR, validateEndpointIP, validateIP } from './addresses.ts';
import { validateLabels, validateObjectMeta } from './object-meta.ts';
import { validateAddressUpdate, validateClusterIPFields } from './service-addresses.ts';
import { validateServicePorts, validateUsedPorts } from './service-ports.ts';

const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const affinities = ['ClientIP', 'None'];
const policies = ['Cluster', 'Local'];
const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
const hintsAnnotation = 'service.kubernetes.io/topology-aware-hints';
const modeAnnotation = 'service.kubernetes.io/topology-mode';
const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const longestAffinity = 86400;

/** Models pkg/apis/core/validation ValidateServiceCreate, v1.36. */
export function validateService(service: Service): FieldError[] {
  return [...validateObjectMeta(service.metadata, true, isDNS1123Label), ...validateSpec(service)];
}

function validateSpec(service: Service, old?: Service): FieldError[] {
  const { spec } = service;
  return [
    ...validateTopology(service),
    ...validateByType(spec),
    ...validateServicePorts(spec),
    ...validateLabels('spec.selector', spec.selector),
    ...validateAffinity(spec),
    ...validateClusterIPFields(spec, old?.spec),
    ...validateExternalIPs(spec, old?.spec),
    ...oneOf('spec.type', spec.type, types),
    ...validateUsedPorts(spec),
    ...validateSourceRanges(service, old),
    ...validateLoadBalancer(spec),
    ...validateExternalPolicy(spec),
    ...validateInternalPolicy(spec),
    ...validateDistribution(spec),
  ];
}

/** Metadata is looked at before everything else. Models pkg/apis/core/validation ValidateServiceUpdate, v1.36. */
export function validateServiceUpdate(service: Service, old: Service): FieldError[] {
  const [before, after] = [old.spec, service.spec];
  const bothLoadBalancers = before.type === 'LoadBalancer' && after.type === 'LoadBalancer';
  const classChanged = bothLoadBalancers && before.loadBalancerClass !== after.loadBalancerClass;
  const bothHealthChecks = needsHealthCheck(before) && needsHealthCheck(after);
  const checkPortChanged = bothHealthChecks && before.healthCheckNodePort !== after.healthCheckNodePort;
  return [
    ...validateObjectMeta(service.metadata, true, () => []),
    ...validateAddressUpdate(after, before),
    ...(classChanged
      ? [invalid('spec.loadBalancerClass', after.loadBalancerClass ?? null, 'may not change once set')]
      : []),
    ...(checkPortChanged ? [forbidden('spec.healthCheckNodePort', 'field is immutable')] : []),
    ...validateSpec(service, old),
  ];
}

function validateTopology({ metadata }: Service): FieldError[] {
  const hints = metadata.annotations?.[hintsAnnotation];
  const mode = metadata.annotations?.[modeAnnotation];
  if (hints === undefined || mode === undefined || hints === mode) return [];
  const path = `metadata.annotations[${modeAnnotation}]`;
  return [invalid(path, mode, `must match annotations[${hintsAnnotation}] when both are specified`)];
}

function validateByType(spec: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  const ports = spec.ports ?? [];
  if (ports.length === 0 && !isHeadless(spec) && spec.type !== 'ExternalName') errors.push(required('spec.ports'));
  if ((spec.type === 'LoadBalancer' || spec.type === 'NodePort') && isHeadless(spec))
    errors.push(invalid('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${spec.type} services`));
  if (spec.type === 'ExternalName') errors.push(...validateExternalName(spec));
  return errors;
}

function validateExternalName(spec: ServiceSpec): FieldError[] {
  const fields = ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy'] as const;
  const name = (spec.externalName ?? '').replace(/\.$/, '');
  return [
    ...fields.flatMap((field) =>
      (spec[field]?.length ?? 0) > 0 ? [forbidden(`spec.${field}`, 'may not be set for ExternalName services')] : [],
    ),
    ...(name ? invalids('spec.externalName', name, isDNS1123Subdomain(name)) : [required('spec.externalName')]),
  ];
}

function validateAffinity({ sessionAffinity, sessionAffinityConfig }: ServiceSpec): FieldError[] {
  const errors = oneOf('spec.sessionAffinity', sessionAffinity, affinities);
  if (sessionAffinity === 'None' && sessionAffinityConfig)
    errors.push(forbidden('spec.sessionAffinityConfig', 'must not be set when session affinity is None'));
  if (sessionAffinity !== 'ClientIP') return errors;
  const timeout = sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 0;
  if (timeout <= 0 || timeout > longestAffinity) {
    const path = 'spec.sessionAffinityConfig.clientIP.timeoutSeconds';
    errors.push(invalid(path, timeout, `must be greater than 0 and less than ${longestAffinity}`));
  }
  return errors;
}

function validateExternalIPs({ externalIPs = [] }: ServiceSpec, old: ServiceSpec | undefined): FieldError[] {
  return externalIPs.flatMap((ip, i) => {
    const path = `spec.externalIPs[${i}]`;
    const errors = old?.externalIPs?.includes(ip) ? [] : validateIP(path, ip);
    return errors.length > 0 ? errors : validateEndpointIP(path, ip);
  });
}

/** Ranges that are stored already are not looked at again. */
function validateSourceRanges({ metadata, spec }: Service, old: Service | undefined): FieldError[] {
  const typed = spec.loadBalancerSourceRanges ?? [];
  const annotation = metadata.annotations?.[rangesAnnotation];
  if (typed.length === 0 && annotation === undefined) return [];
  const path = typed.length > 0 ? 'spec.LoadBalancerSourceRanges' : `metadata.annotations[${rangesAnnotation}]`;
  const forbiddenHere =
    spec.type === 'LoadBalancer' ? [] : [forbidden(path, "may only be used when `type` is 'LoadBalancer'")];
  const known = new Set(old?.spec.loadBalancerSourceRanges?.map((range) => range.trim()));
  if (typed.length > 0)
    return [
      ...forbiddenHere,
      ...typed.flatMap((range, i) => (known.has(range.trim()) ? [] : validateCIDR(`${path}[${i}]`, range.trim()))),
    ];
  if (old?.metadata.annotations?.[rangesAnnotation] === annotation) return forbiddenHere;
  const ranges = (annotation ?? '').trim() === '' ? [] : (annotation ?? '').split(',');
  return [...forbiddenHere, ...ranges.flatMap((range) => validateCIDR(path, range.trim()))];
}

function validateLoadBalancer(spec: ServiceSpec): FieldError[] {
  const { allocateLoadBalancerNodePorts, loadBalancerClass } = spec;
  const only = "may only be used when `type` is 'LoadBalancer'";
  if (spec.type === 'LoadBalancer')
    return loadBalancerClass === undefined
      ? []
      : invalids('spec.loadBalancerClass', loadBalancerClass, isQualifiedName(loadBalancerClass));
  return [
    ...(allocateLoadBalancerNodePorts === undefined ? [] : [forbidden('spec.allocateLoadBalancerNodePorts', only)]),
    ...(loadBalancerClass === undefined ? [] : [forbidden('spec.loadBalancerClass', only)]),
  ];
}

function validateExternalPolicy(spec: ServiceSpec): FieldError[] {
  const { externalTrafficPolicy, healthCheckNodePort } = spec;
  const path = 'spec.externalTrafficPolicy';
  const errors: FieldError[] = [];
  if (externallyAccessible(spec)) errors.push(...oneOf(path, externalTrafficPolicy, policies));
  else if (externalTrafficPolicy)
    errors.push(invalid(path, externalTrafficPolicy, 'may only be set for externally-accessible services'));
  if (needsHealthCheck(spec))
    errors.push(
      ...invalids('spec.healthCheckNodePort', healthCheckNodePort ?? 0, isPortNumber(healthCheckNodePort ?? 0)),
    );
  else if (healthCheckNodePort) {
    const detail = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";
    errors.push(invalid('spec.healthCheckNodePort', healthCheckNodePort, detail));
  }
  return errors;
}

function validateInternalPolicy({ type, internalTrafficPolicy }: ServiceSpec): FieldError[] {
  const path = 'spec.internalTrafficPolicy';
  if (internalTrafficPolicy === undefined)
    return type === 'ClusterIP' || type === 'NodePort' || type === 'LoadBalancer' ? [required(path)] : [];
  return policies.includes(internalTrafficPolicy) ? [] : [notSupported(path, internalTrafficPolicy, policies)];
}

function validateDistribution({ trafficDistribution }: ServiceSpec): FieldError[] {
  if (trafficDistribution === undefined || distributions.includes(trafficDistribution)) return [];
  return [notSupported('spec.trafficDistribution', trafficDistribution, distributions)];
}
