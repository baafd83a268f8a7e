/** How far a rollout may go beyond and below the number of replicas. */
import type { Deployment } from '../api/objects.ts';

interface Strategy {
  readonly type?: string;
  readonly rollingUpdate?: { readonly maxSurge?: number | string; readonly maxUnavailable?: number | string };
}

export interface RollingLimits {
  readonly rolling: boolean;
  readonly maxSurge: number;
  readonly maxUnavailable: number;
}

/**
 * The limits in pods: percentages of the replicas, surge rounded up, unavailable rounded down; both 0 gives unavailable 1.
 * Models pkg/controller/deployment/util ResolveFenceposts, v1.36.
 */
export function rollingLimits({ spec }: Deployment): RollingLimits {
  const { type = 'RollingUpdate', rollingUpdate } = (spec as { readonly strategy?: Strategy }).strategy ?? {};
  if (type !== 'RollingUpdate') return { rolling: false, maxSurge: 0, maxUnavailable: 0 };
  const maxSurge = scaled(rollingUpdate?.maxSurge ?? '25%', spec.replicas, Math.ceil);
  const unavailable = scaled(rollingUpdate?.maxUnavailable ?? '25%', spec.replicas, Math.floor);
  const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
  return { rolling: true, maxSurge, maxUnavailable: Math.min(maxUnavailable, spec.replicas) };
}

function scaled(value: number | string, of: number, round: (n: number) => number): number {
  if (typeof value === 'number') return value;
  const percent = Number.parseInt(value, 10);
  return Number.isFinite(percent) ? round((percent * of) / 100) : 0;
}
