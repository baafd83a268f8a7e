/** `kubectl patch`. */
import type { Json, JsonObject, KubeObject } from '../api/objects.ts';
import type { Status } from '../api/status.ts';
import { patch, replace, type AdmitContext, type AdmitResult } from '../apiserver/admit.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { badRequest, notFound } from '../apiserver/statuses.ts';
import { plainError, statusError } from './errors.ts';
import { isList, isMap } from './json-values.ts';
import { jsonType } from './metadata-types.ts';
import type { Flag } from './parse-flags.ts';
import { readPatchText } from './read-patch-text.ts';
import type { Target } from './targets.ts';
import { findObject, findTargetsWith } from './targets-with.ts';
import { CommandRun, usageFailure, type WriteContext, type WriteResult } from './write-context.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'patch', short: 'p', type: 'text' },
  { name: 'patch-file', type: 'text' },
  { name: 'type', type: 'text' },
  { name: 'subresource', type: 'text' },
];
const patchTypes = ['json', 'merge', 'strategic'];

/** `argv` starts after `patch`. Models kubectl/pkg/cmd/patch, v1.36. */
export function runPatch(cluster: Cluster, argv: readonly string[], context: WriteContext): WriteResult {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return usageFailure(cluster, usageError(line, 'patch'));
  const file = line.text('patch-file');
  const inline = line.text('patch') ?? '';
  if (inline !== '' && file !== undefined)
    return usageFailure(cluster, 'cannot specify --patch and --patch-file together');
  if (inline === '' && file === undefined)
    return usageFailure(cluster, 'must specify --patch or --patch-file containing the contents of the patch');
  const type = line.text('type')?.toLowerCase() ?? 'strategic';
  if (!patchTypes.includes(type))
    return usageFailure(cluster, `--type must be one of [json merge strategic], not ${JSON.stringify(type)}`);
  const text = file === undefined ? inline : context.files.get(file);
  if (text === undefined)
    return usageFailure(cluster, `unable to read patch file: open ${file}: no such file or directory`);
  const subresource = line.text('subresource');
  if (subresource !== undefined && subresource !== 'status' && subresource !== 'scale')
    return usageFailure(cluster, `invalid subresource value: "${subresource}". Must be one of [status scale resize]`);
  const found = findTargetsWith(context.parts, cluster, line.args, { namespace: line.namespace });
  if (!found.ok) return usageFailure(cluster, found.error);

  const run = new CommandRun(cluster, context, line);
  for (const target of found.targets)
    patchTarget(run, target, text, { type: type as PatchType, ...(subresource && { subresource }) });
  return run.finish();
}

type PatchType = 'json' | 'merge' | 'strategic';
interface How {
  readonly type: PatchType;
  readonly subresource?: 'status' | 'scale';
}

function patchTarget(run: CommandRun, target: Target, text: string, how: How): void {
  run.warnOf(target.kind);
  const current = findObject(run.cluster, target);
  const refuse = (status: Status): void => void run.errors.push(statusError(status, target.kind.kind, target.name));
  if (!current) return refuse(notFound(target.kind, target.name));
  const read = readPatchText(text);
  if (!read.ok) {
    if (read.client) run.errors.push(plainError(read.message));
    else refuse(badRequest(read.message));
    return;
  }
  const result = send(run, target, current, read.value, how);
  if (result === undefined) return;
  // On the client nothing is sent that the server could warn of.
  if (run.dryRun !== 'client') run.warn(result.warnings);
  if (!result.ok) return refuse(result.status);
  run.commit(result.cluster, result.changes);
  run.done(target.kind, result.object, result.changes.length === 0 ? 'patched (no change)' : 'patched');
}

/** Undefined: refused, and the error is filed. */
function send(
  run: CommandRun,
  target: Target,
  current: KubeObject,
  value: Json,
  { type, subresource }: How,
): AdmitResult | undefined {
  const { kind, namespace, name } = target;
  const context: AdmitContext = { ...run.context.admit, fieldValidation: 'warn' };
  if (type === 'json') {
    const patched = isList(value) ? run.context.parts.jsonPatch(current as unknown as JsonObject, value) : undefined;
    if (isMap(patched)) return replace(run.cluster, kind, namespace, name, patched, context);
    run.errors.push({
      type: 'raw',
      message: 'The request is invalid: the server rejected our request due to an error in our request',
    });
    return undefined;
  }
  if (!isMap(value)) {
    const why = `json: cannot unmarshal ${jsonType(value)} into Go value of type map[string]interface {}`;
    run.errors.push(statusError(badRequest(why), kind.kind, name));
    return undefined;
  }
  return patch(run.cluster, kind, namespace, name, value, subresource ? { type, subresource } : { type }, context);
}
