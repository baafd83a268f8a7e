/** Applying an object again that was applied in the last run, when nothing that admission looks at is different. */
import { tableName } from '../api/kinds.ts';
import type { Memo } from '../api/memo.ts';
import { takenIn } from '../apiserver/allocate/taken.ts';
import { anyTable, get, table, withChanges, type Change, type Cluster } from '../cluster/cluster.ts';
import { keyOf } from '../api/refs.ts';
import type { Json } from '../api/objects.ts';
import { sameJson } from './json-values.ts';
import type { AppliedObject, ManifestObject } from './apply-object.ts';

/**
 * The outcome of `apply`, taken over from the last run (`key` names the place in the file) if what admission reads is the very
 * same: the object sent, the stored one, its namespace, the nodes, for a Service the addresses and ports that Services have, and `more`.
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
    tableName(kind) === 'services' ? takenIn(cluster) : undefined,
    ...more,
  ];
  const applied = memo.once(key, inputs, (before?: AppliedObject) => keepChanges(apply(), before));
  if (applied.error) return apply();
  const { changes } = applied;
  return { ...applied, cluster: memo.once(`${key} stored`, [cluster, changes], () => withChanges(cluster, changes)) };
}

/** Changes that write what they wrote in the last run stay the same values. */
function keepChanges(now: AppliedObject, before: AppliedObject | undefined): AppliedObject {
  const equal =
    before !== undefined &&
    now.changes.length === before.changes.length &&
    now.changes.every((change, i) => sameChange(change, before.changes[i]));
  return equal ? { ...now, changes: before.changes } : now;
}

function sameChange(a: Change, b: Change | undefined): boolean {
  return (
    a.resource === b?.resource &&
    a.key === b.key &&
    a.before === b.before &&
    sameJson(a.after as unknown as Json, b.after as unknown as Json)
  );
}
