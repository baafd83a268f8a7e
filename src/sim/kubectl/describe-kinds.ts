/** Which description each kind has. */
import type { Deployment, Endpoints, EndpointSlice, Node, Pod, ReplicaSet } from '../api/objects.ts';
import { table, type Cluster } from '../cluster/cluster.ts';
import { podsIn } from '../cluster/indexes.ts';
import { describeEndpoints, describeEndpointSlice } from './describe-endpoints.ts';
import { describeNode } from './describe-node.ts';
import { describeConfigMap, describeNamespace, describeSecret } from './describe-others.ts';
import { describePod } from './describe-pod.ts';
import { describedService } from './describe-service.ts';
import {
  describeDaemonSet,
  describeDeployment,
  describeJob,
  describeReplicaSet,
  describeStatefulSet,
} from './describe-workloads.ts';
import { inOrder } from './in-order.ts';
import type { Around, Description } from './printers.ts';

/** By the cluster's table. */
export const descriptions: ReadonlyMap<string, Description> = new Map<string, Description>([
  ['services', describedService],
  ['endpoints', (object, { shown }) => describeEndpoints(object as Endpoints, shown)],
  ['endpointslices', (object, { shown }) => describeEndpointSlice(object as EndpointSlice, shown)],
  ['pods', (object, { age, shown }) => describePod(object as Pod, age, shown)],
  [
    'deployments',
    (object, { state, shown }) => describeDeployment(object, replicaSetsOf(state.cluster, object as Deployment), shown),
  ],
  ['replicasets', (object, around) => describeReplicaSet(object, neighbours(object, around), around.shown)],
  ['statefulsets', (object, around) => describeStatefulSet(object, neighbours(object, around), around.shown)],
  ['daemonsets', (object, around) => describeDaemonSet(object, neighbours(object, around), around.shown)],
  ['jobs', (object, { shown }) => describeJob(object, shown)],
  ['nodes', (object, around) => describeNode(object as Node, podsOn(around, object.metadata.name), around.shown)],
  ['namespaces', (object) => describeNamespace(object)],
  ['configmaps', (object, { shown }) => describeConfigMap(object, shown)],
  ['secrets', (object) => describeSecret(object)],
]);

function neighbours({ metadata }: Parameters<Description>[0], { state }: Around): readonly Pod[] {
  return podsIn(state.cluster, metadata.namespace ?? '');
}

function replicaSetsOf(cluster: Cluster, { metadata }: Deployment): readonly ReplicaSet[] {
  const own = [...table(cluster, 'replicasets').values()].filter(
    (set) =>
      set.metadata.namespace === metadata.namespace &&
      set.metadata.ownerReferences?.some((o) => o.controller && o.kind === 'Deployment' && o.name === metadata.name),
  );
  return inOrder(own);
}

function podsOn({ state, options }: Around, node: string): { readonly pod: Pod; readonly age: string }[] {
  const pods = [...table(state.cluster, 'pods').values()].filter(
    ({ spec, status }) => spec.nodeName === node && status.phase !== 'Succeeded' && status.phase !== 'Failed',
  );
  return inOrder(pods).map((pod) => {
    const { namespace = '', name } = pod.metadata;
    return { pod, age: options.ages({ kind: 'Pod', namespace, name }) };
  });
}
