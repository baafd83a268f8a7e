/** Pods and the pod part of templates, in the order of the server's own checks. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isDNS1123Subdomain, isQualifiedName } from '../../api/names.ts';
import type { JsonObject, Pod, PodDnsConfig, PodSpec } from '../../api/objects.ts';
import { duplicate, forbidden, invalid, invalids, notSupported, required } from '../field-errors.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { validateIP } from './addresses.ts';
import { validateContainers, validateHostNetwork, validateInitContainers, validatePodImages } from './containers.ts';
import { validateLabels, validateObjectMeta } from './object-meta.ts';

const restartPolicies = ['Always', 'OnFailure', 'Never'];
const dnsPolicies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const most = { nameservers: 3, searches: 32 };

/** Models pkg/apis/core/validation ValidatePodCreate, v1.36. */
export function validatePod(pod: Pod): FieldError[] {
  return [
    ...validateObjectMeta(pod.metadata, true, isDNS1123Subdomain),
    ...validatePodSpec('spec', pod.spec),
    ...validatePodImages(pod.spec),
  ];
}

/**
 * A stored pod's spec may not change but for images and a few other fields; the server adds a diff to the message.
 * Simplified: the diff is left out. Models pkg/apis/core/validation ValidatePodUpdate, v1.36.
 */
export function validatePodUpdate(pod: Pod, old: Pod): FieldError[] {
  const errors = validateObjectMeta(pod.metadata, true, isDNS1123Subdomain);
  if (pod.spec === old.spec) return errors;
  errors.push(...validatePodSpec('spec', pod.spec), ...validatePodImages(pod.spec));
  for (const list of ['containers', 'initContainers'] as const)
    if ((pod.spec[list] ?? []).length !== (old.spec[list] ?? []).length)
      return [...errors, forbidden(`spec.${list}`, 'pod updates may not add or remove containers')];
  return equalJson(fixedPart(pod.spec), fixedPart(old.spec)) ? errors : [...errors, forbidden('spec', mayNotChange)];
}

const mayNotChange =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

function fixedPart(spec: PodSpec): object {
  const { containers, initContainers, ...rest } = spec;
  const free = ['activeDeadlineSeconds', 'tolerations'];
  const entries = Object.entries(rest).filter(([field]) => !free.includes(field));
  const withoutImages = (list: PodSpec['containers'] = []) => list.map((container) => ({ ...container, image: '' }));
  return {
    ...Object.fromEntries(entries),
    containers: withoutImages(containers),
    initContainers: withoutImages(initContainers),
  };
}

type OtherFields = PodSpec & {
  readonly volumes?: readonly JsonObject[];
  readonly nodeSelector?: Record<string, string>;
  readonly activeDeadlineSeconds?: number;
  readonly serviceAccountName?: string;
  readonly priorityClassName?: string;
};

/** `path` is `spec` or `spec.template.spec`. Models pkg/apis/core/validation ValidatePodSpec, v1.36. */
export function validatePodSpec(path: string, spec: PodSpec): FieldError[] {
  const { volumes, nodeSelector, activeDeadlineSeconds, serviceAccountName, priorityClassName } = spec as OtherFields;
  const names = (volumes ?? []).map((volume) => String(volume['name'] ?? ''));
  return [
    ...validateVolumeNames(`${path}.volumes`, names),
    ...validateContainers(`${path}.containers`, spec, names),
    ...validateInitContainers(`${path}.initContainers`, spec, names),
    ...validateHostNetwork(path, spec),
    ...restartPolicy(`${path}.restartPolicy`, spec.restartPolicy),
    ...dnsPolicy(`${path}.dnsPolicy`, spec.dnsPolicy),
    ...validateLabels(`${path}.nodeSelector`, nodeSelector),
    ...dnsConfig(`${path}.dnsConfig`, spec),
    ...(spec.readinessGates ?? []).flatMap(({ conditionType = '' }, i) =>
      invalids(`${path}.readinessGates[${i}].conditionType`, conditionType, isQualifiedName(conditionType)),
    ),
    ...optional(`${path}.serviceAccountName`, serviceAccountName, isDNS1123Subdomain),
    ...optional(`${path}.nodeName`, spec.nodeName, isDNS1123Subdomain),
    ...(activeDeadlineSeconds !== undefined && activeDeadlineSeconds < 1
      ? [invalid(`${path}.activeDeadlineSeconds`, activeDeadlineSeconds, 'must be between 1 and 2147483647, inclusive')]
      : []),
    ...optional(`${path}.hostname`, spec.hostname, isDNS1123Label),
    ...optional(`${path}.subdomain`, spec.subdomain, isDNS1123Label),
    ...optional(`${path}.priorityClassName`, priorityClassName, isDNS1123Subdomain),
  ];
}

function optional(path: string, value: string | undefined, check: (value: string) => readonly string[]): FieldError[] {
  return value ? invalids(path, value, check(value)) : [];
}

function validateVolumeNames(path: string, names: readonly string[]): FieldError[] {
  return names.flatMap((name, i): FieldError[] => {
    if (name === '') return [required(`${path}[${i}].name`)];
    const errors = invalids(`${path}[${i}].name`, name, isDNS1123Label(name));
    if (errors.length > 0) return errors;
    return names.indexOf(name) < i ? [duplicate(`${path}[${i}].name`, name)] : [];
  });
}

function restartPolicy(path: string, policy: string | undefined): FieldError[] {
  if (!policy) return [required(path)];
  return restartPolicies.includes(policy) ? [] : [notSupported(path, policy, restartPolicies)];
}

function dnsPolicy(path: string, policy: string | undefined): FieldError[] {
  if (!policy) return [required(path)];
  return dnsPolicies.includes(policy) ? [] : [notSupported(path, policy, dnsPolicies)];
}

/** Models pkg/apis/core/validation validatePodDNSConfig, v1.36. */
function dnsConfig(path: string, { dnsPolicy: policy, dnsConfig: config }: PodSpec): FieldError[] {
  if (policy === 'None' && !config) return [required(path, 'must provide `dnsConfig` when `dnsPolicy` is None')];
  if (policy === 'None' && (config?.nameservers?.length ?? 0) === 0)
    return [required(`${path}.nameservers`, 'must provide at least one DNS nameserver when `dnsPolicy` is None')];
  return config ? dnsConfigEntries(path, config) : [];
}

function dnsConfigEntries(path: string, { nameservers = [], searches = [], options = [] }: PodDnsConfig): FieldError[] {
  const errors: FieldError[] = [];
  if (nameservers.length > most.nameservers)
    errors.push(invalid(`${path}.nameservers`, nameservers, `must not have more than ${most.nameservers} nameservers`));
  for (const [i, ip] of nameservers.entries()) errors.push(...validateIP(`${path}.nameservers[${i}]`, ip));
  if (searches.length > most.searches)
    errors.push(invalid(`${path}.searches`, searches, `must not have more than ${most.searches} search paths`));
  for (const [i, search] of searches.entries()) {
    const name = search.replace(/\.$/, '');
    if (search !== '.') errors.push(...invalids(`${path}.searches[${i}]`, name, isDNS1123Subdomain(name)));
  }
  for (const [i, { name }] of options.entries())
    if (!name) errors.push(required(`${path}.options[${i}]`, 'must not be empty'));
  return errors;
}
