/** The ReplicaSet controller: as many pods as asked for, and the status that says so. */
import { isPodReady } from '../api/endpoints/pod-to-endpoint.ts';
import { equalJson } from '../api/endpoints/equal-json.ts';
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import type { ClusterEvent } from '../api/events.ts';
import { matchesSelector } from '../api/labels.ts';
import type { JsonObject, Pod, ReplicaSet } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { table, type Change, type Cluster } from '../cluster/cluster.ts';
import type { ControllerWork } from '../cluster/controller-work.ts';
import { podsIn } from '../cluster/indexes.ts';
import { claimPods } from './claim-pods.ts';
import type { WorkloadContext } from './context.ts';
import { controllerReference, podFromTemplate } from './pod-from-template.ts';
import { podRoom } from './pod-limit.ts';
import { controllerUid, isPodActive, ownersOfPodChanges, podsOf, someAreOrphans } from './pods-of.ts';
import { podsToDelete } from './pods-to-delete.ts';
import { workloadEvent } from './workload-event.ts';

const from = 'replicaset-controller';
const firstPods = new IdentityCache<ControllerWork>();

/** Syncs the ReplicaSets that changed or whose pods did. Models pkg/controller/replicaset, v1.36. */
export function syncReplicaSets(
  cluster: Cluster,
  changes: readonly Change[],
  context: WorkloadContext,
): ControllerWork {
  const owners = ownersOfPodChanges(changes);
  const changed = new Set(changes.filter(({ resource }) => resource === 'replicasets').map(({ key }) => key));
  const orphans = someAreOrphans(changes);
  const work = { changes: [] as Change[], events: [] as ClusterEvent[] };
  for (const [key, replicaSet] of table(cluster, 'replicasets')) {
    if (changed.has(key) || orphans || owners.has(replicaSet.metadata.uid ?? ''))
      syncReplicaSet(cluster, replicaSet, context, work);
  }
  return work;
}

function append(
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
  { changes, events }: ControllerWork,
): void {
  for (const change of changes) work.changes.push(change);
  for (const event of events) work.events.push(event);
}

function syncReplicaSet(
  cluster: Cluster,
  replicaSet: ReplicaSet,
  context: WorkloadContext,
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
): void {
  const { claimed: owned, changes } = claimPods(cluster, replicaSet, isPodActive);
  work.changes.push(...changes);
  const active = owned.filter(isPodActive);
  const missing = replicaSet.spec.replicas - active.length;
  const affordable = Math.min(missing, podRoom(cluster, work.changes));
  if (affordable > 0) createPods(cluster, replicaSet, affordable, context, work);
  const doomed =
    missing < 0 ? podsToDelete(active, -missing, relatedPods(cluster, replicaSet, active), context.allocator) : [];
  for (const pod of doomed) {
    work.changes.push(podChange(pod, undefined));
    work.events.push(workloadEvent(replicaSet, 'SuccessfulDelete', from, `Deleted pod: ${pod.metadata.name}`));
  }
  // The status counts what was there before this pass; what was made or deleted just now brings the next one.
  const status = replicaSetStatus(replicaSet, owned, active);
  if (equalJson(status, replicaSet.status)) return;
  const { namespace, name } = replicaSet.metadata;
  work.changes.push({
    resource: 'replicasets',
    key: keyOf(namespace, name),
    before: replicaSet,
    after: { ...replicaSet, status } as ReplicaSet,
  });
}

function createPods(
  cluster: Cluster,
  replicaSet: ReplicaSet,
  count: number,
  context: WorkloadContext,
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
): void {
  const { namespace = '', name, uid } = replicaSet.metadata;
  const { template } = replicaSet.spec;
  const siblings = namesEver(cluster, namespace, `${name}-`);
  const make = (): ControllerWork => makePods(replicaSet, count, new Set(siblings), context);
  // The first pods of a template depend on nothing but their names.
  const inputs = [context.allocator, context.defaultPodSpec, namespace, name, uid, count];
  const done = siblings.length > 0 ? make() : firstPods.once(template, inputs, make);
  append(work, done);
}

/** Names of all pods that there are or ever were: a substitute is a pod of its own. */
function namesEver(cluster: Cluster, namespace: string, prefix: string): readonly string[] {
  const names = podsIn(cluster, namespace).map(({ metadata }) => metadata.name);
  const place = `${namespace}/`;
  for (const key of cluster.podNumbers.keys()) if (key.startsWith(place)) names.push(key.slice(place.length));
  return names.filter((name) => name.startsWith(prefix));
}

function makePods(replicaSet: ReplicaSet, count: number, taken: Set<string>, context: WorkloadContext): ControllerWork {
  const { namespace = '', name, ownerReferences } = replicaSet.metadata;
  const { template } = replicaSet.spec;
  const owner = controllerReference(replicaSet);
  const labels = template.metadata?.labels ?? {};
  const recordedOwner = ownerReferences?.find(({ controller }) => controller)?.name ?? name;
  const work = { changes: [] as Change[], events: [] as ClusterEvent[] };
  for (let i = 0; i < count; i += 1) {
    const podName = context.allocator.podName(namespace, name, recordedOwner, (candidate) => taken.has(candidate));
    taken.add(podName);
    const pod = podFromTemplate(template, { name: podName, namespace, labels, owner }, context);
    work.changes.push(podChange(undefined, pod));
    work.events.push(workloadEvent(replicaSet, 'SuccessfulCreate', from, `Created pod: ${podName}`));
  }
  return work;
}

/** Active pods of all ReplicaSets of the same Deployment; `own` where there is none. Models getIndirectlyRelatedPods, v1.36. */
function relatedPods(cluster: Cluster, replicaSet: ReplicaSet, own: readonly Pod[]): readonly Pod[] {
  const owner = controllerUid(replicaSet);
  if (!owner) return own;
  const siblings = [...table(cluster, 'replicasets').values()].filter((other) => controllerUid(other) === owner);
  return siblings.flatMap((other) => podsOf(cluster, other)).filter(isPodActive);
}

/** Zero counts are left out, as the API prints them. Models pkg/controller/replicaset calculateStatus, v1.36. */
function replicaSetStatus(replicaSet: ReplicaSet, owned: readonly Pod[], active: readonly Pod[]): JsonObject {
  const template = replicaSet.spec.template.metadata?.labels;
  const labelled = template
    ? active.filter((pod) => matchesSelector({ matchLabels: template }, pod.metadata.labels)).length
    : active.length;
  const ready = active.filter(isPodReady).length;
  const terminating = owned.filter((pod) => pod.metadata.deletionTimestamp !== undefined).length;
  return {
    replicas: active.length,
    ...(labelled > 0 && { fullyLabeledReplicas: labelled }),
    ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
    terminatingReplicas: terminating,
    observedGeneration: replicaSet.metadata.generation ?? 1,
  };
}

function podChange(before: Pod | undefined, after: Pod | undefined): Change {
  const { namespace, name } = (after ?? before)?.metadata ?? { name: '' };
  return { resource: 'pods', key: keyOf(namespace, name), ...(before && { before }), ...(after && { after }) };
}
