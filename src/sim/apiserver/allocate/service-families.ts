/** IP families of a Service: what the user said, what follows from it, what the cluster can do. */
import { familyOf } from '../../api/ip.ts';
import type { FieldError } from '../../api/field-error.ts';
import type { Family, ServiceSpec } from '../../api/objects.ts';
import { invalid } from '../field-errors.ts';
import { validateClusterIPFields } from '../validate/service-addresses.ts';
import { hasSelector, sameList } from './service-kinds.ts';

export type SpecOrErrors = { readonly spec: ServiceSpec } | { readonly errors: readonly FieldError[] };

/**
 * Fills in ipFamilyPolicy and ipFamilies, or says why that cannot be done. `old` is the stored Service on update.
 * Models pkg/registry/core/service/storage initIPFamilyFields, v1.36.
 */
export function initFamilies(
  typed: ServiceSpec,
  old: ServiceSpec | undefined,
  cluster: readonly Family[],
): SpecOrErrors {
  if (typed.type === 'ExternalName' || keepsPreferDualStack(typed, old)) return { spec: typed };
  const policy = typed.ipFamilyPolicy ?? defaultPolicy(typed, old);
  const before = validateClusterIPFields({ ...typed, ipFamilyPolicy: policy }, old);
  if (before.length > 0) return { errors: before };

  const spec = trimToSingle({ ...typed, ipFamilyPolicy: policy }, old);
  const errors = [...reductionErrors(spec, old), ...multipleErrors(spec)];
  const families: Family[] = [...(spec.ipFamilies ?? [])];
  for (const [i, ip] of (spec.clusterIPs ?? []).entries()) {
    if (ip === 'None') break;
    const family = familyOf(ip);
    if (!family || i < families.length) continue;
    if (cluster.includes(family)) families.push(family);
    else
      errors.push(
        invalid(`spec.clusterIPs[${i}]`, spec.clusterIPs ?? [], `${family} is not configured on this cluster`),
      );
  }
  if (errors.length > 0) return { errors };
  return isHeadlessWithoutSelector(spec)
    ? headlessFamilies(spec, families, cluster)
    : ordinaryFamilies(spec, families, cluster);
}

/** A PreferDualStack Service is not changed because the cluster has become single- or dual-stack. */
function keepsPreferDualStack(spec: ServiceSpec, old: ServiceSpec | undefined): boolean {
  return (
    spec.ipFamilyPolicy === 'PreferDualStack' &&
    old?.ipFamilyPolicy === 'PreferDualStack' &&
    (spec.clusterIPs?.length ?? 0) > 0 &&
    sameList(spec.clusterIPs, old.clusterIPs) &&
    sameList(spec.ipFamilies, old.ipFamilies)
  );
}

type Policy = NonNullable<ServiceSpec['ipFamilyPolicy']>;

function defaultPolicy(spec: ServiceSpec, old: ServiceSpec | undefined): Policy {
  return old?.ipFamilyPolicy ?? (isHeadlessWithoutSelector(spec) ? 'RequireDualStack' : 'SingleStack');
}

function isHeadlessWithoutSelector(spec: ServiceSpec): boolean {
  return spec.clusterIP === 'None' && !hasSelector(spec);
}

/** On update SingleStack says clearly enough that the second address and family may go. */
function trimToSingle(spec: ServiceSpec, old: ServiceSpec | undefined): ServiceSpec {
  if (!old || spec.ipFamilyPolicy !== 'SingleStack') return spec;
  const { clusterIPs, ipFamilies } = spec;
  return {
    ...spec,
    ...(clusterIPs && sameList(clusterIPs, old.clusterIPs) && { clusterIPs: clusterIPs.slice(0, 1) }),
    ...(ipFamilies && sameList(ipFamilies, old.ipFamilies) && { ipFamilies: ipFamilies.slice(0, 1) }),
  };
}

function reductionErrors(spec: ServiceSpec, old: ServiceSpec | undefined): FieldError[] {
  if (!old || spec.ipFamilyPolicy === 'SingleStack') return [];
  const policy = spec.ipFamilyPolicy ?? '';
  const reduced = (now: readonly string[] = [], before: readonly string[] = []) =>
    now.length > 0 && now.length < before.length;
  const errors: FieldError[] = [];
  if (reduced(spec.clusterIPs, old.clusterIPs))
    errors.push(invalid('spec.ipFamilyPolicy', policy, "must be 'SingleStack' to release the secondary cluster IP"));
  if (reduced(spec.ipFamilies, old.ipFamilies))
    errors.push(invalid('spec.ipFamilyPolicy', policy, "must be 'SingleStack' to release the secondary IP family"));
  return errors;
}

function multipleErrors(spec: ServiceSpec): FieldError[] {
  if (spec.ipFamilyPolicy !== 'SingleStack') return [];
  const must = "must be 'RequireDualStack' or 'PreferDualStack' when multiple";
  const errors: FieldError[] = [];
  if (spec.clusterIPs?.length === 2)
    errors.push(invalid('spec.ipFamilyPolicy', spec.ipFamilyPolicy, `${must} cluster IPs are specified`));
  if (spec.ipFamilies?.length === 2)
    errors.push(invalid('spec.ipFamilyPolicy', spec.ipFamilyPolicy, `${must} IP families are specified`));
  return errors;
}

/** Without selector and address nothing depends on the cluster: both families unless SingleStack is asked for. */
function headlessFamilies(spec: ServiceSpec, families: readonly Family[], cluster: readonly Family[]): SpecOrErrors {
  const first = families[0] ?? cluster[0] ?? 'IPv4';
  const both = families.length < 2 && spec.ipFamilyPolicy !== 'SingleStack';
  return { spec: { ...spec, ipFamilies: both ? [first, other(first)] : families.length > 0 ? families : [first] } };
}

function ordinaryFamilies(spec: ServiceSpec, families: readonly Family[], cluster: readonly Family[]): SpecOrErrors {
  const errors: FieldError[] = [];
  if (spec.ipFamilyPolicy === 'RequireDualStack' && cluster.length < 2)
    errors.push(
      invalid('spec.ipFamilyPolicy', spec.ipFamilyPolicy, 'this cluster is not configured for dual-stack services'),
    );
  for (const [i, family] of families.entries())
    if (!cluster.includes(family))
      errors.push(invalid(`spec.ipFamilies[${i}]`, family, 'not configured on this cluster'));
  if (errors.length > 0) return { errors };
  const first = families[0] ?? cluster[0] ?? 'IPv4';
  const both = families.length < 2 && spec.ipFamilyPolicy !== 'SingleStack' && cluster.length === 2;
  return { spec: { ...spec, ipFamilies: both ? [first, other(first)] : families.length > 0 ? families : [first] } };
}

function other(family: Family): Family {
  return family === 'IPv4' ? 'IPv6' : 'IPv4';
}
