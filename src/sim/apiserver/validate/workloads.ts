/** Workloads: their selector, their template, and what may not change. */
import type { FieldError } from '../../api/field-error.ts';
import { matchesSelector } from '../../api/labels.ts';
import { isDNS1123Label, isDNS1123Subdomain } from '../../api/names.ts';
import type { Json, KubeObject, LabelSelector, PodSpec, PodTemplate } from '../../api/objects.ts';
import { forbidden, invalid, invalids, notSupported, required } from '../field-errors.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { isEmptySelector, validateLabelSelector } from './label-selector.ts';
import { validateAnnotations, validateLabels, validateObjectMeta } from './object-meta.ts';
import { seldomChecks } from './pod-seldom.ts';
import { validatePodSpec } from './pod.ts';
import { validateDaemonSetStrategy } from './daemon-set-strategy.ts';
import { validateStrategy } from './deployment-strategy.ts';
import { notNegativeDetail } from './pod-amount.ts';
import { validateUpdates } from './stateful-set-updates.ts';

/** Any workload after its defaults; each kind has some of these fields. */
export interface Workload extends KubeObject {
  readonly spec: {
    readonly template: PodTemplate;
    readonly selector?: LabelSelector;
    readonly serviceName?: string;
    readonly podManagementPolicy?: string;
    readonly updateStrategy?: {
      readonly type?: string;
      readonly rollingUpdate?: {
        readonly partition?: number;
        readonly maxUnavailable?: Json;
        readonly maxSurge?: Json;
      };
    };
    readonly strategy?: { readonly type?: string; readonly rollingUpdate?: Json };
    readonly ordinals?: { readonly start?: number };
    readonly [field: string]: unknown;
  };
}

/** Models pkg/apis/apps/validation ValidateDeployment, v1.36. */
export function validateDeployment(object: Workload, old?: Workload): FieldError[] {
  return [
    ...validateObjectMeta(object.metadata, true, isDNS1123Subdomain),
    ...notNegative(object, 'replicas'),
    ...validateSelector(object, 'deployment'),
    ...validateTemplate(object, unreadableSelector, validateEndlessTemplate),
    ...validateStrategy(object.spec.strategy),
    ...notNegative(object, 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'),
    ...validateDeadline(object),
    ...selectorChange(object, old),
  ];
}

/** Models pkg/apis/apps/validation ValidateReplicaSet, v1.36. */
export function validateReplicaSet(object: Workload, old?: Workload): FieldError[] {
  return [
    ...validateObjectMeta(object.metadata, true, isDNS1123Subdomain),
    ...notNegative(object, 'replicas', 'minReadySeconds'),
    ...validateSelector(object, 'deployment'),
    ...validateTemplate(object, unreadableSelector, validateEndlessTemplate),
    ...selectorChange(object, old),
  ];
}

/** Models pkg/apis/apps/validation ValidateDaemonSet, v1.36: a selector that is missing only matches nothing. */
export function validateDaemonSet(object: Workload, old?: Workload): FieldError[] {
  const { template, selector } = object.spec;
  const broken = selector && validateLabelSelector('', selector).length > 0;
  return [
    ...validateObjectMeta(object.metadata, true, isDNS1123Subdomain),
    ...(selector ? validateLabelSelector('spec.selector', selector) : []),
    ...(broken || matchesSelector(selector, template.metadata?.labels) ? [] : [templateMismatch(template)]),
    ...emptySelector(object, 'daemonset'),
    ...validatePodTemplate(template),
    ...runsForEver(template, 'DaemonSet'),
    ...notNegative(object, 'minReadySeconds'),
    ...validateDaemonSetStrategy(object.spec.updateStrategy),
    ...notNegative(object, 'revisionHistoryLimit'),
    ...selectorChange(object, old),
  ];
}

/**
 * The pods of the template are not looked at: they get volumes that it does not name.
 * Models pkg/apis/apps/validation ValidateStatefulSet and ValidateStatefulSetUpdate, v1.36.
 */
export function validateStatefulSet(object: Workload, old?: Workload): FieldError[] {
  const { serviceName, ordinals, template } = object.spec;
  const start = ordinals?.start ?? 0;
  return [
    ...validateObjectMeta(object.metadata, true, old ? isDNS1123Subdomain : isDNS1123Label),
    ...validateUpdates(object.spec),
    ...notNegative(object, 'replicas', 'minReadySeconds'),
    ...(start < 0 ? [invalid('spec.ordinals.start', start, notNegativeDetail)] : []),
    ...(serviceName && !old ? invalids('spec.serviceName', serviceName, isDNS1123Label(serviceName)) : []),
    ...validateSelector(object, 'statefulset'),
    ...validateTemplate(object, '', validateTemplateMeta),
    ...runsForEver(template, 'StatefulSet'),
    ...(old && !equalJson(fixedStatefulPart(object), fixedStatefulPart(old)) ? [forbidden('spec', fixedStateful)] : []),
  ];
}

/** Models pkg/apis/batch/validation ValidateJob and ValidateJobUpdate, v1.36. */
export function validateJob(object: Workload, old?: Workload): FieldError[] {
  const { template, selector } = object.spec;
  const changed = (['completions', 'template', 'completionMode'] as const).filter(
    (field) => old && !equalJson(object.spec[field], old.spec[field]),
  );
  const path = 'spec.template.spec.restartPolicy';
  return [
    ...validateObjectMeta(object.metadata, true, isDNS1123Subdomain),
    ...notNegative(object, 'parallelism', 'completions', 'activeDeadlineSeconds', 'backoffLimit'),
    ...notNegative(object, 'ttlSecondsAfterFinished'),
    ...(selector ? validateLabelSelector('spec.selector', selector) : [required('spec.selector')]),
    ...(matchesSelector(selector, template.metadata?.labels) ? [] : [templateMismatch(template)]),
    ...validatePodTemplate(template),
    ...(template.spec.restartPolicy === 'Always' ? [required(path, 'valid values: "OnFailure", "Never"')] : []),
    ...changed.map((field) => invalid(`spec.${field}`, object.spec[field] as Json, immutable)),
    ...selectorChange(object, old),
  ];
}

const immutable = 'field is immutable';
const fixedStateful =
  "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";
const freeStateful = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

function fixedStatefulPart({ spec }: Workload): object {
  return Object.fromEntries(Object.entries(spec).filter(([field]) => !freeStateful.includes(field)));
}

function notNegative({ spec }: Workload, ...fields: readonly string[]): FieldError[] {
  return fields.flatMap((field) => {
    const value = spec[field];
    return typeof value === 'number' && value < 0 ? [invalid(`spec.${field}`, value, notNegativeDetail)] : [];
  });
}

function validateSelector(object: Workload, kind: string): FieldError[] {
  const { selector } = object.spec;
  if (!selector) return [required('spec.selector')];
  return [...validateLabelSelector('spec.selector', selector), ...emptySelector(object, kind)];
}

function emptySelector({ spec: { selector } }: Workload, kind: string): FieldError[] {
  if (!selector || !isEmptySelector(selector)) return [];
  return [invalid('spec.selector', selectorValue(selector), `empty selector is invalid for ${kind}`)];
}

/** The template must match a selector that can be read. Models ValidatePodTemplateSpecForReplicaSet and its callers, v1.36. */
function validateTemplate(
  { spec: { template, selector } }: Workload,
  unreadable: string,
  check: (template: PodTemplate) => readonly FieldError[],
): FieldError[] {
  const broken = selector && validateLabelSelector('', selector).length > 0;
  if (broken) return [invalid('spec.selector', selectorValue(selector), unreadable)];
  return [
    ...(matchesSelector(selector, template.metadata?.labels) ? [] : [templateMismatch(template)]),
    ...check(template),
  ];
}

const unreadableSelector = 'invalid label selector';

function validateEndlessTemplate(template: PodTemplate): FieldError[] {
  return [...validatePodTemplate(template), ...runsForEver(template, 'ReplicaSet')];
}

function runsForEver({ spec }: PodTemplate, kind: string): FieldError[] {
  const { restartPolicy = '', activeDeadlineSeconds } = spec as PodSpec & { readonly activeDeadlineSeconds?: number };
  const path = 'spec.template.spec';
  return [
    ...(restartPolicy === 'Always' ? [] : [notSupported(`${path}.restartPolicy`, restartPolicy, ['Always'])]),
    ...(activeDeadlineSeconds === undefined
      ? []
      : [forbidden(`${path}.activeDeadlineSeconds`, `activeDeadlineSeconds in ${kind} is not Supported`)]),
  ];
}

function validatePodTemplate(template: PodTemplate): FieldError[] {
  const { ephemeralContainers } = template.spec as PodSpec & { readonly ephemeralContainers?: unknown };
  return [
    ...validateTemplateMeta(template),
    ...validatePodSpec('spec.template.spec', template.spec, seldomChecks),
    ...(ephemeralContainers === undefined
      ? []
      : [forbidden('spec.template.spec.ephemeralContainers', 'ephemeral containers not allowed in pod template')]),
  ];
}

/** The server leaves `metadata` out of these paths. */
function validateTemplateMeta({ metadata }: PodTemplate): FieldError[] {
  return [
    ...validateLabels('spec.template.labels', metadata?.labels),
    ...validateAnnotations('spec.template.annotations', metadata?.annotations),
  ];
}

function templateMismatch(template: PodTemplate): FieldError {
  const detail = '`selector` does not match template `labels`';
  return invalid('spec.template.metadata.labels', template.metadata?.labels ?? null, detail);
}

function validateDeadline({ spec }: Workload): FieldError[] {
  const { progressDeadlineSeconds: deadline, minReadySeconds: ready = 0 } = spec;
  if (typeof deadline !== 'number' || typeof ready !== 'number' || deadline > ready) return [];
  return [invalid('spec.progressDeadlineSeconds', deadline, 'must be greater than minReadySeconds')];
}

function selectorChange({ spec }: Workload, old: Workload | undefined): FieldError[] {
  if (!old || equalJson(spec.selector, old.spec.selector)) return [];
  return [invalid('spec.selector', spec.selector ? selectorValue(spec.selector) : null, immutable)];
}

/** The selector with its fields in Go's order. */
function selectorValue({ matchLabels, matchExpressions }: LabelSelector): Json {
  const expressions = (matchExpressions ?? []).map(({ key, operator, values }) => ({
    key,
    operator,
    ...(values && { values }),
  }));
  return { ...(matchLabels && { matchLabels }), ...(matchExpressions && { matchExpressions: expressions }) };
}
