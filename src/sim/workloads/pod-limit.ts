/** The end of what is simulated: a manifest of two lines can ask for two thousand million pods. */
import type { JsonObject, KubeObject, StatefulSet } from '../api/objects.ts';
import type { ObjectRef } from '../api/refs.ts';
import { table, type Change, type Cluster } from '../cluster/cluster.ts';

/**
 * Workloads make no more pods once the cluster has so many. A cluster has no such limit; beyond this one an answer would no
 * longer come at once.
 */
export const maxPods = 6000;
/** As many for a StatefulSet that makes one after the other: each of them costs a look at all before it. */
export const maxOrderedPods = 500;

/** How many pods workloads may still make, when `changes` are not in the cluster yet. */
export function podRoom(cluster: Cluster, changes: readonly Change[]): number {
  let pods = table(cluster, 'pods').size;
  if (pods + changes.length < maxPods) return maxPods - pods - changes.length;
  for (const { resource, before, after } of changes)
    if (resource === 'pods') pods += Number(!!after) - Number(!!before);
  return Math.max(0, maxPods - pods);
}

/** A workload that asks for more pods than a limit leaves it. */
export interface LimitedWorkload {
  readonly workload: ObjectRef;
  /** The field that asks. */
  readonly path: string;
  readonly wanted: number;
  readonly allowed: number;
}

/** The workloads of a cluster at rest that go without pods because of a limit. */
export function limitedWorkloads(cluster: Cluster): readonly LimitedWorkload[] {
  const sets = [...table(cluster, 'statefulsets').values()].flatMap((set) =>
    isOrdered(set) ? limited(set, 'spec.replicas', set.spec.replicas, ['replicas'], maxOrderedPods) : [],
  );
  if (table(cluster, 'pods').size < maxPods) return sets.filter(({ wanted, allowed }) => wanted > allowed);
  const replicated = (['deployments', 'replicasets', 'statefulsets'] as const).flatMap((resource) =>
    [...table(cluster, resource).values()].flatMap((object) =>
      isControlled(object) ? [] : limited(object, 'spec.replicas', object.spec.replicas, ['replicas'], maxPods),
    ),
  );
  const jobs = [...table(cluster, 'jobs').values()].flatMap((job) =>
    limited(job, 'spec.parallelism', job.spec.parallelism ?? 1, ['active', 'succeeded', 'failed'], maxPods),
  );
  return [...replicated, ...jobs];
}

/** Whether pods come one after the other. */
export function isOrdered({ spec }: StatefulSet): boolean {
  return spec.podManagementPolicy !== 'Parallel';
}

function limited(
  { kind, metadata: { namespace = '', name }, status }: KubeObject & { readonly status: JsonObject },
  path: string,
  wanted: number,
  counts: readonly string[],
  allowed: number,
): readonly LimitedWorkload[] {
  const has = counts.reduce((sum, count) => sum + Number(status[count] ?? 0), 0);
  return has < wanted ? [{ workload: { kind, namespace, name }, path, wanted, allowed }] : [];
}

function isControlled({ metadata }: KubeObject): boolean {
  return metadata.ownerReferences?.some(({ controller }) => controller) === true;
}
