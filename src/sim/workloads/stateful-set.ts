/** The StatefulSet controller: numbered pods, one after the other unless they may come in parallel. */
import { equalJson } from '../api/endpoints/equal-json.ts';
import { isPodTerminal } from '../api/endpoints/pod-to-endpoint.ts';
import { labelsWith } from '../api/endpoints/service-gate.ts';
import type { ClusterEvent } from '../api/events.ts';
import type { JsonObject, Pod, PodSpec, StatefulSet } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { get, table, type Change, type Cluster } from '../cluster/cluster.ts';
import type { ControllerWork } from '../cluster/controller-work.ts';
import { revisionOf, templateOf } from './controller-revision.ts';
import { claimPods } from './claim-pods.ts';
import type { WorkloadContext } from './context.ts';
import { controllerReference, podFromTemplate } from './pod-from-template.ts';
import { isOrdered, maxOrderedPods, maxPods, podRoom } from './pod-limit.ts';
import { isRunningAndReady, ownersOfPodChanges, someAreOrphans } from './pods-of.ts';
import { identityLabels, isMember, ordinalOf, podNameLabel, volumesOf } from './stateful-pod.ts';
import { workloadEvent } from './workload-event.ts';

const from = 'statefulset-controller';
export const revisionLabel = 'controller-revision-hash';

interface Revisions {
  readonly current: string;
  readonly update: string;
}

interface Pass {
  readonly cluster: Cluster;
  readonly set: StatefulSet;
  readonly context: WorkloadContext;
  readonly changes: Change[];
  readonly events: ClusterEvent[];
}

/** Syncs the StatefulSets that changed or whose pods did. Models pkg/controller/statefulset, v1.36. */
export function syncStatefulSets(
  cluster: Cluster,
  changes: readonly Change[],
  context: WorkloadContext,
): ControllerWork {
  const owners = ownersOfPodChanges(changes);
  const changed = new Set(changes.filter(({ resource }) => resource === 'statefulsets').map(({ key }) => key));
  const orphans = someAreOrphans(changes);
  const work = { changes: [] as Change[], events: [] as ClusterEvent[] };
  for (const [key, set] of table(cluster, 'statefulsets')) {
    if (changed.has(key) || orphans || owners.has(set.metadata.uid ?? ''))
      syncStatefulSet({ cluster, set, context, ...work });
  }
  return work;
}

/** Ordinals the StatefulSet asks for, in order, as far as there can be pods for them. */
export function ordinalsOf(set: StatefulSet): readonly number[] {
  const { spec } = set;
  const start = spec.ordinals?.start ?? 0;
  const most = isOrdered(set) ? maxOrderedPods : maxPods;
  return Array.from({ length: Math.min(spec.replicas, most) }, (_, i) => start + i);
}

function syncStatefulSet(pass: Pass): void {
  const { cluster, set, context } = pass;
  const { name: update, changes } = revisionOf(cluster, set, context);
  pass.changes.push(...changes);
  const { currentRevision } = set.status;
  const current = typeof currentRevision === 'string' && currentRevision !== '' ? currentRevision : update;
  const { claimed: pods, changes: claims } = claimPods(cluster, set, (pod) => isMember(set, pod));
  pass.changes.push(...claims);
  const revisions = { current, update };
  managePods(pass, pods, revisions);
  const status = statefulSetStatus(set, pods, revisions);
  if (equalJson(status, set.status)) return;
  const { namespace, name } = set.metadata;
  pass.changes.push({
    resource: 'statefulsets',
    key: keyOf(namespace, name),
    before: set,
    after: { ...set, status } as StatefulSet,
  });
}

/** Creates what is missing from the lowest, removes what is too much from the highest, then rolls on. Models updateStatefulSet and processCondemned, v1.36. */
function managePods(pass: Pass, pods: readonly Pod[], revisions: Revisions): void {
  const { set } = pass;
  const byOrdinal = new Map(pods.map((pod) => [ordinalOf(pod), pod]));
  const wanted = ordinalsOf(set);
  const ordered = isOrdered(set);
  for (const ordinal of wanted) {
    const pod = byOrdinal.get(ordinal);
    if (!pod) createPod(pass, ordinal, revisions);
    else if (isPodTerminal(pod) && pod.metadata.deletionTimestamp === undefined) deletePod(pass, pod);
    else if (isHealthy(pod)) {
      byOrdinal.set(ordinal, withIdentity(pass, pod));
      continue;
    }
    if (ordered) return;
  }
  const kept = new Set(wanted);
  const surplus = pods.filter((pod) => !kept.has(ordinalOf(pod))).sort((a, b) => ordinalOf(b) - ordinalOf(a));
  const firstUnhealthy = surplus.findLast((pod) => !isHealthy(pod));
  for (const pod of surplus) {
    // One after the other, and a pod that is not ready only when none below it is unhealthy.
    const waits = ordered && !isRunningAndReady(pod) && pod !== firstUnhealthy;
    if (pod.metadata.deletionTimestamp === undefined && !waits) deletePod(pass, pod);
    if (ordered) return;
  }
  rollOn(pass, wanted, byOrdinal, revisions);
}

/** Replaces one pod of an old revision, the highest first. */
function rollOn(
  pass: Pass,
  wanted: readonly number[],
  byOrdinal: ReadonlyMap<number, Pod>,
  { update }: Revisions,
): void {
  if (isOnDelete(pass.set)) return;
  const first = firstUpdated(pass.set);
  for (const ordinal of [...wanted].reverse()) {
    const pod = byOrdinal.get(ordinal);
    if (ordinal < first || !pod) return;
    if (pod.metadata.labels?.[revisionLabel] !== update && pod.metadata.deletionTimestamp === undefined) {
      deletePod(pass, pod);
      return;
    }
    if (!isHealthy(pod)) return;
  }
}

interface UpdateStrategy {
  readonly type?: string;
  readonly rollingUpdate?: { readonly partition?: number };
}

function strategyOf({ spec }: StatefulSet): UpdateStrategy {
  return (spec as { readonly updateStrategy?: UpdateStrategy }).updateStrategy ?? {};
}

function isOnDelete(set: StatefulSet): boolean {
  return strategyOf(set).type === 'OnDelete';
}

/** The lowest ordinal that an update concerns: the partition counts from the first ordinal. */
function firstUpdated(set: StatefulSet): number {
  return (set.spec.ordinals?.start ?? 0) + (strategyOf(set).rollingUpdate?.partition ?? 0);
}

function createPod(pass: Pass, ordinal: number, { current, update }: Revisions): void {
  const { set, cluster, context } = pass;
  const { namespace = '', name } = set.metadata;
  const podName = `${name}-${String(ordinal)}`;
  if (get(cluster, 'pods', namespace, podName) || podRoom(cluster, pass.changes) === 0) return;
  const revision = ordinal < firstUpdated(set) ? current : update;
  const template = (revision === update ? undefined : templateOf(cluster, namespace, revision)) ?? set.spec.template;
  const labels = labelsWith(template.metadata?.labels, [], {
    ...identityLabels(podName, ordinal),
    [revisionLabel]: revision,
  });
  const { serviceName } = set.spec;
  const volumes = volumesOf(set, template, podName);
  const spec = {
    hostname: podName,
    ...(serviceName && { subdomain: serviceName }),
    ...(volumes && { volumes }),
  } as Partial<PodSpec>;
  const pod = podFromTemplate(
    template,
    { name: podName, namespace, labels, owner: controllerReference(set), spec },
    context,
  );
  const refusal = context.refusal(pod);
  if (refusal !== undefined) {
    const message = `Create Pod ${podName} in StatefulSet ${name} failed error: ${refusal}`;
    pass.events.push(workloadEvent(set, 'FailedCreate', from, message, 'Warning'));
    return;
  }
  pass.changes.push({ resource: 'pods', key: keyOf(namespace, podName), after: pod });
  pass.events.push(
    workloadEvent(set, 'SuccessfulCreate', from, `Create Pod ${podName} in StatefulSet ${name} successful`),
  );
}

/** The pod as its name asks: one that was taken in lacks the labels. Models identityMatches and updateIdentity, v1.36. */
function withIdentity({ set, changes, events }: Pass, before: Pod): Pod {
  const { namespace, name, labels } = before.metadata;
  if (labels?.[podNameLabel] === name) return before;
  const metadata = { ...before.metadata, labels: labelsWith(labels, [], identityLabels(name, ordinalOf(before))) };
  const after: Pod = { ...before, metadata };
  changes.push({ resource: 'pods', key: keyOf(namespace, name), before, after });
  events.push(
    workloadEvent(set, 'SuccessfulUpdate', from, `Update Pod ${name} in StatefulSet ${set.metadata.name} successful`),
  );
  return after;
}

function deletePod({ set, changes, events }: Pass, pod: Pod): void {
  const { namespace, name } = pod.metadata;
  changes.push({ resource: 'pods', key: keyOf(namespace, name), before: pod });
  events.push(
    workloadEvent(set, 'SuccessfulDelete', from, `Delete Pod ${name} in StatefulSet ${set.metadata.name} successful`),
  );
}

function isHealthy(pod: Pod): boolean {
  return isRunningAndReady(pod) && pod.metadata.deletionTimestamp === undefined;
}

/** Models pkg/controller/statefulset updateStatus, v1.36: zero counts are left out but collisionCount and availableReplicas. */
function statefulSetStatus(set: StatefulSet, pods: readonly Pod[], { current, update }: Revisions): JsonObject {
  const living = pods.filter((pod) => pod.metadata.deletionTimestamp === undefined);
  const ofRevision = (revision: string): number =>
    living.filter(({ metadata }) => metadata.labels?.[revisionLabel] === revision).length;
  const ready = pods.filter(isRunningAndReady).length;
  const wanted = set.spec.replicas;
  const complete = ofRevision(update) === wanted && pods.length === wanted && ready === wanted;
  const done = current !== update && complete && !isOnDelete(set);
  const now = done ? update : current;
  const counts = { readyReplicas: ready, currentReplicas: ofRevision(now), updatedReplicas: ofRevision(update) };
  return {
    observedGeneration: set.metadata.generation ?? 1,
    replicas: pods.length,
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    currentRevision: now,
    updateRevision: update,
    collisionCount: 0,
    availableReplicas: ready,
  };
}
