/** kubectl's own check of `metadata`: every field of a type that its Go struct can hold. */
import type { Json, JsonObject } from '../api/objects.ts';
import { fieldShape, goTypeOf, referredStruct, type FieldShape } from '../apiserver/decode/field-table.ts';
import { isList, isMap, valueAt } from './json-values.ts';

export interface MetadataTypeError {
  /** Go's words: `json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string`. */
  readonly text: string;
  /** `metadata.name`. */
  readonly path: string;
}

/** The first field of `metadata`, in order of keys, that Go cannot decode; undefined if all is well. Models metadataValidatingDecoder, v1.36. */
export function findMetadataTypeError(object: JsonObject): MetadataTypeError | undefined {
  const metadata = valueAt(object, 'metadata') ?? null;
  if (metadata === null) return undefined;
  if (!isMap(metadata)) return wrong(metadata, 'metadataOnlyObject', 'metadata', 'v1.ObjectMeta', 'metadata');
  return checkStruct(metadata, 'ObjectMeta', 'metadata', 'metadata');
}

/** `field` is Go's path, which leaves out list indexes and map keys; `path` has them. */
function checkStruct(value: JsonObject, struct: string, field: string, path: string): MetadataTypeError | undefined {
  for (const [key, inner] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const shape = fieldShape(struct, key);
    const error = shape && checkValue(inner, shape, struct, `${field}.${key}`, `${path}.${key}`);
    if (error) return error;
  }
  return undefined;
}

function checkValue(
  value: Json,
  shape: FieldShape,
  struct: string,
  field: string,
  path: string,
): MetadataTypeError | undefined {
  if (value === null) return undefined;
  const mismatch = (): MetadataTypeError => wrong(value, struct, field, goTypeOf(shape), path);
  const { list, map, ref } = shape;
  if (map) {
    if (!isMap(value)) return mismatch();
    return first(Object.entries(value), ([key, item]) => checkValue(item, map, struct, field, `${path}.${key}`));
  }
  if (list) {
    if (!isList(value)) return mismatch();
    return first([...value.entries()], ([i, item]) => checkValue(item, list, struct, field, `${path}[${i}]`));
  }
  if (ref) {
    if (!referredStruct(ref)) return undefined;
    return isMap(value) ? checkStruct(value, ref, field, path) : mismatch();
  }
  const right = shape.type === 'integer' ? Number.isInteger(value) : typeof value === shape.type;
  return right ? undefined : mismatch();
}

function first<T>(
  items: readonly T[],
  check: (item: T) => MetadataTypeError | undefined,
): MetadataTypeError | undefined {
  for (const item of items) {
    const error = check(item);
    if (error) return error;
  }
  return undefined;
}

function wrong(value: Json, struct: string, field: string, goType: string, path: string): MetadataTypeError {
  const shown = typeof value === 'number' && goType === 'int64' ? `number ${value}` : jsonType(value);
  return { text: `json: cannot unmarshal ${shown} into Go struct field ${struct}.${field} of type ${goType}`, path };
}

/** The word of Go's JSON decoder for a value's type. */
export function jsonType(value: Json): string {
  if (isList(value)) return 'array';
  if (isMap(value)) return 'object';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
