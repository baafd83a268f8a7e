/** What `kubectl rollout` is about. */
import type { Cluster } from '../cluster/cluster.ts';
import type { CommandLine } from './command-line.ts';
import { findTargets, type Targets } from './targets.ts';

/** The workloads that are named or selected; a kind alone means all of them. */
export function rolloutTargets(cluster: Cluster, line: CommandLine): Targets {
  const [type, ...more] = line.args;
  if (type === undefined) return { ok: false, error: 'required resource not specified' };
  const all = more.length === 0 && !type.includes('/');
  return findTargets(cluster, line.args, { namespace: line.namespace, selector: line.text('selector'), all });
}
