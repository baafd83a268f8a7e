/**
 * The cluster: an immutable table of objects by kind, namespace and name.
 * An object that did not change stays the same value, and so does a table; identity means "unchanged".
 */
import type { KubeObject, ModelledResource, ModelledTables } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';

/** Objects of one resource by `namespace/name` (or name), in order of creation. */
export type Table<T extends KubeObject = KubeObject> = ReadonlyMap<string, T>;

/** One object before and after; `before` absent: created, `after` absent: deleted. */
export interface Change {
  /** Table name: `services`, `configmaps`, `ingresses.networking.k8s.io`. */
  readonly resource: string;
  readonly key: string;
  readonly before?: KubeObject;
  readonly after?: KubeObject;
}

/** What the stand-in for scheduler and kubelet remembers of pods beside their numbers. */
export interface KubeletMemory {
  /** Numbers kept free for pods that a StatefulSet will make later, by pod key. */
  readonly reserved: ReadonlyMap<string, number>;
  /** `namespace/owner#i` of each pod of a workload, by pod key: the i-th pod the owner ever made. */
  readonly replicas: ReadonlyMap<string, string>;
  /** How many pods each `namespace/owner` ever made. */
  readonly made: ReadonlyMap<string, number>;
}

export interface Cluster {
  readonly tables: ReadonlyMap<string, Table>;
  /** Pod numbers of the address rule, by pod key, for every pod ever made; the next pod takes `nextPodNumber`. */
  readonly podNumbers: ReadonlyMap<string, number>;
  readonly nextPodNumber: number;
  /** Absent until the first pod got its status. */
  readonly kubelet?: KubeletMemory;
}

const none: Table = new Map();

export const emptyCluster: Cluster = { tables: new Map(), podNumbers: new Map(), nextPodNumber: 0 };

/** The table of a modelled resource; empty if nothing is in it. */
export function table<R extends ModelledResource>(cluster: Cluster, resource: R): Table<ModelledTables[R]> {
  return (cluster.tables.get(resource) ?? none) as unknown as Table<ModelledTables[R]>;
}

/** The table of any resource by its table name (`api/kinds.ts` tableName). */
export function anyTable(cluster: Cluster, resource: string): Table {
  return cluster.tables.get(resource) ?? none;
}

/** One object of a modelled resource, or undefined. */
export function get<R extends ModelledResource>(
  cluster: Cluster,
  resource: R,
  namespace: string | undefined,
  name: string,
): ModelledTables[R] | undefined {
  return table(cluster, resource).get(keyOf(namespace, name));
}

/** The cluster with these objects put in (`after`) or taken out (no `after`). One copy per table touched, however many changes. */
export function withChanges(cluster: Cluster, changes: readonly Change[]): Cluster {
  if (changes.length === 0) return cluster;
  const tables = new Map(cluster.tables);
  for (const [resource, ofTable] of byTable(changes)) {
    tables.set(resource, changedTable(tables.get(resource) ?? none, ofTable));
  }
  return { ...cluster, tables };
}

const tablesOf = new WeakMap<readonly Change[], ReadonlyMap<string, readonly Change[]>>();

/** Changes by their table; the same changes give the same parts again. */
export function byTable(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  let parts = tablesOf.get(changes);
  if (!parts) {
    const resource = changes[0]?.resource ?? '';
    const alike = changes.every((change) => change.resource === resource);
    parts = alike ? new Map([[resource, changes]]) : Map.groupBy(changes, (change) => change.resource);
    tablesOf.set(changes, parts);
  }
  return parts;
}

interface Made {
  readonly changes: readonly Change[];
  readonly result: Table;
}

/** What was made of a table last: the same changes give the same table again, and with it every index kept with it. */
const made = new WeakMap<Table, readonly Made[]>();
const kept = 4;

function changedTable(base: Table, changes: readonly Change[]): Table {
  const before = made.get(base) ?? [];
  const known = before.find((entry) => sameWrites(entry.changes, changes));
  if (known) return known.result;
  const result = new Map(base);
  for (const { key, after } of changes) {
    if (after) result.set(key, after);
    else result.delete(key);
  }
  made.set(base, [{ changes, result }, ...before.slice(0, kept - 1)]);
  origins.set(result, { base, changes });
  return result;
}

const origins = new WeakMap<Table, { readonly base: Table; readonly changes: readonly Change[] }>();

/** The table that this one was made from, and by which writes: what is known of it need not be found anew. */
export function originOf(made: Table): { readonly base: Table; readonly changes: readonly Change[] } | undefined {
  return origins.get(made);
}

function sameWrites(a: readonly Change[], b: readonly Change[]): boolean {
  return (
    a === b || (a.length === b.length && a.every(({ key, after }, i) => after === b[i]?.after && key === b[i]?.key))
  );
}
