/** Rows of nodes and namespaces. */
import type { KubeObject, Namespace, Node } from '../api/objects.ts';
import { fieldAt, textAt } from './field.ts';
import { ageColumn, nameColumn, type TableFormat } from './table.ts';

/** The one version that is modelled. */
export const kubeletVersion = 'v1.36.2';

/** Models pkg/printers/internalversion printNode, v1.36. */
export const nodeTable: TableFormat = {
  columns: [
    nameColumn,
    { name: 'STATUS' },
    { name: 'ROLES' },
    ageColumn,
    { name: 'VERSION' },
    { name: 'INTERNAL-IP', wide: true },
    { name: 'EXTERNAL-IP', wide: true },
    { name: 'OS-IMAGE', wide: true },
    { name: 'KERNEL-VERSION', wide: true },
    { name: 'CONTAINER-RUNTIME', wide: true },
  ],
  cells: (object, age) => {
    const node = object as Node;
    const info = (field: string): string => textAt(node.status, 'nodeInfo', field);
    const address = (type: string): string =>
      node.status.addresses?.find((entry) => entry.type === type)?.address || '<none>';
    return [
      node.metadata.name,
      nodeStatus(node),
      nodeRoles(node).join(',') || '<none>',
      age,
      info('kubeletVersion') || kubeletVersion,
      address('InternalIP'),
      address('ExternalIP'),
      info('osImage') || '<unknown>',
      info('kernelVersion') || '<unknown>',
      info('containerRuntimeVersion') || '<unknown>',
    ];
  },
};

/** Models printNamespace. */
export const namespaceTable: TableFormat = {
  columns: [nameColumn, { name: 'STATUS' }, ageColumn],
  cells: (object, age) => [object.metadata.name, (object as Namespace).status.phase, age],
};

/** Roles that labels give a node, sorted. Models findNodeRoles. */
export function nodeRoles(node: KubeObject): readonly string[] {
  const roles = new Set<string>();
  for (const [key, value] of Object.entries(node.metadata.labels ?? {})) {
    if (key.startsWith('node-role.kubernetes.io/')) roles.add(key.slice('node-role.kubernetes.io/'.length));
    else if (key === 'kubernetes.io/role') roles.add(value);
  }
  roles.delete('');
  return [...roles].sort();
}

function nodeStatus(node: Node): string {
  const ready = node.status.conditions?.find((condition) => condition.type === 'Ready');
  const words = [ready ? (ready.status === 'True' ? 'Ready' : 'NotReady') : 'Unknown'];
  if (fieldAt(node.spec, 'unschedulable') === true) words.push('SchedulingDisabled');
  return words.join(',');
}
