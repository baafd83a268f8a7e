/** `kubectl apply -f FILE`: every object of a file, one after the other. Start here for how a manifest becomes objects. */
import type { ObjectRef } from '../api/refs.ts';
import { tableName } from '../api/kinds.ts';
import type { JsonObject } from '../api/objects.ts';
import type { Problem, Range } from '../api/problems.ts';
import type { Status } from '../api/status.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { YamlDocument } from '../yaml/read-document.ts';
import { applyObject, type AppliedObject, type ApplyVerb } from './apply-object.ts';
import { outcomeProblems } from './apply-problems.ts';
import { commonFlags, helpError, parseCommandLine, usageError } from './command-line.ts';
import { plainError, printErrors } from './errors.ts';
import { readGivenFiles, type GivenFile } from './given-files.ts';
import type { Flag } from './parse-flags.ts';
import type { ManifestDocument } from './read-manifest.ts';
import type { ReadObject } from './read-object.ts';
import { rememberApplied } from './remember-applied.ts';
import { manifestFile } from './step-commands.ts';
import { findObject } from './targets-with.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';
import { lowerKindWithGroup } from './view-object.ts';

/** What became of one document, or of one item of a List. */
export interface DocumentOutcome {
  /** Index of the document in the text. */
  readonly document: number;
  /** Index among the items of a List. */
  readonly item?: number;
  /** The document in the text that was applied. */
  readonly range: Range;
  /** The document as it was read; its own places count from `range.start`. */
  readonly yaml: YamlDocument;
  /** Absent if kubectl could not read an object from it. */
  readonly object?: ObjectRef;
  /** Name of the cluster's table that holds the object. */
  readonly table?: string;
  /** What was done; absent if it was refused or never sent. */
  readonly verb?: ApplyVerb;
  /** The line on stdout, without its end; "" if there is none. */
  readonly printed: string;
  /** The object as it was read, its namespace filled in. */
  readonly value?: JsonObject;
  /** Texts after `Warning: ` that came with this object. */
  readonly warnings: readonly string[];
  /** Why it was refused, as kubectl prints it when this is the only error. */
  readonly error?: string;
  /** The API server's own answer, if it refused. */
  readonly status?: Status;
}

export interface ApplyResult extends WriteResult {
  readonly outcomes: readonly DocumentOutcome[];
  readonly problems: readonly Problem[];
}

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'filename', short: 'f', type: 'list' },
  { name: 'server-side', type: 'bool' },
  { name: 'force-conflicts', type: 'bool' },
  { name: 'validate', type: 'text' },
  { name: 'recursive', short: 'R', type: 'bool' },
];

/** `argv` starts after `apply`. Models kubectl/pkg/cmd/apply, v1.36. */
export function runApply(cluster: Cluster, argv: readonly string[], context: WriteContext): ApplyResult {
  const line = parseCommandLine(argv, flags);
  const fail = (message: string): ApplyResult => ({ ...usageFailure(cluster, message), outcomes: [], problems: [] });
  if (!line.ok) return fail(usageError(line, 'apply'));
  const names = line.list('filename');
  if (line.args.length > 0) return fail(helpError(`Unexpected args: [${line.args.join(' ')}]`, 'apply'));
  if (names.length === 0) return fail('must specify one of -f and -k');
  const run = new CommandRun(cluster, context, line);
  const given = readGivenFiles(names, line.namespace, context);
  if (given.ok) return applyFiles(run, given.files);
  run.errors.push(...given.errors);
  return { ...run.finish(), outcomes: [], problems: [] };
}

const nothingToApply = 'no objects passed to apply';

/** Applies the objects of the files in order; the controllers come to rest after each. Places are told of the editor's text only. */
function applyFiles(run: CommandRun, files: readonly GivenFile[]): ApplyResult {
  const problems: Problem[] = [];
  const outcomes: DocumentOutcome[] = [];
  for (const { manifest } of files) if (manifest.error) run.errors.push(manifest.error);
  const nothing = run.errors.length === 0 && files.every(({ manifest }) => manifest.objects.length === 0);
  if (nothing) run.errors.push(plainError(nothingToApply));
  for (const { name, source, text, manifest } of files) {
    const found: DocumentOutcome[] = [];
    for (const [document, read] of manifest.documents.entries()) {
      if (read.objects.length === 0) found.push(unread(document, read));
      for (const object of read.objects) found.push(applyOne(run, document, read, object, source));
    }
    if (name !== manifestFile) continue;
    problems.push(...manifest.problems, ...(nothing ? [noObjects(text)] : []), ...found.flatMap(outcomeProblems));
    outcomes.push(...found);
  }
  return { ...run.finish('list'), outcomes, problems };
}

function noObjects(text: string): Problem {
  const range = { start: 0, end: text.length };
  return { code: 'NoObjects', severity: 'error', message: `error: ${nothingToApply}`, range };
}

function applyOne(
  run: CommandRun,
  document: number,
  read: ManifestDocument,
  object: ReadObject,
  file: string,
): DocumentOutcome {
  const { admit, memo, scope } = run.context;
  const { cluster } = run;
  const key = `${scope} apply ${document} ${object.item ?? ''}`;
  const applied = rememberApplied(memo, key, cluster, object, [file, admit.allocator, admit.families.join()], () =>
    applyObject(cluster, object, file, admit),
  );
  run.warn(applied.warnings);
  run.remark(applied.notes);
  if (applied.error) run.errors.push(applied.error);
  run.commit(applied.cluster, applied.changes);
  const printed = applied.verb ? `${lowerKindWithGroup(object.kind)}/${object.name} ${applied.verb}` : '';
  const stored = applied.verb && findObject(applied.cluster, object);
  if (applied.verb && stored) run.done(object.kind, stored, applied.verb);
  return outcomeOf(document, read, object, applied, printed);
}

function outcomeOf(
  document: number,
  { range, yaml }: ManifestDocument,
  object: ReadObject,
  { verb, error, warnings }: AppliedObject,
  printed: string,
): DocumentOutcome {
  const { kind, namespace, name, value, item } = object;
  return {
    document,
    range,
    yaml,
    object: { kind: kind.kind, namespace, name },
    table: tableName(kind),
    printed,
    value,
    warnings,
    ...(item !== undefined && { item }),
    ...(verb && { verb }),
    ...(error && { error: printErrors([error]).trimEnd(), ...(error.type === 'status' && { status: error.status }) }),
  };
}

function unread(document: number, { range, yaml, error }: ManifestDocument): DocumentOutcome {
  return { document, range, yaml, printed: '', warnings: [], ...(error && { error: printErrors([error]).trimEnd() }) };
}
