/** `kubectl apply` of one object: look, then create it or patch what changed. */
import { goQuote } from '../api/go-text.ts';
import { apiVersionOf, tableName, type ApiKind } from '../api/kinds.ts';
import type { JsonObject, KubeObject } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { AdmitContext, AdmitResult } from '../apiserver/admit.ts';
import { create, patch } from '../apiserver/admit.ts';
import { badRequest } from '../apiserver/statuses.ts';
import { anyTable, type Change, type Cluster } from '../cluster/cluster.ts';
import { printJson } from '../yaml/print-json.ts';
import { plainError, statusError, withSource, type KubectlError } from './errors.ts';
import { lastAppliedAnnotation, lastAppliedOf, withLastApplied, withoutNulls } from './last-applied.ts';
import { patchSchemaOf } from './patch-schema.ts';
import { deprecationOf } from './deprecation.ts';
import { threeWayMergePatch } from './three-way-merge.ts';
import { viewObject } from './view-object.ts';

/** One object of a file, as it is about to be sent: its namespace is filled in. */
export interface ManifestObject {
  readonly kind: ApiKind;
  /** "" for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
  readonly value: JsonObject;
}

export type ApplyVerb = 'created' | 'configured' | 'unchanged';

export interface AppliedObject {
  readonly cluster: Cluster;
  readonly changes: readonly Change[];
  /** What was done; absent if it was refused. */
  readonly verb?: ApplyVerb;
  readonly error?: KubectlError;
  /** Texts after `Warning: `, in order. */
  readonly warnings: readonly string[];
  /** Texts after `warning: `: kubectl's own remarks, behind the warnings. */
  readonly notes?: readonly string[];
}

/**
 * Applies one object of `file` to the cluster. A refusal leaves the cluster as it is.
 * Models kubectl/pkg/cmd/apply applyOneObject (client-side), v1.36.
 */
export function applyObject(
  cluster: Cluster,
  object: ManifestObject,
  file: string,
  admit: Omit<AdmitContext, 'fieldValidation'>,
): AppliedObject {
  const { kind, namespace, name } = object;
  const generateName = generateNameOf(object.value);
  if (name === '' && generateName !== '')
    return refuse(cluster, plainError(`from ${generateName}: cannot use generate name with apply`));
  const bad = badPath(name, namespace);
  if (bad !== undefined)
    return refuse(
      cluster,
      withSource(
        `retrieving current configuration of:\n${describeInfo(object)}\nfrom server for:`,
        file,
        plainError(bad),
      ),
    );
  const context: AdmitContext = { ...admit, fieldValidation: 'strict' };
  const current = anyTable(cluster, tableName(kind)).get(keyOf(namespace, name));
  const warnings = deprecationOf(kind);
  return current
    ? patchObject(cluster, object, current, file, context, warnings)
    : createObject(cluster, object, file, context, warnings);
}

function createObject(
  cluster: Cluster,
  object: ManifestObject,
  file: string,
  context: AdmitContext,
  warnings: readonly string[],
): AppliedObject {
  const { kind, namespace } = object;
  const unknown = unknownKind(object);
  const result = unknown ?? create(cluster, kind, namespace, withoutNulls(withLastApplied(object.value)), context);
  return finish(cluster, object, 'created', result, warnings, (error) => withSource('creating', file, error));
}

/** kubectl finds the resource of a kind in lower case, or of a list; the server knows no such kind. */
function unknownKind({ kind, value }: ManifestObject): AdmitResult | undefined {
  const typed = String(value['kind']);
  if (typed === kind.kind) return undefined;
  const why = `no kind ${goQuote(typed)} is registered for version ${goQuote(apiVersionOf(kind))} in scheme "pkg/api/legacyscheme/scheme.go:30"`;
  const message = `${typed} in version ${goQuote(kind.version)} cannot be handled as a ${kind.kind}: ${why}`;
  return { ok: false, status: badRequest(message, ['kind']), warnings: [] };
}

function patchObject(
  cluster: Cluster,
  object: ManifestObject,
  current: KubeObject,
  file: string,
  context: AdmitContext,
  before: readonly string[],
): AppliedObject {
  const { kind, namespace, name } = object;
  const shown = `${kind.plural}/${name}`;
  const known = Object.hasOwn(current.metadata.annotations ?? {}, lastAppliedAnnotation);
  const warnings = known ? before : [...before, missingAnnotation(shown)];
  const modified = withLastApplied(object.value);
  const live = current as unknown as JsonObject;
  const changes = threeWayMergePatch(lastAppliedOf(current), modified, live, patchSchemaOf(kind.kind));
  if (typeof changes === 'string') return noPatch(cluster, object, current, file, changes, warnings);
  if (Object.keys(changes).length === 0)
    return { cluster, changes: [], verb: 'unchanged', warnings: [...warnings, ...deletingWarning(current)] };

  const result = patch(cluster, kind, namespace, name, changes, { type: 'strategic' }, context);
  const applied = finish(cluster, object, 'configured', result, warnings, (error) => {
    const verb = `applying patch:\n${printJson(changes)}\nto:\n${describeInfo(object)}\nfor:`;
    return withSource(verb, file, withSource('patching', file, error));
  });
  return result.ok ? { ...applied, warnings: [...applied.warnings, ...deletingWarning(result.object)] } : applied;
}

/** kubectl tries three descriptions of the kind, and prints all that it had in hand. Models patcher.go createPatchErrFormat, v1.36. */
function noPatch(
  cluster: Cluster,
  object: ManifestObject,
  current: KubeObject,
  file: string,
  why: string,
  warnings: readonly string[],
): AppliedObject {
  const annotation = current.metadata.annotations?.[lastAppliedAnnotation] ?? '';
  const [modified, live] = [withLastApplied(object.value), viewObject(current)].map((value) => `${printJson(value)}\n`);
  const message = `creating patch with:\noriginal:\n${annotation}\nmodified:\n${modified}\ncurrent:\n${live}\nfor: ${why}`;
  const error = withSource('patching', file, plainError(message));
  const verb = `applying patch:\n\nto:\n${describeInfo(object)}\nfor:`;
  const notes = ['openapi v3 spec', 'openapi spec'].map((spec) => `error calculating patch from ${spec}: ${why}`);
  return { ...refuse(cluster, withSource(verb, file, error)), warnings, notes };
}

function finish(
  cluster: Cluster,
  object: ManifestObject,
  verb: ApplyVerb,
  result: AdmitResult,
  before: readonly string[],
  explain: (error: KubectlError) => KubectlError,
): AppliedObject {
  const warnings = [...before, ...result.warnings];
  if (result.ok) return { cluster: result.cluster, changes: result.changes, verb, warnings };
  const error = explain(statusError(result.status, object.kind.kind, object.name));
  return { cluster, changes: [], error, warnings };
}

function refuse(cluster: Cluster, error: KubectlError): AppliedObject {
  return { cluster, changes: [], error, warnings: [] };
}

/** Resource, kind and name as kubectl puts them into its messages. Models cli-runtime/pkg/resource Info.String. */
function describeInfo({ kind, namespace, name }: ManifestObject): string {
  const version = `${kind.group}/${kind.version}`;
  return `Resource: "${version}, Resource=${kind.plural}", GroupVersionKind: "${version}, Kind=${kind.kind}"\nName: ${goQuote(name)}, Namespace: ${goQuote(namespace)}`;
}

/** Why no request can be made for this name. Models client-go/rest Request.Name and Request.Namespace, v1.36. */
function badPath(name: string, namespace: string): string | undefined {
  if (name === '') return 'resource name may not be empty';
  const badName = badSegment(name);
  if (badName) return `invalid resource name ${goQuote(name)}: [${badName}]`;
  const badNamespace = namespace === '' ? undefined : badSegment(namespace);
  return badNamespace && `invalid namespace ${goQuote(namespace)}: [${badNamespace}]`;
}

function badSegment(segment: string): string | undefined {
  if (segment === '.' || segment === '..') return `may not be '${segment}'`;
  const bad = ['/', '%'].filter((character) => segment.includes(character));
  return bad.length === 0 ? undefined : bad.map((character) => `may not contain '${character}'`).join(' ');
}

function generateNameOf(value: JsonObject): string {
  const metadata = value['metadata'] as JsonObject | null | undefined;
  const typed = metadata?.['generateName'];
  return typeof typed === 'string' ? typed : '';
}

function missingAnnotation(shown: string): string {
  return `resource ${shown} is missing the ${lastAppliedAnnotation} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.`;
}

function deletingWarning(object: KubeObject): readonly string[] {
  if (object.metadata.deletionTimestamp === undefined) return [];
  return [`Detected changes to resource ${object.metadata.name} which is currently being deleted.`];
}
