/** Which table each kind is shown in. */
import { eventTable } from './event-objects.ts';
import { endpointSliceTable, endpointsTable } from './print-endpoints.ts';
import { namespaceTable, nodeTable } from './print-nodes.ts';
import {
  configMapTable,
  ingressClassTable,
  ingressTable,
  networkPolicyTable,
  podDisruptionBudgetTable,
  secretTable,
  serviceAccountTable,
} from './print-others.ts';
import { podTable } from './print-pods.ts';
import { serviceTable } from './print-services.ts';
import { storedTables } from './print-stored.ts';
import {
  cronJobTable,
  daemonSetTable,
  deploymentTable,
  jobTable,
  replicaSetTable,
  statefulSetTable,
} from './print-workloads.ts';
import type { TableFormat } from './table.ts';

/** By the cluster's table. */
export const tables: ReadonlyMap<string, TableFormat> = new Map([
  ...storedTables,
  ['pods', podTable],
  ['services', serviceTable],
  ['endpoints', endpointsTable],
  ['endpointslices', endpointSliceTable],
  ['nodes', nodeTable],
  ['namespaces', namespaceTable],
  ['deployments', deploymentTable],
  ['replicasets', replicaSetTable],
  ['statefulsets', statefulSetTable],
  ['daemonsets', daemonSetTable],
  ['jobs', jobTable],
  ['cronjobs.batch', cronJobTable],
  ['events', eventTable],
  ['events.events.k8s.io', eventTable],
  ['configmaps', configMapTable],
  ['secrets', secretTable],
  ['serviceaccounts', serviceAccountTable],
  ['ingresses.networking.k8s.io', ingressTable],
  ['ingressclasses.networking.k8s.io', ingressClassTable],
  ['networkpolicies.networking.k8s.io', networkPolicyTable],
  ['poddisruptionbudgets.policy', podDisruptionBudgetTable],
]);
