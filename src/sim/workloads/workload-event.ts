/** Events of the workload controllers, in their words. */
import type { ClusterEvent } from '../api/events.ts';
import type { KubeObject } from '../api/objects.ts';

/** An event about a workload, a Normal one unless it says otherwise. */
export function workloadEvent(
  object: KubeObject,
  reason: string,
  from: string,
  message: string,
  type: ClusterEvent['type'] = 'Normal',
): ClusterEvent {
  const { namespace = '', name } = object.metadata;
  return { type, reason, object: `${object.kind}/${namespace}/${name}`, from, message };
}
