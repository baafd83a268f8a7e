/** Services: status is the cloud's, and a change of type drops what the new type has no use for. */
import type { Service, ServiceSpec } from '../../api/objects.ts';
import { needsClusterIP, needsHealthCheck, sameList, usesNodePorts } from '../allocate/service-kinds.ts';
import { defaultService, externallyAccessible } from '../defaults/service.ts';
import { validateService, validateServiceUpdate } from '../validate/service.ts';
import { validateServiceStatus } from '../validate/service-status.ts';
import { serviceWarnings } from '../warnings/service.ts';
import { without } from '../without.ts';
import type { Strategy } from './strategy.ts';

export const serviceStrategy: Strategy<Service> = {
  withDefaults: defaultService,
  prepareForCreate: (service) => ({ ...service, status: { loadBalancer: {} } }),
  prepareForUpdate: (service, old) => {
    const leaves = old.spec.type === 'LoadBalancer' && service.spec.type !== 'LoadBalancer';
    const status = leaves ? { ...old.status, loadBalancer: {} } : old.status;
    return { ...service, spec: dropUnneeded(service.spec, old.spec), status };
  },
  prepareForStatus: (service, old) => ({ ...service, spec: old.spec }),
  validate: (service, old) => (old ? validateServiceUpdate(service, old) : validateService(service)),
  validateStatus: validateServiceStatus,
  warnings: serviceWarnings,
  createsOnUpdate: true,
};

/** Fields that the old type needed and the new one does not, unless the user changed them. Models dropTypeDependentFields, v1.36. */
function dropUnneeded(spec: ServiceSpec, old: ServiceSpec): ServiceSpec {
  let now = spec;
  const drop = (...fields: (keyof ServiceSpec)[]) => {
    now = without(now, ...fields);
  };
  if (needsClusterIP(old) && !needsClusterIP(spec)) {
    if (sameList(spec.clusterIPs, old.clusterIPs)) drop('clusterIP', 'clusterIPs');
    if (sameList(spec.ipFamilies, old.ipFamilies)) drop('ipFamilies');
    if (spec.ipFamilyPolicy === old.ipFamilyPolicy) drop('ipFamilyPolicy');
    if (spec.internalTrafficPolicy === old.internalTrafficPolicy) drop('internalTrafficPolicy');
  }
  if (usesNodePorts(old) && !usesNodePorts(spec) && sameNodePorts(spec, old) && now.ports)
    now = { ...now, ports: now.ports.map((port) => without(port, 'nodePort')) };
  if (needsHealthCheck(old) && !needsHealthCheck(spec) && spec.healthCheckNodePort === old.healthCheckNodePort)
    drop('healthCheckNodePort');
  if (old.type === 'LoadBalancer' && spec.type !== 'LoadBalancer') {
    if (spec.allocateLoadBalancerNodePorts === old.allocateLoadBalancerNodePorts) drop('allocateLoadBalancerNodePorts');
    if (spec.loadBalancerClass === old.loadBalancerClass) drop('loadBalancerClass');
  }
  if (
    externallyAccessible(old) &&
    !externallyAccessible(spec) &&
    spec.externalTrafficPolicy === old.externalTrafficPolicy
  )
    drop('externalTrafficPolicy');
  return now;
}

/** Ports may go or change, as long as no node port is new. Models sameNodePorts, v1.36. */
function sameNodePorts(spec: ServiceSpec, old: ServiceSpec): boolean {
  const numbers = ({ ports = [] }: ServiceSpec) => ports.flatMap(({ nodePort }) => nodePort || []);
  const known = new Set(numbers(old));
  return numbers(spec).every((port) => known.has(port));
}
