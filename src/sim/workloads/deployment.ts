/** The Deployment controller. */
import type { ClusterEvent } from '../api/events.ts';
import { equalJson } from '../api/endpoints/equal-json.ts';
import { isPodTerminal } from '../api/endpoints/pod-to-endpoint.ts';
import { matchesSelector } from '../api/labels.ts';
import type { Deployment, ReplicaSet } from '../api/objects.ts';
import { table, type Change, type Cluster, type Table } from '../cluster/cluster.ts';
import type { ControllerWork } from '../cluster/controller-work.ts';
import type { WorkloadContext } from './context.ts';
import {
  changesOf,
  deploymentAnnotations,
  newReplicaSet,
  oldReplicaSets,
  presentSets,
  type DeploymentPass,
} from './deployment-pass.ts';
import { syncRevision } from './deployment-revisions.ts';
import { dropHistory, rollOn, scaleNewUp, scaleOldToZero, spreadSize } from './deployment-rollout.ts';
import { conditionOf, deploymentStatus, withCondition } from './deployment-status.ts';
import { controllerReference } from './pod-from-template.ts';
import { controllerUid, podsOf } from './pods-of.ts';

const setsByOwner = new WeakMap<Table<ReplicaSet>, ReadonlyMap<string, readonly ReplicaSet[]>>();

/** Syncs the Deployments that changed or whose ReplicaSets did, or all when ReplicaSets of nobody did. Models pkg/controller/deployment, v1.36. */
export function syncDeployments(
  cluster: Cluster,
  changes: readonly Change[],
  context: WorkloadContext,
): ControllerWork {
  const owners = new Set<string>();
  const changed = new Set<string>();
  for (const { resource, key, before, after } of changes) {
    if (resource === 'deployments') changed.add(key);
    if (resource !== 'replicasets') continue;
    for (const replicaSet of [before, after]) if (replicaSet) owners.add(controllerUid(replicaSet) ?? '');
  }
  const work = { changes: [] as Change[], events: [] as ClusterEvent[] };
  for (const [key, deployment] of table(cluster, 'deployments')) {
    if (!changed.has(key) && !owners.has('') && !owners.has(deployment.metadata.uid ?? '')) continue;
    const pass = syncDeployment(cluster, deployment, context);
    work.changes.push(...changesOf(pass));
    work.events.push(...pass.events);
  }
  return work;
}

function syncDeployment(cluster: Cluster, deployment: Deployment, context: WorkloadContext): DeploymentPass {
  const replicaSets = claimSets(cluster, deployment);
  const pass: DeploymentPass = { original: deployment, deployment, replicaSets, events: [] };
  const { paused } = deployment.spec as { readonly paused?: boolean };
  notePause(pass, paused ?? false);
  if (paused || isScalingEvent(pass)) {
    syncRevision(pass, false, cluster, context);
    spreadSize(pass);
    setStatus(pass, false);
    return pass;
  }
  if (strategyOf(deployment) === 'Recreate') recreate(pass, cluster, context);
  else {
    syncRevision(pass, true, cluster, context);
    rollOn(pass);
  }
  dropHistory(pass);
  setStatus(pass, true);
  return pass;
}

function recreate(pass: DeploymentPass, cluster: Cluster, context: WorkloadContext): void {
  syncRevision(pass, false, cluster, context);
  if (scaleOldToZero(pass)) return;
  const running = oldReplicaSets(pass).some((old) => podsOf(cluster, old).some((pod) => !isPodTerminal(pod)));
  if (running) return;
  if (!newReplicaSet(pass)) syncRevision(pass, true, cluster, context);
  scaleNewUp(pass);
}

/** A ReplicaSet with pods was sized for another number of replicas. Models isScalingEvent, v1.36. */
function isScalingEvent(pass: DeploymentPass): boolean {
  return presentSets(pass).some(({ spec, metadata }) => {
    const desired = metadata.annotations?.[deploymentAnnotations.desired];
    return spec.replicas > 0 && desired !== undefined && desired !== String(pass.deployment.spec.replicas);
  });
}

function notePause(pass: DeploymentPass, paused: boolean): void {
  const { deployment } = pass;
  const reason = conditionOf(deployment.status, 'Progressing')?.reason;
  if (paused === (reason === 'DeploymentPaused')) return;
  const condition = paused
    ? { type: 'Progressing', status: 'Unknown', reason: 'DeploymentPaused', message: 'Deployment is paused' }
    : { type: 'Progressing', status: 'Unknown', reason: 'DeploymentResumed', message: 'Deployment is resumed' };
  pass.deployment = { ...deployment, status: withCondition(deployment.status, condition) };
}

function setStatus(pass: DeploymentPass, rollout: boolean): void {
  const status = deploymentStatus(pass, rollout);
  if (!equalJson(status, pass.deployment.status)) pass.deployment = { ...pass.deployment, status };
}

function strategyOf(deployment: Deployment): string {
  return (deployment.spec as { readonly strategy?: { readonly type?: string } }).strategy?.type ?? 'RollingUpdate';
}

/** Its ReplicaSets; one of nobody whose labels the selector matches is taken in. Models getReplicaSetsForDeployment, v1.36. */
function claimSets(cluster: Cluster, deployment: Deployment): DeploymentPass['replicaSets'] {
  const sets = table(cluster, 'replicasets');
  let index = setsByOwner.get(sets);
  if (!index)
    setsByOwner.set(sets, (index = Map.groupBy(sets.values(), (replicaSet) => controllerUid(replicaSet) ?? '')));
  const owned = index.get(deployment.metadata.uid ?? ' ') ?? [];
  const { metadata, spec } = deployment;
  const free = (index.get('') ?? []).filter(
    ({ metadata: { namespace, labels } }) =>
      namespace === metadata.namespace && spec.selector && matchesSelector(spec.selector, labels),
  );
  if (free.length === 0) return owned.map((original) => ({ original, current: original }));
  const mine = new Set([...owned, ...free]);
  return [...sets.values()]
    .filter((replicaSet) => mine.has(replicaSet))
    .map((original) => ({ original, current: free.includes(original) ? adopted(original, deployment) : original }));
}

function adopted(replicaSet: ReplicaSet, deployment: Deployment): ReplicaSet {
  const { metadata } = replicaSet;
  const ownerReferences = [...(metadata.ownerReferences ?? []), controllerReference(deployment)];
  return { ...replicaSet, metadata: { ...metadata, ownerReferences } };
}
