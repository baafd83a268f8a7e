/** The recorded field tables of the modelled kinds, typed, with what OpenAPI does not tell of the Go types behind them. */
import { NeedsFull } from '../../api/needs-full.ts';
import fields from '../../api/fields.json' with { type: 'json' };

export interface FieldShape {
  readonly type?: 'string' | 'boolean' | 'integer';
  readonly format?: 'int32' | 'int64';
  /** Go's type, where a string has one of its own: `v1.Protocol`. */
  readonly goType?: string;
  readonly ref?: string;
  readonly list?: FieldShape;
  readonly map?: FieldShape;
  /** Present: the list is merged by its items, which are told apart by this key (by their value where it is ""); else it is replaced as a whole. */
  readonly mergeKey?: string;
  /** A patch names the fields that stay. */
  readonly retainKeys?: true;
}

export interface StructShape {
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly required: readonly string[];
  /** Fields whose empty value (0, false, "", an empty list) is stored: pointers in Go, and required ones, which have no `omitempty`. */
  readonly kept: ReadonlySet<string>;
}

/**
 * One line per struct, its fields apart by a blank: `name!:type~key`. `!`: required; `?`: a pointer in Go; no type: a string; `[` a list
 * of, `{` a map of; `~key`: merged by that key; `^`: `retainKeys`. They are read when they are first asked for.
 */
const tables: Readonly<Record<string, string>>[] = [fields];
const read = new Map<string, StructShape>();

/** The fields of a Go struct by its name in the tables; undefined for a kind that is not modelled and for plain values. */
export function structShape(name: string): StructShape | undefined {
  const known = read.get(name);
  const line = known ? undefined : tables.find((table) => Object.hasOwn(table, name))?.[name];
  if (line === undefined) return known;
  const struct = readStruct(line);
  read.set(name, struct);
  return struct;
}

/** Types without fields of their own. */
const plain: ReadonlySet<string> = new Set(['Bytes', 'FieldsV1', 'IntOrString', 'Quantity', 'Time']);

/** The struct that a field refers to; undefined for a type of one value. Throws NeedsFull for one whose table is not loaded. */
export function referredStruct(ref: string): StructShape | undefined {
  const struct = structShape(ref);
  if (!struct && !plain.has(ref)) throw new NeedsFull(ref);
  return struct;
}

/** Adds structs that scenes seldom need (`more-fields.ts`): they are not part of a page's first worker. */
export function addStructs(more: Readonly<Record<string, string>>): void {
  if (!tables.includes(more)) tables.push(more);
}

function readStruct(line: string): StructShape {
  const fields: Record<string, FieldShape> = {};
  const required: string[] = [];
  const kept = new Set<string>();
  for (const written of line.split(' ')) {
    const [plain = '', retain] = written.split('^');
    const [head = '', mergeKey] = plain.split('~');
    const [named = '', type = ''] = head.split(':');
    const name = named.replace(/[!?]$/, '');
    if (name !== named) kept.add(name);
    if (named.endsWith('!')) required.push(name);
    fields[name] = {
      ...readType(type),
      ...(mergeKey !== undefined && { mergeKey }),
      ...(retain !== undefined && { retainKeys: true }),
    };
  }
  return { fields, required, kept };
}

function readType(type: string): FieldShape {
  if (type.startsWith('[')) return { list: readType(type.slice(1)) };
  if (type.startsWith('{')) return { map: readType(type.slice(1)) };
  if (type === '') return { type: 'string' };
  if (type === 'bool') return { type: 'boolean' };
  if (type === 'int32' || type === 'int64') return { type: 'integer', format: type };
  return /^(v1|types)\./.test(type) ? { type: 'string', goType: type } : { ref: type };
}

/** One field of a struct, or undefined. */
export function fieldShape(struct: string, field: string): FieldShape | undefined {
  const shape = structShape(struct);
  return shape && Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
}

/** True when an empty value of this field is stored; else it counts as not given. */
export function keepsZero(struct: string, field: string): boolean {
  return structShape(struct)?.kept.has(field) === true;
}

/** Go's name of a struct of the tables, without its package. */
export function goStructName(struct: string): string {
  return struct.slice(struct.indexOf('.') + 1);
}

/** The Go type that a message names: `int32`, `[]v1.ServicePort`, `map[string]string`, `v1.Protocol`. */
export function goTypeOf(shape: FieldShape): string {
  if (shape.list) return `[]${goTypeOf(shape.list)}`;
  if (shape.map?.ref === 'Quantity') return 'v1.ResourceList';
  if (shape.map) return `map[string]${goTypeOf(shape.map)}`;
  if (shape.ref === 'Quantity') return 'resource.Quantity';
  if (shape.ref) return `v1.${goStructName(shape.ref)}`;
  if (shape.type === 'boolean') return 'bool';
  return shape.goType ?? shape.format ?? 'string';
}
