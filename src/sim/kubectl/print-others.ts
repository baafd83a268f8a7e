/** Rows of kinds that are stored but not simulated. */
import type { LabelSelector } from '../api/objects.ts';
import { entriesAt, fieldAt, listAt, textAt } from './field.ts';
import { formatLabelSelector } from './format.ts';
import { ageColumn, nameColumn, type TableFormat } from './table.ts';

/** What a kind without columns of its own gets. Models cli-runtime/pkg/printers objectMetaColumnDefinitions. */
export const plainTable: TableFormat = {
  columns: [nameColumn, ageColumn],
  cells: (object, age) => [object.metadata.name, age],
};

/** Models pkg/printers/internalversion printConfigMap, v1.36. */
export const configMapTable: TableFormat = {
  columns: [nameColumn, { name: 'DATA' }, ageColumn],
  cells: (object, age) => [
    object.metadata.name,
    String(entriesAt(object, 'data').length + entriesAt(object, 'binaryData').length),
    age,
  ],
};

/** Models printSecret. */
export const secretTable: TableFormat = {
  columns: [nameColumn, { name: 'TYPE' }, { name: 'DATA' }, ageColumn],
  cells: (object, age) => [
    object.metadata.name,
    textAt(object, 'type') || 'Opaque',
    String(new Set([...entriesAt(object, 'data'), ...entriesAt(object, 'stringData')].map(([key]) => key)).size),
    age,
  ],
};

/** Models printServiceAccount. */
export const serviceAccountTable: TableFormat = {
  columns: [nameColumn, { name: 'SECRETS' }, ageColumn],
  cells: (object, age) => [object.metadata.name, String(listAt(object, 'secrets').length), age],
};

/** Models printIngress. */
export const ingressTable: TableFormat = {
  columns: [nameColumn, { name: 'CLASS' }, { name: 'HOSTS' }, { name: 'ADDRESS' }, { name: 'PORTS' }, ageColumn],
  cells: (object, age) => [
    object.metadata.name,
    textAt(object, 'spec', 'ingressClassName') || '<none>',
    hosts(listAt(object, 'spec', 'rules')),
    ingressAddresses(listAt(object, 'status', 'loadBalancer', 'ingress')),
    listAt(object, 'spec', 'tls').length > 0 ? '80, 443' : '80',
    age,
  ],
};

/** Models printIngressClass. */
export const ingressClassTable: TableFormat = {
  columns: [nameColumn, { name: 'CONTROLLER' }, { name: 'PARAMETERS' }, ageColumn],
  cells: (object, age) => {
    const parameters = fieldAt(object, 'spec', 'parameters');
    const kind = [textAt(parameters, 'kind'), textAt(parameters, 'apiGroup')].filter((word) => word !== '').join('.');
    return [
      object.metadata.name,
      textAt(object, 'spec', 'controller'),
      parameters === undefined ? '<none>' : `${kind}/${textAt(parameters, 'name')}`,
      age,
    ];
  },
};

/** Models printNetworkPolicy. */
export const networkPolicyTable: TableFormat = {
  columns: [nameColumn, { name: 'POD-SELECTOR' }, ageColumn],
  cells: (object, age) => [
    object.metadata.name,
    formatLabelSelector(fieldAt(object, 'spec', 'podSelector') as LabelSelector | undefined),
    age,
  ],
};

/** Models printPodDisruptionBudget. */
export const podDisruptionBudgetTable: TableFormat = {
  columns: [
    nameColumn,
    { name: 'MIN AVAILABLE' },
    { name: 'MAX UNAVAILABLE' },
    { name: 'ALLOWED DISRUPTIONS' },
    ageColumn,
  ],
  cells: (object, age) => [
    object.metadata.name,
    textAt(object, 'spec', 'minAvailable') || 'N/A',
    textAt(object, 'spec', 'maxUnavailable') || 'N/A',
    textAt(object, 'status', 'disruptionsAllowed') || '0',
    age,
  ],
};

/** Addresses of a load balancer's status, sorted and each once. */
export function ingressAddresses(ingress: readonly unknown[]): string {
  const addresses = ingress.map((entry) => textAt(entry, 'ip') || textAt(entry, 'hostname'));
  return [...new Set(addresses.filter((address) => address !== ''))].sort().join(',');
}

function hosts(rules: readonly unknown[]): string {
  const names: string[] = [];
  for (const rule of rules) {
    const host = textAt(rule, 'host');
    if (names.length === 3) return `${names.join(',')} + ${rules.length - 3} more...`;
    if (host !== '') names.push(host);
  }
  return names.join(',') || '*';
}
