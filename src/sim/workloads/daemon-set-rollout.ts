/** How a DaemonSet's pods are replaced by those of a new template. */
import { isPodReady } from '../api/endpoints/pod-to-endpoint.ts';
import type { DaemonSet, Pod } from '../api/objects.ts';

/** Pods of one node, the finished left out: at most one of the present template and one older. */
export interface PodsOfNode {
  readonly node: string;
  readonly fresh?: Pod | undefined;
  readonly old?: Pod | undefined;
}

interface Strategy {
  readonly type?: string;
  readonly rollingUpdate?: { readonly maxUnavailable?: number | string; readonly maxSurge?: number | string };
}

export interface RolloutStep {
  /** Old pods to delete now. */
  readonly doomed: readonly Pod[];
  /** Nodes that get a pod of the present template beside their old one. */
  readonly surging: readonly string[];
}

const nothing: RolloutStep = { doomed: [], surging: [] };

/**
 * The next step of a rolling update: one pod at a time unless the strategy allows more; pods that are not ready are replaced at
 * once. With a surge the new pod comes first, and the old one goes when it is ready. Nothing for the strategy OnDelete.
 * Models pkg/controller/daemon/update.go rollingUpdate, v1.36.
 */
export function rolloutStep({ spec }: DaemonSet, nodes: readonly PodsOfNode[]): RolloutStep {
  const { type, rollingUpdate } = (spec as { readonly updateStrategy?: Strategy }).updateStrategy ?? {};
  if (type === 'OnDelete') return nothing;
  const maxSurge = scaled(rollingUpdate?.maxSurge ?? 0, nodes.length);
  if (maxSurge > 0) return surge(nodes, maxSurge);
  return replaceInPlace(nodes, Math.max(1, scaled(rollingUpdate?.maxUnavailable ?? 1, nodes.length)));
}

function replaceInPlace(nodes: readonly PodsOfNode[], maxUnavailable: number): RolloutStep {
  const waiting = nodes.filter(({ fresh, old }) => (fresh ? old !== undefined || !isPodReady(fresh) : !old)).length;
  const candidates = nodes.flatMap(({ fresh, old }) => (old && !fresh ? [old] : []));
  const broken = candidates.filter((pod) => !isPodReady(pod));
  const healthy = candidates.filter(isPodReady).slice(0, Math.max(0, maxUnavailable - waiting));
  return { doomed: [...broken, ...healthy], surging: [] };
}

function surge(nodes: readonly PodsOfNode[], maxSurge: number): RolloutStep {
  const doomed: Pod[] = [];
  const broken: string[] = [];
  const candidates: string[] = [];
  let surging = 0;
  for (const { node, fresh, old } of nodes) {
    if (!old) continue;
    if (fresh) {
      if (isPodReady(fresh)) doomed.push(old);
      else surging += 1;
    } else if (isPodReady(old)) candidates.push(node);
    else broken.push(node);
  }
  return { doomed, surging: [...broken, ...candidates.slice(0, Math.max(0, maxSurge - surging))] };
}

function scaled(value: number | string, of: number): number {
  if (typeof value === 'number') return value;
  const percent = Number.parseInt(value, 10);
  return Number.isFinite(percent) ? Math.ceil((percent * of) / 100) : 0;
}
