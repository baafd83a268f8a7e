/** Rows of more kinds that are stored but not simulated: storage, autoscaling, permissions, and what clusters are set up with. */
import type { KubeObject } from '../api/objects.ts';
import { entriesAt, fieldAt, listAt, textAt } from './field.ts';
import { formatLabels } from './format.ts';
import { ageColumn, nameColumn, type Column, type TableFormat } from './table.ts';
import { viewObject } from './view-object.ts';

const columns = (...names: readonly string[]): readonly Column[] => names.map((name) => ({ name }));
const wide = (...names: readonly string[]): readonly Column[] => names.map((name) => ({ name, wide: true }));

/** A table whose cells stand between the name and the age. */
function between(names: readonly string[], cells: (object: KubeObject) => readonly string[]): TableFormat {
  return {
    columns: [nameColumn, ...columns(...names), ageColumn],
    cells: (object, age) => [object.metadata.name, ...cells(object), age],
  };
}

/** Models pkg/printers/internalversion printReplicationController, v1.36; nobody makes its pods. */
const replicationController: TableFormat = {
  columns: [
    nameColumn,
    ...columns('DESIRED', 'CURRENT', 'READY'),
    ageColumn,
    ...wide('CONTAINERS', 'IMAGES', 'SELECTOR'),
  ],
  cells: (object, age) => [
    object.metadata.name,
    textAt(object, 'spec', 'replicas') || '1',
    textAt(object, 'status', 'replicas') || '0',
    textAt(object, 'status', 'readyReplicas') || '0',
    age,
    ...containersOf(fieldAt(object, 'spec', 'template', 'spec')),
    labelsOf(object, 'spec', 'selector'),
  ],
};

/** Models printPodTemplate. */
const podTemplate: TableFormat = {
  columns: [nameColumn, ...columns('CONTAINERS', 'IMAGES', 'POD LABELS')],
  cells: (object) => [
    object.metadata.name,
    ...containersOf(fieldAt(object, 'template', 'spec')),
    labelsOf(object, 'template', 'metadata', 'labels'),
  ],
};

function containersOf(spec: unknown): readonly [string, string] {
  const containers = listAt(spec, 'containers');
  const all = (field: string): string => containers.map((container) => textAt(container, field)).join(',');
  return [all('name'), all('image')];
}

function labelsOf(object: unknown, ...path: readonly string[]): string {
  return formatLabels(Object.fromEntries(entriesAt(object, ...path).map(([key, value]) => [key, String(value)])));
}

/** Models printPersistentVolumeClaim; nobody binds one, so it waits. */
const persistentVolumeClaim: TableFormat = {
  columns: [
    nameColumn,
    ...columns('STATUS', 'VOLUME', 'CAPACITY', 'ACCESS MODES', 'STORAGECLASS', 'VOLUMEATTRIBUTESCLASS'),
    ageColumn,
    ...wide('VOLUMEMODE'),
  ],
  cells: (object, age) => {
    const volume = textAt(object, 'spec', 'volumeName');
    return [
      object.metadata.name,
      textAt(object, 'status', 'phase') || 'Pending',
      volume,
      volume === '' ? '' : textAt(object, 'status', 'capacity', 'storage') || '0',
      volume === '' ? '' : accessModes(object, 'status', 'accessModes'),
      storageClassOf(object),
      textAt(object, 'spec', 'volumeAttributesClassName') || '<unset>',
      age,
      textAt(object, 'spec', 'volumeMode') || 'Filesystem',
    ];
  },
};

/** Models printPersistentVolume. */
const persistentVolume: TableFormat = {
  columns: [
    nameColumn,
    ...columns('CAPACITY', 'ACCESS MODES', 'RECLAIM POLICY', 'STATUS', 'CLAIM', 'STORAGECLASS'),
    ...columns('VOLUMEATTRIBUTESCLASS', 'REASON'),
    ageColumn,
    ...wide('VOLUMEMODE'),
  ],
  cells: (object, age) => {
    const claim = fieldAt(object, 'spec', 'claimRef');
    return [
      object.metadata.name,
      textAt(object, 'spec', 'capacity', 'storage') || '0',
      accessModes(object, 'spec', 'accessModes'),
      textAt(object, 'spec', 'persistentVolumeReclaimPolicy') || 'Retain',
      textAt(object, 'status', 'phase') || 'Available',
      claim === undefined ? '' : `${textAt(claim, 'namespace')}/${textAt(claim, 'name')}`,
      storageClassOf(object),
      textAt(object, 'spec', 'volumeAttributesClassName') || '<unset>',
      textAt(object, 'status', 'reason'),
      age,
      textAt(object, 'spec', 'volumeMode') || 'Filesystem',
    ];
  },
};

const modes = [
  ['ReadWriteOnce', 'RWO'],
  ['ReadOnlyMany', 'ROX'],
  ['ReadWriteMany', 'RWX'],
  ['ReadWriteOncePod', 'RWOP'],
] as const;

function accessModes(object: unknown, ...path: readonly string[]): string {
  const given = listAt(object, ...path);
  return modes.flatMap(([mode, short]) => (given.includes(mode) ? [short] : [])).join(',');
}

function storageClassOf(object: KubeObject): string {
  const annotated = object.metadata.annotations?.['volume.beta.kubernetes.io/storage-class'];
  return annotated ?? textAt(object, 'spec', 'storageClassName');
}

/** Models printStorageClass. */
const storageClass: TableFormat = {
  columns: [
    nameColumn,
    ...columns('PROVISIONER', 'RECLAIMPOLICY', 'VOLUMEBINDINGMODE', 'ALLOWVOLUMEEXPANSION'),
    ageColumn,
  ],
  cells: (object, age) => {
    const { name, annotations } = object.metadata;
    const isDefault = annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
    return [
      isDefault ? `${name} (default)` : name,
      textAt(object, 'provisioner'),
      textAt(object, 'reclaimPolicy') || 'Delete',
      textAt(object, 'volumeBindingMode') || 'Immediate',
      textAt(object, 'allowVolumeExpansion') || 'false',
      age,
    ];
  },
};

/** Models printHorizontalPodAutoscaler; nobody measures, so what is used is not known. */
const horizontalPodAutoscaler = between(['REFERENCE', 'TARGETS', 'MINPODS', 'MAXPODS', 'REPLICAS'], (object) => [
  `${textAt(object, 'spec', 'scaleTargetRef', 'kind')}/${textAt(object, 'spec', 'scaleTargetRef', 'name')}`,
  targets(object),
  textAt(object, 'spec', 'minReplicas') || '1',
  textAt(object, 'spec', 'maxReplicas') || '0',
  textAt(object, 'status', 'currentReplicas') || '0',
]);

const mostMetrics = 2;

function targets(object: KubeObject): string {
  const old = textAt(object, 'spec', 'targetCPUUtilizationPercentage');
  const metrics = listAt(object, 'spec', 'metrics').map(target);
  // Without metrics the server takes the processor at 80 %.
  if (metrics.length === 0) return `cpu: <unknown>/${old || '80'}%`;
  const shown = metrics.slice(0, mostMetrics).join(', ');
  return metrics.length > mostMetrics ? `${shown} + ${metrics.length - mostMetrics} more...` : shown;
}

function target(metric: unknown): string {
  const type = textAt(metric, 'type');
  const source = fieldAt(metric, type.slice(0, 1).toLowerCase() + type.slice(1));
  const wanted = fieldAt(source, 'target');
  const [value, average] = [textAt(wanted, 'value'), textAt(wanted, 'averageValue')];
  if (type === 'External' || type === 'Object')
    return average === '' ? `<unknown>/${value || '0'}` : `<unknown>/${average} (avg)`;
  if (type === 'Pods') return `<unknown>/${average || '0'}`;
  if (type !== 'Resource' && type !== 'ContainerResource') return '<unknown type>';
  const used = textAt(wanted, 'averageUtilization');
  return `${textAt(source, 'name')}: <unknown>/${average || (used === '' ? '<auto>' : `${used}%`)}`;
}

/** Models printRole, printClusterRole, printLimitRange, and the table of CustomResourceDefinitions. */
const createdAt: TableFormat = {
  columns: [nameColumn, { name: 'CREATED AT' }],
  cells: (object) => [object.metadata.name, textAt(viewObject(object), 'metadata', 'creationTimestamp')],
};

/** Models printRoleBinding and printClusterRoleBinding. */
const binding: TableFormat = {
  columns: [nameColumn, { name: 'ROLE' }, ageColumn, ...wide('USERS', 'GROUPS', 'SERVICEACCOUNTS')],
  cells: (object, age) => {
    const subjects = listAt(object, 'subjects');
    const named = (kind: string): readonly unknown[] => subjects.filter((subject) => textAt(subject, 'kind') === kind);
    const names = (kind: string): string =>
      named(kind)
        .map((subject) => textAt(subject, 'name'))
        .join(', ');
    const accounts = named('ServiceAccount').map((each) => `${textAt(each, 'namespace')}/${textAt(each, 'name')}`);
    const role = `${textAt(object, 'roleRef', 'kind')}/${textAt(object, 'roleRef', 'name')}`;
    return [object.metadata.name, role, age, names('User'), names('Group'), accounts.join(', ')];
  },
};

/** Models printPriorityClass. */
const priorityClass: TableFormat = {
  columns: [nameColumn, ...columns('VALUE', 'GLOBAL-DEFAULT'), ageColumn, ...columns('PREEMPTIONPOLICY')],
  cells: (object, age) => [
    object.metadata.name,
    textAt(object, 'value') || '0',
    textAt(object, 'globalDefault') || 'false',
    age,
    textAt(object, 'preemptionPolicy') || 'PreemptLowerPriority',
  ],
};

/** Models printControllerRevision. */
const controllerRevision = between(['CONTROLLER', 'REVISION'], (object) => {
  const owner = object.metadata.ownerReferences?.find(({ controller }) => controller);
  const group = owner?.apiVersion.includes('/') ? `.${owner.apiVersion.split('/')[0] ?? ''}` : '';
  const shown = owner ? `${owner.kind.toLowerCase()}${group}/${owner.name}` : '<none>';
  return [shown, textAt(object, 'revision') || '0'];
});

const webhooks = between(['WEBHOOKS'], (object) => [String(listAt(object, 'webhooks').length)]);

/** By the cluster's table. Models the table handlers of pkg/printers/internalversion, v1.36. */
export const storedTables: ReadonlyMap<string, TableFormat> = new Map([
  ['replicationcontrollers', replicationController],
  ['podtemplates', podTemplate],
  ['persistentvolumeclaims', persistentVolumeClaim],
  ['persistentvolumes', persistentVolume],
  ['limitranges', createdAt],
  // Nobody counts what is used.
  ['resourcequotas', between(['REQUEST', 'LIMIT'], () => ['', ''])],
  ['horizontalpodautoscalers.autoscaling', horizontalPodAutoscaler],
  ['storageclasses.storage.k8s.io', storageClass],
  ['volumeattributesclasses.storage.k8s.io', between(['DRIVERNAME'], (object) => [textAt(object, 'driverName')])],
  ['roles.rbac.authorization.k8s.io', createdAt],
  ['clusterroles.rbac.authorization.k8s.io', createdAt],
  ['rolebindings.rbac.authorization.k8s.io', binding],
  ['clusterrolebindings.rbac.authorization.k8s.io', binding],
  ['customresourcedefinitions.apiextensions.k8s.io', createdAt],
  ['priorityclasses.scheduling.k8s.io', priorityClass],
  ['runtimeclasses.node.k8s.io', between(['HANDLER'], (object) => [textAt(object, 'handler')])],
  ['leases.coordination.k8s.io', between(['HOLDER'], (object) => [textAt(object, 'spec', 'holderIdentity')])],
  ['controllerrevisions.apps', controllerRevision],
  ['mutatingwebhookconfigurations.admissionregistration.k8s.io', webhooks],
  ['validatingwebhookconfigurations.admissionregistration.k8s.io', webhooks],
]);
