/** How the lists of an object are merged in a patch: merge keys and strategies of the API's own field descriptions. */
import { referredStruct, structShape, type FieldShape } from '../apiserver/decode/field-table.ts';

/** Fields of one type; undefined: nothing is known (a plain map, or a kind without descriptions). */
export type PatchSchema = Readonly<Record<string, FieldShape>> | undefined;

export interface PatchField {
  readonly schema: PatchSchema;
  /** Lists are merged by their items (by `mergeKey` where items are maps) instead of being replaced. */
  readonly merge: boolean;
  /** The patch names the fields to keep (`$retainKeys`), all others go. */
  readonly retainKeys: boolean;
  readonly mergeKey: string;
}

const unknownField: PatchField = { schema: undefined, merge: false, retainKeys: false, mergeKey: '' };

/** The schema of a kind's objects (`Service`), or undefined for kinds that are not described. */
export function patchSchemaOf(kind: string): PatchSchema {
  return structShape(kind)?.fields;
}

/** What is known of one field. Models PatchMetaFromOpenAPI LookupPatchMetadataForStruct and ForSlice, v1.36. */
export function patchFieldOf(schema: PatchSchema, name: string): PatchField {
  const field = schema && Object.hasOwn(schema, name) ? schema[name] : undefined;
  if (!field) return unknownField;
  const ref = field.ref ?? field.list?.ref;
  return {
    schema: ref === undefined ? undefined : referredStruct(ref)?.fields,
    merge: field.mergeKey !== undefined,
    retainKeys: field.retainKeys === true,
    mergeKey: field.mergeKey ?? '',
  };
}
