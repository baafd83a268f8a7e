/** clusterIP, clusterIPs, ipFamilies and ipFamilyPolicy of a Service, against one another and against the stored Service. */
import { familyOf } from '../../api/ip.ts';
import type { FieldError } from '../../api/field-error.ts';
import type { ServiceSpec } from '../../api/objects.ts';
import { isHeadless } from '../allocate/service-kinds.ts';
import { duplicate, invalid, notSupported, required } from '../field-errors.ts';
import { validateIP } from './addresses.ts';

const families = ['IPv4', 'IPv6'];
const policies = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

/** Models pkg/apis/core/validation ValidateServiceClusterIPsRelatedFields, v1.36. */
export function validateClusterIPFields(spec: ServiceSpec, old: ServiceSpec | undefined): readonly FieldError[] {
  if (spec.type === 'ExternalName') return [];
  const errors = [...linkErrors(spec), ...familyErrors(spec)];
  const ips = spec.clusterIPs ?? [];
  const bad = ips.flatMap((ip, i): FieldError[] => {
    if (i === 0 && ip === 'None')
      return ips.length > 1 ? [invalid('spec.clusterIPs', ips, "'None' must be the first and only value")] : [];
    return old?.clusterIPs?.includes(ip) ? [] : validateIP(`spec.clusterIPs[${i}]`, ip);
  });
  errors.push(...bad);
  if (ips.length > 2) errors.push(invalid('spec.clusterIPs', ips, 'may only hold up to 2 values'));
  if (bad.length > 0) return errors;
  if (ips.length > 1 && new Set(ips.map(familyOf)).size < ips.length)
    errors.push(invalid('spec.clusterIPs', ips, 'may specify no more than one IP for each IP family'));
  if (!isHeadless(spec)) errors.push(...mismatches(spec));
  return errors;
}

function linkErrors({ clusterIP, clusterIPs }: ServiceSpec): FieldError[] {
  const ips = clusterIPs ?? [];
  if (!clusterIP)
    return ips.length > 0 ? [invalid('spec.clusterIPs', ips, 'must be empty when `clusterIP` is not specified')] : [];
  if (ips.length === 0) return [required('spec.clusterIPs')];
  return clusterIP === ips[0] ? [] : [invalid('spec.clusterIPs', ips, 'first value must match `clusterIP`')];
}

function familyErrors({ ipFamilies = [], ipFamilyPolicy }: ServiceSpec): FieldError[] {
  const errors = ipFamilies.flatMap((family, i): FieldError[] => [
    ...(families.includes(family) ? [] : [notSupported(`spec.ipFamilies[${i}]`, family, families)]),
    ...(ipFamilies.indexOf(family) < i ? [duplicate(`spec.ipFamilies[${i}]`, family)] : []),
  ]);
  if (ipFamilyPolicy !== undefined && !policies.includes(ipFamilyPolicy))
    errors.push(notSupported('spec.ipFamilyPolicy', ipFamilyPolicy, policies));
  return errors;
}

function mismatches({ clusterIPs = [], ipFamilies = [] }: ServiceSpec): FieldError[] {
  return clusterIPs.flatMap((ip, i) => {
    const family = ipFamilies[i];
    if (!family || !families.includes(family) || familyOf(ip) === family) return [];
    return [invalid(`spec.clusterIPs[${i}]`, ip, `expected an ${family} value as indicated by \`ipFamilies[${i}]\``)];
  });
}

/** The first address and family stay; the second may come and go. Models ValidateUpgradeDowngrade…, v1.36. */
export function validateAddressUpdate(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
  if (spec.type === 'ExternalName' || old.type === 'ExternalName') return [];
  return [...clusterIPChanges(spec, old), ...familyChanges(spec, old)];
}

function clusterIPChanges(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
  if (isHeadless(spec) && isHeadless(old)) return [];
  const now = spec.clusterIPs ?? [];
  const before = old.clusterIPs ?? [];
  const changed = (i: number) => invalid(`spec.clusterIPs[${i}]`, now, 'may not change once set');
  if (now.length === before.length) return before.flatMap((ip, i) => (ip === now[i] ? [] : [changed(i)]));
  const errors: FieldError[] = [];
  if (now.length === 0) errors.push(invalid('spec.clusterIPs[0]', now, 'primary clusterIP can not be unset'));
  if (before.length > 0 && now.length > 0 && now[0] !== before[0]) errors.push(changed(0));
  if (before.length > now.length && now.length === 1 && spec.ipFamilyPolicy !== 'SingleStack')
    errors.push(mustBeSingle(spec, 'clusterIP'));
  return errors;
}

/** Headless Services may change their families, and so may those that become headless or stop being it. */
function familyChanges(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
  if (isHeadless(spec) || isHeadless(old)) return [];
  const now = spec.ipFamilies ?? [];
  const before = old.ipFamilies ?? [];
  const ips = spec.clusterIPs ?? [];
  const path = 'spec.ipFamilies[0]';
  if (now.length === before.length)
    return before.flatMap((family, i) => (family === now[i] ? [] : [invalid(path, now, 'may not change once set')]));
  const errors: FieldError[] = [];
  if (before.length > now.length && ips.length === 0)
    errors.push(invalid(path, now, 'primary ipFamily can not be unset'));
  // The server prints the addresses here, not the families.
  if (before.length > 0 && now.length > 0 && now[0] !== before[0])
    errors.push(invalid(path, ips, 'may not change once set'));
  if (before.length > now.length && now.length === 1 && spec.ipFamilyPolicy !== 'SingleStack')
    errors.push(mustBeSingle(spec, 'ipFamily'));
  return errors;
}

function mustBeSingle({ ipFamilyPolicy }: ServiceSpec, what: string): FieldError {
  return invalid(
    'spec.ipFamilyPolicy',
    ipFamilyPolicy ?? 'null',
    `must be set to 'SingleStack' when releasing the secondary ${what}`,
  );
}
