/** What kubectl itself checks and looks up before it asks the server: one document of a file → objects to send. */
import { goQuote } from '../api/go-text.ts';
import type { Json, JsonObject } from '../api/objects.ts';
import type { ManifestObject } from './apply-object.ts';
import { plainError, type KubectlError } from './errors.ts';
import { printJson } from '../yaml/print-json.ts';
import { isList, isMap, mapOf, valueAt, withValue } from './json-values.ts';
import { isPlainList, mapKind, noMatches } from './kind-mapping.ts';
import { findMetadataTypeError, jsonType } from './metadata-types.ts';

export type ReadErrorCode = 'InvalidObject' | 'KindNotSet' | 'UnknownKind' | 'WrongType';

/** One thing wrong in a document, to be shown at its place. */
export interface ReadProblem {
  readonly code: ReadErrorCode;
  readonly message: string;
  /** Field in the document; absent: the document as a whole. */
  readonly path?: string;
}

export interface ReadObject extends ManifestObject {
  /** Index among the items of a List. */
  readonly item?: number;
}

export interface DocumentObjects {
  readonly objects: readonly ReadObject[];
  readonly problems: readonly ReadProblem[];
  /** What kubectl collects for this document. */
  readonly error?: KubectlError;
  /** The file ends here: nothing after this document is read. */
  readonly ends: boolean;
}

/**
 * The objects of one parsed document of `file`: a List gives its items. `namespace` is what kubectl fills in.
 * Models cli-runtime/pkg/resource StreamVisitor, mapper.infoForData and FlattenListVisitor, v1.36.
 */
export function readObjects(value: Json, file: string, namespace: string, checkList: CheckList): DocumentObjects {
  const invalid = findInvalid(value) ?? findInvalidItem(value, checkList);
  if (invalid || !isMap(value)) {
    const text = `error validating ${goQuote(file)}: error validating data: ${invalid?.text ?? invalidObject}; if you choose to ignore these errors, turn validation off with --validate=false`;
    return { ...refuse(invalid?.code ?? 'InvalidObject', text, invalid?.path), ends: true };
  }
  const decodeError = findDecodeError(value);
  if (decodeError) {
    return refuse(decodeError.code, `unable to decode ${goQuote(file)}: ${decodeError.text}`, decodeError.path);
  }
  const { apiVersion, kind } = typeOf(value);
  const mapped = mapKind(apiVersion, kind);
  if (!mapped && !isPlainList(apiVersion, kind)) {
    const where = `resource mapping not found for name: ${goQuote(metadataText(value, 'name'))} namespace: ${goQuote(metadataText(value, 'namespace'))} from ${goQuote(file)}`;
    return refuse('UnknownKind', `${where}: ${noMatches(apiVersion, kind)}\nensure CRDs are installed first`, 'kind');
  }
  const items = valueAt(value, 'items');
  if (isList(items)) return readItems(items, apiVersion, kind, namespace);
  return { objects: mapped ? [manifestObject(value, namespace)] : [], problems: [], ends: false };
}

/**
 * What kubectl itself finds wrong with a `List`: its words behind `error validating data: `, and where the first fault is.
 * `kindFaults` says what is wrong with an item's apiVersion and kind.
 */
export type CheckList = (
  list: JsonObject,
  kindFaults: (item: Json) => readonly string[],
) => { readonly text: string; readonly path: string } | undefined;

const invalidObject = 'invalid object to validate';

function refuse(code: ReadErrorCode, message: string, path?: string): DocumentObjects {
  const problem = path === undefined ? { code, message } : { code, message, path };
  return { objects: [], problems: [problem], error: plainError(message), ends: false };
}

interface Fault {
  readonly code: ReadErrorCode;
  readonly text: string;
  readonly path?: string;
}

/** A `List` whose items do not fit is not read at all. */
function findInvalidItem(value: Json, checkList: CheckList): Fault | undefined {
  if (!isMap(value) || valueAt(value, 'apiVersion') !== 'v1' || valueAt(value, 'kind') !== 'List') return undefined;
  const fault = checkList(value, (item) => kindFaults(item).map(({ text }) => text));
  return fault && { code: 'InvalidObject', ...fault };
}

function findInvalid(value: Json): Fault | undefined {
  const faults = kindFaults(value);
  const [first] = faults;
  if (!first) return undefined;
  if (first.path === '') return { code: 'InvalidObject', text: first.text };
  const texts = faults.map(({ text }) => text);
  return { code: 'KindNotSet', text: texts.length === 1 ? first.text : `[${texts.join(', ')}]`, path: first.path };
}

/** Models kubectl/pkg/validation getObjectKind, v1.36. */
function kindFaults(value: Json): readonly { readonly text: string; readonly path: string }[] {
  if (!isMap(value)) return [{ text: invalidObject, path: '' }];
  const apiVersion = valueAt(value, 'apiVersion') ?? null;
  const kind = valueAt(value, 'kind') ?? null;
  const faults: { readonly text: string; readonly path: string }[] = [];
  if (apiVersion === null) faults.push({ text: 'apiVersion not set', path: 'apiVersion' });
  else if (typeof apiVersion !== 'string') faults.push({ text: "apiVersion isn't string type", path: 'apiVersion' });
  else if (apiVersion.split('/').length > 2)
    faults.push({ text: `unexpected GroupVersion string: ${apiVersion}`, path: 'apiVersion' });
  if (kind === null) faults.push({ text: 'kind not set', path: 'kind' });
  else if (typeof kind !== 'string') faults.push({ text: "kind isn't string type", path: 'kind' });
  return faults;
}

/** Models apimachinery/pkg/apis/meta/v1/unstructured UnstructuredJSONScheme and metadataValidatingDecoder, v1.36. */
function findDecodeError(value: JsonObject): Fault | undefined {
  const items = valueAt(value, 'items') ?? null;
  if (items !== null && !isList(items))
    return {
      code: 'WrongType',
      text: `json: cannot unmarshal ${jsonType(items)} into Go struct field decodeList.items of type []json.RawMessage`,
      path: 'items',
    };
  const at = isList(items) ? items.findIndex((item) => item !== null && !isMap(item)) : -1;
  if (at >= 0)
    return {
      code: 'WrongType',
      text: `json: cannot unmarshal ${jsonType((items as readonly Json[])[at] as Json)} into Go value of type map[string]interface {}`,
      path: `items[${at}]`,
    };
  if (valueAt(value, 'kind') === '')
    return { code: 'KindNotSet', text: `Object 'Kind' is missing in '${printJson(value)}'`, path: 'kind' };
  const wrong = findMetadataTypeError(value);
  return wrong && { code: 'WrongType', ...wrong };
}

function readItems(items: readonly Json[], listVersion: string, listKind: string, namespace: string): DocumentObjects {
  const maps = items.map((item) => withListType(isMap(item) ? item : {}, listVersion, listKind));
  const nested = maps.findIndex((item) => isList(valueAt(item, 'items')));
  if (nested >= 0)
    return refuse(
      'InvalidObject',
      '*unstructured.Unstructured is not a list: no Items field in this object',
      `items[${nested}]`,
    );
  const objects: ReadObject[] = [];
  const problems: ReadProblem[] = [];
  for (const [item, value] of maps.entries()) {
    const { apiVersion, kind } = typeOf(value);
    if (kind !== '' && mapKind(apiVersion, kind)) objects.push({ ...manifestObject(value, namespace), item });
    else if (kind === '') problems.push({ code: 'KindNotSet', message: noKind, path: `items[${item}]` });
    else
      problems.push({
        code: 'UnknownKind',
        message: `unable to recognize ${noMatches(apiVersion, kind)}`,
        path: `items[${item}].kind`,
      });
  }
  if (problems.length === 0) return { objects, problems, ends: false };
  return {
    objects,
    problems,
    error: { type: 'several', errors: problems.map(({ message }) => plainError(message)) },
    ends: false,
  };
}

const noKind = `unable to get type info from the object "*unstructured.Unstructured": Object 'Kind' is missing in 'unstructured object has no kind'`;

/** Items without kind and apiVersion get them from the list's own: a ServiceList holds Services. */
function withListType(item: JsonObject, listVersion: string, listKind: string): JsonObject {
  const { apiVersion, kind } = typeOf(item);
  if (apiVersion !== '' || kind !== '') return item;
  return withValue(withValue(item, 'kind', listKind.replace(/List$/, '')), 'apiVersion', listVersion);
}

function manifestObject(value: JsonObject, fallback: string): ManifestObject {
  const { apiVersion, kind: typed } = typeOf(value);
  const kind = mapKind(apiVersion, typed);
  if (!kind) throw new Error(`kind was looked up before: ${apiVersion} ${typed}`);
  const namespace = kind.namespaced ? metadataText(value, 'namespace') || fallback : '';
  return { kind, namespace, name: metadataText(value, 'name'), value: withNamespace(value, namespace) };
}

/** Models cli-runtime/pkg/resource SetNamespace and FilterNamespace, v1.36. */
function withNamespace(value: JsonObject, namespace: string): JsonObject {
  const metadata = valueAt(value, 'metadata');
  if (metadata !== undefined && !isMap(metadata)) return value;
  if (namespace !== '') return withValue(value, 'metadata', withValue(metadata ?? {}, 'namespace', namespace));
  if (!metadata || !Object.hasOwn(metadata, 'namespace')) return value;
  return withValue(value, 'metadata', mapOf(Object.entries(metadata).filter(([key]) => key !== 'namespace')));
}

function typeOf(value: JsonObject): { readonly apiVersion: string; readonly kind: string } {
  const [apiVersion, kind] = [valueAt(value, 'apiVersion'), valueAt(value, 'kind')];
  return { apiVersion: typeof apiVersion === 'string' ? apiVersion : '', kind: typeof kind === 'string' ? kind : '' };
}

function metadataText(value: JsonObject, field: string): string {
  const metadata = valueAt(value, 'metadata');
  const text = isMap(metadata) ? valueAt(metadata, field) : undefined;
  return typeof text === 'string' ? text : '';
}
