/** Deployment, ReplicaSet, StatefulSet, DaemonSet and Job. */
import { table, type Cluster } from '../cluster/cluster.ts';
import { syncDaemonSets } from './daemon-set.ts';
import { syncDeployments } from './deployment.ts';
import { syncJobs } from './job.ts';
import { limitedWorkloads, maxPods } from './pod-limit.ts';
import { syncReplicaSets } from './replica-set.ts';
import { syncStatefulSets } from './stateful-set.ts';
import type { Workloads } from './workloads.ts';

export const allWorkloads: Workloads = {
  controllers: [
    { name: 'deployment', watches: ['deployments', 'replicasets', 'pods'], sync: syncDeployments },
    { name: 'replicaset', watches: ['replicasets', 'pods'], sync: syncReplicaSets },
    { name: 'statefulset', watches: ['statefulsets', 'pods'], sync: syncStatefulSets },
    { name: 'daemonset', watches: ['daemonsets', 'pods', 'nodes'], sync: syncDaemonSets },
    { name: 'job', watches: ['jobs', 'pods'], sync: syncJobs },
  ],
  orderedPods: (cluster) => statefulPods(cluster) + daemonPods(cluster),
  limited: limitedWorkloads,
};

function statefulPods(cluster: Cluster): number {
  return [...table(cluster, 'statefulsets').values()].reduce(
    (sum, { spec }) => sum + Math.min(spec.replicas, maxPods),
    0,
  );
}

/** A DaemonSet replaces its pods one after the other. */
function daemonPods(cluster: Cluster): number {
  return table(cluster, 'daemonsets').size * table(cluster, 'nodes').size;
}
