/** The checks of the fields that few pods have, in the order of the server's own. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Subdomain, isLabelValue, isQualifiedName, isSearchDomain } from '../../api/names.ts';
import type { JsonObject, Pod, PodDnsConfig, PodSpec } from '../../api/objects.ts';
import { duplicate, forbidden, invalid, invalids, notSupported, required } from '../field-errors.ts';
import { validateIP } from './addresses.ts';
import { validateLabels } from './object-meta.ts';
import { validateAffinity, validateSpread } from './pod-affinity.ts';
import { validateSources, validateValueFrom } from './pod-env.ts';
import { validateVolumes } from './pod-volumes.ts';
import type { SeldomChecks } from './seldom-checks.ts';

type SeldomFields = PodSpec & {
  readonly nodeSelector?: Record<string, string>;
  readonly affinity?: JsonObject;
  readonly schedulingGates?: readonly { readonly name?: string }[];
  readonly topologySpreadConstraints?: readonly JsonObject[];
  readonly tolerations?: readonly Toleration[];
  readonly hostAliases?: readonly { readonly ip?: string; readonly hostnames?: readonly string[] }[];
  readonly runtimeClassName?: string;
  readonly preemptionPolicy?: string;
  readonly ephemeralContainers?: readonly JsonObject[];
};

interface Toleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
}

export const seldomChecks: SeldomChecks = {
  volumes: validateVolumes,
  valueFrom: validateValueFrom,
  sources: validateSources,
  placement: (path, spec: SeldomFields) => [
    ...validateLabels(`${path}.nodeSelector`, spec.nodeSelector),
    ...(spec.affinity ? validateAffinity(`${path}.affinity`, spec.affinity) : []),
    ...dnsConfig(`${path}.dnsConfig`, spec),
  ],
  spread: (path, { schedulingGates = [], topologySpreadConstraints = [] }: SeldomFields) => [
    ...gates(`${path}.schedulingGates`, schedulingGates),
    ...validateSpread(`${path}.topologySpreadConstraints`, topologySpreadConstraints),
  ],
  tolerations: (path, { tolerations = [], hostAliases = [] }: SeldomFields) => [
    ...tolerations.flatMap((toleration, i) => validateToleration(`${path}.tolerations[${i}]`, toleration)),
    ...hostAliases.flatMap(({ ip = '', hostnames = [] }, i) => [
      ...validateIP(`${path}.hostAliases[${i}].ip`, ip),
      ...hostnames.flatMap((name, j) =>
        invalids(`${path}.hostAliases[${i}].hostnames[${j}]`, name, isDNS1123Subdomain(name)),
      ),
    ]),
  ],
  policies: (path, { runtimeClassName, preemptionPolicy }: SeldomFields) => [
    ...(runtimeClassName === undefined
      ? []
      : invalids(`${path}.runtimeClassName`, runtimeClassName, isDNS1123Subdomain(runtimeClassName))),
    ...(preemptionPolicy === undefined || preemptions.includes(preemptionPolicy)
      ? []
      : [notSupported(`${path}.preemptionPolicy`, preemptionPolicy, preemptions)]),
  ],
};

/** What only the server may write into a new pod. Models pkg/apis/core/validation ValidatePodCreate, v1.36. */
export function validateNewPod({ spec }: Pod): readonly FieldError[] {
  const { ephemeralContainers = [], schedulingGates = [] }: SeldomFields = spec;
  return [
    ...(ephemeralContainers.length > 0 ? [forbidden('spec.ephemeralContainers', 'cannot be set on create')] : []),
    ...(spec.nodeName && schedulingGates.length > 0
      ? [forbidden('spec.nodeName', 'cannot be set until all schedulingGates have been cleared')]
      : []),
  ];
}

const preemptions = ['PreemptLowerPriority', 'Never'];
const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const most = { nameservers: 3, searches: 32, characters: 2048 };

/** Models pkg/apis/core/validation ValidateTolerations, v1.36. */
function validateToleration(path: string, toleration: Toleration): readonly FieldError[] {
  const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = toleration;
  const errors = key === '' ? [] : invalids(`${path}.key`, key, isQualifiedName(key));
  const wrong = (detail: string, what = operator) => errors.push(invalid(`${path}.operator`, what, detail));
  if (key === '' && operator !== 'Exists')
    wrong('operator must be Exists when `key` is empty, which means "match all values and all keys"');
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    errors.push(invalid(`${path}.effect`, effect, "effect must be 'NoExecute' when `tolerationSeconds` is set"));
  if (operator === 'Exists') {
    if (value !== '') wrong("value must be empty when `operator` is 'Exists'", value);
  } else if (operator !== '' && operator !== 'Equal')
    errors.push(notSupported(`${path}.operator`, operator, ['Equal', 'Exists']));
  else if (isLabelValue(value).length > 0) wrong(isLabelValue(value).join(';'), value);
  if (effect !== '' && !effects.includes(effect)) errors.push(notSupported(`${path}.effect`, effect, effects));
  return errors;
}

function gates(path: string, list: readonly { readonly name?: string }[]): readonly FieldError[] {
  return list.flatMap(({ name = '' }, i) => [
    ...invalids(`${path}[${i}]`, name, isQualifiedName(name)),
    ...(list.findIndex((gate) => (gate.name ?? '') === name) < i ? [duplicate(`${path}[${i}]`, name)] : []),
  ]);
}

/** Models pkg/apis/core/validation validatePodDNSConfig, v1.36. */
function dnsConfig(path: string, { dnsPolicy: policy, dnsConfig: config }: PodSpec): readonly FieldError[] {
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
  if (searches.join(' ').length > most.characters) {
    const why = `must not have more than ${most.characters} characters (including spaces) in the search list`;
    errors.push(invalid(`${path}.searches`, searches, why));
  }
  for (const [i, search] of searches.entries()) {
    const name = search.replace(/\.$/, '');
    if (search !== '.') errors.push(...invalids(`${path}.searches[${i}]`, name, isSearchDomain(name)));
  }
  for (const [i, { name }] of options.entries())
    if (!name) errors.push(required(`${path}.options[${i}]`, 'must not be empty'));
  return errors;
}
