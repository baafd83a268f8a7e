/** What the workload controllers need beside the cluster. */
import type { Allocator } from '../allocator/allocator.ts';
import type { Pod, PodSpec } from '../api/objects.ts';

export interface WorkloadContext {
  readonly allocator: Allocator;
  /** A pod's spec with the API server's defaults for pods: the same spec gives the same value. */
  readonly defaultPodSpec: (spec: PodSpec) => PodSpec;
  /** Why the API server would not take a pod; undefined if it would. */
  readonly refusal: (pod: Pod) => string | undefined;
  /** status.qosClass of a defaulted spec. */
  readonly qosClass: (spec: PodSpec) => NonNullable<Pod['status']['qosClass']>;
}
