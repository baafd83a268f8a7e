/** Which objects a command is about: named one by one, or selected. */
import { tableName, type ApiKind } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import { anyTable, type Cluster } from '../cluster/cluster.ts';
import { meetsFields, parseFieldSelector } from './field-selector.ts';
import { meetsRequirements, parseLabelSelector } from './label-selector.ts';
import { findTargetsWith } from './targets-with.ts';

export { findObject } from './targets-with.ts';

export interface Target {
  readonly kind: ApiKind;
  /** "" for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
}

export interface TargetQuery {
  readonly namespace: string;
  readonly allNamespaces?: boolean;
  readonly selector?: string | undefined;
  readonly fieldSelector?: string | undefined;
  readonly all?: boolean;
}

export type Targets =
  | { readonly ok: true; readonly targets: readonly Target[]; readonly selected: boolean }
  /** kubectl's words, without `error: `. */
  | { readonly ok: false; readonly error: string };

/** The objects that the arguments name (they need not exist), or those that fit the selectors, sorted by name. */
export function findTargets(cluster: Cluster, args: readonly string[], query: TargetQuery): Targets {
  return findTargetsWith({ select: selectTargets }, cluster, args, query);
}

/** The objects of a kind that fit the selectors, sorted by name; or kubectl's words, without `error: `. */
export function selectTargets(cluster: Cluster, kind: ApiKind, query: TargetQuery): readonly Target[] | string {
  const labels = parseLabelSelector(query.selector ?? '');
  if (!labels.ok) return labels.error;
  const fields = parseFieldSelector(query.fieldSelector ?? '', kind);
  if (!fields.ok) return fields.error;
  const fits = (object: KubeObject): boolean =>
    (!kind.namespaced || query.allNamespaces === true || object.metadata.namespace === query.namespace) &&
    meetsRequirements(labels.requirements, object.metadata.labels) &&
    meetsFields(fields.requirements, object);
  return [...anyTable(cluster, tableName(kind)).entries()]
    .filter(([, object]) => fits(object))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, { metadata }]) => ({ kind, namespace: metadata.namespace ?? '', name: metadata.name }));
}
