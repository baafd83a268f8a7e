/** A Deployment's status: counts over its ReplicaSets, and the conditions Available and Progressing. */
import type { Deployment, JsonObject, ReplicaSet } from '../api/objects.ts';
import { newReplicaSet, presentSets, type DeploymentPass } from './deployment-pass.ts';
import { rollingLimits } from './rolling-limits.ts';

export interface DeploymentCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** One condition of a status, or undefined. */
export function conditionOf(status: JsonObject, type: string): DeploymentCondition | undefined {
  return conditionsOf(status).find((condition) => condition.type === type);
}

/** The status with a condition; one of the same status and reason stays as it is. Models SetDeploymentCondition, v1.36. */
export function withCondition(status: JsonObject, condition: DeploymentCondition): JsonObject {
  const present = conditionOf(status, condition.type);
  if (present && present.status === condition.status && present.reason === condition.reason) return status;
  const others = conditionsOf(status).filter(({ type }) => type !== condition.type);
  return { ...status, conditions: [...others, condition] as unknown as JsonObject[] };
}

/** A number in a ReplicaSet's or Deployment's status; absent is 0. */
export function countOf(status: JsonObject, field: string): number {
  const value = status[field];
  return typeof value === 'number' ? value : 0;
}

/** The status after this pass; `rollout` also moves the condition Progressing on. Models syncRolloutStatus and calculateStatus, v1.36. */
export function deploymentStatus(pass: DeploymentPass, rollout: boolean): JsonObject {
  const { deployment } = pass;
  const fresh = newReplicaSet(pass);
  const counted = counts(deployment, presentSets(pass), fresh);
  const conditions = deployment.status['conditions'];
  const status = withCondition(
    { ...counted, ...(conditions !== undefined && { conditions }) },
    availability(deployment, counted),
  );
  if (!rollout) return status;
  const condition = progressing(deployment, counted, fresh);
  return condition ? withCondition(withoutProgressing(status, condition), condition) : status;
}

function counts(deployment: Deployment, sets: readonly ReplicaSet[], fresh: ReplicaSet | undefined): JsonObject {
  const sum = (field: string): number => sets.reduce((total, { status }) => total + countOf(status, field), 0);
  const available = sum('availableReplicas');
  const wanted = sets.reduce((total, { spec }) => total + spec.replicas, 0);
  return {
    observedGeneration: deployment.metadata.generation ?? 1,
    ...nonZero('replicas', sum('replicas')),
    ...nonZero('updatedReplicas', fresh ? countOf(fresh.status, 'replicas') : 0),
    ...nonZero('readyReplicas', sum('readyReplicas')),
    ...nonZero('availableReplicas', available),
    ...nonZero('unavailableReplicas', Math.max(0, wanted - available)),
    terminatingReplicas: sum('terminatingReplicas'),
  };
}

function nonZero(field: string, value: number): JsonObject {
  return value === 0 ? {} : { [field]: value };
}

function availability(deployment: Deployment, status: JsonObject): DeploymentCondition {
  const enough =
    countOf(status, 'availableReplicas') >= deployment.spec.replicas - rollingLimits(deployment).maxUnavailable;
  return enough
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

function progressing(
  deployment: Deployment,
  status: JsonObject,
  fresh: ReplicaSet | undefined,
): DeploymentCondition | undefined {
  const subject = fresh ? `ReplicaSet "${fresh.metadata.name}"` : `Deployment "${deployment.metadata.name}"`;
  const [replicas, updated] = [countOf(status, 'replicas'), countOf(status, 'updatedReplicas')];
  const before = deployment.status;
  if (replicas === updated && conditionOf(before, 'Progressing')?.reason === 'NewReplicaSetAvailable') return undefined;
  if (isComplete(deployment, status)) {
    return {
      type: 'Progressing',
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: `${subject} has successfully progressed.`,
    };
  }
  const moved =
    updated > countOf(before, 'updatedReplicas') ||
    replicas - updated < countOf(before, 'replicas') - countOf(before, 'updatedReplicas') ||
    countOf(status, 'readyReplicas') > countOf(before, 'readyReplicas') ||
    countOf(status, 'availableReplicas') > countOf(before, 'availableReplicas');
  if (!moved) return undefined;
  return { type: 'Progressing', status: 'True', reason: 'ReplicaSetUpdated', message: `${subject} is progressing.` };
}

/** All replicas are there, updated and available. Models DeploymentComplete, v1.36. */
export function isComplete(deployment: Deployment, status: JsonObject): boolean {
  const { replicas } = deployment.spec;
  return ['updatedReplicas', 'replicas', 'availableReplicas'].every((field) => countOf(status, field) === replicas);
}

/** A rollout that goes on rewrites the message of its condition. */
function withoutProgressing(status: JsonObject, condition: DeploymentCondition): JsonObject {
  if (condition.reason !== 'ReplicaSetUpdated') return status;
  const conditions = conditionsOf(status).filter(({ type }) => type !== 'Progressing');
  return { ...status, conditions: conditions as unknown as JsonObject[] };
}

function conditionsOf(status: JsonObject): readonly DeploymentCondition[] {
  const conditions = status['conditions'];
  return Array.isArray(conditions) ? (conditions as unknown as DeploymentCondition[]) : [];
}
