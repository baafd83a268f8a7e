/** Workloads: their selector, their template, and what may not change. */
import type { FieldError } from '../../api/field-error.ts';
import { matchesSelector } from '../../api/labels.ts';
import { isDNS1123Label, isDNS1123Subdomain } from '../../api/names.ts';
import type { Json, KubeObject, LabelSelector, PodTemplate } from '../../api/objects.ts';
import { forbidden, invalid, invalids, notSupported, oneOf, required } from '../field-errors.ts';
import { sameJson } from '../same-json.ts';
import { isEmptySelector, validateLabelSelector } from './label-selector.ts';
import { validateAnnotations, validateLabels, validateObjectMeta } from './object-meta.ts';
import { validatePodSpec } from './pod.ts';

/** Any workload after its defaults; each kind has some of these fields. */
export interface Workload extends KubeObject {
  readonly spec: {
    readonly template: PodTemplate;
    readonly selector?: LabelSelector;
    readonly serviceName?: string;
    readonly podManagementPolicy?: string;
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
    ...validateTemplate(object),
    ...validateStrategy(object),
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
    ...validateTemplate(object),
    ...selectorChange(object, old),
  ];
}

/** Models pkg/apis/apps/validation ValidateDaemonSet, v1.36. */
export function validateDaemonSet(object: Workload, old?: Workload): FieldError[] {
  return [
    ...validateObjectMeta(object.metadata, true, isDNS1123Subdomain),
    ...validateSelector(object, 'daemonset'),
    ...validateTemplate(object),
    ...notNegative(object, 'minReadySeconds', 'revisionHistoryLimit'),
    ...selectorChange(object, old),
  ];
}

/** Models pkg/apis/apps/validation ValidateStatefulSet and ValidateStatefulSetUpdate, v1.36. */
export function validateStatefulSet(object: Workload, old?: Workload): FieldError[] {
  const { podManagementPolicy, serviceName, ordinals } = object.spec;
  const start = ordinals?.start ?? 0;
  return [
    ...validateObjectMeta(object.metadata, true, old ? isDNS1123Subdomain : isDNS1123Label),
    ...oneOf('spec.podManagementPolicy', podManagementPolicy, ['OrderedReady', 'Parallel']),
    ...notNegative(object, 'replicas', 'minReadySeconds'),
    ...(start < 0 ? [invalid('spec.ordinals.start', start, notNegativeDetail)] : []),
    ...validateSelector(object, 'statefulset'),
    ...(serviceName && !old ? invalids('spec.serviceName', serviceName, isDNS1123Label(serviceName)) : []),
    ...validateTemplate(object),
    ...(old && !sameJson(fixedStatefulPart(object), fixedStatefulPart(old)) ? [forbidden('spec', fixedStateful)] : []),
  ];
}

/** Models pkg/apis/batch/validation ValidateJob and ValidateJobUpdate, v1.36. */
export function validateJob(object: Workload, old?: Workload): FieldError[] {
  const { template, selector } = object.spec;
  const changed = (['completions', 'template', 'completionMode'] as const).filter(
    (field) => old && !sameJson(object.spec[field], old.spec[field]),
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
const notNegativeDetail = 'must be greater than or equal to 0';
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

function validateSelector({ spec: { selector } }: Workload, kind: string): FieldError[] {
  if (!selector) return [required('spec.selector')];
  const errors = validateLabelSelector('spec.selector', selector);
  if (isEmptySelector(selector))
    errors.push(invalid('spec.selector', selectorValue(selector), `empty selector is invalid for ${kind}`));
  return errors;
}

/** Models ValidatePodTemplateSpecForReplicaSet, v1.36: the template must match, and its pods must restart for ever. */
function validateTemplate({ spec: { template, selector } }: Workload): FieldError[] {
  const broken = selector && validateLabelSelector('', selector).length > 0;
  if (broken) return [invalid('spec.selector', selectorValue(selector), 'invalid label selector')];
  const { restartPolicy } = template.spec;
  return [
    ...(matchesSelector(selector, template.metadata?.labels) ? [] : [templateMismatch(template)]),
    ...validatePodTemplate(template),
    ...(restartPolicy === 'Always'
      ? []
      : [notSupported('spec.template.spec.restartPolicy', restartPolicy ?? '', ['Always'])]),
  ];
}

function validatePodTemplate(template: PodTemplate): FieldError[] {
  return [
    ...validateLabels('spec.template.metadata.labels', template.metadata?.labels),
    ...validateAnnotations('spec.template.metadata.annotations', template.metadata?.annotations),
    ...validatePodSpec('spec.template.spec', template.spec),
  ];
}

function templateMismatch(template: PodTemplate): FieldError {
  const detail = '`selector` does not match template `labels`';
  return invalid('spec.template.metadata.labels', template.metadata?.labels ?? null, detail);
}

function validateStrategy({ spec: { strategy } }: Workload): FieldError[] {
  const path = 'spec.strategy';
  if (strategy?.type === 'Recreate')
    return strategy.rollingUpdate === undefined
      ? []
      : [forbidden(`${path}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")];
  return strategy?.type === 'RollingUpdate'
    ? validateRollingUpdate(`${path}.rollingUpdate`, strategy.rollingUpdate)
    : [notSupported(path, strategyValue(strategy?.type ?? ''), ['Recreate', 'RollingUpdate'])];
}

/** Neither more nor fewer pods than wanted: such a rollout could not take a step. */
function validateRollingUpdate(path: string, rolling: Json | undefined): FieldError[] {
  const { maxUnavailable = 0, maxSurge = 0 } = (rolling ?? {}) as {
    readonly maxUnavailable?: Json;
    readonly maxSurge?: Json;
  };
  const isZero = (value: Json) => value === 0 || value === '0%';
  if (!isZero(maxUnavailable) || !isZero(maxSurge)) return [];
  return [invalid(`${path}.maxUnavailable`, maxUnavailable, 'may not be 0 when `maxSurge` is 0')];
}

/** The server prints the whole strategy, in its internal form. */
function strategyValue(type: string): Json {
  return { Type: type, RollingUpdate: null };
}

function validateDeadline({ spec }: Workload): FieldError[] {
  const { progressDeadlineSeconds: deadline, minReadySeconds: ready = 0 } = spec;
  if (typeof deadline !== 'number' || typeof ready !== 'number' || deadline > ready) return [];
  return [invalid('spec.progressDeadlineSeconds', deadline, 'must be greater than minReadySeconds')];
}

function selectorChange({ spec }: Workload, old: Workload | undefined): FieldError[] {
  if (!old || sameJson(spec.selector, old.spec.selector)) return [];
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
