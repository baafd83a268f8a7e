/** Runs the controllers on what changed until nothing changes any more. */
import type { ClusterEvent } from '../api/events.ts';
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import { findKind } from '../api/kinds.ts';
import type { JsonObject } from '../api/objects.ts';
import { create, remove, replace, type AdmitResult } from '../apiserver/admit.ts';
import { defaultPodSpec } from '../apiserver/defaults/pod.ts';
import { qosClass } from '../apiserver/defaults/qos-class.ts';
import { podRefusal } from '../apiserver/pod-refusal.ts';
import { anyTable, get, withChanges, type Change, type Cluster } from '../cluster/cluster.ts';
import { noWork, type ControllerWork } from '../cluster/controller-work.ts';
import type { WorkloadContext } from '../workloads/context.ts';
import type { WorkloadController } from '../workloads/workloads.ts';
import { writePodStatus } from '../workloads/write-pod-status.ts';
import { syncEndpoints, type EndpointsWrite } from './endpoints/endpoints-controller.ts';
import { syncEndpointSlices } from './endpointslice/endpointslice-controller.ts';
import { syncMirroring } from './endpointslicemirroring/mirroring-controller.ts';
import { EventList } from './event-list.ts';
import { collectUnowned, mayBeOwned } from './lifecycle/absent-owners.ts';
import { keepApiServer } from './lifecycle/api-server-objects.ts';
import { collectGarbage } from './lifecycle/garbage-collector.ts';
import { collectOrphanedPods } from './lifecycle/pod-collector.ts';
import { join, News, type Watcher } from './news.ts';
import type { SettleContext, Settled } from './settle-context.ts';

/** One controller: what it does about changes it has not seen, on the cluster as it is now. */
interface Controller extends Watcher {
  sync(cluster: Cluster, changes: readonly Change[], context: SettleContext, workload: WorkloadContext): ControllerWork;
}

const garbageCollector: Controller = {
  name: 'garbage-collector',
  watches: new Set([
    'namespaces',
    'services',
    'endpoints',
    'deployments',
    'replicasets',
    'statefulsets',
    'daemonsets',
    'jobs',
  ]),
  sync: (cluster, changes) => ({ changes: collectGarbage(cluster, changes), events: [] }),
};

const unownedCollector: Controller = {
  name: 'unowned-collector',
  watches: mayBeOwned,
  sync: (cluster, changes) => ({ changes: collectUnowned(cluster, changes), events: [] }),
};

const podCollector: Controller = {
  name: 'pod-collector',
  watches: new Set(['nodes']),
  sync: (cluster, changes) => ({ changes: collectOrphanedPods(cluster, changes), events: [] }),
};

const apiServerKeeper: Controller = {
  name: 'api-server-keeper',
  watches: new Set(['services', 'endpoints', 'endpointslices']),
  sync: (cluster, changes, { allocator }) => ({
    changes: changes.some(({ key }) => key === 'default/kubernetes') ? keepApiServer(cluster, allocator) : [],
    events: [],
  }),
};

/** They make pods and take them away. */
function podControllers({ workloads }: SettleContext): readonly Controller[] {
  return [garbageCollector, unownedCollector, podCollector, apiServerKeeper, ...workloads.controllers.map(workload)];
}

/** They list pods, and change none. */
const listControllers: readonly Controller[] = [
  { name: 'endpoints', watches: new Set(['services', 'pods', 'endpoints']), sync: writeEndpoints },
  {
    name: 'endpointslice',
    watches: new Set(['services', 'pods', 'nodes', 'endpointslices']),
    own: 'endpointslices',
    sync: (cluster, changes, { allocator, memo }) => syncEndpointSlices(cluster, changes, allocator, memo),
  },
  {
    name: 'endpointslicemirroring',
    watches: new Set(['services', 'endpoints', 'endpointslices']),
    own: 'endpointslices',
    sync: (cluster, changes, { allocator }) => syncMirroring(cluster, changes, allocator),
  },
];

/** Rounds after which controllers that undo each other are left alone. */
const maxRounds = 500;

/**
 * Brings the cluster to rest after `changes`. Each controller sees every change it watches once, its work follows the change.
 * Pods made here have no status yet: `comeToRest` also reports theirs.
 */
export function settle(cluster: Cluster, changes: readonly Change[], context: SettleContext): Settled {
  return settleWith([...podControllers(context), ...listControllers], cluster, changes, context);
}

function settleWith(
  controllers: readonly Controller[],
  cluster: Cluster,
  changes: readonly Change[],
  context: SettleContext,
): Settled {
  const news = new News();
  news.add(changes, '');
  const given = changes.length > 0 ? 1 : 0;
  const events = new EventList();
  const workloads = workloadContext(context);
  let now = cluster;
  for (let round = 0; round < maxRounds; round += 1) {
    let quiet = true;
    for (const controller of controllers) {
      const unseen = news.take(controller);
      if (unseen.length === 0) continue;
      const work = controller.sync(now, unseen, context, workloads);
      events.add(work.events);
      if (work.changes.length === 0) continue;
      quiet = false;
      now = withChanges(now, work.changes);
      news.add(work.changes, controller.name);
    }
    if (quiet) break;
  }
  return { cluster: now, changes: news.since(given), events: events.list };
}

/**
 * Settles, reports the pods' status, and again until both are quiet: a StatefulSet's next pod, the next step of a rollout
 * and the substitute of a pod that goes come this way. `changes` as for `settle`.
 */
export function comeToRest(cluster: Cluster, changes: readonly Change[], context: SettleContext): Settled {
  const all: (readonly Change[])[] = [];
  const events = new EventList();
  let now = cluster;
  let news = changes;
  const take = (settled: Settled): void => {
    now = settled.cluster;
    if (settled.changes.length > 0) all.push(settled.changes);
    events.add(settled.events);
  };
  let unlisted: Change[] = [];
  // What the world declares for every replica of a workload (Failed, terminating) is replaced for ever: the rounds have an end.
  const rounds = 30 + context.workloads.orderedPods(cluster);
  for (let round = 0; round < rounds; round += 1) {
    if (news.length > 0 && news.every(isStatefulPod)) {
      take(settleWith(podControllers(context), now, news, context));
      for (const change of news) unlisted.push(change);
    } else if (news.length > 0) {
      take(settle(now, unlisted.length === 0 ? news : [...unlisted, ...news], context));
      unlisted = [];
    }
    const reported = writePodStatus(now, context);
    now = reported.cluster;
    news = reported.changes;
    if (news.length === 0) break;
    all.push(news);
  }
  for (const change of news) unlisted.push(change);
  if (unlisted.length > 0) take(settleWith(listControllers, now, unlisted, context));
  return { cluster: now, changes: join(all), events: events.list };
}

/** These come one after the other, up to hundreds: the lists wait for the last of them. */
function isStatefulPod({ resource, after }: Change): boolean {
  return resource === 'pods' && after?.metadata.ownerReferences?.[0]?.kind === 'StatefulSet';
}

const works = new IdentityCache<ControllerWork>();
/** All that workload controllers read of a cluster, beside the pods' numbers. */
const readByWorkloads = [
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'pods',
  'nodes',
  'controllerrevisions.apps',
];

/** A controller of workloads: on the same tables and the same news it does the same work. */
function workload({ name, watches, sync }: WorkloadController): Controller {
  const [own = name] = watches;
  return {
    name,
    watches: new Set(watches),
    sync: (cluster, changes, { allocator }, workloads) => {
      const table = anyTable(cluster, own);
      if (table.size === 0) return noWork;
      const inputs = [
        name,
        allocator,
        cluster.podNumbers,
        ...readByWorkloads.map((read) => anyTable(cluster, read)),
        changes,
      ];
      return works.once(table, inputs, () => sync(cluster, changes, workloads));
    },
  };
}

function workloadContext({ allocator, strategies }: SettleContext): WorkloadContext {
  return { allocator, defaultPodSpec, refusal: (pod) => podRefusal(pod, strategies), qosClass };
}

/** The Endpoints controller's writes go through the API server, which may refuse them. */
function writeEndpoints(cluster: Cluster, changes: readonly Change[], context: SettleContext): ControllerWork {
  const events: ClusterEvent[] = [];
  const done: Change[] = [];
  let now = cluster;
  for (const write of syncEndpoints(cluster, changes, context.memo)) {
    const result = submitOnce(now, write, context);
    if (result.ok) {
      now = withChanges(now, result.changes);
      done.push(...result.changes);
    } else if (write.verb !== 'remove') events.push(failed(write, result.status.message));
  }
  return { changes: done, events };
}

const submitted = new IdentityCache<AdmitResult>();

/** The server's answer to a list it was sent before is the same, if all that it looks at is the same. */
function submitOnce(cluster: Cluster, write: EndpointsWrite, context: SettleContext): AdmitResult {
  const { verb, namespace, name, object } = write;
  if (!object) return submit(cluster, write, context);
  const stored = get(cluster, 'endpoints', namespace, name);
  const home = get(cluster, 'namespaces', undefined, namespace);
  const inputs = [verb, stored, home, context.allocator, context.families.join()];
  return submitted.once(object, inputs, () => submit(cluster, write, context));
}

const endpointsKind = findKind('v1', 'Endpoints');

function submit(
  cluster: Cluster,
  { verb, namespace, name, object }: EndpointsWrite,
  { allocator, families, strategies }: SettleContext,
): AdmitResult {
  if (!endpointsKind) throw new Error('the list of kinds lacks v1 Endpoints');
  const context = { allocator, families, strategies, fieldValidation: 'ignore' } as const;
  if (verb === 'remove') return remove(cluster, endpointsKind, namespace, name, context);
  const json = object as unknown as JsonObject;
  return verb === 'create'
    ? create(cluster, endpointsKind, namespace, json, context)
    : replace(cluster, endpointsKind, namespace, name, json, context);
}

function failed({ verb, namespace, name }: EndpointsWrite, message: string): ClusterEvent {
  const creating = verb === 'create';
  return {
    type: 'Warning',
    reason: creating ? 'FailedToCreateEndpoint' : 'FailedToUpdateEndpoint',
    object: creating ? `Endpoints/${name}` : `Endpoints/${namespace}/${name}`,
    from: 'endpoint-controller',
    message: creating
      ? `Failed to create endpoint for service ${namespace}/${name}: ${message}`
      : `Failed to update endpoint ${namespace}/${name}: ${message}`,
  };
}
