/** What the server warns of in what a pod asks of its node. */
import { isLabelValue } from '../../api/names.ts';
import type { Json, JsonObject, Labels } from '../../api/objects.ts';

/** The fields that say where a pod may run, as far as they are looked at here. */
export interface Placement {
  readonly nodeSelector?: Labels;
  readonly topologySpreadConstraints?: readonly JsonObject[];
  readonly affinity?: JsonObject;
}

const deprecated: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': 'deprecated since v1.14; use "kubernetes.io/arch" instead',
  'beta.kubernetes.io/os': 'deprecated since v1.14; use "kubernetes.io/os" instead',
  'failure-domain.beta.kubernetes.io/region': 'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  'failure-domain.beta.kubernetes.io/zone': 'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  'beta.kubernetes.io/instance-type': 'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  'app.kubernetes.io/created-by': 'deprecated since v1.9',
  'scheduler.alpha.kubernetes.io/preferAvoidPods': 'deprecated since v1.22; use Taints and Tolerations instead',
  'node-role.kubernetes.io/master': 'use "node-role.kubernetes.io/control-plane" instead',
};
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
const matchesNothing = 'a null labelSelector results in matching no pod';

/** Labels of nodes that have a new name. Models pkg/api/node GetWarningsForNodeSelectorTerm and its callers, v1.36. */
export function nodeWarnings(path: string, { nodeSelector, affinity, topologySpreadConstraints }: Placement): string[] {
  const node = mapAt(affinity, 'nodeAffinity');
  const at = `${path}.affinity.nodeAffinity`;
  return [
    ...Object.keys(nodeSelector ?? {}).flatMap((key) => {
      const why = deprecationOf(key);
      return why === undefined ? [] : [`${path}.nodeSelector[${key}]: ${why}`];
    }),
    ...mapsAt(mapAt(node, required), 'nodeSelectorTerms').flatMap((term, i) =>
      termWarnings(`${at}.${required}.nodeSelectorTerms[${i}]`, term, false),
    ),
    ...mapsAt(node, preferred).flatMap((item, i) =>
      termWarnings(`${at}.${preferred}[${i}].preference`, mapAt(item, 'preference'), true),
    ),
    ...(topologySpreadConstraints ?? []).flatMap((constraint, i) =>
      spreadWarnings(`${path}.topologySpreadConstraints[${i}]`, constraint),
    ),
  ];
}

/** Terms that name no pods. Models pkg/api/pod warningsForPodAffinityTerms, v1.36. */
export function podAffinityWarnings(path: string, { affinity }: Placement): string[] {
  return ['podAffinity', 'podAntiAffinity'].flatMap((kind) => {
    const of = mapAt(affinity, kind);
    const at = `${path}.affinity.${kind}`;
    return [
      ...mapsAt(of, required).flatMap((term, i) => selectorWarning(`${at}.${required}[${i}]`, term)),
      ...mapsAt(of, preferred).flatMap((item, i) =>
        selectorWarning(`${at}.${preferred}[${i}].podAffinityTerm`, mapAt(item, 'podAffinityTerm') ?? {}),
      ),
    ];
  });
}

function termWarnings(path: string, term: JsonObject | undefined, checkValues: boolean): string[] {
  return mapsAt(term, 'matchExpressions').flatMap((expression, i) => {
    const at = `${path}.matchExpressions[${i}]`;
    const key = String(expression['key'] ?? '');
    const why = deprecationOf(key);
    const values = checkValues && Array.isArray(expression['values']) ? (expression['values'] as readonly Json[]) : [];
    return [
      ...(why === undefined ? [] : [`${at}.key: ${key} is ${why}`]),
      ...values.flatMap((value, j) =>
        isLabelValue(String(value)).map((text) => `${at}.values[${j}]: ${String(value)} is invalid, ${text}`),
      ),
    ];
  });
}

function spreadWarnings(path: string, constraint: JsonObject): string[] {
  const key = String(constraint['topologyKey'] ?? '');
  const why = deprecationOf(key);
  return [
    ...(why === undefined ? [] : [`${path}.topologyKey: ${key} is ${why}`]),
    ...selectorWarning(path, constraint),
  ];
}

function selectorWarning(path: string, term: JsonObject): string[] {
  return term['labelSelector'] === undefined ? [`${path}.labelSelector: ${matchesNothing}`] : [];
}

function deprecationOf(label: string): string | undefined {
  return Object.hasOwn(deprecated, label) ? deprecated[label] : undefined;
}

function mapAt(map: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = map?.[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

function mapsAt(map: JsonObject | undefined, key: string): readonly JsonObject[] {
  const value = map?.[key];
  return Array.isArray(value) ? (value as unknown as readonly JsonObject[]) : [];
}
