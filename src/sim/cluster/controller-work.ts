/** What a controller did in one pass: the objects it wrote and the events it sent. */
import type { ClusterEvent } from '../api/events.ts';
import type { Change } from './cluster.ts';

export interface ControllerWork {
  readonly changes: readonly Change[];
  readonly events: readonly ClusterEvent[];
}

export const noWork: ControllerWork = { changes: [], events: [] };
