/** A selector that would match, if the workload behind it made any pods. */
import { matchesLabels } from '../api/labels.ts';
import type { Labels, Service } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import { table, type Cluster } from '../cluster/cluster.ts';
import { serviceRef } from './label-reasons.ts';

/** The first workload of the Service's namespace whose template the selector matches, and which asks for no pod. */
export function scaledToZero(cluster: Cluster, service: Service, selector: Labels): EndpointReason | undefined {
  const { namespace = '' } = service.metadata;
  for (const [kind, workloads] of [
    ['Deployment', table(cluster, 'deployments')],
    ['StatefulSet', table(cluster, 'statefulsets')],
    ['ReplicaSet', table(cluster, 'replicasets')],
  ] as const) {
    for (const { metadata, spec } of workloads.values()) {
      if (metadata.namespace !== namespace || metadata.ownerReferences?.some(({ controller }) => controller)) continue;
      if (spec.replicas !== 0 || !matchesLabels(selector, spec.template?.metadata?.labels ?? {})) continue;
      return {
        code: 'ScaledToZero',
        object: { kind, namespace, name: metadata.name },
        path: 'spec.replicas',
        against: { object: serviceRef(service), path: 'spec.selector' },
      };
    }
  }
  return undefined;
}
