/** Applying an object again that was applied in the last run, when nothing that admission looks at is different. */
import { tableName } from '../api/kinds.ts';
import type { Memo } from '../api/memo.ts';
import { anyTable, get, table, withChanges, type Cluster } from '../cluster/cluster.ts';
import { keyOf } from '../api/refs.ts';
import type { AppliedObject, ManifestObject } from './apply-object.ts';

/**
 * The outcome of `apply`, taken over from the last run (`key` names the place in the file) if what admission reads is the very
 * same: the object sent, the stored one, its namespace, the nodes, for a Service all Services, and `more`.
 * The cluster of the outcome is always made from the one given. A refusal is looked at anew: it may name anything.
 */
export function rememberApplied(
  memo: Memo,
  key: string,
  cluster: Cluster,
  object: ManifestObject,
  more: readonly unknown[],
  apply: () => AppliedObject,
): AppliedObject {
  const { kind, namespace, name } = object;
  const objects = anyTable(cluster, tableName(kind));
  const inputs = [
    object,
    objects.get(keyOf(namespace, name)),
    namespace === '' ? undefined : get(cluster, 'namespaces', undefined, namespace),
    table(cluster, 'nodes'),
    tableName(kind) === 'services' ? objects : undefined,
    ...more,
  ];
  const applied = memo.once(key, inputs, apply);
  if (applied.error) return apply();
  const { changes } = applied;
  return { ...applied, cluster: memo.once(`${key} stored`, [cluster, changes], () => withChanges(cluster, changes)) };
}
