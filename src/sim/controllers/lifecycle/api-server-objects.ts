/** The API server's own Service: whatever happens to it, it is there again within ten seconds. */
import type { Allocator } from '../../allocator/allocator.ts';
import type { KubeObject } from '../../api/objects.ts';
import { anyTable, type Change, type Cluster } from '../../cluster/cluster.ts';
import { apiServerObjects } from '../../cluster/default-cluster.ts';

/** Addresses of the API server, by the field that holds them. */
const lists = ['subsets', 'endpoints', 'ports'] as const;
type Lists = { readonly [list in (typeof lists)[number]]?: unknown };

/**
 * Puts `default/kubernetes` back where it was deleted, and its addresses where they were changed.
 * Models pkg/controlplane/controller/kubernetesservice and pkg/controlplane/reconcilers, v1.36.
 */
export function keepApiServer(cluster: Cluster, allocator: Allocator): readonly Change[] {
  return apiServerObjects(allocator).flatMap((wanted): Change[] => {
    const before = anyTable(cluster, wanted.resource).get(wanted.key);
    if (!before) return [wanted];
    const typed: Lists = before as Lists;
    const own: Lists = wanted.after as Lists;
    const changed = lists.filter((list) => JSON.stringify(typed[list]) !== JSON.stringify(own[list]));
    if (changed.length === 0) return [];
    const after = { ...before, ...Object.fromEntries(changed.map((list) => [list, own[list]])) } as KubeObject;
    return [{ ...wanted, before, after }];
  });
}
