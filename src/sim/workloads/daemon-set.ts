/** The DaemonSet controller: one pod on every node the template's nodeSelector names. */
import { equalJson } from '../api/endpoints/equal-json.ts';
import { isPodReady, isPodTerminal } from '../api/endpoints/pod-to-endpoint.ts';
import { labelsWith } from '../api/endpoints/service-gate.ts';
import type { ClusterEvent } from '../api/events.ts';
import { matchesLabels } from '../api/labels.ts';
import type { DaemonSet, JsonObject, Labels, Node, Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { get, table, type Change, type Cluster } from '../cluster/cluster.ts';
import type { ControllerWork } from '../cluster/controller-work.ts';
import { claimPods } from './claim-pods.ts';
import type { WorkloadContext } from './context.ts';
import { revisionOf } from './controller-revision.ts';
import { rolloutStep, type PodsOfNode } from './daemon-set-rollout.ts';
import { controllerReference, podFromTemplate } from './pod-from-template.ts';
import { podRoom } from './pod-limit.ts';
import { ownersOfPodChanges, someAreOrphans } from './pods-of.ts';
import { revisionLabel } from './stateful-set.ts';
import { workloadEvent } from './workload-event.ts';

const from = 'daemonset-controller';

/**
 * Syncs the DaemonSets that changed, whose pods did, or all when nodes or pods of nobody did.
 * Simplified: the node is written into the pod instead of an affinity that the scheduler follows.
 * Models pkg/controller/daemon, v1.36.
 */
export function syncDaemonSets(cluster: Cluster, changes: readonly Change[], context: WorkloadContext): ControllerWork {
  const owners = ownersOfPodChanges(changes);
  const changed = new Set(changes.filter(({ resource }) => resource === 'daemonsets').map(({ key }) => key));
  const all = changes.some(({ resource }) => resource === 'nodes') || someAreOrphans(changes);
  const work = { changes: [] as Change[], events: [] as ClusterEvent[] };
  for (const [key, set] of table(cluster, 'daemonsets')) {
    if (changed.has(key) || all || owners.has(set.metadata.uid ?? '')) syncDaemonSet(cluster, set, context, work);
  }
  return work;
}

function syncDaemonSet(
  cluster: Cluster,
  set: DaemonSet,
  context: WorkloadContext,
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
): void {
  const revision = revisionOf(cluster, set, context);
  work.changes.push(...revision.changes);
  const hash = revision.name.slice(set.metadata.name.length + 1);
  const { nodeSelector = {} } = set.spec.template.spec as { readonly nodeSelector?: Labels };
  const nodes = [...table(cluster, 'nodes').values()].filter((node) =>
    matchesLabels(nodeSelector, node.metadata.labels),
  );
  const { claimed, changes } = claimPods(cluster, set, () => true);
  work.changes.push(...changes);
  const byNode = Map.groupBy(
    claimed.filter((pod) => !isPodTerminal(pod)),
    ({ spec }) => spec.nodeName ?? '',
  );
  const wanted = nodes.map(({ metadata: { name: node } }): PodsOfNode => {
    const pods = byNode.get(node) ?? [];
    const isFresh = ({ metadata }: Pod): boolean => metadata.labels?.[revisionLabel] === hash;
    return { node, fresh: pods.find(isFresh), old: pods.find((pod) => !isFresh(pod)) };
  });
  const misplaced = [...byNode].flatMap(([node, pods]) => (nodes.some(isNamed(node)) ? [] : pods));
  const missing = nodes.filter(({ metadata: { name: node } }) => !byNode.has(node));
  // Pods on their way count: a rollout goes on when they are there.
  const { doomed, surging } = missing.length > 0 ? { doomed: [], surging: [] } : rolloutStep(set, wanted);
  for (const pod of [...misplaced, ...doomed]) {
    if (pod.metadata.deletionTimestamp === undefined) deletePod(set, pod, work);
  }
  const surgingNodes = nodes.filter(({ metadata }) => surging.includes(metadata.name));
  createPods(cluster, set, [...missing, ...surgingNodes], hash, context, work);
  const status = daemonSetStatus(set, wanted);
  if (equalJson(status, set.status)) return;
  const { namespace, name } = set.metadata;
  work.changes.push({
    resource: 'daemonsets',
    key: keyOf(namespace, name),
    before: set,
    after: { ...set, status } as DaemonSet,
  });
}

function createPods(
  cluster: Cluster,
  set: DaemonSet,
  nodes: readonly Node[],
  hash: string,
  context: WorkloadContext,
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
): void {
  const { namespace = '', name, generation = 1 } = set.metadata;
  const { template } = set.spec;
  const labels = labelsWith(template.metadata?.labels, [], {
    [revisionLabel]: hash,
    'pod-template-generation': String(generation),
  });
  const made = new Set<string>();
  for (const node of nodes.slice(0, podRoom(cluster, work.changes))) {
    const taken = (candidate: string): boolean =>
      made.has(candidate) ||
      cluster.podNumbers.has(keyOf(namespace, candidate)) ||
      get(cluster, 'pods', namespace, candidate) !== undefined;
    const podName = context.allocator.podName(namespace, name, name, taken);
    made.add(podName);
    const spec = { nodeName: node.metadata.name };
    const pod = podFromTemplate(
      template,
      { name: podName, namespace, labels, owner: controllerReference(set), spec },
      context,
    );
    work.changes.push({ resource: 'pods', key: keyOf(namespace, podName), after: pod });
    work.events.push(workloadEvent(set, 'SuccessfulCreate', from, `Created pod: ${podName}`));
  }
}

function deletePod(
  set: DaemonSet,
  pod: Pod,
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
): void {
  work.changes.push({ resource: 'pods', key: keyOf(pod.metadata.namespace, pod.metadata.name), before: pod });
  work.events.push(workloadEvent(set, 'SuccessfulDelete', from, `Deleted pod: ${pod.metadata.name}`));
}

function isNamed(name: string): (node: Node) => boolean {
  return ({ metadata }) => metadata.name === name;
}

/** Of each node its oldest pod counts. Models updateDaemonSetStatus, v1.36. */
function daemonSetStatus(set: DaemonSet, nodes: readonly PodsOfNode[]): JsonObject {
  const oldest = nodes.flatMap(({ old, fresh }) => old ?? fresh ?? []);
  const updated = nodes.filter(({ old, fresh }) => fresh && !old).length;
  const ready = oldest.filter(isPodReady).length;
  return {
    currentNumberScheduled: oldest.length,
    numberMisscheduled: 0,
    desiredNumberScheduled: nodes.length,
    numberReady: ready,
    observedGeneration: set.metadata.generation ?? 1,
    ...(updated > 0 && { updatedNumberScheduled: updated }),
    ...(ready > 0 && { numberAvailable: ready }),
    ...(nodes.length > ready && { numberUnavailable: nodes.length - ready }),
  };
}
