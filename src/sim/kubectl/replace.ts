/** `kubectl replace -f FILE`. */
import type { Cluster } from '../cluster/cluster.ts';
import { replace } from '../apiserver/admit.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { statusError, withSource } from './errors.ts';
import { readGivenFiles } from './given-files.ts';
import type { Flag } from './parse-flags.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'filename', short: 'f', type: 'list' },
  { name: 'validate', type: 'text' },
];

/** `argv` starts after `replace`. Models kubectl/pkg/cmd/replace without --force, v1.36. */
export function runReplace(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line, 'replace'));
  const names = line.list('filename');
  if (names.length === 0) return usageFailure(cluster, 'must specify one of -f and -k');
  const run = new CommandRun(cluster, context, line);
  const given = readGivenFiles(names, line.namespace, context);
  run.errors.push(...(given.ok ? given.files.flatMap(({ manifest }) => manifest.error ?? []) : given.errors));
  const files = given.ok ? given.files : [];
  const objects = files.flatMap(({ source, manifest }) => manifest.objects.map((object) => ({ ...object, source })));
  for (const { kind, namespace, name, value, source } of objects) {
    run.warnOf(kind);
    const result = replace(run.cluster, kind, namespace, name, value, { ...context.admit, fieldValidation: 'strict' });
    run.warn(result.warnings);
    if (!result.ok) {
      run.errors.push(withSource('replacing', source, statusError(result.status, kind.kind, name)));
      continue;
    }
    run.commit(result.cluster, result.changes);
    run.done(kind, result.object, 'replaced');
  }
  return run.finish();
}
