/** The ReplicaSet of a Deployment's template: found or made, with its revision. */
import { equalJson } from '../api/endpoints/equal-json.ts';
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import { labelsWith } from '../api/endpoints/service-gate.ts';
import type { Deployment, Labels, PodTemplate, ReplicaSet } from '../api/objects.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { canonicalJson } from './canonical-json.ts';
import type { WorkloadContext } from './context.ts';
import {
  deploymentAnnotations as notes,
  hashLabel,
  newReplicaSet,
  oldReplicaSets,
  presentSets,
  replaceSet,
  scalingEvent,
  withSizes,
  type DeploymentPass,
} from './deployment-pass.ts';
import { conditionOf, withCondition } from './deployment-status.ts';
import { controllerReference } from './pod-from-template.ts';
import { rollingLimits } from './rolling-limits.ts';

const hashedTemplates = new IdentityCache<{ readonly labels: Labels; readonly template: PodTemplate }>();
const notCopied: readonly string[] = [notes.lastApplied, notes.revision, notes.history, notes.desired, notes.max];

/** Brings revision and copied annotations up to date; makes the ReplicaSet if `create`. Models getNewReplicaSet, v1.36. */
export function syncRevision(pass: DeploymentPass, create: boolean, cluster: Cluster, context: WorkloadContext): void {
  const next = Math.max(0, ...oldReplicaSets(pass).map(revisionOf)) + 1;
  const existing = newReplicaSet(pass);
  if (existing) keepNew(pass, existing, next);
  else if (create) makeNew(pass, next, cluster, context);
}

/** Size the new ReplicaSet may have now. Models NewRSNewReplicas, v1.36. */
export function newSetReplicas(pass: DeploymentPass, present: number): number {
  const { replicas } = pass.deployment.spec;
  const { rolling, maxSurge } = rollingLimits(pass.deployment);
  if (!rolling) return replicas;
  const total = presentSets(pass).reduce((sum, { spec }) => sum + spec.replicas, 0);
  const room = replicas + maxSurge - total;
  return room <= 0 ? present : present + Math.min(room, replicas - present);
}

function keepNew(pass: DeploymentPass, existing: ReplicaSet, next: number): void {
  const revision = Math.max(revisionOf(existing), next);
  const before = existing.metadata.annotations;
  const history = revision === revisionOf(existing) ? {} : historyOf(before);
  const annotations = labelsWith(before, [], {
    ...copiedFrom(pass.deployment),
    [notes.revision]: String(revision),
    ...history,
  });
  if (!equalJson(annotations, before))
    replaceSet(pass, existing, { ...existing, metadata: { ...existing.metadata, annotations } });
  setRevision(pass, revision);
  if (!conditionOf(pass.deployment.status, 'Progressing')) {
    progress(pass, 'FoundNewReplicaSet', `Found new replica set "${existing.metadata.name}"`);
  }
}

function makeNew(pass: DeploymentPass, revision: number, cluster: Cluster, context: WorkloadContext): void {
  const { deployment } = pass;
  const { namespace = '', name } = deployment.metadata;
  const { template, selector } = deployment.spec;
  const taken = (candidate: string): boolean => get(cluster, 'replicasets', namespace, candidate) !== undefined;
  const setName = context.allocator.replicaSetName(namespace, name, canonicalJson(template), taken);
  const hash = setName.slice(name.length + 1);
  const { labels, template: setTemplate } = hashedTemplate(template, hash);
  const replicas = newSetReplicas(pass, 0);
  const { minReadySeconds } = deployment.spec as { readonly minReadySeconds?: number };
  const replicaSet: ReplicaSet = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: setName,
      namespace,
      uid: context.allocator.uid('ReplicaSet', namespace, setName),
      generation: 1,
      labels,
      annotations: withSizes({ ...copiedFrom(deployment), [notes.revision]: String(revision) }, deployment),
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas,
      ...(minReadySeconds !== undefined && { minReadySeconds }),
      selector: { ...selector, matchLabels: labelsWith(selector?.matchLabels, [], { [hashLabel]: hash }) },
      template: setTemplate,
    },
    status: { replicas: 0 },
  };
  pass.replicaSets.push({ original: undefined, current: replicaSet });
  if (replicas > 0) scalingEvent(pass, setName, 0, replicas);
  setRevision(pass, revision);
  progress(pass, 'NewReplicaSetCreated', `Created new replica set "${setName}"`);
}

/** The template with the hash among its labels; the same template gives the same value. */
function hashedTemplate(
  template: PodTemplate,
  hash: string,
): { readonly labels: Labels; readonly template: PodTemplate } {
  return hashedTemplates.once(template, [hash], () => {
    const labels = labelsWith(template.metadata?.labels, [], { [hashLabel]: hash });
    return { labels, template: { ...template, metadata: { ...template.metadata, labels } } };
  });
}

function revisionOf(replicaSet: ReplicaSet): number {
  return Number(replicaSet.metadata.annotations?.[notes.revision] ?? 0) || 0;
}

function historyOf(annotations: Labels | undefined): Labels {
  const old = annotations?.[notes.revision];
  if (old === undefined) return {};
  const history = annotations?.[notes.history];
  return { [notes.history]: history ? `${history},${old}` : old };
}

function copiedFrom(deployment: Deployment): Labels {
  return labelsWith(deployment.metadata.annotations, notCopied);
}

function setRevision(pass: DeploymentPass, revision: number): void {
  const { deployment } = pass;
  if (deployment.metadata.annotations?.[notes.revision] === String(revision)) return;
  const annotations = labelsWith(deployment.metadata.annotations, [], { [notes.revision]: String(revision) });
  pass.deployment = { ...deployment, metadata: { ...deployment.metadata, annotations } };
}

function progress(pass: DeploymentPass, reason: string, message: string): void {
  const condition = { type: 'Progressing', status: 'True', reason, message };
  pass.deployment = { ...pass.deployment, status: withCondition(pass.deployment.status, condition) };
}
