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

/** Changes that follow one another and name the same owners: the pods of one owner come together, thousands of them. */
interface Claim {
  readonly owners: readonly OwnerReference[];
  readonly namespace: string | undefined;
  readonly changes: Change[];
}

/**
 * Deletes those of the changed objects that name owners of which none is there: same kind, name, namespace and uid.
 * An owner of a kind nobody knows keeps its dependents. Models pkg/controller/garbagecollector attemptToDeleteItem, v1.36.
 */
export function collectUnowned(cluster: Cluster, changes: readonly Change[]): readonly Change[] {
  return claimsIn(changes)
    .filter(({ owners, namespace }) => areAbsent(cluster, owners, namespace))
    .flatMap((claim) => claim.changes)
    .flatMap(({ resource, key, after }) => {
      const now: KubeObject | undefined = anyTable(cluster, resource).get(key);
      return now && now === after ? [{ resource, key, before: now }] : [];
    });
}

/** True where none of the owners that an object of this namespace names is there. */
export const areAbsent = (
  cluster: Cluster,
  owners: readonly OwnerReference[],
  namespace: string | undefined,
): boolean => owners.every((owner) => ownerIsAbsent(cluster, owner, namespace));

const claims = new WeakMap<readonly Change[], readonly Claim[]>();

function claimsIn(changes: readonly Change[]): readonly Claim[] {
  let found = claims.get(changes);
  if (!found) claims.set(changes, (found = readClaims(changes)));
  return found;
}

function readClaims(changes: readonly Change[]): readonly Claim[] {
  const found: Claim[] = [];
  for (const change of changes) {
    const { ownerReferences: owners, namespace } = change.after?.metadata ?? {};
    if (!owners || owners.length === 0 || owners === change.before?.metadata.ownerReferences) continue;
    const last = found.at(-1);
    if (last && last.namespace === namespace && sameOwners(last.owners, owners)) last.changes.push(change);
    else found.push({ owners, namespace, changes: [change] });
  }
  return found;
}

function sameOwners(a: readonly OwnerReference[], b: readonly OwnerReference[]): boolean {
  return a.length === b.length && a.every((owner, i) => isSameOwner(owner, b[i] as OwnerReference));
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
