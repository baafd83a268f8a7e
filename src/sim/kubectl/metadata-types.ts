/** kubectl's own check of `metadata`: every field of a type that its Go struct can hold. */
import fields from '../api/fields.json' with { type: 'json' };
import type { Json, JsonObject } from '../api/objects.ts';
import { isList, isMap, valueAt } from './json-values.ts';

interface TypeDescription {
  readonly type?: string;
  readonly format?: string;
  readonly ref?: string;
  readonly list?: TypeDescription;
  readonly map?: TypeDescription;
}

export interface MetadataTypeError {
  /** Go's words: `json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string`. */
  readonly text: string;
  /** `metadata.name`. */
  readonly path: string;
}

const types = fields as unknown as Readonly<
  Record<string, { readonly fields?: Readonly<Record<string, TypeDescription>> }>
>;
const goTypes: Readonly<Record<string, string>> = { string: 'string', integer: 'int64', boolean: 'bool' };
const goNames: Readonly<Record<string, string>> = {
  'metadata.uid': 'types.UID',
  'metadata.ownerReferences.uid': 'types.UID',
};

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
    const description = types[struct]?.fields?.[key];
    const error = description && checkValue(inner, description, struct, `${field}.${key}`, `${path}.${key}`);
    if (error) return error;
  }
  return undefined;
}

function checkValue(
  value: Json,
  description: TypeDescription,
  struct: string,
  field: string,
  path: string,
): MetadataTypeError | undefined {
  if (value === null) return undefined;
  if (description.map) {
    if (!isMap(value))
      return wrong(value, struct, field, `map[string]${goTypes[description.map.type ?? ''] ?? ''}`, path);
    return first(Object.entries(value), ([key, item]) =>
      checkValue(item, description.map ?? {}, struct, field, `${path}.${key}`),
    );
  }
  if (description.list) {
    const itemType = description.list.ref ? `v1.${description.list.ref}` : (goTypes[description.list.type ?? ''] ?? '');
    if (!isList(value)) return wrong(value, struct, field, `[]${itemType}`, path);
    return first([...value.entries()], ([i, item]) =>
      checkValue(item, description.list ?? {}, struct, field, `${path}[${i}]`),
    );
  }
  if (description.ref) {
    if (!types[description.ref]?.fields) return undefined;
    return isMap(value)
      ? checkStruct(value, description.ref, field, path)
      : wrong(value, struct, field, `v1.${description.ref}`, path);
  }
  const right = description.type === 'integer' ? Number.isInteger(value) : typeof value === description.type;
  return right ? undefined : wrong(value, struct, field, goNames[field] ?? goTypes[description.type ?? ''] ?? '', path);
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
