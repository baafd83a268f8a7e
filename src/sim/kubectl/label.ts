/** `kubectl label` and `kubectl annotate`. */
import type { Json, Labels } from '../api/objects.ts';
import { goQuote } from '../api/go-text.ts';
import { isLabelValue } from '../api/names.ts';
import { patch } from '../apiserver/admit.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { notFound } from '../apiserver/statuses.ts';
import { plainError, statusError, type KubectlError } from './errors.ts';
import { mapOf } from './json-values.ts';
import type { Flag } from './parse-flags.ts';
import { findObject, findTargets, type Target } from './targets.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'overwrite', type: 'bool' },
  { name: 'list', type: 'bool' },
  { name: 'selector', short: 'l', type: 'text' },
  { name: 'field-selector', type: 'text' },
  { name: 'all', type: 'bool' },
  { name: 'all-namespaces', short: 'A', type: 'bool' },
];

type Field = 'labels' | 'annotations';

interface Edit {
  readonly field: Field;
  readonly set: Labels;
  readonly removed: readonly string[];
  readonly overwrite: boolean;
}

/** `argv` starts after `label` or `annotate`. Models kubectl/pkg/cmd/label and annotate, v1.36. */
export function runLabel(
  cluster: Cluster,
  command: 'label' | 'annotate',
  argv: readonly string[],
  context: WriteContext,
): WriteResult {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line, command));
  const word = command === 'label' ? 'label' : 'annotation';
  const firstPair = line.args.findIndex(isPair);
  const resources = firstPair < 0 ? line.args : line.args.slice(0, firstPair);
  const pairs = firstPair < 0 ? [] : line.args.slice(firstPair);
  const late = pairs.find((pair) => !isPair(pair));
  if (late !== undefined)
    return usageFailure(cluster, `all resources must be specified before ${word} changes: ${late}`);
  if (resources.length === 0)
    return usageFailure(cluster, 'one or more resources must be specified as <resource> <name> or <resource>/<name>');
  const list = line.bool('list');
  if (pairs.length === 0 && !list) return usageFailure(cluster, `at least one ${word} update is required`);
  const edit = readPairs(pairs, command === 'label' ? 'labels' : 'annotations', line.bool('overwrite'));
  if (typeof edit === 'string') return usageFailure(cluster, edit);
  const found = findTargets(cluster, resources, {
    namespace: line.namespace,
    allNamespaces: line.bool('all-namespaces'),
    selector: line.text('selector'),
    fieldSelector: line.text('field-selector'),
    all: line.bool('all'),
  });
  if (!found.ok) return usageFailure(cluster, found.error);
  const run = new CommandRun(cluster, context, line);
  for (const target of found.targets) {
    if (list) listEntries(run, target, edit, found.targets.length === 1);
    else editTarget(run, target, edit);
  }
  return run.finish();
}

/** `key=value` or `key-`, not a resource. */
function isPair(arg: string): boolean {
  return arg.indexOf('=') > 0 || (arg.endsWith('-') && arg !== '-');
}

/** `--list`: what there is, one line each. */
function listEntries(run: CommandRun, target: Target, { field }: Edit, alone: boolean): void {
  const { kind, name } = target;
  const object = findObject(run.cluster, target);
  if (!object) return void run.errors.push(statusError(notFound(kind, name), kind.kind, name));
  if (!alone) run.print(`Listing ${field} for ${kind.kind}.${kind.group}/${name}:`);
  const entries = Object.entries(object.metadata[field] ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, value] of entries) run.print(`${alone ? '' : ' '}${key}=${value}`);
}

function readPairs(pairs: readonly string[], field: Field, overwrite: boolean): Edit | string {
  const set = new Map<string, string>();
  const removed: string[] = [];
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const wrong = field === 'labels' && equals > 0 ? wrongLabel(pair) : undefined;
    if (wrong !== undefined) return wrong;
    if (equals > 0) set.set(pair.slice(0, equals), pair.slice(equals + 1));
    else if (equals < 0 && pair.endsWith('-') && pair.length > 1) removed.push(pair.slice(0, -1));
    else return `unknown ${field === 'labels' ? 'label' : 'annotation'} spec: ${pair}`;
  }
  const both = removed.find((key) => set.has(key));
  if (both !== undefined)
    return `can not both modify and remove ${field === 'labels' ? 'a label' : 'an annotation'} in the same command`;
  return { field, set: Object.fromEntries(set), removed, overwrite };
}

function wrongLabel(pair: string): string | undefined {
  const [, value = '', ...more] = pair.split('=');
  if (more.length > 0) return `invalid label spec: ${pair}`;
  const wrong = isLabelValue(value);
  return wrong.length > 0 ? `invalid label value: ${goQuote(pair)}: ${wrong.join(';')}` : undefined;
}

function editTarget(run: CommandRun, target: Target, edit: Edit): void {
  const { kind, namespace, name } = target;
  run.warnOf(kind);
  const object = findObject(run.cluster, target);
  if (!object) return void run.errors.push(statusError(notFound(kind, name), kind.kind, name));
  const before = object.metadata[edit.field] ?? {};
  const refused = edit.overwrite ? undefined : refuseOverwrite(before, edit);
  if (refused) return void run.errors.push(refused);
  if (edit.field === 'labels' && run.dryRun !== 'client')
    for (const key of edit.removed) if (!Object.hasOwn(before, key)) run.print(`label ${goQuote(key)} not found.`);
  const change = mapOf([...Object.entries(edit.set), ...edit.removed.map((key): [string, Json] => [key, null])]);
  const context = { ...run.context.admit, fieldValidation: 'warn' } as const;
  const result = patch(
    run.cluster,
    kind,
    namespace,
    name,
    { metadata: { [edit.field]: change } },
    { type: 'merge' },
    context,
  );
  if (run.dryRun !== 'client') run.warn(result.warnings);
  if (!result.ok) return void run.errors.push(statusError(result.status, kind.kind, name));
  run.gather(result.cluster, result.changes);
  run.done(kind, result.object, edit.field === 'labels' ? labelVerb(before, edit) : 'annotated');
}

/** Models kubectl/pkg/cmd/label updateDataChangeMsg, v1.36. */
function labelVerb(before: Labels, { set, removed }: Edit): string {
  const added = Object.entries(set).some(([key, value]) => !Object.hasOwn(before, key) || before[key] !== value);
  const taken = removed.some((key) => Object.hasOwn(before, key));
  if (added) return taken ? 'modified' : 'labeled';
  return taken ? 'unlabeled' : 'not labeled';
}

function refuseOverwrite(before: Labels, { field, set }: Edit): KubectlError | undefined {
  const taken = Object.entries(set).filter(
    ([key, value]) => Object.hasOwn(before, key) && (field === 'annotations' || before[key] !== value),
  );
  if (taken.length === 0) return undefined;
  const texts = taken.map(([key]) => `'${key}' already has a value (${before[key]})`);
  if (field === 'annotations')
    return plainError(`--overwrite is false but found the following declared annotation(s): ${texts.join('; ')}`);
  return { type: 'several', errors: texts.map((text) => plainError(`${text}, and --overwrite is false`)) };
}
