/** `kubectl delete`. */
import { goQuote } from '../api/go-text.ts';
import { singularWithGroup } from '../api/kinds.ts';
import { remove } from '../apiserver/admit.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { plainError, statusError } from './errors.ts';
import { commonFlags, parseCommandLine, usageError, type CommandLine } from './command-line.ts';
import type { Flag } from './parse-flags.ts';
import { readManifest } from './read-manifest.ts';
import { findTargets, type Target } from './targets.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'filename', short: 'f', type: 'list' },
  { name: 'selector', short: 'l', type: 'text' },
  { name: 'field-selector', type: 'text' },
  { name: 'all', type: 'bool' },
  { name: 'all-namespaces', short: 'A', type: 'bool' },
  { name: 'force', type: 'bool' },
  { name: 'grace-period', type: 'text' },
  { name: 'now', type: 'bool' },
  { name: 'wait', type: 'bool' },
  { name: 'timeout', type: 'text' },
  { name: 'cascade', type: 'text' },
  { name: 'ignore-not-found', type: 'bool' },
];

const nothingGiven = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

const immediately =
  'Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.';

/** `argv` starts after `delete`. Models kubectl/pkg/cmd/delete, v1.36. */
export function runDelete(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line.error, 'delete'));
  const force = line.bool('force');
  const gracePeriod = line.text('grace-period');
  if (force && Number(gracePeriod) > 0)
    return usageFailure(cluster, '--force and --grace-period greater than 0 cannot be specified together');
  const run = new CommandRun(cluster, context);
  if (force) run.warn([immediately]);
  const files = line.list('filename');
  const found = files.length > 0 ? targetsOfFiles(run, files, line.namespace) : targetsOfArgs(run, line);
  if (found === undefined) return run.finish();

  let shown = 0;
  for (const target of found) {
    run.warnOf(target.kind);
    const result = remove(run.cluster, target.kind, target.namespace, target.name, {
      ...context.admit,
      fieldValidation: 'ignore',
    });
    if (!result.ok) {
      if (result.status.reason === 'NotFound' && line.bool('ignore-not-found')) continue;
      run.errors.push(statusError(result.status, target.kind.kind, target.name));
      continue;
    }
    run.commit(result.cluster, result.changes);
    run.print(describeDeleted(target, force));
    shown += 1;
  }
  if (found.length === 0 && shown === 0) run.print('No resources found');
  return run.finish();
}

function targetsOfArgs(run: CommandRun, line: CommandLine): readonly Target[] | undefined {
  if (line.args.length === 0) {
    run.errors.push(plainError(nothingGiven));
    return undefined;
  }
  const found = findTargets(run.cluster, line.args, {
    namespace: line.namespace,
    allNamespaces: line.bool('all-namespaces'),
    selector: line.text('selector'),
    fieldSelector: line.text('field-selector'),
    all: line.bool('all'),
  });
  if (found.ok) return found.targets;
  run.errors.push(plainError(found.error));
  return undefined;
}

function targetsOfFiles(run: CommandRun, files: readonly string[], namespace: string): readonly Target[] | undefined {
  const targets: Target[] = [];
  for (const file of files) {
    const text = run.context.files.get(file);
    if (text === undefined) {
      run.errors.push(plainError(`the path ${goQuote(file)} does not exist`));
      return undefined;
    }
    const manifest = readManifest(text, file, namespace, run.context.memo);
    targets.push(...manifest.objects);
    if (manifest.error) run.errors.push(manifest.error);
  }
  return targets;
}

function describeDeleted({ kind, namespace, name }: Target, force: boolean): string {
  const verb = force ? 'force deleted' : 'deleted';
  return `${singularWithGroup(kind)} ${goQuote(name)} ${verb}${namespace === '' ? '' : ` from ${namespace} namespace`}`;
}
