/** Which pods are a workload's own. */
import { matchesSelector } from '../api/labels.ts';
import type { KubeObject, Labels, LabelSelector, Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { Change, Cluster } from '../cluster/cluster.ts';
import { controllerReference } from './pod-from-template.ts';
import { orphansIn, podsOf } from './pods-of.ts';

export interface Claim {
  /** Its own pods, those that it takes in last. */
  readonly claimed: readonly Pod[];
  /** Pods that lose their owner, and pods that get one. */
  readonly changes: readonly Change[];
}

/**
 * Its pods, by their owner and their labels. A pod whose labels the selector no longer matches is let go, unless it is being
 * deleted; it then counts no more, either. One without an owner that it matches is taken in, if `mayAdopt` says so and it
 * is not being deleted. Models pkg/controller PodControllerRefManager ClaimPods, v1.36.
 */
export function claimPods(
  cluster: Cluster,
  owner: KubeObject & { readonly spec: { readonly selector?: LabelSelector } },
  mayAdopt: (pod: Pod) => boolean,
): Claim {
  const pods = podsOf(cluster, owner);
  const { selector } = owner.spec;
  if (!selector) return { claimed: pods, changes: [] };
  const known = new Map<Labels | undefined, boolean>();
  const matches = ({ metadata: { labels } }: Pod): boolean => {
    let matched = known.get(labels);
    if (matched === undefined) known.set(labels, (matched = matchesSelector(selector, labels)));
    return matched;
  };
  const adopted = orphansIn(cluster, owner.metadata.namespace ?? '')
    .filter((pod) => !isLeaving(pod) && matches(pod) && mayAdopt(pod))
    .map((before) => adopt(before, owner));
  const lost = pods.filter((pod) => !matches(pod));
  if (lost.length === 0 && adopted.length === 0) return { claimed: pods, changes: [] };
  const released = lost.filter((pod) => !isLeaving(pod)).map((pod) => release(pod, owner.metadata.uid));
  return {
    claimed: [...(lost.length === 0 ? pods : pods.filter(matches)), ...adopted.map(({ after }) => after)],
    changes: [...released, ...adopted],
  };
}

function isLeaving({ metadata }: Pod): boolean {
  return metadata.deletionTimestamp !== undefined;
}

function adopt(before: Pod, owner: KubeObject): Change & { readonly after: Pod } {
  const ownerReferences = [...(before.metadata.ownerReferences ?? []), controllerReference(owner)];
  return { ...changeOf(before), after: { ...before, metadata: { ...before.metadata, ownerReferences } } };
}

function release(before: Pod, uid: string | undefined): Change {
  const { ownerReferences, ...metadata } = before.metadata;
  const left = ownerReferences?.filter((owner) => owner.uid !== uid) ?? [];
  const after: Pod = { ...before, metadata: left.length > 0 ? { ...metadata, ownerReferences: left } : metadata };
  return { ...changeOf(before), after };
}

function changeOf(before: Pod): Change {
  return { resource: 'pods', key: keyOf(before.metadata.namespace, before.metadata.name), before };
}
