/** The API server's door: every write of kubectl and of the controllers comes through here. */
import { tableName, type ApiKind } from '../api/kinds.ts';
import type { Family, JsonObject, KubeObject, Node, Pod, Service } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { Status } from '../api/status.ts';
import type { Allocator } from '../allocator/allocator.ts';
import { anyTable, get, type Change, type Cluster } from '../cluster/cluster.ts';
import { allocateNewService, allocateServiceUpdate, type AllocatedService } from './allocate/allocate-service.ts';
import { takenIn } from './allocate/taken.ts';
import { markDeleted, refuseDeletion } from './deletion.ts';
import { keepSame } from './keep-same.ts';
import { isOutdated, keptMetadata, mayGo, newMetadata, validateKept } from './metadata.ts';
import { readPatched } from './patch/apply-patch.ts';
import { withPriority } from './pod-priority.ts';
import { readBody, type ReadObject } from './read-object.ts';
import { readScalePatch } from './scale.ts';
import * as statuses from './statuses.ts';
import { changeOf, storeChanges } from './store.ts';
import { strategyOf, type Strategies } from './strategy/strategies.ts';
import { withTopologyLabels } from './topology-labels.ts';

export interface AdmitContext {
  readonly strategies: Strategies;
  readonly allocator: Allocator;
  readonly families: readonly Family[];
  /** What happens to unknown fields: `strict` refuses (apply, create), `warn` warns (patch), `ignore` drops (controllers). */
  readonly fieldValidation: 'strict' | 'warn' | 'ignore';
}

export type AdmitResult =
  | {
      readonly ok: true;
      readonly cluster: Cluster;
      readonly object: KubeObject;
      /** Empty when the write changed nothing. */
      readonly changes: readonly Change[];
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly status: Status; readonly warnings: readonly string[] };

export type Create = (
  cluster: Cluster,
  kind: ApiKind,
  namespace: string,
  object: JsonObject,
  context: AdmitContext,
) => AdmitResult;
export type Replace = (
  cluster: Cluster,
  kind: ApiKind,
  namespace: string,
  name: string,
  object: JsonObject,
  context: AdmitContext,
) => AdmitResult;
export type Patch = (
  cluster: Cluster,
  kind: ApiKind,
  namespace: string,
  name: string,
  patch: JsonObject,
  how: PatchHow,
  context: AdmitContext,
) => AdmitResult;
export type Remove = (
  cluster: Cluster,
  kind: ApiKind,
  namespace: string,
  name: string,
  context: AdmitContext,
) => AdmitResult;

export interface PatchHow {
  readonly type: 'strategic' | 'merge';
  readonly subresource?: 'status' | 'scale';
}

/**
 * Stores a new object: decode, default, namespace, allocate, validate, store; the first step that refuses ends it.
 * `namespace` is "" for cluster-scoped kinds. Models apiserver/pkg/registry/generic/registry Store.Create, v1.36.
 */
export const create: Create = (cluster, kind, namespace, body, context) => {
  const read = readBody(kind, body, context);
  if (!read.ok) return refuse(read.status);
  const strategy = strategyOf(kind, context);
  const missing = namespaceProblem(cluster, kind, namespace, read.object.metadata.name);
  if (missing) return refuse(missing, read.warnings);

  const present = anyTable(cluster, tableName(kind));
  const isTaken = (name: string) => present.has(keyOf(namespace, name));
  const named = newMetadata(read.object, namespace, context.allocator, isTaken);
  const admitted = admit(cluster, kind, named);
  if ('status' in admitted) return refuse(admitted.status, read.warnings);
  const allocated = allocate(cluster, kind, strategy.withDefaults(admitted.object), undefined, context);
  if ('status' in allocated) return refuse(allocated.status, read.warnings);
  const object = bound(cluster, kind, strategy.prepareForCreate(allocated.object));
  const { name } = object.metadata;

  const errors = strategy.validate(object);
  if (errors.length > 0) return refuse(statuses.invalidObject(kind, name, errors), read.warnings);
  const warnings = [...read.warnings, ...strategy.warnings(object)];
  if (isTaken(name)) return refuse(statuses.alreadyExists(kind, name), warnings);
  return stored(cluster, kind, undefined, object, warnings);
};

/** Replaces a stored object; kinds that allow it are created when there is none. Models Store.Update, v1.36. */
export const replace: Replace = (cluster, kind, namespace, name, body, context) => {
  const old = anyTable(cluster, tableName(kind)).get(keyOf(namespace, name));
  if (!old && strategyOf(kind, context).createsOnUpdate) return create(cluster, kind, namespace, body, context);
  const read = readBody(kind, body, context);
  if (!read.ok) return refuse(read.status);
  if (!old) return refuse(statuses.notFound(kind, name), read.warnings);
  return update(cluster, kind, old, read, undefined, context);
};

/** Patches a stored object, its status or its scale. Models apiserver/pkg/endpoints/handlers/patch.go, v1.36. */
export const patch: Patch = (cluster, kind, namespace, name, changes, how, context) => {
  const old = anyTable(cluster, tableName(kind)).get(keyOf(namespace, name));
  if (!old) return refuse(statuses.notFound(kind, name));
  const read =
    how.subresource === 'scale'
      ? readScalePatch(kind, old, changes)
      : readPatched(kind, old, changes, how.type, context);
  return read.ok ? update(cluster, kind, old, read, how.subresource, context) : refuse(read.status);
};

/** Deletes an object. A Namespace and what has finalizers is only marked. Models Store.Delete, v1.36. */
export const remove: Remove = (cluster, kind, namespace, name) => {
  const old = anyTable(cluster, tableName(kind)).get(keyOf(namespace, name));
  if (!old) return refuse(statuses.notFound(kind, name));
  const refusal = refuseDeletion(kind, name);
  if (refusal) return refuse(refusal);
  const marked = markDeleted(kind, old);
  if (marked === old) return unchanged(cluster, old, []);
  const result = storeChanges(cluster, [changeOf(kind, old, marked)]);
  return { ok: true, ...result, object: old, warnings: [] };
};

type Read = ReadObject & { readonly ok: true };

function update(
  cluster: Cluster,
  kind: ApiKind,
  old: KubeObject,
  read: Read,
  subresource: PatchHow['subresource'],
  context: AdmitContext,
): AdmitResult {
  const strategy = strategyOf(kind, context);
  const toStatus = subresource === 'status';
  const { name, namespace } = old.metadata;
  const { name: typed, namespace: other } = read.object.metadata;
  if (namespace && other && other !== namespace) {
    const why = 'the namespace of the provided object does not match the namespace sent on the request';
    return refuse(statuses.badRequest(why), read.warnings);
  }
  if (typed !== name) {
    const why = `the name of the object (${typed}) does not match the name on the URL (${name})`;
    return refuse(statuses.badRequest(why), read.warnings);
  }
  if (toStatus && !strategy.prepareForStatus) return refuse(statuses.noSuchResource(), read.warnings);
  if (isOutdated(read.object)) return refuse(statuses.conflict(kind, name), read.warnings);
  const defaulted = keepSame(strategy.withDefaults(keptMetadata(read.object, old)), old);
  const allocated = toStatus ? { object: defaulted } : allocate(cluster, kind, defaulted, old, context);
  if ('status' in allocated) return refuse(allocated.status, read.warnings);
  const prepare = toStatus ? strategy.prepareForStatus : strategy.prepareForUpdate;
  const object = keepSame(prepare ? prepare(allocated.object, old) : allocated.object, old);

  const errors = [
    ...validateKept(read.object, old),
    ...((toStatus && strategy.validateStatus?.(object)) || strategy.validate(object, old)),
  ];
  if (errors.length > 0) return refuse(statuses.invalidObject(kind, name, errors), read.warnings);
  const warnings = toStatus ? read.warnings : [...read.warnings, ...strategy.warnings(object, old)];
  if (object === old) return unchanged(cluster, old, warnings);
  if (mayGo(object, old)) return stored(cluster, kind, old, undefined, warnings);
  return stored(cluster, kind, old, object, warnings);
}

type Allocation = { readonly object: KubeObject } | { readonly status: Status };

/** What the server asks of a new object before it looks at its fields. */
function admit(cluster: Cluster, kind: ApiKind, object: KubeObject): Allocation {
  if (!isPod(kind)) return { object };
  const result = withPriority(cluster, object as Pod);
  if ('pod' in result) return { object: result.pod };
  return { status: statuses.forbiddenBecause(kind, object.metadata.name, result.forbidden) };
}

function isPod({ plural, group }: ApiKind): boolean {
  return plural === 'pods' && group === '';
}

/** Only Services are given something that others must not have. */
function allocate(
  cluster: Cluster,
  kind: ApiKind,
  object: KubeObject,
  old: KubeObject | undefined,
  { allocator, families }: AdmitContext,
): Allocation {
  if (kind.plural !== 'services' || kind.group !== '') return { object };
  const sources = { allocator, families, taken: takenIn(cluster) };
  const result: AllocatedService = old
    ? allocateServiceUpdate(object as Service, old as Service, sources)
    : allocateNewService(object as Service, sources);
  if ('service' in result) return { object: result.service };
  if ('internal' in result) return { status: statuses.internalError(result.internal) };
  if ('unknown' in result) return { status: statuses.unknownError(result.unknown) };
  return { status: statuses.invalidObject(kind, object.metadata.name, result.errors) };
}

/** A pod typed with a node is bound from the start. */
function bound(cluster: Cluster, kind: ApiKind, object: KubeObject): KubeObject {
  if (!isPod(kind)) return object;
  const { nodeName } = (object as Pod).spec;
  const node: Node | undefined = nodeName ? get(cluster, 'nodes', undefined, nodeName) : undefined;
  return withTopologyLabels(object as Pod, node);
}

function namespaceProblem(cluster: Cluster, kind: ApiKind, namespace: string, name: string): Status | undefined {
  if (!kind.namespaced) return undefined;
  const found = get(cluster, 'namespaces', undefined, namespace);
  if (!found) return statuses.namespaceNotFound(namespace);
  if (found.metadata.deletionTimestamp === undefined) return undefined;
  const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
  return statuses.forbiddenBecause(kind, name, why);
}

function stored(
  cluster: Cluster,
  kind: ApiKind,
  before: KubeObject | undefined,
  after: KubeObject | undefined,
  warnings: readonly string[],
): AdmitResult {
  const object = (after ?? before) as KubeObject;
  return { ok: true, ...storeChanges(cluster, [changeOf(kind, before, after)]), object, warnings };
}

function unchanged(cluster: Cluster, object: KubeObject, warnings: readonly string[]): AdmitResult {
  return { ok: true, cluster, object, changes: [], warnings };
}

function refuse(status: Status, warnings: readonly string[] = []): AdmitResult {
  return { ok: false, status, warnings };
}
