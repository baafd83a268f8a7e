/** The status of a Service as a cloud writes it. */
import { isDNS1123Subdomain } from '../../api/names.ts';
import type { FieldError } from '../../api/field-error.ts';
import { parseIP } from '../../api/ip.ts';
import type { LoadBalancerIngress, Service } from '../../api/objects.ts';
import { forbidden, invalid, invalids, notSupported, required } from '../field-errors.ts';
import { validateIP } from './addresses.ts';

const modes = ['Proxy', 'VIP'];

/** Models pkg/apis/core/validation ValidateLoadBalancerStatus, v1.36. */
export function validateServiceStatus({ spec, status }: Service): FieldError[] {
  const path = 'status.loadBalancer.ingress';
  const ingress = status.loadBalancer.ingress ?? [];
  if (spec.type !== 'LoadBalancer' && ingress.length > 0)
    return [forbidden(path, 'may only be used when `spec.type` is "LoadBalancer"')];
  return ingress.flatMap((entry, i) => validateIngress(`${path}[${i}]`, entry));
}

function validateIngress(path: string, { ip, hostname, ipMode }: LoadBalancerIngress): FieldError[] {
  const errors: FieldError[] = [];
  if (ip) errors.push(...validateIP(`${path}.ip`, ip));
  if (ip && ipMode === undefined) errors.push(required(`${path}.ipMode`, 'must be specified when `ip` is set'));
  else if (!ip && ipMode !== undefined)
    errors.push(forbidden(`${path}.ipMode`, 'may not be specified when `ip` is not set'));
  else if (ipMode !== undefined && !modes.includes(ipMode)) errors.push(notSupported(`${path}.ipMode`, ipMode, modes));
  if (!hostname) return errors;
  errors.push(...invalids(`${path}.hostname`, hostname, isDNS1123Subdomain(hostname)));
  if (parseIP(hostname)) errors.push(invalid(`${path}.hostname`, hostname, 'must be a DNS name, not an IP address'));
  return errors;
}
