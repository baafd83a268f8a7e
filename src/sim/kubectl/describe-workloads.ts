/** `kubectl describe` of Deployments, ReplicaSets, StatefulSets, DaemonSets and Jobs. */
import type { JsonObject, KubeObject, LabelSelector, Labels, Pod, ReplicaSet } from '../api/objects.ts';
import { matchesSelector } from '../api/labels.ts';
import { writeContainers } from './describe-containers.ts';
import { writeScheduling, writeSpread } from './describe-pod.ts';
import { writeClaimTemplates, writeVolumes } from './describe-volumes.ts';
import { DescribeWriter, writeAnnotations, writeEvents, writeLabels, type DescribedEvents } from './describe-writer.ts';
import { fieldAt, listAt, numberAt, textAt } from './field.ts';
import { formatLabels, formatLabelSelector, selectorText } from './format.ts';

const created = 'Sat, 01 Jan 2000 00:00:00 +0000';

/** Models kubectl/pkg/describe describeDeployment, v1.36. `sets` are the ReplicaSets it controls, in order of name. */
export function describeDeployment(object: KubeObject, sets: readonly ReplicaSet[], shown: DescribedEvents): string {
  const w = new DescribeWriter();
  const count = (field: string): number => numberAt(object, 'status', field) ?? 0;
  writeHead(w, object);
  w.write(0, `CreationTimestamp:\t${created}\n`);
  writeMeta(w, object);
  w.write(0, `Selector:\t${selectorText(selectorOf(object))}\n`);
  w.write(
    0,
    `Replicas:\t${desired(object)} desired | ${count('updatedReplicas')} updated | ${count('replicas')} total | ${count('availableReplicas')} available | ${count('unavailableReplicas')} unavailable\n`,
  );
  w.write(0, `StrategyType:\t${textAt(object, 'spec', 'strategy', 'type')}\n`);
  w.write(0, `MinReadySeconds:\t${numberAt(object, 'spec', 'minReadySeconds') ?? 0}\n`);
  const rolling = fieldAt(object, 'spec', 'strategy', 'rollingUpdate');
  if (rolling !== undefined)
    w.write(
      0,
      `RollingUpdateStrategy:\t${textAt(rolling, 'maxUnavailable')} max unavailable, ${textAt(rolling, 'maxSurge')} max surge\n`,
    );
  writeTemplate(w, object);
  writeConditions(w, object);
  if (sets.length > 0) {
    const revision = object.metadata.annotations?.[revisionKey];
    const isNew = (set: ReplicaSet): boolean => set.metadata.annotations?.[revisionKey] === revision;
    w.write(0, `OldReplicaSets:\t${setsText(sets.filter((set) => !isNew(set)))}\n`);
    w.write(0, `NewReplicaSet:\t${setsText(sets.filter(isNew))}\n`);
  }
  writeEvents(w, shown);
  return w.text();
}

/** Models describeReplicaSet. `pods` are those of its namespace. */
export function describeReplicaSet(object: KubeObject, pods: readonly Pod[], shown: DescribedEvents): string {
  const w = new DescribeWriter();
  writeHead(w, object);
  w.write(0, `Selector:\t${formatLabelSelector(selectorOf(object))}\n`);
  writeMeta(w, object);
  writeController(w, object);
  w.write(0, `Replicas:\t${numberAt(object, 'status', 'replicas') ?? 0} current / ${desired(object)} desired\n`);
  writePodsStatus(w, object, pods);
  writeTemplate(w, object);
  writeConditions(w, object);
  writeEvents(w, shown);
  return w.text();
}

/** Models describeStatefulSet. */
export function describeStatefulSet(object: KubeObject, pods: readonly Pod[], shown: DescribedEvents): string {
  const w = new DescribeWriter();
  writeHead(w, object);
  w.write(0, `CreationTimestamp:\t${created}\n`);
  w.write(0, `Selector:\t${selectorText(selectorOf(object))}\n`);
  writeMeta(w, object);
  w.write(0, `Replicas:\t${desired(object)} desired | ${numberAt(object, 'status', 'replicas') ?? 0} total\n`);
  w.write(0, `Update Strategy:\t${textAt(object, 'spec', 'updateStrategy', 'type')}\n`);
  const partition = numberAt(object, 'spec', 'updateStrategy', 'rollingUpdate', 'partition');
  if (partition !== undefined) w.write(1, `Partition:\t${partition}\n`);
  const unavailable = textAt(object, 'spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable');
  if (partition !== undefined && unavailable !== '') w.write(1, `MaxUnavailable:\t${unavailable}\n`);
  writePodsStatus(w, object, pods);
  writeTemplate(w, object);
  writeClaimTemplates(w, listAt(object, 'spec', 'volumeClaimTemplates'));
  writeEvents(w, shown);
  return w.text();
}

/** Models describeDaemonSet. */
export function describeDaemonSet(object: KubeObject, pods: readonly Pod[], shown: DescribedEvents): string {
  const w = new DescribeWriter();
  const nodeSelector = fieldAt(object, 'spec', 'template', 'spec', 'nodeSelector') as Labels | undefined;
  writeHead(w, object);
  w.write(0, `Selector:\t${selectorText(selectorOf(object))}\n`);
  w.write(0, `Node-Selector:\t${formatLabels(nodeSelector)}\n`);
  writeMeta(w, object);
  for (const [title, field] of daemonCounts) w.write(0, `${title}: ${numberAt(object, 'status', field) ?? 0}\n`);
  writePodsStatus(w, object, pods);
  writeTemplate(w, object);
  writeEvents(w, shown);
  return w.text();
}

/** Models describeJob. */
export function describeJob(object: KubeObject, shown: DescribedEvents): string {
  const w = new DescribeWriter();
  const count = (field: string): number => numberAt(object, 'status', field) ?? 0;
  writeHead(w, object);
  w.write(0, `Selector:\t${selectorText(selectorOf(object))}\n`);
  writeMeta(w, object);
  writeController(w, object);
  for (const [title, field] of jobFields) {
    const text = textAt(object, 'spec', field);
    if (text !== '' || field === 'completions') w.write(0, `${title}:\t${text || '<unset>'}\n`);
  }
  const deadline = numberAt(object, 'spec', 'activeDeadlineSeconds');
  if (deadline !== undefined) w.write(0, `Active Deadline Seconds:\t${deadline}s\n`);
  const ready = numberAt(object, 'status', 'ready');
  const active = `${count('active')} Active${ready === undefined ? '' : ` (${ready} Ready)`}`;
  w.write(0, `Pods Statuses:\t${active} / ${count('succeeded')} Succeeded / ${count('failed')} Failed\n`);
  if (textAt(object, 'spec', 'completionMode') === 'Indexed')
    w.write(0, `Completed Indexes:\t${firstIndexes(textAt(object, 'status', 'completedIndexes'))}\n`);
  writeTemplate(w, object);
  writeEvents(w, shown);
  return w.text();
}

/** About fifty characters of a list of indexes, cut after a comma. */
function firstIndexes(indexes: string): string {
  const cut = indexes.indexOf(',', 50);
  return indexes === '' ? '<none>' : cut < 0 ? indexes : `${indexes.slice(0, cut + 1)}...`;
}

const revisionKey = 'deployment.kubernetes.io/revision';

const daemonCounts = [
  ['Desired Number of Nodes Scheduled', 'desiredNumberScheduled'],
  ['Current Number of Nodes Scheduled', 'currentNumberScheduled'],
  ['Number of Nodes Scheduled with Up-to-date Pods', 'updatedNumberScheduled'],
  ['Number of Nodes Scheduled with Available Pods', 'numberAvailable'],
  ['Number of Nodes Misscheduled', 'numberMisscheduled'],
] as const;

const jobFields = [
  ['Parallelism', 'parallelism'],
  ['Completions', 'completions'],
  ['Completion Mode', 'completionMode'],
  ['Suspend', 'suspend'],
  ['Backoff Limit', 'backoffLimit'],
  ['TTL Seconds After Finished', 'ttlSecondsAfterFinished'],
] as const;

function writeHead(w: DescribeWriter, { metadata }: KubeObject): void {
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
}

function writeMeta(w: DescribeWriter, { metadata }: KubeObject): void {
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
}

function writeController(w: DescribeWriter, { metadata }: KubeObject): void {
  const owner = metadata.ownerReferences?.find((reference) => reference.controller);
  if (owner) w.write(0, `Controlled By:\t${owner.kind}/${owner.name}\n`);
}

function desired(object: KubeObject): number {
  return numberAt(object, 'spec', 'replicas') ?? 0;
}

function selectorOf(object: KubeObject): LabelSelector | undefined {
  return fieldAt(object, 'spec', 'selector') as LabelSelector | undefined;
}

function setsText(sets: readonly ReplicaSet[]): string {
  const texts = sets.map(
    (set) => `${set.metadata.name} (${numberAt(set, 'status', 'replicas') ?? 0}/${set.spec.replicas} replicas created)`,
  );
  return texts.join(', ') || '<none>';
}

function writePodsStatus(w: DescribeWriter, object: KubeObject, pods: readonly Pod[]): void {
  const own = pods.filter(
    ({ metadata }) =>
      matchesSelector(selectorOf(object), metadata.labels) &&
      metadata.ownerReferences?.some((o) => o.controller && o.kind === object.kind && o.name === object.metadata.name),
  );
  const count = (phase: string): number => own.filter(({ status }) => status.phase === phase).length;
  w.write(
    0,
    `Pods Status:\t${count('Running')} Running / ${count('Pending')} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed\n`,
  );
}

/** A pod template as `rollout history --revision` prints it: columns are not lined up. */
export function podTemplateText(template: JsonObject): string {
  const w = new DescribeWriter();
  writePodTemplate(w, template);
  return w.raw();
}

function writeTemplate(w: DescribeWriter, object: KubeObject): void {
  writePodTemplate(w, (fieldAt(object, 'spec', 'template') ?? {}) as JsonObject);
}

function writePodTemplate(w: DescribeWriter, template: JsonObject): void {
  const spec = fieldAt(template, 'spec');
  const annotations = fieldAt(template, 'metadata', 'annotations') as Labels | undefined;
  const bare = { statuses: [], resolve: (): string => '', space: '  ' };
  w.write(0, 'Pod Template:\n');
  writeLabels(w, '  Labels', fieldAt(template, 'metadata', 'labels') as Labels | undefined);
  if (Object.keys(annotations ?? {}).length > 0) writeAnnotations(w, '  Annotations', annotations);
  const account = textAt(spec, 'serviceAccountName');
  if (account !== '') w.write(1, `Service Account:\t${account}\n`);
  const init = listAt(spec, 'initContainers');
  if (init.length > 0) writeContainers(w, 'Init Containers', init, bare);
  writeContainers(w, 'Containers', listAt(spec, 'containers'), bare);
  writeVolumes(w, listAt(spec, 'volumes'), '  ');
  writeSpread(w, spec, '  ');
  const priority = textAt(spec, 'priorityClassName');
  if (priority !== '') w.write(1, `Priority Class Name:\t${priority}\n`);
  writeScheduling(w, spec ?? {}, '  ');
}

function writeConditions(w: DescribeWriter, object: KubeObject): void {
  const conditions = listAt(object, 'status', 'conditions');
  if (conditions.length === 0) return;
  w.write(0, 'Conditions:\n  Type\tStatus\tReason\n');
  w.write(1, '----\t------\t------\n');
  for (const condition of conditions)
    w.write(1, `${textAt(condition, 'type')} \t${textAt(condition, 'status')}\t${textAt(condition, 'reason')}\n`);
}
