/** What goes because the owner that it names is not there and never was: a reference copied from another cluster. */
import { findKind, tableName } from '../../api/kinds.ts';
import type { KubeObject, OwnerReference } from '../../api/objects.ts';
import { keyOf } from '../../api/refs.ts';
import { anyTable, type Change, type Cluster } from '../../cluster/cluster.ts';

/** Tables whose objects may name owners; what the engine only stores is left alone. */
export const mayBeOwned: ReadonlySet<string> = new Set([
  'pods',
  'services',
  'endpoints',
  'endpointslices',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
]);

interface Verdict {
  readonly owner: OwnerReference;
  readonly namespace: string | undefined;
  readonly absent: boolean;
}

/**
 * Deletes those of the changed objects that name owners of which none is there: same kind, name, namespace and uid.
 * An owner of a kind nobody knows keeps its dependents. Models pkg/controller/garbagecollector attemptToDeleteItem, v1.36.
 */
export function collectUnowned(cluster: Cluster, changes: readonly Change[]): readonly Change[] {
  // The pods of one owner come together, thousands of them.
  let last: Verdict | undefined;
  const isAbsent = (owner: OwnerReference, namespace: string | undefined): boolean => {
    if (last === undefined || last.namespace !== namespace || !isSameOwner(last.owner, owner))
      last = { owner, namespace, absent: ownerIsAbsent(cluster, owner, namespace) };
    return last.absent;
  };
  return changes.flatMap(({ resource, key, before, after }) => {
    const owners = after?.metadata.ownerReferences;
    if (!owners || owners.length === 0 || owners === before?.metadata.ownerReferences) return [];
    const now: KubeObject | undefined = anyTable(cluster, resource).get(key);
    if (now !== after || !owners.every((owner) => isAbsent(owner, now.metadata.namespace))) return [];
    return [{ resource, key, before: now }];
  });
}

function isSameOwner(a: OwnerReference, b: OwnerReference): boolean {
  return a === b || (a.uid === b.uid && a.name === b.name && a.kind === b.kind && a.apiVersion === b.apiVersion);
}

function ownerIsAbsent(cluster: Cluster, owner: OwnerReference, namespace: string | undefined): boolean {
  const kind = findKind(owner.apiVersion, owner.kind);
  if (!kind || (kind.namespaced && namespace === undefined)) return false;
  const found = anyTable(cluster, tableName(kind)).get(keyOf(kind.namespaced ? namespace : undefined, owner.name));
  return found?.metadata.uid !== owner.uid;
}
