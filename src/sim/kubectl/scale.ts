/** `kubectl scale`. */
import type { Status } from '../api/status.ts';
import { patch } from '../apiserver/admit.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { noSuchResource, notFound } from '../apiserver/statuses.ts';
import { plainError, statusError } from './errors.ts';
import { numberAt } from './field.ts';
import type { Flag } from './parse-flags.ts';
import { findObject, findTargets, type Target } from './targets.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'replicas', type: 'number' },
  { name: 'current-replicas', type: 'number' },
  { name: 'selector', short: 'l', type: 'text' },
  { name: 'all', type: 'bool' },
  { name: 'timeout', type: 'text' },
];
const scalable: ReadonlySet<string> = new Set(['deployments', 'replicasets', 'statefulsets', 'replicationcontrollers']);
/** `argv` starts after `scale`. Models kubectl/pkg/cmd/scale, v1.36. */
export function runScale(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line, 'scale'));
  const typed = line.text('replicas');
  if (typed === undefined) return usageFailure(cluster, 'required flag(s) "replicas" not set');
  const replicas = Number(typed);
  if (replicas < 0)
    return usageFailure(cluster, 'The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0');
  const { namespace } = line;
  const found = findTargets(cluster, line.args, { namespace, selector: line.text('selector'), all: line.bool('all') });
  if (!found.ok) return usageFailure(cluster, found.error);

  if (found.targets.length === 0) return usageFailure(cluster, 'no objects passed to scale');
  const run = new CommandRun(cluster, context, line);
  const expected = line.text('current-replicas');
  const { there, missing } = split(run.cluster, found.targets);
  for (const target of there) {
    scaleTarget(run, target, replicas, expected === undefined ? undefined : Number(expected));
    if (run.errors.length > 0) return run.finish();
  }
  for (const { kind, name } of missing) run.errors.push(statusError(notFound(kind, name), kind.kind, name));
  return run.finish();
}

/** What exists is scaled, up to the first refusal; what does not is told at the end. */
function split(cluster: Cluster, targets: readonly Target[]): { readonly there: Target[]; readonly missing: Target[] } {
  const there = targets.filter((target) => findObject(cluster, target));
  return { there, missing: targets.filter((target) => !there.includes(target)) };
}

function scaleTarget(run: CommandRun, target: Target, replicas: number, expected: number | undefined): void {
  const { kind, namespace, name } = target;
  const refuse = (status: Status): void => void run.errors.push(statusError(status, kind.kind, name));
  const current = findObject(run.cluster, target);
  if (!current) return refuse(notFound(kind, name));
  if (!scalable.has(kind.plural)) return refuse(noSuchResource());
  const was = numberAt(current, 'spec', 'replicas') ?? 1;
  if (expected !== undefined && expected !== was) {
    run.errors.push(plainError(`Expected replicas to be ${expected}, was ${was}`));
    return;
  }
  const how = { type: 'merge', subresource: 'scale' } as const;
  const context = { ...run.context.admit, fieldValidation: 'strict' } as const;
  const result = patch(run.cluster, kind, namespace, name, { spec: { replicas } }, how, context);
  run.warn(result.warnings);
  if (!result.ok) return refuse(result.status);
  run.commit(result.cluster, result.changes);
  run.done(kind, findObject(run.cluster, target) ?? current, 'scaled');
}
