/** Which of its pods a workload may keep. */
import { matchesSelector } from '../api/labels.ts';
import type { KubeObject, Labels, LabelSelector, Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { Change } from '../cluster/cluster.ts';

export interface Claim {
  readonly claimed: readonly Pod[];
  /** Pods that go their own way from now on: they lose their owner. */
  readonly released: readonly Change[];
}

/**
 * A pod whose labels the selector no longer matches is let go, unless it is being deleted; it then counts no more, either.
 * Models pkg/controller PodControllerRefManager ClaimPods, v1.36.
 */
export function claimPods(
  pods: readonly Pod[],
  { metadata, spec }: KubeObject & { readonly spec: { readonly selector?: LabelSelector } },
): Claim {
  const { selector } = spec;
  if (!selector) return { claimed: pods, released: [] };
  const known = new Map<Labels | undefined, boolean>();
  const matches = ({ metadata: { labels } }: Pod): boolean => {
    let matched = known.get(labels);
    if (matched === undefined) known.set(labels, (matched = matchesSelector(selector, labels)));
    return matched;
  };
  const lost = pods.filter((pod) => !matches(pod));
  if (lost.length === 0) return { claimed: pods, released: [] };
  const leaving = lost.filter((pod) => pod.metadata.deletionTimestamp === undefined);
  return { claimed: pods.filter(matches), released: leaving.map((pod) => release(pod, metadata.uid)) };
}

function release(before: Pod, uid: string | undefined): Change {
  const { ownerReferences, ...metadata } = before.metadata;
  const left = ownerReferences?.filter((owner) => owner.uid !== uid) ?? [];
  const after: Pod = { ...before, metadata: left.length > 0 ? { ...metadata, ownerReferences: left } : metadata };
  return { resource: 'pods', key: keyOf(metadata.namespace, metadata.name), before, after };
}
