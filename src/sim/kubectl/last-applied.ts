/** The annotation in which `kubectl apply` remembers the file it applied. */
import type { Json, JsonObject, KubeObject } from '../api/objects.ts';
import { printJson } from '../yaml/print-json.ts';
import { isMap, mapOf, valueAt, withValue } from './json-values.ts';

export const lastAppliedAnnotation = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * The object as apply sends it: with itself, without this annotation, printed into the annotation.
 * Models kubectl/pkg/util GetModifiedConfiguration, v1.36.
 */
export function withLastApplied(object: JsonObject): JsonObject {
  const annotations = annotationsOf(object);
  annotations.delete(lastAppliedAnnotation);
  const plain = withAnnotations(object, annotations);
  return withAnnotations(plain, annotations.set(lastAppliedAnnotation, `${printJson(plain)}\n`));
}

/** What was last applied to a stored object: {} if that is not known. */
export function lastAppliedOf(object: KubeObject): JsonObject {
  const text = object.metadata.annotations?.[lastAppliedAnnotation];
  if (text === undefined) return {};
  try {
    const value = JSON.parse(text) as Json;
    return isMap(value) ? value : {};
  } catch {
    return {};
  }
}

/** The object without keys that hold null, at every depth of its maps. Models kubectl/pkg/cmd/apply pruneNullsFromMap, v1.36. */
export function withoutNulls<T extends Json>(value: T): T {
  if (Array.isArray(value)) return value.map((item: Json) => withoutNulls(item)) as unknown as T;
  if (!isMap(value)) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== null);
  return mapOf(kept.map(([key, field]) => [key, withoutNulls(field)])) as T;
}

/** Annotations as client-go reads them: null is the empty text; any other value that is no text, and there are none. */
function annotationsOf(object: JsonObject): Map<string, Json> {
  const metadata = valueAt(object, 'metadata');
  const annotations = isMap(metadata) ? valueAt(metadata, 'annotations') : undefined;
  const entries = isMap(annotations)
    ? Object.entries(annotations).map(([key, value]) => [key, value ?? ''] as const)
    : [];
  return new Map(entries.every(([, value]) => typeof value === 'string') ? entries : []);
}

function withAnnotations(object: JsonObject, annotations: ReadonlyMap<string, Json>): JsonObject {
  const metadata = valueAt(object, 'metadata');
  if (metadata !== undefined && !isMap(metadata)) return object;
  return withValue(object, 'metadata', withValue(metadata ?? {}, 'annotations', mapOf(annotations)));
}
