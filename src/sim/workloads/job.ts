/** The Job controller, as far as its pods matter to Services: they run until the world says that they ended. */
import { equalJson } from '../api/endpoints/equal-json.ts';
import { isPodReady } from '../api/endpoints/pod-to-endpoint.ts';
import { labelsWith } from '../api/endpoints/service-gate.ts';
import type { ClusterEvent } from '../api/events.ts';
import type { Job, JsonObject, Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { get, table, type Change, type Cluster } from '../cluster/cluster.ts';
import type { ControllerWork } from '../cluster/controller-work.ts';
import type { WorkloadContext } from './context.ts';
import { controllerReference, podFromTemplate } from './pod-from-template.ts';
import { podRoom } from './pod-limit.ts';
import { isPodActive, ownersOfPodChanges, podsOf } from './pods-of.ts';
import { workloadEvent } from './workload-event.ts';

/**
 * Syncs the Jobs that changed or whose pods did.
 * Simplified: failed pods are counted, not tried again.
 * Models pkg/controller/job, v1.36.
 */
export function syncJobs(cluster: Cluster, changes: readonly Change[], context: WorkloadContext): ControllerWork {
  const owners = ownersOfPodChanges(changes);
  const changed = new Set(changes.filter(({ resource }) => resource === 'jobs').map(({ key }) => key));
  const work = { changes: [] as Change[], events: [] as ClusterEvent[] };
  for (const [key, job] of table(cluster, 'jobs')) {
    if (changed.has(key) || owners.has(job.metadata.uid ?? '')) syncJob(cluster, job, context, work);
  }
  return work;
}

function syncJob(
  cluster: Cluster,
  job: Job,
  context: WorkloadContext,
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
): void {
  const pods = podsOf(cluster, job);
  const active = pods.filter(isPodActive);
  const succeeded = pods.filter(({ status }) => status.phase === 'Succeeded').length;
  const failed = pods.filter(({ status }) => status.phase === 'Failed').length;
  const { parallelism = 1, completions } = job.spec;
  const open = Math.max(0, (completions ?? Math.max(1, parallelism)) - succeeded - failed);
  const missing = Math.min(parallelism, open) - active.length;
  createPods(cluster, job, Math.min(missing, podRoom(cluster, work.changes)), context, work);
  const status = jobStatus(active, succeeded, failed, open === 0 && active.length === 0 && failed === 0);
  if (equalJson(status, job.status)) return;
  const { namespace, name } = job.metadata;
  work.changes.push({ resource: 'jobs', key: keyOf(namespace, name), before: job, after: { ...job, status } as Job });
}

function createPods(
  cluster: Cluster,
  job: Job,
  count: number,
  context: WorkloadContext,
  work: { readonly changes: Change[]; readonly events: ClusterEvent[] },
): void {
  const { namespace = '', name, uid = '' } = job.metadata;
  const { template } = job.spec;
  const names = {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  };
  const labels = labelsWith(template.metadata?.labels, [], names);
  const made = new Set<string>();
  for (let i = 0; i < count; i += 1) {
    const taken = (candidate: string): boolean =>
      made.has(candidate) ||
      cluster.podNumbers.has(keyOf(namespace, candidate)) ||
      get(cluster, 'pods', namespace, candidate) !== undefined;
    const podName = context.allocator.podName(namespace, name, name, taken);
    made.add(podName);
    const pod = podFromTemplate(
      template,
      { name: podName, namespace, labels, owner: controllerReference(job) },
      context,
    );
    work.changes.push({ resource: 'pods', key: keyOf(namespace, podName), after: pod });
    work.events.push(workloadEvent(job, 'SuccessfulCreate', 'job-controller', `Created pod: ${podName}`));
  }
}

function jobStatus(active: readonly Pod[], succeeded: number, failed: number, complete: boolean): JsonObject {
  return {
    ...(active.length > 0 && { active: active.length }),
    ready: active.filter(isPodReady).length,
    ...(succeeded > 0 && { succeeded }),
    ...(failed > 0 && { failed }),
    ...(complete && {
      conditions: [
        {
          type: 'Complete',
          status: 'True',
          reason: 'CompletionsReached',
          message: 'Reached expected number of succeeded pods',
        },
      ],
    }),
  };
}
