/** `kubectl rollout restart`, `undo`, `pause` and `resume`. */
import { goQuote } from '../api/go-text.ts';
import type { ApiKind } from '../api/kinds.ts';
import type { JsonObject, KubeObject } from '../api/objects.ts';
import { notFound } from '../apiserver/statuses.ts';
import { patch, replace } from '../apiserver/admit.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError, type CommandLine } from './command-line.ts';
import { plainError, statusError } from './errors.ts';
import { fieldAt, textAt } from './field.ts';
import { lastAppliedAnnotation } from './last-applied.ts';
import type { Flag } from './parse-flags.ts';
import { revisionsOf, type Revision } from './rollout-history.ts';
import { rolloutTargets } from './rollout-targets.ts';
import { equalJson } from '../api/endpoints/equal-json.ts';
import { findObject, type Target } from './targets.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'selector', short: 'l', type: 'text' },
  { name: 'to-revision', type: 'text' },
];

/** The words of `rollout` that change the cluster. */
export const rolloutWrites: ReadonlySet<string> = new Set(['restart', 'undo', 'pause', 'resume']);

/** `argv` starts after `rollout`. Models kubectl/pkg/cmd/rollout, v1.36. */
export function runRollout(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const [verb = '', ...words] = argv;
  const change = changes.get(verb);
  if (!change) return usageFailure(cluster, `unknown command ${goQuote(verb)} for "kubectl rollout"`);
  const line = parseCommandLine(words, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line, `rollout ${verb}`));
  const found = rolloutTargets(cluster, line);
  if (!found.ok) return usageFailure(cluster, found.error);
  if (found.targets.length === 0)
    return { cluster, stdout: '', stderr: `No resources found in ${line.namespace} namespace.\n`, code: 0 };
  const run = new CommandRun(cluster, context, line);
  for (const target of found.targets) {
    const object = findObject(run.cluster, target);
    if (object) send(run, target, object, change(run, target.kind, object, line));
    else run.errors.push(statusError(notFound(target.kind, target.name), target.kind.kind, target.name));
  }
  return run.finish();
}

/** What to send and what to say then; nothing to send; or kubectl's words. */
type Plan =
  | { readonly change: JsonObject; readonly done: string }
  | { readonly object: JsonObject; readonly done: string }
  | { readonly done: string }
  | { readonly error: string };
type Planner = (run: CommandRun, kind: ApiKind, object: KubeObject, line: CommandLine) => Plan;

const changes: ReadonlyMap<string, Planner> = new Map<string, Planner>([
  ['restart', (_, kind, object) => restart(kind, object)],
  ['undo', (run, kind, object, line) => undo(run, kind, object, Number(line.text('to-revision') ?? 0))],
  ['pause', (_, kind, object) => setPaused(kind, object, true)],
  ['resume', (_, kind, object) => setPaused(kind, object, false)],
]);

function send(run: CommandRun, { kind, namespace, name }: Target, object: KubeObject, plan: Plan): void {
  if ('error' in plan) return void run.errors.push({ type: 'raw', message: plan.error });
  const context = { ...run.context.admit, fieldValidation: 'ignore' } as const;
  const result =
    'change' in plan
      ? patch(run.cluster, kind, namespace, name, plan.change, { type: 'strategic' }, context)
      : 'object' in plan
        ? replace(run.cluster, kind, namespace, name, plan.object, context)
        : undefined;
  if (result && !result.ok) return void run.errors.push(plainError(`failed to patch: ${result.status.message}`));
  if (result) run.commit(result.cluster, result.changes);
  run.done(kind, result?.object ?? object, plan.done);
}

function refusal({ plural, group }: ApiKind, { metadata }: KubeObject, why: string): Plan {
  const resource = group === '' ? plural : `${plural}.${group}`;
  return { error: `error: ${resource} ${goQuote(metadata.name)} ${why}` };
}

const restartedAt = 'kubectl.kubernetes.io/restartedAt';

/** There is no clock: each restart is a second after the one before. */
function restart(kind: ApiKind, object: KubeObject): Plan {
  if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind.kind))
    return refusal(kind, object, 'restarting is not supported');
  if (isPaused(object)) return refusal(kind, object, "can't restart paused deployment (run rollout resume first)");
  const last = textAt(object, 'spec', 'template', 'metadata', 'annotations', restartedAt);
  const annotations = { [restartedAt]: last === '' ? '2000-01-01T00:00:00Z' : secondAfter(last) };
  return { change: { spec: { template: { metadata: { annotations } } } }, done: 'restarted' };
}

/** A second later on the same day; what is no time gives the first one. */
function secondAfter(time: string): string {
  const [, day = '2000-01-01', ...clock] = /^([\d-]+)T(\d\d):(\d\d):(\d\d)Z$/.exec(time) ?? [];
  const seconds = clock.reduce((sum, part) => sum * 60 + Number(part), 0) + 1;
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${day}T${parts.join(':')}Z`;
}

function setPaused(kind: ApiKind, object: KubeObject, paused: boolean): Plan {
  if (kind.kind !== 'Deployment') return refusal(kind, object, `${paused ? 'pausing' : 'resuming'} is not supported`);
  if (isPaused(object) === paused) return refusal(kind, object, `is ${paused ? 'already' : 'not'} paused`);
  return { change: { spec: { paused: paused || null } }, done: paused ? 'paused' : 'resumed' };
}

function isPaused(object: KubeObject): boolean {
  return fieldAt(object, 'spec', 'paused') === true;
}

/** Models kubectl/pkg/polymorphichelpers/rollback.go, v1.36. */
function undo(run: CommandRun, kind: ApiKind, object: KubeObject, wanted: number): Plan {
  if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind.kind))
    return {
      error: `error: no rollbacker has been implemented for "${kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`}"`,
    };
  if (object.metadata.annotations?.[lastAppliedAnnotation] !== undefined)
    run.warn([rollbackWarning(`${kind.plural}/${object.metadata.name}`)]);
  const revisions = revisionsOf(run.cluster, object);
  const to = wanted === 0 ? revisions.at(-2) : revisions.find(({ number }) => number === wanted);
  if (!to && wanted !== 0) return { error: `error: unable to find specified revision ${wanted} in history` };
  if (!to)
    return {
      error:
        kind.kind === 'Deployment'
          ? `error: no rollout history found for deployment ${goQuote(object.metadata.name)}`
          : 'error: no last revision to roll back to',
    };
  if (isPaused(object))
    return {
      error:
        "error: you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again",
    };
  if (equalJson(to.template, fieldAt(object, 'spec', 'template') as JsonObject))
    return { done: `skipped rollback (current template already matches revision ${wanted})` };
  return { object: rolledBack(object, to), done: 'rolled back' };
}

function rollbackWarning(shown: string): string {
  return `resource ${shown} was previously managed with 'kubectl apply'. Rolling back will not update the ${lastAppliedAnnotation} annotation, which may cause unexpected behavior on future 'kubectl apply' operations. Consider using 'kubectl apply' with your previous configuration file instead.`;
}

const keptAnnotations: ReadonlySet<string> = new Set([
  lastAppliedAnnotation,
  'deployment.kubernetes.io/revision',
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
]);

/** The object with the revision's template; a Deployment takes the revision's annotations, too. */
function rolledBack(object: KubeObject, { template, annotations }: Revision): JsonObject {
  const { metadata, spec, ...rest } = object as unknown as { readonly metadata: JsonObject; readonly spec: JsonObject };
  const own = Object.entries((metadata['annotations'] ?? {}) as JsonObject);
  const mixed = [
    ...own.filter(([key]) => keptAnnotations.has(key)),
    ...Object.entries(annotations).filter(([key]) => !keptAnnotations.has(key)),
  ];
  const kept = object.kind === 'Deployment' ? { annotations: Object.fromEntries(mixed) } : {};
  return { ...rest, metadata: { ...metadata, ...kept }, spec: { ...spec, template } };
}
