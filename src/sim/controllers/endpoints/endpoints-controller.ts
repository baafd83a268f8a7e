/** The Endpoints controller: which Services a change concerns, and the writes that follow. */
import { serviceForLists } from '../../api/endpoints/service-for-lists.ts';
import { hasController, selectorOf } from '../../api/endpoints/service-gate.ts';
import type { Memo } from '../../api/memo.ts';
import type { Endpoints, Service } from '../../api/objects.ts';
import { table, type Change, type Cluster } from '../../cluster/cluster.ts';
import { podsMatching, servicesOfPodChanges } from '../../cluster/matching.ts';
import { reconcileEndpoints } from './reconcile-endpoints.ts';

/** A write for the API server; the controller's objects are validated like everybody's. */
export interface EndpointsWrite {
  readonly verb: 'create' | 'replace' | 'remove';
  readonly namespace: string;
  readonly name: string;
  readonly object?: Endpoints;
}

/**
 * Syncs the Services concerned: those changed or deleted, those whose pods changed, those whose Endpoints were deleted.
 * An edit of Endpoints is no reason: it stays until the next sync.
 * Models pkg/controller/endpoint, v1.36.
 */
export function syncEndpoints(
  cluster: Cluster,
  changes: readonly Change[],
  memo: Memo | undefined,
): readonly EndpointsWrite[] {
  const keys = new Set<string>();
  for (const { resource, key, after } of changes) {
    if (resource === 'services' || (resource === 'endpoints' && !after)) keys.add(key);
  }
  for (const key of servicesOfPodChanges(cluster, changes)) keys.add(key);
  const removedServices = new Set(
    changes.filter(({ resource, after }) => resource === 'services' && !after).map(({ key }) => key),
  );
  const services = table(cluster, 'services');
  const endpoints = table(cluster, 'endpoints');
  return [...keys].flatMap((key) => {
    const service = services.get(key);
    const current = endpoints.get(key);
    if (service) return syncService(cluster, service, current, memo);
    return current && removedServices.has(key) ? [removal(current)] : [];
  });
}

function syncService(
  cluster: Cluster,
  service: Service,
  current: Endpoints | undefined,
  memo: Memo | undefined,
): readonly EndpointsWrite[] {
  const selector = selectorOf(service);
  if (!selector || !hasController(service)) return [];
  const { namespace = '', name } = service.metadata;
  const object = reconcileEndpoints(
    serviceForLists(service, memo),
    podsMatching(cluster, namespace, selector),
    current,
  );
  return object ? [{ verb: current ? 'replace' : 'create', namespace, name, object }] : [];
}

function removal({ metadata: { namespace = '', name } }: Endpoints): EndpointsWrite {
  return { verb: 'remove', namespace, name };
}
