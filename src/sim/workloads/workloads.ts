/** What runs workloads: a part of the engine, as scenes without any need none of it. */
import type { Change, Cluster } from '../cluster/cluster.ts';
import type { ControllerWork } from '../cluster/controller-work.ts';
import type { WorkloadContext } from './context.ts';
import type { LimitedWorkload } from './pod-limit.ts';

export interface Workloads {
  readonly controllers: readonly WorkloadController[];
  /** How many pods may come or be replaced one after the other, each when the one before it is ready. */
  readonly orderedPods: (cluster: Cluster) => number;
  /** The workloads of a cluster at rest that go without pods because of a limit. */
  readonly limited: (cluster: Cluster) => readonly LimitedWorkload[];
}

export interface WorkloadController {
  readonly name: string;
  /** Tables; the first is that of its own kind, and without any object there it has nothing to do. */
  readonly watches: readonly string[];
  readonly sync: (cluster: Cluster, changes: readonly Change[], context: WorkloadContext) => ControllerWork;
}

export const noWorkloads: Workloads = { controllers: [], orderedPods: () => 0, limited: () => [] };
