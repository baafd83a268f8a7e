/** How the lists of an object are merged in a patch: merge keys and strategies of the API's own field descriptions. */
import fields from '../api/fields.json' with { type: 'json' };

interface FieldDescription {
  readonly ref?: string;
  readonly list?: { readonly ref?: string };
  readonly mergeKey?: string;
  readonly patchStrategy?: string;
}

/** Fields of one type; undefined: nothing is known (a plain map, or a kind without descriptions). */
export type PatchSchema = Readonly<Record<string, FieldDescription>> | undefined;

export interface PatchField {
  readonly schema: PatchSchema;
  /** Lists are merged by their items (by `mergeKey` where items are maps) instead of being replaced. */
  readonly merge: boolean;
  /** The patch names the fields to keep (`$retainKeys`), all others go. */
  readonly retainKeys: boolean;
  readonly mergeKey: string;
}

const types = fields as unknown as Readonly<
  Record<string, { readonly fields?: Readonly<Record<string, FieldDescription>> }>
>;
const unknownField: PatchField = { schema: undefined, merge: false, retainKeys: false, mergeKey: '' };

/** Fields whose strategy stands in the Go type but not in the recorded descriptions. */
const strategies: Readonly<Record<string, string>> = { 'DeploymentSpec.strategy': 'retainKeys' };
const strategyOf = new Map(
  Object.entries(strategies).map(([path, strategy]) => {
    const [type = '', field = ''] = path.split('.');
    return [types[type]?.fields?.[field], strategy];
  }),
);

/** The schema of a kind's objects (`Service`), or undefined for kinds that are not described. */
export function patchSchemaOf(kind: string): PatchSchema {
  return Object.hasOwn(types, kind) ? types[kind]?.fields : undefined;
}

/** What is known of one field. Models PatchMetaFromOpenAPI LookupPatchMetadataForStruct and ForSlice, v1.36. */
export function patchFieldOf(schema: PatchSchema, name: string): PatchField {
  const field = schema && Object.hasOwn(schema, name) ? schema[name] : undefined;
  if (!field) return unknownField;
  const strategy = (field.patchStrategy ?? strategyOf.get(field) ?? '').split(',');
  const ref = field.ref ?? field.list?.ref;
  return {
    schema: ref === undefined ? undefined : patchSchemaOf(ref),
    merge: strategy.includes('merge'),
    retainKeys: strategy.includes('retainKeys'),
    mergeKey: field.mergeKey ?? '',
  };
}
