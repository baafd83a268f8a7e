/** Pods and the pod part of templates, in the order of the server's own checks. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isDNS1123Subdomain, isQualifiedName } from '../../api/names.ts';
import type { Pod, PodSpec } from '../../api/objects.ts';
import { forbidden, invalid, invalids, notSupported, required } from '../field-errors.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { validateContainers, validateHostNetwork, validateInitContainers, validatePodImages } from './containers.ts';
import { validateObjectMeta } from './object-meta.ts';
import type { SeldomChecks } from './seldom-checks.ts';

const restartPolicies = ['Always', 'OnFailure', 'Never'];
const dnsPolicies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

/** Models pkg/apis/core/validation ValidatePodCreate, v1.36. Without `seldom`: of a pod that has no seldom field. */
export function validatePod(pod: Pod, seldom?: SeldomChecks): FieldError[] {
  return [
    ...validateObjectMeta(pod.metadata, true, isDNS1123Subdomain),
    ...validatePodSpec('spec', pod.spec, seldom),
    ...validatePodImages(pod.spec),
  ];
}

/**
 * A stored pod's spec may not change but for images and a few other fields; the server adds a diff to the message.
 * Simplified: the diff is left out. Models pkg/apis/core/validation ValidatePodUpdate, v1.36.
 */
export function validatePodUpdate(pod: Pod, old: Pod, seldom?: SeldomChecks): FieldError[] {
  const errors = validateObjectMeta(pod.metadata, true, isDNS1123Subdomain);
  if (pod.spec === old.spec) return errors;
  errors.push(...validatePodSpec('spec', pod.spec, seldom), ...validatePodImages(pod.spec));
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
  readonly activeDeadlineSeconds?: number;
  readonly serviceAccountName?: string;
  readonly priorityClassName?: string;
};

/** `path` is `spec` or `spec.template.spec`. Models pkg/apis/core/validation ValidatePodSpec, v1.36. */
export function validatePodSpec(path: string, spec: PodSpec, seldom?: SeldomChecks): FieldError[] {
  const { activeDeadlineSeconds, serviceAccountName, priorityClassName } = spec as OtherFields;
  const volumes = seldom?.volumes(`${path}.volumes`, spec);
  const context = { seldom, volumes: volumes?.names ?? [] };
  return [
    ...(volumes?.errors ?? []),
    ...validateContainers(`${path}.containers`, spec, context),
    ...validateInitContainers(`${path}.initContainers`, spec, context),
    ...validateHostNetwork(path, spec),
    ...restartPolicy(`${path}.restartPolicy`, spec.restartPolicy),
    ...dnsPolicy(`${path}.dnsPolicy`, spec.dnsPolicy),
    ...(seldom?.placement(path, spec) ?? []),
    ...(spec.readinessGates ?? []).flatMap(({ conditionType = '' }, i) =>
      invalids(`${path}.readinessGates[${i}].conditionType`, conditionType, isQualifiedName(conditionType)),
    ),
    ...(seldom?.spread(path, spec) ?? []),
    ...optional(`${path}.serviceAccountName`, serviceAccountName, isDNS1123Subdomain),
    ...optional(`${path}.nodeName`, spec.nodeName, isDNS1123Subdomain),
    ...(activeDeadlineSeconds !== undefined && activeDeadlineSeconds < 1
      ? [invalid(`${path}.activeDeadlineSeconds`, activeDeadlineSeconds, 'must be between 1 and 2147483647, inclusive')]
      : []),
    ...optional(`${path}.hostname`, spec.hostname, isDNS1123Label),
    ...optional(`${path}.subdomain`, spec.subdomain, isDNS1123Label),
    ...(seldom?.tolerations(path, spec) ?? []),
    ...optional(`${path}.priorityClassName`, priorityClassName, isDNS1123Subdomain),
    ...(seldom?.policies(path, spec) ?? []),
  ];
}

function optional(path: string, value: string | undefined, check: (value: string) => readonly string[]): FieldError[] {
  return value ? invalids(path, value, check(value)) : [];
}

function restartPolicy(path: string, policy: string | undefined): FieldError[] {
  if (!policy) return [required(path)];
  return restartPolicies.includes(policy) ? [] : [notSupported(path, policy, restartPolicies)];
}

function dnsPolicy(path: string, policy: string | undefined): FieldError[] {
  if (!policy) return [required(path)];
  return dnsPolicies.includes(policy) ? [] : [notSupported(path, policy, dnsPolicies)];
}
