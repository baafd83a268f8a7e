/** The Job controller, as far as its pods matter to Services: they run until the world says that they ended. */
import { equalJson } from '../api/endpoints/equal-json.ts';
import { isPodReady } from '../api/endpoints/pod-to-endpoint.ts';
import type { ClusterEvent } from '../api/events.ts';
import type { Job, JsonObject, Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { table, type Change, type Cluster } from '../cluster/cluster.ts';
import type { ControllerWork } from '../cluster/controller-work.ts';
import type { WorkloadContext } from './context.ts';
import { newJobPods } from './job-pods.ts';
import { podRoom } from './pod-limit.ts';
import { isPodActive, ownersOfPodChanges, podsOf } from './pods-of.ts';
import { workloadEvent } from './workload-event.ts';

/**
 * Syncs the Jobs that changed or whose pods did.
 * Simplified: a failed pod is tried again without delay.
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
  const progress = { active, succeeded, failed };
  const end = endOf(job, progress);
  const missing = (end ? 0 : wantedActive(job, progress)) - active.length;
  for (const pod of newJobPods(cluster, job, pods, Math.min(missing, podRoom(cluster, work.changes)), context)) {
    work.changes.push({ resource: 'pods', key: keyOf(pod.metadata.namespace, pod.metadata.name), after: pod });
    work.events.push(workloadEvent(job, 'SuccessfulCreate', 'job-controller', `Created pod: ${pod.metadata.name}`));
  }
  for (const pod of missing < 0 ? active.slice(missing) : []) deletePod(job, pod, work);
  const status = jobStatus(progress, end);
  if (equalJson(status, job.status)) return;
  const { namespace, name } = job.metadata;
  work.changes.push({ resource: 'jobs', key: keyOf(namespace, name), before: job, after: { ...job, status } as Job });
}

interface Progress {
  readonly active: readonly Pod[];
  readonly succeeded: number;
  readonly failed: number;
}

/** Without a number of completions the pods run until the first success, and then to their end. Models manageJob, v1.36. */
function wantedActive({ spec }: Job, { active, succeeded }: Progress): number {
  const { parallelism = 1, completions, suspend = false } = spec as Job['spec'] & { readonly suspend?: boolean };
  if (suspend) return 0;
  if (completions === undefined) return succeeded > 0 ? Math.min(active.length, parallelism) : parallelism;
  return Math.max(0, Math.min(parallelism, completions - succeeded));
}

type End = 'Complete' | 'Failed' | undefined;

/** Failed when more pods failed than may. Models syncJob, v1.36. */
function endOf({ spec }: Job, { active, succeeded, failed }: Progress): End {
  const { completions, backoffLimit = 6 } = spec as Job['spec'] & { readonly backoffLimit?: number };
  if (failed > backoffLimit) return 'Failed';
  const enough = succeeded >= (completions ?? 1);
  return enough && active.length === 0 ? 'Complete' : undefined;
}

function deletePod(job: Job, pod: Pod, work: { readonly changes: Change[]; readonly events: ClusterEvent[] }): void {
  const { namespace, name } = pod.metadata;
  work.changes.push({ resource: 'pods', key: keyOf(namespace, name), before: pod });
  work.events.push(workloadEvent(job, 'SuccessfulDelete', 'job-controller', `Deleted pod: ${name}`));
}

const conditions = {
  Complete: { reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' },
  Failed: { reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' },
} as const;

function jobStatus({ active, succeeded, failed }: Progress, end: End): JsonObject {
  return {
    ...(active.length > 0 && { active: active.length }),
    ready: active.filter(isPodReady).length,
    ...(succeeded > 0 && { succeeded }),
    ...(failed > 0 && { failed }),
    ...(end && { conditions: [{ type: end, status: 'True', ...conditions[end] }] }),
  };
}
