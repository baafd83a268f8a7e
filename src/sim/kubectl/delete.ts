/** `kubectl delete`. */
import { goQuote } from '../api/go-text.ts';
import { remove } from '../apiserver/admit.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { plainError, statusError } from './errors.ts';
import { commonFlags, parseCommandLine, usageError, type CommandLine } from './command-line.ts';
import { readGivenFiles } from './given-files.ts';
import type { Flag } from './parse-flags.ts';
import type { Target } from './targets.ts';
import { findTargetsWith } from './targets-with.ts';
import { lowerKindWithGroup } from './view-object.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'filename', short: 'f', type: 'list' },
  { name: 'selector', short: 'l', type: 'text' },
  { name: 'field-selector', type: 'text' },
  { name: 'all', type: 'bool' },
  { name: 'all-namespaces', short: 'A', type: 'bool' },
  { name: 'force', type: 'bool' },
  { name: 'grace-period', type: 'number' },
  { name: 'now', type: 'bool' },
  { name: 'wait', type: 'bool' },
  { name: 'timeout', type: 'text' },
  { name: 'cascade', type: 'text', bare: 'background' },
  { name: 'ignore-not-found', type: 'bool' },
];

/** `true` and `false` are the old words. */
const cascades: ReadonlySet<string> = new Set(['background', 'foreground', 'orphan', 'true', 'false']);

const immediately =
  'Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.';

/** `argv` starts after `delete`. Models kubectl/pkg/cmd/delete, v1.36. */
export function runDelete(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line, 'delete'));
  const force = line.bool('force');
  const output = line.text('output') ?? '';
  if (output !== '' && output !== 'name')
    return usageFailure(cluster, `unexpected -o output mode: ${output}. We only support '-o name'`);
  const cascade = line.text('cascade') ?? 'background';
  if (!cascades.has(cascade))
    return usageFailure(cluster, `invalid cascade value (${cascade}). Must be "background", "foreground", or "orphan"`);
  const gracePeriod = line.text('grace-period');
  if (line.bool('now') && gracePeriod !== undefined)
    return usageFailure(cluster, '--now and --grace-period cannot be specified together');
  if (force && Number(gracePeriod) > 0)
    return usageFailure(cluster, '--force and --grace-period greater than 0 cannot be specified together');
  const run = new CommandRun(cluster, context, line);
  if (force) run.warn([immediately]);
  const files = line.list('filename');
  const found = files.length > 0 ? targetsOfFiles(run, files, line.namespace) : targetsOfArgs(run, line);
  if (found === undefined) return run.finish();

  let shown = 0;
  for (const target of found.targets) {
    run.warnOf(target.kind);
    const result = remove(run.cluster, target.kind, target.namespace, target.name, {
      ...context.admit,
      fieldValidation: 'ignore',
    });
    if (!result.ok) {
      // What went with its owner while others were deleted: a real cluster is not that fast.
      if (result.status.reason === 'NotFound' && found.selected) run.print(describeDeleted(run, target, force));
      if (result.status.reason === 'NotFound' && (found.selected || line.bool('ignore-not-found'))) continue;
      run.errors.push(statusError(result.status, target.kind.kind, target.name));
      continue;
    }
    run.gather(result.cluster, result.changes);
    run.print(describeDeleted(run, target, force));
    shown += 1;
  }
  if (found.targets.length === 0 && shown === 0) run.print('No resources found');
  return run.finish();
}

interface Found {
  readonly targets: readonly Target[];
  /** By a selector or `--all`: then it does no harm if one is gone. */
  readonly selected: boolean;
}

function targetsOfArgs(run: CommandRun, line: CommandLine): Found | undefined {
  const found = findTargetsWith(run.context.parts, run.cluster, line.args, {
    namespace: line.namespace,
    allNamespaces: line.bool('all-namespaces'),
    selector: line.text('selector'),
    fieldSelector: line.text('field-selector'),
    all: line.bool('all'),
  });
  if (found.ok) return found;
  run.errors.push(plainError(found.error));
  return undefined;
}

function targetsOfFiles(run: CommandRun, files: readonly string[], namespace: string): Found | undefined {
  const given = readGivenFiles(files, namespace, run.context);
  run.errors.push(...(given.ok ? given.files.flatMap(({ manifest }) => manifest.error ?? []) : given.errors));
  if (!given.ok) return undefined;
  return { targets: given.files.flatMap(({ manifest }) => manifest.objects), selected: false };
}

function describeDeleted(run: CommandRun, { kind, namespace, name }: Target, force: boolean): string {
  const shown = lowerKindWithGroup(kind);
  if (run.output === 'name') return `${shown}/${name}`;
  const verb = force ? 'force deleted' : 'deleted';
  const place = namespace === '' ? '' : ` from ${namespace} namespace`;
  return `${shown} ${goQuote(name)} ${verb}${place}${run.dryRunNote}`;
}
