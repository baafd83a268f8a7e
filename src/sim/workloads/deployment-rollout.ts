/** The steps of a rollout: scale the new ReplicaSet up, the old ones down, within the limits. */
import type { ReplicaSet } from '../api/objects.ts';
import {
  deploymentAnnotations,
  newReplicaSet,
  oldReplicaSets,
  presentSets,
  replaceSet,
  scaleSet,
  type DeploymentPass,
} from './deployment-pass.ts';
import { newSetReplicas } from './deployment-revisions.ts';
import { countOf, isComplete } from './deployment-status.ts';
import { rollingLimits } from './rolling-limits.ts';

/** One step of a rolling update: up if there is room, else down. Models rolloutRolling, v1.36. */
export function rollOn(pass: DeploymentPass): void {
  if (scaleNewUp(pass)) return;
  scaleOldDown(pass);
}

/** Strategy Recreate: old pods go first; the new ReplicaSet gets its size at once. Models rolloutRecreate, v1.36. */
export function scaleOldToZero(pass: DeploymentPass): boolean {
  return (
    oldReplicaSets(pass)
      .filter(({ spec }) => spec.replicas > 0)
      .map((replicaSet) => scaleSet(pass, replicaSet, 0)).length > 0
  );
}

/** Brings the new ReplicaSet towards the Deployment's size; true if it changed. Models reconcileNewReplicaSet, v1.36. */
export function scaleNewUp(pass: DeploymentPass): boolean {
  const fresh = newReplicaSet(pass);
  if (!fresh) return false;
  const { replicas } = pass.deployment.spec;
  const present = fresh.spec.replicas;
  return present !== replicas && scaleSet(pass, fresh, present > replicas ? replicas : newSetReplicas(pass, present));
}

/** Models reconcileOldReplicaSets, v1.36: unhealthy old pods first, then as many as availability allows. */
function scaleOldDown(pass: DeploymentPass): void {
  const fresh = newReplicaSet(pass);
  const { replicas } = pass.deployment.spec;
  const minAvailable = replicas - rollingLimits(pass.deployment).maxUnavailable;
  const all = presentSets(pass).reduce((sum, { spec }) => sum + spec.replicas, 0);
  const freshMissing = fresh ? fresh.spec.replicas - countOf(fresh.status, 'availableReplicas') : 0;
  let allowed = all - minAvailable - freshMissing;
  for (const old of oldReplicaSets(pass)) {
    const unhealthy = old.spec.replicas - countOf(old.status, 'availableReplicas');
    const count = Math.min(allowed, unhealthy);
    if (count <= 0) continue;
    scaleSet(pass, old, old.spec.replicas - count);
    allowed -= count;
  }
  const available = presentSets(pass).reduce((sum, { status }) => sum + countOf(status, 'availableReplicas'), 0);
  let spare = Math.min(available - minAvailable, allowed);
  for (const old of oldReplicaSets(pass)) {
    const count = Math.min(spare, old.spec.replicas);
    if (count <= 0) continue;
    scaleSet(pass, old, old.spec.replicas - count);
    spare -= count;
  }
}

/** A new size, spread over the ReplicaSets that have pods. Models scale and GetReplicaSetProportion, v1.36. */
export function spreadSize(pass: DeploymentPass): void {
  const { replicas } = pass.deployment.spec;
  const fresh = newReplicaSet(pass);
  const active = presentSets(pass).filter(({ spec }) => spec.replicas > 0);
  const single =
    active.length === 1 ? active[0] : active.length === 0 ? (fresh ?? presentSets(pass).at(-1)) : undefined;
  if (single) {
    if (single.spec.replicas !== replicas) scaleSet(pass, single, replicas);
    return;
  }
  if (fresh && isSaturated(fresh, replicas)) scaleOldToZero(pass);
  else if (rollingLimits(pass.deployment).rolling) spreadProportionally(pass, active);
}

/** It was sized for this number already, and all its pods are available. */
function isSaturated({ metadata, spec, status }: ReplicaSet, replicas: number): boolean {
  const desired = Number(metadata.annotations?.[deploymentAnnotations.desired]);
  return spec.replicas === replicas && desired === replicas && countOf(status, 'availableReplicas') === replicas;
}

/** The bigger first; of two of a size the newer gets more, the older loses more. What is left over is the first one's. */
function spreadProportionally(pass: DeploymentPass, active: readonly ReplicaSet[]): void {
  const total = active.reduce((sum, { spec }) => sum + spec.replicas, 0);
  const toAdd = mostPods(pass) - total;
  const bySize = (toAdd > 0 ? active.toReversed() : [...active]).sort((a, b) => b.spec.replicas - a.spec.replicas);
  let added = 0;
  const sizes = bySize.map((replicaSet) => {
    const share = fractionOf(pass, replicaSet);
    const part = toAdd > 0 ? Math.min(share, toAdd - added) : Math.max(share, toAdd - added);
    if (toAdd === added) return replicaSet.spec.replicas;
    added += part;
    return replicaSet.spec.replicas + part;
  });
  bySize.forEach((replicaSet, i) => {
    const leftover = i === 0 ? toAdd - added : 0;
    scaleSet(pass, replicaSet, Math.max(0, (sizes[i] ?? 0) + leftover));
  });
}

function mostPods({ deployment }: DeploymentPass): number {
  const { replicas } = deployment.spec;
  return replicas > 0 ? replicas + rollingLimits(deployment).maxSurge : 0;
}

/** How many pods a ReplicaSet should get, by what the most pods were when it got its size. Models getReplicaSetFraction, v1.36. */
function fractionOf(pass: DeploymentPass, { metadata, spec }: ReplicaSet): number {
  const noted = Number(metadata.annotations?.[deploymentAnnotations.max]) || 0;
  const before = noted === 0 ? countOf(pass.deployment.status, 'replicas') : noted;
  return before === 0 ? 0 : Math.round((spec.replicas * mostPods(pass)) / before) - spec.replicas;
}

/** Removes old empty ReplicaSets beyond the history limit once the rollout is complete. Models cleanupDeployment, v1.36. */
export function dropHistory(pass: DeploymentPass): void {
  const limit = (pass.deployment.spec as { readonly revisionHistoryLimit?: number }).revisionHistoryLimit ?? 10;
  if (!isComplete(pass.deployment, pass.deployment.status)) return;
  const empty = oldReplicaSets(pass).filter(
    ({ spec, status }) => spec.replicas === 0 && countOf(status, 'replicas') === 0,
  );
  for (const replicaSet of empty.slice(0, Math.max(0, empty.length - limit))) replaceSet(pass, replicaSet, null);
}
