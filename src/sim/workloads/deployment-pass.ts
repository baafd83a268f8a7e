/** One look at a Deployment and its ReplicaSets: what is there, and what this pass has changed so far. */
import type { ClusterEvent } from '../api/events.ts';
import { labelsWith } from '../api/endpoints/service-gate.ts';
import { equalJson } from '../api/endpoints/equal-json.ts';
import type { Deployment, Labels, PodTemplate, ReplicaSet } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { Change } from '../cluster/cluster.ts';
import { rollingLimits } from './rolling-limits.ts';
import { workloadEvent } from './workload-event.ts';

export const hashLabel = 'pod-template-hash';
export const deploymentAnnotations = {
  revision: 'deployment.kubernetes.io/revision',
  history: 'deployment.kubernetes.io/revision-history',
  desired: 'deployment.kubernetes.io/desired-replicas',
  max: 'deployment.kubernetes.io/max-replicas',
  lastApplied: 'kubectl.kubernetes.io/last-applied-configuration',
} as const;

export interface DeploymentPass {
  readonly original: Deployment;
  deployment: Deployment;
  /** ReplicaSets the Deployment controls, in order of creation, as this pass left them; null: deleted. */
  readonly replicaSets: { readonly original: ReplicaSet | undefined; current: ReplicaSet | null }[];
  readonly events: ClusterEvent[];
}

/** The ReplicaSets that are there, in order of creation. */
export function presentSets(pass: DeploymentPass): readonly ReplicaSet[] {
  return pass.replicaSets.flatMap(({ current }) => (current ? [current] : []));
}

/** The ReplicaSet of the Deployment's template: the oldest one with an equal template. Models FindNewReplicaSet, v1.36. */
export function newReplicaSet(pass: DeploymentPass): ReplicaSet | undefined {
  return presentSets(pass).find((replicaSet) => sameTemplate(replicaSet.spec.template, pass.deployment.spec.template));
}

/** All others. */
export function oldReplicaSets(pass: DeploymentPass): readonly ReplicaSet[] {
  const fresh = newReplicaSet(pass);
  return presentSets(pass).filter((replicaSet) => replicaSet !== fresh);
}

/** Puts a new version of a ReplicaSet in the place of the present one. */
export function replaceSet(pass: DeploymentPass, before: ReplicaSet, after: ReplicaSet | null): void {
  const entry = pass.replicaSets.find(({ current }) => current === before);
  if (entry) entry.current = after;
}

/** Sets a ReplicaSet's size and its notes on sizes; true if it changed. Models scaleReplicaSet, v1.36. */
export function scaleSet(pass: DeploymentPass, replicaSet: ReplicaSet, replicas: number): boolean {
  const before = replicaSet.spec.replicas;
  const metadata = { ...replicaSet.metadata, annotations: withSizes(replicaSet.metadata.annotations, pass.deployment) };
  if (before === replicas) {
    if (!equalJson(metadata.annotations, replicaSet.metadata.annotations))
      replaceSet(pass, replicaSet, { ...replicaSet, metadata });
    return false;
  }
  const generation = (replicaSet.metadata.generation ?? 1) + 1;
  replaceSet(pass, replicaSet, {
    ...replicaSet,
    metadata: { ...metadata, generation },
    spec: { ...replicaSet.spec, replicas },
  });
  scalingEvent(pass, replicaSet.metadata.name, before, replicas);
  return true;
}

/** The event of a change of size. */
export function scalingEvent(pass: DeploymentPass, name: string, before: number, after: number): void {
  const message = `Scaled ${after > before ? 'up' : 'down'} replica set ${name} from ${String(before)} to ${String(after)}`;
  pass.events.push(workloadEvent(pass.deployment, 'ScalingReplicaSet', 'deployment-controller', message));
}

/** Annotations with the Deployment's size and the most pods a rollout may have. */
export function withSizes(annotations: Labels | undefined, deployment: Deployment): Labels {
  const { replicas } = deployment.spec;
  return labelsWith(annotations, [], {
    [deploymentAnnotations.desired]: String(replicas),
    [deploymentAnnotations.max]: String(replicas + rollingLimits(deployment).maxSurge),
  });
}

/** Everything this pass wrote. */
export function changesOf(pass: DeploymentPass): readonly Change[] {
  const changes: Change[] = [];
  for (const { original, current } of pass.replicaSets) {
    if (original === current || (!original && !current)) continue;
    const { namespace, name } = (current ?? original)?.metadata ?? { name: '' };
    changes.push({
      resource: 'replicasets',
      key: keyOf(namespace, name),
      ...(original && { before: original }),
      ...(current && { after: current }),
    });
  }
  const { original, deployment } = pass;
  if (original !== deployment && !equalJson(original, deployment)) {
    const { namespace, name } = deployment.metadata;
    changes.push({ resource: 'deployments', key: keyOf(namespace, name), before: original, after: deployment });
  }
  return changes;
}

/** The template that one was compared with last, and whether they were the same: each pass asks several times. */
const compared = new WeakMap<PodTemplate, { readonly wanted: PodTemplate; readonly same: boolean }>();

function sameTemplate(ofSet: PodTemplate, wanted: PodTemplate): boolean {
  let last = compared.get(ofSet);
  if (last?.wanted !== wanted) compared.set(ofSet, (last = { wanted, same: equalTemplates(ofSet, wanted) }));
  return last.same;
}

function equalTemplates(ofSet: PodTemplate, wanted: PodTemplate): boolean {
  const { labels, ...metadata } = ofSet.metadata ?? {};
  const { labels: wantedLabels, ...wantedMetadata } = wanted.metadata ?? {};
  return (
    equalJson(ofSet.spec, wanted.spec) &&
    equalJson(labelsWith(labels, [hashLabel]), labelsWith(wantedLabels, [hashLabel])) &&
    equalJson(metadata, wantedMetadata)
  );
}
