/** `kubectl set selector` and `kubectl set image`. */
import type { Json, JsonObject, KubeObject } from '../api/objects.ts';
import { goQuote } from '../api/go-text.ts';
import { patch } from '../apiserver/admit.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, helpError, parseCommandLine, usageError } from './command-line.ts';
import { notFound } from '../apiserver/statuses.ts';
import { plainError, statusError } from './errors.ts';
import { fieldAt, listAt, textAt } from './field.ts';
import type { Flag } from './parse-flags.ts';
import { findResource } from './resource-args.ts';
import { findObject, findTargets, type Target } from './targets.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'all', type: 'bool' },
  { name: 'selector', short: 'l', type: 'text' },
];

/** `argv` starts after `set`. Models kubectl/pkg/cmd/set, v1.36. */
export function runSet(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const [what = '', ...rest] = argv;
  if (what !== 'selector' && what !== 'image')
    return usageFailure(cluster, helpError(`unknown command ${goQuote(what)}`, 'set'));
  const line = parseCommandLine(rest, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line, `set ${what}`));
  const pairs = line.args.filter((arg) => arg.includes('='));
  const resources = line.args.filter((arg) => !arg.includes('='));
  const wrong = what === 'image' ? imageProblem(resources, pairs) : undefined;
  if (wrong !== undefined) return usageFailure(cluster, wrong);
  // The last word is the selector, whatever it looks like.
  const named = what === 'selector' && pairs.length === 0 ? resources.slice(0, -1) : resources;
  const found = findTargets(cluster, named, {
    namespace: line.namespace,
    selector: line.text('selector'),
    all: line.bool('all'),
  });
  if (!found.ok) return usageFailure(cluster, found.error);
  if (pairs.length === 0) return usageFailure(cluster, 'one selector is required');
  const run = new CommandRun(cluster, context, line);
  for (const target of found.targets) setOn(run, target, what, pairs);
  return run.finish();
}

function setOn(run: CommandRun, target: Target, what: 'selector' | 'image', pairs: readonly string[]): void {
  const { kind, namespace, name } = target;
  const object = findObject(run.cluster, target);
  if (!object) return void run.errors.push(statusError(notFound(kind, name), kind.kind, name));
  const unfit = refusal(object, what);
  if (unfit !== undefined) return void run.errors.push(plainError(unfit));
  const wanted = pairs
    .flatMap((text) => text.split(','))
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  const containers = listAt(
    object,
    ...(kind.kind === 'Pod' ? ['spec'] : ['spec', 'template', 'spec']),
    'containers',
  ).map((c) => textAt(c, 'name'));
  const missing =
    what === 'image' ? wanted.find(([container]) => container !== '*' && !containers.includes(container)) : undefined;
  if (missing) return void run.errors.push(plainError(`unable to find container named ${goQuote(missing[0])}`));
  const change =
    what === 'selector'
      ? selectorPatch(object as unknown as JsonObject, wanted)
      : imagePatch(kind.kind, containers, wanted);
  const type = what === 'selector' ? 'merge' : 'strategic';
  const result = patch(
    run.cluster,
    kind,
    namespace,
    name,
    change,
    { type },
    { ...run.context.admit, fieldValidation: 'warn' },
  );
  run.warn(result.warnings);
  if (!result.ok) return void run.errors.push(statusError(result.status, kind.kind, name));
  run.commit(result.cluster, result.changes);
  if (what === 'selector' || result.changes.length > 0) run.done(kind, result.object, `${what} updated`);
}

function imageProblem(resources: readonly string[], pairs: readonly string[]): string | undefined {
  if (resources.length === 0 && pairs.length === 0) return noResources;
  return pairs.length === 0 ? 'at least one image update is required' : undefined;
}

const noResources = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

/** Objects that have no such thing. */
function refusal(object: KubeObject, what: 'selector' | 'image'): string | undefined {
  const { kind, metadata } = object;
  if (what === 'selector') return kind === 'Service' ? undefined : 'setting a selector is only supported for Services';
  const hasPods = kind === 'Pod' || fieldAt(object, 'spec', 'template') !== undefined;
  const resource = `${findResource(kind)?.plural ?? kind.toLowerCase()}/${metadata.name}`;
  return hasPods ? undefined : `${resource} the object is not a pod or does not have a pod template: *v1.${kind}`;
}

/** The new selector takes the place of the old one: keys that it does not name go. */
function selectorPatch(object: JsonObject, wanted: readonly (readonly [string, string])[]): JsonObject {
  const spec = object['spec'] as JsonObject | undefined;
  const old = Object.keys((spec?.['selector'] ?? {}) as JsonObject);
  const selector = new Map<string, Json>([...old.map((key) => [key, null] as const), ...wanted]);
  return { spec: { selector: Object.fromEntries(selector) } };
}

function imagePatch(
  kind: string,
  containers: readonly string[],
  wanted: readonly (readonly [string, string])[],
): JsonObject {
  const images = wanted.flatMap(([name, image]) =>
    (name === '*' ? containers : [name]).map((container) => ({ name: container, image })),
  );
  return kind === 'Pod' ? { spec: { containers: images } } : { spec: { template: { spec: { containers: images } } } };
}
