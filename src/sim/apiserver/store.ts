/** Writes into the cluster's tables. */
import { tableName, type ApiKind } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { withChanges, type Change, type Cluster } from '../cluster/cluster.ts';

export interface Stored {
  readonly cluster: Cluster;
  readonly changes: readonly Change[];
}

/** Puts changes into the cluster. */
export function storeChanges(cluster: Cluster, changes: readonly Change[]): Stored {
  return { cluster: withChanges(cluster, changes), changes };
}

/** The change that puts `after` in the place of `before`. */
export function changeOf(kind: ApiKind, before: KubeObject | undefined, after: KubeObject | undefined): Change {
  const { namespace, name } = (after ?? before)?.metadata ?? { name: '' };
  return {
    resource: tableName(kind),
    key: keyOf(namespace, name),
    ...(before && { before }),
    ...(after && { after }),
  };
}
