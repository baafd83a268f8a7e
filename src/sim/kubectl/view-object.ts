/** An object as the API server would send it: with the fields that the engine does not keep. */
import type { ApiKind } from '../api/kinds.ts';
import type { Json, JsonObject, KubeObject } from '../api/objects.ts';
import { isMap } from './field.ts';

const noUid = '00000000-0000-0000-0000-000000000000';
const time = '2000-01-01T00:00:00Z';

/**
 * The object as `-o yaml` and `-o json` show it: uids of zeros, times 2000-01-01T00:00:00Z, resourceVersion "0",
 * generation 1 where the server made up the name. Conditions have the times their kind's controller writes.
 */
export function viewObject(object: KubeObject): JsonObject {
  const { metadata, ...rest } = object as unknown as { readonly metadata: JsonObject; readonly [field: string]: Json };
  const generated = Object.hasOwn(metadata, 'generateName') && hasGeneration.has(object.kind);
  const full: { [key: string]: Json } = Object.create(null) as { [key: string]: Json };
  for (const [key, value] of Object.entries(metadata)) full[key] = value;
  full['creationTimestamp'] = time;
  full['resourceVersion'] = '0';
  full['uid'] = noUid;
  if (generated) full['generation'] = 1;
  return complete({ ...rest, metadata: full }, object.kind, '') as JsonObject;
}

/** Several objects as one `List`. */
export function viewList(objects: readonly KubeObject[]): JsonObject {
  return { ...listOf(objects.map(viewObject)), metadata: { resourceVersion: '' } };
}

/** Objects as they are printed, as one `List`. */
export function listOf(items: readonly JsonObject[]): JsonObject {
  return { apiVersion: 'v1', items: [...items], kind: 'List', metadata: {} };
}

/** `deployment.apps`: how kubectl's tables and `-o name` call a kind. */
export function lowerKindWithGroup(kind: ApiKind): string {
  return kind.group === '' ? kind.kind.toLowerCase() : `${kind.kind}.${kind.group}`.toLowerCase();
}

const hasGeneration: ReadonlySet<string> = new Set(['EndpointSlice', 'Pod']);

function complete(value: Json, kind: string, parent: string): Json {
  if (Array.isArray(value)) return value.map((item) => complete(item as Json, kind, parent));
  if (!isMap(value)) return value;
  const known = completed(value as JsonObject, kind, parent);
  const copy: { [key: string]: Json } = Object.create(null) as { [key: string]: Json };
  for (const [key, field] of Object.entries(known)) copy[key] = opaque.has(key) ? field : complete(field, kind, key);
  return copy;
}

/** Maps whose keys people choose: nothing is to be added below them. */
const opaque: ReadonlySet<string> = new Set(['labels', 'annotations', 'matchLabels', 'data', 'stringData']);

/** Adds what the server always writes into a mapping that stands in the field `parent`. */
function completed(value: JsonObject, kind: string, parent: string): JsonObject {
  if (parent === 'ownerReferences' || (parent === 'targetRef' && Object.hasOwn(value, 'uid')))
    return withFields(value, { uid: noUid });
  if (parent === 'conditions') {
    if (kind === 'Pod') return withFields(value, { lastProbeTime: null, lastTransitionTime: null });
    if (kind === 'Deployment') return withFields(value, { lastTransitionTime: time, lastUpdateTime: time });
    if (kind === 'Node') return withFields(value, { lastHeartbeatTime: time, lastTransitionTime: time });
    if (Object.hasOwn(value, 'status')) return withFields(value, { lastTransitionTime: time });
  }
  if (kind === 'Pod' && parent === 'running') return withFields(value, { startedAt: null });
  if (kind === 'Pod' && parent === 'terminated') return withFields(value, { startedAt: null, finishedAt: null });
  return value;
}

function withFields(value: JsonObject, added: JsonObject): JsonObject {
  const copy: { [key: string]: Json } = Object.create(null) as { [key: string]: Json };
  for (const [key, field] of Object.entries(added)) copy[key] = field;
  for (const [key, field] of Object.entries(value)) if (!(key === 'uid' && added['uid'])) copy[key] = field;
  return copy;
}
