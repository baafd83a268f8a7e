/** Events of the workload controllers, in their words. */
import type { ClusterEvent } from '../api/events.ts';
import type { KubeObject } from '../api/objects.ts';

/** A Normal event about a workload. */
export function workloadEvent(object: KubeObject, reason: string, from: string, message: string): ClusterEvent {
  const { namespace = '', name } = object.metadata;
  return { type: 'Normal', reason, object: `${object.kind}/${namespace}/${name}`, from, message };
}
