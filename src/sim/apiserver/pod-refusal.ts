/** Whether the server would take a pod that a controller makes. */
import { findKind } from '../api/kinds.ts';
import type { Pod } from '../api/objects.ts';
import { invalidObject } from './statuses.ts';
import { strategyOf, type Strategies } from './strategy/strategies.ts';

const podKind = findKind('v1', 'Pod');

/** The server's message; undefined for a pod that is fine. The pod has its defaults. */
export function podRefusal(pod: Pod, strategies: Strategies): string | undefined {
  if (!podKind) return undefined;
  const errors = strategyOf(podKind, { strategies }).validate(pod);
  return errors.length > 0 ? invalidObject(podKind, pod.metadata.name, errors).message : undefined;
}
