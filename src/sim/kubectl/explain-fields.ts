/** The parts of a page of `kubectl explain`: a field's head, its description, the list of fields below it. */
import { fieldValues } from '../api/field-values.ts';
import '../apiserver/decode/more-fields.ts';
import { goStructName, structShape, type FieldShape } from '../apiserver/decode/field-table.ts';

/** Our descriptions: of a struct by its name (`ServicePort`), of a field by struct and name (`ServicePort.port`). */
export type FieldDescriptions = Readonly<Record<string, string>>;

export interface FieldListOptions {
  readonly descriptions: FieldDescriptions;
  /** All fields below, without descriptions. */
  readonly recursive: boolean;
}

/** Width of descriptions before they are indented. */
const width = 76;
/** Values of an enum in a list of fields; the others are dots. */
const shownValues = 4;

/** `FIELD: type <string>`, its values, and the empty line behind; `key` as of `describeShape`. */
export function headOfField(
  name: string,
  { shape, key }: { readonly shape: FieldShape; readonly key: string },
): string {
  const known = valuesOf(shape, key);
  const values = known && `ENUM:${known.map((value) => `\n    ${value || '""'}`).join('')}`;
  return `FIELD: ${name} <${typeOf(shape)}>\n${values ?? ''}\n\n`;
}

/** What is known of a field (`key`: `ServiceSpec.ports`, "" for a kind) and of the struct it holds, indented. */
export function describeShape(
  { shape, key }: { readonly shape: FieldShape; readonly key: string },
  descriptions: FieldDescriptions,
): string {
  const texts = [key, ...structsIn(shape)].flatMap((name) => textOf(descriptions, name) ?? []);
  const lines = texts.length === 0 ? ['<empty>'] : [...texts.flatMap((text) => wrap(text, width)), ''];
  return lines.map((line) => `    ${line}\n`).join('');
}

/** The fields of what a shape holds, sorted by name; "" for a plain value. */
export function fieldList(shape: FieldShape, options: FieldListOptions): string {
  return listAt(shape, options, 1, new Set());
}

function listAt(shape: FieldShape, options: FieldListOptions, level: number, above: ReadonlySet<string>): string {
  const inner = shape.list ?? shape.map;
  if (inner) return listAt(inner, options, level, above);
  const struct = shape.ref ?? '';
  if (above.has(struct)) return '';
  const { fields = {}, required = [] } = structShape(struct) ?? {};
  const within = new Set([...above, struct]);
  return Object.entries(fields)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => {
      const line = detail(`${struct}.${name}`, field, required.includes(name), level);
      if (options.recursive) return `${line}${listAt(field, options, level + 1, within)}`;
      const text = textOf(options.descriptions, `${struct}.${name}`) ?? '<no description>';
      return `${line}${indent(wrap(text, width), level * 2 + 2)}\n`;
    })
    .join('');
}

/** One field with its type and, on a line of their own, the values it may have. */
function detail(key: string, shape: FieldShape, required: boolean, level: number): string {
  const name = key.slice(key.lastIndexOf('.') + 1);
  const margin = ' '.repeat(level * 2);
  const first = `${margin}${name}\t<${typeOf(shape)}>${required ? ' -required-' : ''}\n`;
  const known = valuesOf(shape, key);
  if (!known) return first;
  const values = known.slice(0, shownValues).map((value) => value || '""');
  const dots = known.length > shownValues ? ', ....' : '';
  return `${first}${margin}enum: ${values.join(', ')}${dots}\n`;
}

/** The values of a plain field; those of a list's items are not told. */
function valuesOf(shape: FieldShape, key: string): readonly string[] | undefined {
  return shape.list || shape.map ? undefined : fieldValues(key);
}

/** `string`, `[]ServicePort`, `map[string]Quantity`, `IntOrString`: as OpenAPI tells it, so a time is a string. */
function typeOf(shape: FieldShape): string {
  if (shape.list) return `[]${typeOf(shape.list)}`;
  if (shape.map) return `map[string]${typeOf(shape.map)}`;
  if (shape.ref === 'Time') return 'string';
  if (shape.ref) return goStructName(shape.ref);
  return shape.type ?? 'Object';
}

function structsIn(shape: FieldShape): readonly string[] {
  const inner = shape.list ?? shape.map;
  return inner ? structsIn(inner) : shape.ref === undefined ? [] : [shape.ref];
}

function textOf(descriptions: FieldDescriptions, name: string): string | undefined {
  return Object.hasOwn(descriptions, name) ? descriptions[name] : undefined;
}

function indent(lines: readonly string[], columns: number): string {
  return lines.map((line) => `${' '.repeat(columns)}${line}\n`).join('');
}

/** Lines of at most `columns` characters; a longer word keeps its line. */
function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
