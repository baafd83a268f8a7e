/** Where a pod may run beside others: affinity and spread. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isDNS1123Subdomain, isLabelValue, isQualifiedName } from '../../api/names.ts';
import type { JsonObject, LabelSelector } from '../../api/objects.ts';
import { duplicate, forbidden, invalid, invalids, notSupported, required } from '../field-errors.ts';
import { validateLabelSelector } from './label-selector.ts';

const needed = 'requiredDuringSchedulingIgnoredDuringExecution';
const wished = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Models pkg/apis/core/validation validateAffinity, v1.36. */
export function validateAffinity(path: string, affinity: JsonObject): readonly FieldError[] {
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity as Readonly<Record<string, JsonObject | undefined>>;
  return [
    ...(nodeAffinity ? validateNodeAffinity(`${path}.nodeAffinity`, nodeAffinity) : []),
    ...(podAffinity ? validatePodTerms(`${path}.podAffinity`, podAffinity) : []),
    ...(podAntiAffinity ? validatePodTerms(`${path}.podAntiAffinity`, podAntiAffinity) : []),
  ];
}

function validateNodeAffinity(path: string, affinity: JsonObject): readonly FieldError[] {
  const selector = affinity[needed] as JsonObject | undefined;
  const terms = listOf(selector ?? {}, 'nodeSelectorTerms');
  const at = `${path}.${needed}.nodeSelectorTerms`;
  return [
    ...(selector && terms.length === 0 ? [required(at, 'must have at least one node selector term')] : []),
    ...terms.flatMap((term, i) => validateNodeTerm(`${at}[${i}]`, term, true)),
    ...listOf(affinity, wished).flatMap((wish, i) => [
      ...validateWeight(`${path}.${wished}[${i}]`, wish),
      ...validateNodeTerm(`${path}.${wished}[${i}].preference`, (wish['preference'] ?? {}) as JsonObject, false),
    ]),
  ];
}

/** Values that no label can have are let pass where they are only wished for. */
function validateNodeTerm(path: string, term: JsonObject, strict: boolean): readonly FieldError[] {
  return [
    ...listOf(term, 'matchExpressions').flatMap((rule, i) =>
      validateNodeRule(`${path}.matchExpressions[${i}]`, rule, strict),
    ),
    ...listOf(term, 'matchFields').flatMap((rule, i) => validateFieldRule(`${path}.matchFields[${i}]`, rule)),
  ];
}

function validateNodeRule(path: string, rule: JsonObject, strict: boolean): readonly FieldError[] {
  const { key, operator, values } = ruleOf(rule);
  const list = `${path}.values`;
  const errors: FieldError[] = [];
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0) errors.push(required(list, "must be specified when `operator` is 'In' or 'NotIn'"));
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0)
      errors.push(forbidden(list, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
  } else if (operator === 'Gt' || operator === 'Lt') {
    if (values.length !== 1)
      errors.push(required(list, "must be specified single value when `operator` is 'Lt' or 'Gt'"));
  } else errors.push(invalid(`${path}.operator`, operator, 'not a valid selector operator'));
  errors.push(...invalids(`${path}.key`, key, isQualifiedName(key)));
  if (!strict) return errors;
  return [...errors, ...values.flatMap((value, i) => invalids(`${list}[${i}]`, value, isLabelValue(value)))];
}

function validateFieldRule(path: string, rule: JsonObject): readonly FieldError[] {
  const { key, operator, values } = ruleOf(rule);
  const one = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector";
  const known = operator === 'In' || operator === 'NotIn';
  return [
    ...(known ? [] : [invalid(`${path}.operator`, operator, 'not a valid selector operator')]),
    ...(known && values.length !== 1 ? [required(`${path}.values`, one)] : []),
    ...(key === 'metadata.name'
      ? values.flatMap((value, i) => invalids(`${path}.values[${i}]`, value, isDNS1123Subdomain(value)))
      : [invalid(`${path}.key`, key, 'not a valid field selector key')]),
  ];
}

function validatePodTerms(path: string, affinity: JsonObject): readonly FieldError[] {
  return [
    ...listOf(affinity, needed).flatMap((term, i) => validatePodTerm(`${path}.${needed}[${i}]`, term)),
    ...listOf(affinity, wished).flatMap((wish, i) => [
      ...validateWeight(`${path}.${wished}[${i}]`, wish),
      ...validatePodTerm(`${path}.${wished}[${i}].podAffinityTerm`, (wish['podAffinityTerm'] ?? {}) as JsonObject),
    ]),
  ];
}

function validatePodTerm(path: string, term: JsonObject): readonly FieldError[] {
  const key = String(term['topologyKey'] ?? '');
  const namespaces = (term['namespaces'] ?? []) as readonly string[];
  return [
    ...selectorErrors(`${path}.labelSelector`, term['labelSelector']),
    ...selectorErrors(`${path}.namespaceSelector`, term['namespaceSelector']),
    ...namespaces.flatMap((name) => invalids(`${path}.namespace`, name, isDNS1123Label(name))),
    ...(key === '' ? [required(`${path}.topologyKey`, 'can not be empty')] : []),
    ...invalids(`${path}.topologyKey`, key, isQualifiedName(key)),
  ];
}

function validateWeight(path: string, { weight }: JsonObject): readonly FieldError[] {
  const value = Number(weight ?? 0);
  return value >= 1 && value <= 100 ? [] : [invalid(`${path}.weight`, value, 'must be in the range 1-100')];
}

/** Models pkg/apis/core/validation validateTopologySpreadConstraints, v1.36, without its policies and label keys. */
export function validateSpread(path: string, constraints: readonly JsonObject[]): readonly FieldError[] {
  const kinds = constraints.map(
    (rule) => `{${String(rule['topologyKey'] ?? '')}, ${String(rule['whenUnsatisfiable'] ?? '')}}`,
  );
  return constraints.flatMap((rule, i) => {
    const at = `${path}[${i}]`;
    const skew = Number(rule['maxSkew'] ?? 0);
    const action = String(rule['whenUnsatisfiable'] ?? '');
    const kind = kinds[i] ?? '';
    return [
      ...(skew > 0 ? [] : [invalid(`${at}.maxSkew`, skew, 'must be greater than zero')]),
      ...(rule['topologyKey'] ? [] : [required(`${at}.topologyKey`, 'can not be empty')]),
      ...(actions.includes(action) ? [] : [notSupported(`${at}.whenUnsatisfiable`, action, actions)]),
      ...(kinds.includes(kind, i + 1) ? [duplicate(`${at}.{topologyKey, whenUnsatisfiable}`, kind)] : []),
      ...selectorErrors(`${at}.labelSelector`, rule['labelSelector']),
    ];
  });
}

const actions = ['DoNotSchedule', 'ScheduleAnyway'];

function selectorErrors(path: string, selector: unknown): readonly FieldError[] {
  return selector ? validateLabelSelector(path, selector as LabelSelector) : [];
}

function listOf(source: JsonObject, field: string): readonly JsonObject[] {
  return (source[field] ?? []) as readonly JsonObject[];
}

function ruleOf(rule: JsonObject) {
  return {
    key: String(rule['key'] ?? ''),
    operator: String(rule['operator'] ?? ''),
    values: (rule['values'] ?? []) as readonly string[],
  };
}
