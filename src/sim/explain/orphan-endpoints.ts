/** Endpoints whose name no Service has: they do nothing. */
import type { EndpointReason } from '../api/reasons.ts';
import { get, table, type Cluster } from '../cluster/cluster.ts';
import { nearest } from './nearest.ts';

/** One reason per Endpoints object without a Service, with the name of the Service that may be meant. */
export function orphanEndpoints(cluster: Cluster): readonly EndpointReason[] {
  return [...table(cluster, 'endpoints').values()].flatMap(({ metadata: { namespace = '', name } }) => {
    if (get(cluster, 'services', namespace, name)) return [];
    const candidates = [...table(cluster, 'services').values()].filter(
      ({ metadata, spec }) =>
        metadata.namespace === namespace && !spec.selector && !get(cluster, 'endpoints', namespace, metadata.name),
    );
    const names = candidates.map(({ metadata }) => metadata.name);
    const meant = nearest(name, names) ?? (names.length === 1 ? names[0] : undefined);
    const object = { kind: 'Endpoints', namespace, name };
    return [
      {
        code: 'EndpointsWithoutService',
        object,
        path: 'metadata.name',
        facts: { found: name, ...(meant !== undefined && { nearest: meant }) },
      } as const,
    ];
  });
}
