/** Which pods a scale-down removes. */
import type { Allocator } from '../allocator/allocator.ts';
import { isPodReady } from '../api/endpoints/pod-to-endpoint.ts';
import type { Pod } from '../api/objects.ts';

const phaseRank: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 };

/**
 * The `count` pods to delete: what the allocator knows of the pods' future first, then unbound before bound, pending before
 * running, not ready before ready, those that cost less to delete, pods of crowded nodes, and the younger. `pods` are in order of
 * creation; `related` are all pods whose nodes count, those of the same Deployment.
 * Models pkg/controller ActivePodsWithRanks, v1.36.
 */
export function podsToDelete(
  pods: readonly Pod[],
  count: number,
  related: readonly Pod[],
  allocator: Allocator,
): readonly Pod[] {
  if (count >= pods.length) return pods;
  const perNode = Map.groupBy(related, (pod) => pod.spec.nodeName ?? '');
  const ranked = pods.map((pod, age) => ({ pod, rank: rankOf(pod, age, perNode, allocator) }));
  ranked.sort((a, b) => compareRanks(a.rank, b.rank));
  return ranked.slice(0, count).map(({ pod }) => pod);
}

function rankOf(
  pod: Pod,
  age: number,
  perNode: ReadonlyMap<string, readonly Pod[]>,
  allocator: Allocator,
): readonly number[] {
  const survives = allocator.survives(pod.metadata.namespace ?? '', pod.metadata.name);
  return [
    survives === undefined ? 1 : survives ? 2 : 0,
    pod.spec.nodeName ? 1 : 0,
    phaseRank[pod.status.phase] ?? 2,
    isPodReady(pod) ? 1 : 0,
    deletionCost(pod),
    -(perNode.get(pod.spec.nodeName ?? '')?.length ?? 0),
    -age,
  ];
}

/** 0 unless the annotation holds a whole number. Models pkg/apis/core/helper GetDeletionCostFromPodAnnotations, v1.36. */
function deletionCost({ metadata }: Pod): number {
  const cost = metadata.annotations?.['controller.kubernetes.io/pod-deletion-cost'] ?? '';
  return /^(?:0|-?[1-9]\d*)$/.test(cost) ? Number(cost) : 0;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
