/**
 * JSON into the objects the server keeps: unknown fields are dropped and named, a value of the wrong type is an error,
 * null and empty values count as not given unless Go keeps them.
 */
import { NeedsFull } from '../../api/needs-full.ts';
import type { ApiKind } from '../../api/kinds.ts';
import { isModelled } from '../../api/kinds.ts';
import type { Json, JsonObject } from '../../api/objects.ts';
import {
  fieldShape,
  goStructName,
  goTypeOf,
  keepsZero,
  referredStruct,
  structShape,
  type FieldShape,
} from './field-table.ts';
import { decodeSpecial } from './special-values.ts';
import { isMap, kindOfJson } from './json-kind.ts';

export interface TypeProblem {
  /** The decoder's words: `json: cannot unmarshal string into Go struct field … of type int32`. */
  readonly message: string;
  /** Path of the value with list places: `spec.ports[0].port`. */
  readonly path: string;
  /** What the converter of strategic patches says of the same value: `unrecognized type: int32`. */
  readonly patchMessage: string;
}

export interface Decoded {
  readonly object: JsonObject;
  /** The first value of a wrong type, in order of the keys; a wrong time, quantity or port name goes before all. */
  readonly problem?: TypeProblem;
  /** Paths of unknown fields, in order of the keys. */
  readonly unknown: readonly string[];
}

/** Where a value stands: path with list places, Go's path of field names, and the struct and field it belongs to. */
interface Place {
  readonly path: string;
  readonly names: string;
  readonly struct: string;
  readonly field: string;
}

interface Findings {
  problem?: TypeProblem;
  /** The decoder stopped there, whatever it had found before. */
  stopped?: boolean;
  readonly unknown: string[];
}

/** Kinds that are only stored, whose fields the server checks all the same. */
const described: ReadonlySet<string> = new Set(['ConfigMap', 'Ingress', 'NetworkPolicy', 'Secret']);

/** True for a kind whose fields are known, if not in this engine. */
export function hasFields(kind: ApiKind): boolean {
  return isModelled(kind) || described.has(kind.kind);
}

/**
 * Decodes one object. Kinds without a table keep everything; only their metadata is looked at.
 * Models sigs.k8s.io/json UnmarshalStrict, v1.36.
 */
export function decodeObject(kind: ApiKind, object: JsonObject): Decoded {
  const findings: Findings = { unknown: [] };
  const known = hasFields(kind);
  if (known && !structShape(kind.kind)) throw new NeedsFull(kind.kind);
  const decoded = known
    ? decodeStruct(object, kind.kind, { path: '', names: '' }, findings)
    : decodeOther(object, kind, findings);
  return { object: decoded, ...(findings.problem && { problem: findings.problem }), unknown: findings.unknown };
}

function decodeOther(object: JsonObject, kind: ApiKind, findings: Findings): JsonObject {
  const metadata = object['metadata'];
  const place: Place = { path: 'metadata', names: 'metadata', struct: kind.kind, field: 'metadata' };
  const decoded = metadata === undefined ? undefined : decodeValue(metadata, { ref: 'ObjectMeta' }, place, findings);
  return { ...object, metadata: decoded ?? {} };
}

function decodeStruct(
  raw: JsonObject,
  struct: string,
  at: { readonly path: string; readonly names: string },
  findings: Findings,
): JsonObject {
  const entries: [string, Json][] = [];
  const typed = Object.keys(raw);
  const names = typed.toSorted(byBytes);
  let asTyped = Object.getPrototypeOf(raw) === Object.prototype;
  for (const [i, name] of names.entries()) {
    const path = at.path === '' ? name : `${at.path}.${name}`;
    const shape = fieldShape(struct, name);
    if (!shape) {
      findings.unknown.push(path);
      continue;
    }
    const goPath = at.names === '' ? name : `${at.names}.${name}`;
    const value = decodeValue(raw[name] as Json, shape, { path, names: goPath, struct, field: name }, findings);
    if (value !== undefined) entries.push([name, value]);
    asTyped &&= value === raw[name] && name === typed[i];
  }
  // What a controller wrote as it is stored stays the same value.
  return asTyped && entries.length === typed.length ? raw : Object.fromEntries(entries);
}

function decodeValue(raw: Json, shape: FieldShape, place: Place, findings: Findings): Json | undefined {
  if (raw === null) return undefined;
  if (shape.list) return decodeList(raw, shape, shape.list, place, findings);
  if (shape.map) return decodeMap(raw, shape, shape.map, place, findings);
  if (shape.ref && referredStruct(shape.ref)) {
    if (isMap(raw)) return decodeStruct(raw, shape.ref, place, findings);
    return wrongType(raw, shape, place, findings);
  }
  if (shape.ref) {
    const special = decodeSpecial(shape.ref, raw);
    if ('value' in special) return special.value;
    const { message = cannotUnmarshal(raw, special.goType, place), patchMessage } = special;
    if (!findings.stopped) findings.problem = { message, path: place.path, patchMessage };
    findings.stopped = true;
    return undefined;
  }
  return decodeScalar(raw, shape, place, findings);
}

function decodeList(
  raw: Json,
  shape: FieldShape,
  item: FieldShape,
  place: Place,
  findings: Findings,
): Json | undefined {
  if (!Array.isArray(raw)) return wrongType(raw, shape, place, findings);
  const list = raw as readonly Json[];
  if (list.length === 0) return keepsZero(place.struct, place.field) ? list : undefined;
  if (storedLists.get(list) === item) return list;
  const items = list.map((value, i) => {
    const inside = { ...place, path: `${place.path}[${i}]` };
    return decodeElement(value, item, inside, findings);
  });
  if (!items.every((value, i) => value === list[i])) return items;
  if (!findings.problem && findings.unknown.length === 0) storedLists.set(list, item);
  return list;
}

/** Lists that are stored as they were sent, with the shape of their items. */
const storedLists = new WeakMap<readonly Json[], FieldShape>();

function decodeMap(raw: Json, shape: FieldShape, item: FieldShape, place: Place, findings: Findings): Json | undefined {
  if (!isMap(raw)) return wrongType(raw, shape, place, findings);
  const entries = Object.keys(raw)
    .sort(byBytes)
    .map((key): [string, Json] => {
      const inside = { ...place, path: `${place.path}.${key}` };
      return [key, decodeElement(raw[key] as Json, item, inside, findings)];
    });
  return entries.length > 0 || keepsZero(place.struct, place.field) ? Object.fromEntries(entries) : undefined;
}

/** Items of lists and maps have no "not given": null is the zero value. */
function decodeElement(raw: Json, item: FieldShape, place: Place, findings: Findings): Json {
  const value =
    item.ref || raw === null ? decodeValue(raw, item, place, findings) : decodeScalar(raw, item, place, findings, true);
  if (value !== undefined) return value;
  if (item.type === 'integer') return 0;
  return item.type === 'boolean' ? false : item.ref && referredStruct(item.ref) ? {} : '';
}

function decodeScalar(raw: Json, shape: FieldShape, place: Place, findings: Findings, keep = false): Json | undefined {
  const fits =
    shape.type === 'string'
      ? typeof raw === 'string'
      : shape.type === 'boolean'
        ? typeof raw === 'boolean'
        : typeof raw === 'number' && fitsInteger(raw, shape.format);
  if (!fits) return wrongType(raw, shape, place, findings);
  const zero = raw === '' || raw === 0 || raw === false;
  return !zero || keep || keepsZero(place.struct, place.field) ? raw : undefined;
}

function fitsInteger(value: number, format: string | undefined): boolean {
  return Number.isInteger(value) && Math.abs(value) <= (format === 'int32' ? 2 ** 31 - 1 : 2 ** 63);
}

function wrongType(raw: Json, shape: FieldShape, place: Place, findings: Findings): undefined {
  const goType = goTypeOf(shape);
  report(findings, place, cannotUnmarshal(raw, goType, place), converterMessage(raw, shape, goType));
  return undefined;
}

function cannotUnmarshal(raw: Json, goType: string, place: Place): string {
  const isInteger = goType === 'int32' || goType === 'int64';
  const found = typeof raw === 'number' && isInteger ? `number ${raw}` : kindOfJson(raw);
  return `json: cannot unmarshal ${found} into Go struct field ${goStructName(place.struct)}.${place.names} of type ${goType}`;
}

/** Models apimachinery/pkg/runtime fromUnstructured, v1.36. */
function converterMessage(raw: Json, shape: FieldShape, goType: string): string {
  const from = typeof raw === 'string' ? 'string' : typeof raw === 'boolean' ? 'bool' : isMap(raw) ? 'map' : 'slice';
  const source = typeof raw === 'number' ? (Number.isInteger(raw) ? 'int64' : 'float64') : from;
  if (shape.list) return `cannot restore slice from ${source}`;
  if (shape.map) return `cannot restore map from ${source}`;
  if (shape.ref) return `cannot restore struct from: ${source}`;
  const target = shape.type === 'string' ? 'string' : shape.type === 'boolean' ? 'bool' : (shape.format ?? 'int64');
  const convertible = typeof raw === 'number' && target !== 'bool';
  return convertible ? `cannot convert ${source} to ${goType}` : `unrecognized type: ${target}`;
}

function report(findings: Findings, place: Place, message: string, patchMessage: string): void {
  findings.problem ??= { message, path: place.path, patchMessage };
}

function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
