/** `kubectl replace -f FILE`. */
import { goQuote } from '../api/go-text.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { replace } from '../apiserver/admit.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { statusError, withSource } from './errors.ts';
import type { Flag } from './parse-flags.ts';
import { readManifest } from './read-manifest.ts';
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
  const [file] = line.list('filename');
  if (file === undefined) return usageFailure(cluster, 'must specify one of -f and -k');
  const text = context.files.get(file);
  if (text === undefined) return usageFailure(cluster, `the path ${goQuote(file)} does not exist`);
  const run = new CommandRun(cluster, context, line);
  const manifest = readManifest(text, file, line.namespace, context.memo, context.parts.checkList);
  if (manifest.error) run.errors.push(manifest.error);
  for (const { kind, namespace, name, value } of manifest.objects) {
    run.warnOf(kind);
    const result = replace(run.cluster, kind, namespace, name, value, { ...context.admit, fieldValidation: 'strict' });
    run.warn(result.warnings);
    if (!result.ok) {
      run.errors.push(withSource('replacing', file, statusError(result.status, kind.kind, name)));
      continue;
    }
    run.commit(result.cluster, result.changes);
    run.done(kind, result.object, 'replaced');
  }
  return run.finish();
}
