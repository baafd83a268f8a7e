/** Rows of Deployments, ReplicaSets, StatefulSets, DaemonSets, Jobs and CronJobs. */
import type { KubeObject, LabelSelector, Labels } from '../api/objects.ts';
import { fieldAt, listAt, numberAt, textAt } from './field.ts';
import { formatLabels, formatLabelSelector, selectorText } from './format.ts';
import { ageColumn, nameColumn, type Column, type TableFormat } from './table.ts';

const templateColumns: readonly Column[] = [
  { name: 'CONTAINERS', wide: true },
  { name: 'IMAGES', wide: true },
];
const selectorColumn: Column = { name: 'SELECTOR', wide: true };

/** Models pkg/printers/internalversion printDeployment, v1.36. */
export const deploymentTable: TableFormat = {
  columns: [
    nameColumn,
    { name: 'READY' },
    { name: 'UP-TO-DATE' },
    { name: 'AVAILABLE' },
    ageColumn,
    ...templateColumns,
    selectorColumn,
  ],
  cells: (object, age) => [
    object.metadata.name,
    `${status(object, 'readyReplicas')}/${desired(object)}`,
    status(object, 'updatedReplicas'),
    status(object, 'availableReplicas'),
    age,
    ...template(object),
    selectorText(selectorOf(object)),
  ],
};

/** Models printReplicaSet. */
export const replicaSetTable: TableFormat = {
  columns: [
    nameColumn,
    { name: 'DESIRED' },
    { name: 'CURRENT' },
    { name: 'READY' },
    ageColumn,
    ...templateColumns,
    selectorColumn,
  ],
  cells: (object, age) => [
    object.metadata.name,
    desired(object),
    status(object, 'replicas'),
    status(object, 'readyReplicas'),
    age,
    ...template(object),
    formatLabelSelector(selectorOf(object)),
  ],
};

/** Models printStatefulSet. */
export const statefulSetTable: TableFormat = {
  columns: [nameColumn, { name: 'READY' }, ageColumn, ...templateColumns],
  cells: (object, age) => [
    object.metadata.name,
    `${status(object, 'readyReplicas')}/${desired(object)}`,
    age,
    ...template(object),
  ],
};

/** Models printDaemonSet. */
export const daemonSetTable: TableFormat = {
  columns: [
    nameColumn,
    { name: 'DESIRED' },
    { name: 'CURRENT' },
    { name: 'READY' },
    { name: 'UP-TO-DATE' },
    { name: 'AVAILABLE' },
    { name: 'NODE SELECTOR' },
    ageColumn,
    ...templateColumns,
    selectorColumn,
  ],
  cells: (object, age) => [
    object.metadata.name,
    status(object, 'desiredNumberScheduled'),
    status(object, 'currentNumberScheduled'),
    status(object, 'numberReady'),
    status(object, 'updatedNumberScheduled'),
    status(object, 'numberAvailable'),
    formatLabels(fieldAt(object, 'spec', 'template', 'spec', 'nodeSelector') as Labels | undefined),
    age,
    ...template(object),
    formatLabelSelector(selectorOf(object)),
  ],
};

/** Models printJob. */
export const jobTable: TableFormat = {
  columns: [
    nameColumn,
    { name: 'STATUS' },
    { name: 'COMPLETIONS' },
    { name: 'DURATION' },
    ageColumn,
    ...templateColumns,
    selectorColumn,
  ],
  cells: (object, age) => [
    object.metadata.name,
    jobStatus(object),
    completions(object),
    fieldAt(object, 'status', 'startTime') === undefined ? '' : age,
    age,
    ...template(object),
    formatLabelSelector(selectorOf(object)),
  ],
};

/** Models printCronJob. */
export const cronJobTable: TableFormat = {
  columns: [
    nameColumn,
    { name: 'SCHEDULE' },
    { name: 'TIMEZONE' },
    { name: 'SUSPEND' },
    { name: 'ACTIVE' },
    { name: 'LAST SCHEDULE' },
    ageColumn,
  ],
  cells: (object, age) => [
    object.metadata.name,
    textAt(object, 'spec', 'schedule'),
    textAt(object, 'spec', 'timeZone') || '<none>',
    fieldAt(object, 'spec', 'suspend') === true ? 'True' : 'False',
    String(listAt(object, 'status', 'active').length),
    '<none>',
    age,
  ],
};

function desired(object: KubeObject): string {
  return String(numberAt(object, 'spec', 'replicas') ?? 0);
}

function status(object: KubeObject, field: string): string {
  return String(numberAt(object, 'status', field) ?? 0);
}

function selectorOf(object: KubeObject): LabelSelector | undefined {
  return fieldAt(object, 'spec', 'selector') as LabelSelector | undefined;
}

/** Names and images of the template's containers. */
function template(object: KubeObject): readonly [string, string] {
  const containers = listAt(object, 'spec', 'template', 'spec', 'containers');
  return [
    containers.map((container) => textAt(container, 'name')).join(','),
    containers.map((container) => textAt(container, 'image')).join(','),
  ];
}

function jobStatus(job: KubeObject): string {
  const holds = (type: string): boolean =>
    listAt(job, 'status', 'conditions').some((c) => textAt(c, 'type') === type && textAt(c, 'status') === 'True');
  if (holds('Complete')) return 'Complete';
  if (holds('Failed')) return 'Failed';
  if (job.metadata.deletionTimestamp !== undefined) return 'Terminating';
  return ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'].find(holds) ?? 'Running';
}

function completions(job: KubeObject): string {
  const succeeded = numberAt(job, 'status', 'succeeded') ?? 0;
  const wanted = numberAt(job, 'spec', 'completions');
  if (wanted !== undefined) return `${succeeded}/${wanted}`;
  const parallelism = numberAt(job, 'spec', 'parallelism') ?? 0;
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}
