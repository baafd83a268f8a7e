/** The pods of a Job: their names and labels, and in an Indexed Job the index and host name of each. */
import { labelsWith } from '../api/endpoints/service-gate.ts';
import { isPodTerminal } from '../api/endpoints/pod-to-endpoint.ts';
import type { Job, Labels, Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import type { WorkloadContext } from './context.ts';
import { controllerReference, podFromTemplate } from './pod-from-template.ts';

const indexLabel = 'batch.kubernetes.io/job-completion-index';

/**
 * At most `count` new pods beside `pods`. An Indexed Job makes one for every index that has neither a pod at work nor a success,
 * the lowest first.
 * Models pkg/controller/job manageJob and indexed_job_utils.go firstPendingIndexes, v1.36.
 */
export function newJobPods(
  cluster: Cluster,
  job: Job,
  pods: readonly Pod[],
  count: number,
  context: WorkloadContext,
): readonly Pod[] {
  if (count <= 0) return [];
  const { namespace = '', name } = job.metadata;
  const made = new Set<string>();
  const taken = (candidate: string): boolean =>
    made.has(candidate) ||
    cluster.podNumbers.has(keyOf(namespace, candidate)) ||
    get(cluster, 'pods', namespace, candidate) !== undefined;
  const { completionMode } = job.spec as { readonly completionMode?: string };
  const indexes =
    completionMode === 'Indexed' ? freeIndexes(job, pods).slice(0, count) : Array<undefined>(count).fill(undefined);
  return indexes.map((index) => {
    const base = index === undefined ? name : `${name}-${String(index)}`;
    const podName = context.allocator.podName(namespace, base, name, taken);
    made.add(podName);
    return newPod(job, podName, index, context);
  });
}

function freeIndexes({ spec }: Job, pods: readonly Pod[]): readonly number[] {
  const done = new Set(
    pods
      .filter((pod) => !isPodTerminal(pod) || pod.status.phase === 'Succeeded')
      .map(({ metadata }) => metadata.labels?.[indexLabel]),
  );
  const all = Array.from({ length: spec.completions ?? 0 }, (_, index) => index);
  return all.filter((index) => !done.has(String(index)));
}

function newPod(job: Job, name: string, index: number | undefined, context: WorkloadContext): Pod {
  const { namespace = '', name: jobName, uid = '' } = job.metadata;
  const { template } = job.spec;
  const indexed: Labels = index === undefined ? {} : { [indexLabel]: String(index) };
  const labels = labelsWith(template.metadata?.labels, [], {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': jobName,
    'controller-uid': uid,
    'job-name': jobName,
    ...indexed,
  });
  const pod = podFromTemplate(
    template,
    {
      ...{ name, namespace, labels, owner: controllerReference(job) },
      ...(index !== undefined && { spec: { hostname: `${jobName}-${String(index)}` } }),
    },
    context,
  );
  if (index === undefined) return pod;
  const { annotations } = pod.metadata;
  const metadata = {
    ...pod.metadata,
    generateName: `${jobName}-${String(index)}-`,
    annotations: labelsWith(annotations, [], indexed),
  };
  return { ...pod, metadata };
}
