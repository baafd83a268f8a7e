/** What the controllers need to bring a cluster to rest. */
import type { Allocator } from '../allocator/allocator.ts';
import type { ClusterEvent } from '../api/events.ts';
import type { Memo } from '../api/memo.ts';
import type { Family } from '../api/objects.ts';
import type { Options, World } from '../api/world.ts';
import type { Strategies } from '../apiserver/strategy/strategies.ts';
import type { Change, Cluster } from '../cluster/cluster.ts';
import type { Workloads } from '../workloads/workloads.ts';

export interface SettleContext {
  readonly workloads: Workloads;
  /** The API server's, for what controllers write through it. */
  readonly strategies: Strategies;
  readonly world: World;
  readonly allocator: Allocator;
  readonly families: readonly Family[];
  /** Lets work done for a Service in the last run be taken over; without it the result is the same. */
  readonly memo?: Memo;
  readonly options: Pick<Options, 'probes'>;
}

export interface Settled {
  readonly cluster: Cluster;
  /** Everything the controllers changed, in order; the changes given are not among them. */
  readonly changes: readonly Change[];
  /** Events in order, each combination once. */
  readonly events: readonly ClusterEvent[];
}
