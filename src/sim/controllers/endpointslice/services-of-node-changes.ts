/** Which Services are looked at again after nodes changed. */
import { labels, managers, selectorOf } from '../../api/endpoints/service-gate.ts';
import type { EndpointSlice, Service } from '../../api/objects.ts';
import { keyOf } from '../../api/refs.ts';
import { table, type Change, type Cluster } from '../../cluster/cluster.ts';
import { slicesOf } from '../../cluster/indexes.ts';
import { podsMatching, selectingServices } from '../../cluster/matching.ts';
import { isOverloaded } from './topology-allocations.ts';
import { hintsEnabled } from './topology-hints.ts';

/**
 * Keys of Services with a pod on a node that came (they were tried again and again while it was missing), and, when a node came,
 * went, or changed its readiness or zone, of those whose hints no longer suit the zones.
 * Models endpointslice_controller.go checkNodeTopologyDistribution and the retries of syncService, v1.36.
 */
export function servicesOfNodeChanges(cluster: Cluster, changes: readonly Change[]): readonly string[] {
  const nodes = changes.filter(({ resource }) => resource === 'nodes');
  if (nodes.length === 0) return [];
  const came = new Set(nodes.filter(({ before }) => !before).map(({ key }) => key));
  const concerns = (service: Service): boolean => waitsForNode(cluster, service, came) || hasOverload(cluster, service);
  return [...table(cluster, 'namespaces').keys()].flatMap((namespace) =>
    selectingServices(cluster, namespace)
      .filter(concerns)
      .map(({ metadata }) => keyOf(namespace, metadata.name)),
  );
}

function waitsForNode(cluster: Cluster, service: Service, came: ReadonlySet<string>): boolean {
  if (came.size === 0) return false;
  const pods = podsMatching(cluster, service.metadata.namespace ?? '', selectorOf(service) ?? {});
  return pods.some(({ spec }) => came.has(spec.nodeName ?? ''));
}

function hasOverload(cluster: Cluster, service: Service): boolean {
  const { annotations, namespace = '', name } = service.metadata;
  if (!hintsEnabled(annotations)) return false;
  const slices = slicesOf(cluster, namespace, name).filter(
    ({ metadata }) => metadata.labels?.[labels.sliceManagedBy] === managers.slices,
  );
  const nodes = table(cluster, 'nodes');
  const byFamily = Map.groupBy(slices, ({ addressType }) => addressType);
  return [...byFamily.values()].some((ofFamily) => isOverloaded(hintedZones(ofFamily), nodes.values()));
}

function hintedZones(slices: readonly EndpointSlice[]): ReadonlyMap<string, number> {
  const zones = new Map<string, number>();
  for (const { endpoints } of slices) {
    for (const { hints } of endpoints ?? []) {
      for (const { name } of hints?.forZones ?? []) zones.set(name, (zones.get(name) ?? 0) + 1);
    }
  }
  return zones;
}
