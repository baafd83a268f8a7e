/** Running a Go template on decoded JSON. */
import { goQuote } from '../api/go-text.ts';
import { entriesAt, isMap } from './field.ts';
import type { Control, Node, Operand, Pipe } from './parse-template.ts';

/** Undefined is what a key that is not there gives. */
type Value = unknown;

export type TemplateRun =
  | { readonly ok: true; readonly text: string }
  /** What was printed before, and Go's words. */
  | { readonly ok: false; readonly text: string; readonly error: string };

class Wrong extends Error {}
class Leave extends Error {
  readonly how: 'break' | 'continue';
  constructor(how: 'break' | 'continue') {
    super(how);
    this.how = how;
  }
}

/** Models text/template Execute on `map[string]interface {}`, with kubectl's `exists` and `base64decode`. */
export function runTemplate(template: string, nodes: readonly Node[], data: Value, allowMissing: boolean): TemplateRun {
  const run = new Run(template, data, allowMissing);
  try {
    run.nodes(nodes, data);
    return { ok: true, text: run.out };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, text: run.out, error: error.message };
    if (error instanceof Leave) return { ok: true, text: run.out };
    throw error;
  }
}

class Run {
  out = '';
  readonly #template: string;
  readonly #allowMissing: boolean;
  #variables: { name: string; value: Value }[];

  constructor(template: string, data: Value, allowMissing: boolean) {
    this.#template = template;
    this.#allowMissing = allowMissing;
    this.#variables = [{ name: '$', value: data }];
  }

  nodes(nodes: readonly Node[], dot: Value): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.out += node.text;
      else if (node.kind === 'break' || node.kind === 'continue') throw new Leave(node.kind);
      else if (node.kind === 'print') {
        const value = this.#pipe(node.pipe, dot);
        if (node.pipe.names.length === 0) this.out += printed(value);
      } else this.#scoped(() => this.#control(node, dot));
    }
  }

  #control(node: Control, dot: Value): void {
    const value = this.#pipe(node.pipe, dot, node.kind === 'range');
    if (node.kind === 'range') this.#range(node, value, dot);
    else if (isTrue(value)) this.nodes(node.body, node.kind === 'with' ? value : dot);
    else this.nodes(node.otherwise, dot);
  }

  #range({ pipe, body, otherwise }: Control, value: Value, dot: Value): void {
    if (value !== undefined && value !== null && !Array.isArray(value) && !isMap(value))
      this.#fail(pipe.at, pipe.text, `range can't iterate over ${printed(value)}`);
    const entries: readonly (readonly [Value, Value])[] = Array.isArray(value)
      ? [...value.entries()]
      : entriesAt(value);
    if (entries.length === 0) this.nodes(otherwise, dot);
    const [first, second] = pipe.names;
    for (const [key, item] of entries) {
      const leaves = this.#scoped(() => {
        if (second !== undefined && first !== undefined)
          this.#variables.push({ name: first, value: key }, { name: second, value: item });
        else if (first !== undefined) this.#variables.push({ name: first, value: item });
        return this.#once(body, item);
      });
      if (leaves) return;
    }
  }

  /** True where the range ends. */
  #once(body: readonly Node[], item: Value): boolean {
    try {
      this.nodes(body, item);
      return false;
    } catch (error) {
      if (error instanceof Leave) return error.how === 'break';
      throw error;
    }
  }

  #scoped<T>(act: () => T): T {
    const { length } = this.#variables;
    try {
      return act();
    } finally {
      this.#variables = this.#variables.slice(0, length);
    }
  }

  #pipe(pipe: Pipe, dot: Value, ofRange = false): Value {
    let value: Value;
    for (const [i, command] of pipe.commands.entries()) value = this.#command(command, dot, i === 0 ? [] : [value]);
    for (const name of ofRange ? [] : pipe.names) {
      const known = pipe.assigns ? this.#variables.findLast((variable) => variable.name === name) : undefined;
      if (known) known.value = value;
      else this.#variables.push({ name, value });
    }
    return value;
  }

  #command(operands: readonly Operand[], dot: Value, piped: readonly Value[]): Value {
    const [first, ...rest] = operands;
    if (!first) return undefined;
    if (first.kind === 'name') {
      const text = operands.map(textOf).join(' ');
      return this.#call(first, text, [
        ...rest.map((each) => () => this.#operand(each, dot)),
        ...piped.map((value) => () => value),
      ]);
    }
    if (rest.length > 0 || piped.length > 0)
      this.#fail(
        first.at,
        textOf(first),
        first.kind === 'fields'
          ? `${first.names.at(-1) ?? ''} is not a method but has arguments`
          : `can't give argument to non-function ${textOf(first)}`,
      );
    if (first.kind === 'value' && first.value === null) this.#fail(first.at, 'nil', 'nil is not a command');
    return this.#operand(first, dot);
  }

  #operand(operand: Operand, dot: Value): Value {
    switch (operand.kind) {
      case 'dot':
        return dot;
      case 'value':
        return operand.value;
      case 'variable': {
        const found = this.#variables.findLast(({ name }) => name === operand.name);
        return found ? found.value : this.#fail(operand.at, operand.name, `undefined variable: ${operand.name}`);
      }
      case 'pipe':
        return this.#scoped(() => this.#pipe(operand.pipe, dot));
      case 'name':
        return this.#call(operand, operand.name, []);
      case 'fields':
        return operand.names.reduce((value, name) => this.#field(operand, value, name), this.#operand(operand.of, dot));
    }
  }

  #field(operand: Extract<Operand, { kind: 'fields' }>, value: Value, name: string): Value {
    if (isMap(value) && Object.hasOwn(value, name)) return value[name];
    if (isMap(value))
      return this.#allowMissing
        ? undefined
        : this.#fail(operand.at, operand.text, `map has no entry for key ${goQuote(name)}`);
    if (value === undefined && this.#allowMissing) return undefined;
    if (value === undefined) return this.#fail(operand.at, operand.text, `nil data; no entry for key ${goQuote(name)}`);
    if (value === null) return this.#fail(operand.at, operand.text, `nil pointer evaluating interface {}.${name}`);
    return this.#fail(operand.at, operand.text, `can't evaluate field ${name} in type interface {}`);
  }

  #call({ name, at }: Extract<Operand, { kind: 'name' }>, text: string, args: readonly (() => Value)[]): Value {
    if (name === 'and' || name === 'or') {
      // Arguments are worked out only as far as they are needed.
      let value: Value;
      for (const arg of args) if (isTrue((value = arg())) === (name === 'or')) break;
      return value;
    }
    const values = args.map((arg) => arg());
    const result = call(name, values);
    return typeof result === 'object' && result !== null && result instanceof Wrong
      ? this.#fail(at, text, `error calling ${name}: ${result.message}`)
      : result;
  }

  #fail(at: number, text: string, message: string): never {
    const before = this.#template.slice(0, at);
    const line = before.split('\n').length;
    const column = at - (before.lastIndexOf('\n') + 1);
    const shown = text.length > 20 ? `${text.slice(0, 20)}...` : text;
    throw new Wrong(`template: output:${line}:${column}: executing "output" at <${shown}>: ${message}`);
  }
}

function textOf(operand: Operand): string {
  if (operand.kind === 'dot') return '.';
  return operand.kind === 'variable' || operand.kind === 'name' ? operand.name : operand.text;
}

function isTrue(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isMap(value) ? Object.keys(value).length > 0 : Boolean(value);
}

/** What Go prints of a value; `<no value>` for one that is not there. */
export function printed(value: Value): string {
  return value === undefined || value === null ? '<no value>' : inside(value);
}

function inside(value: Value): string {
  if (value === undefined || value === null) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(inside).join(' ')}]`;
  if (isMap(value))
    return `map[${entriesAt(value)
      .map(([key, each]) => `${key}:${inside(each)}`)
      .join(' ')}]`;
  return typeof value === 'number' ? numberText(value) : String(value);
}

/** Models %v of a float64: an exponent from 1e+21 on. */
const numberText = (value: number): string => String(value).replace(/e([+-])(\d)$/, 'e$10$2');

function call(name: string, args: readonly Value[]): Value {
  const [first, second] = args;
  switch (name) {
    case 'not':
      return !isTrue(first);
    case 'len':
      if (typeof first === 'string') return new TextEncoder().encode(first).length;
      if (Array.isArray(first)) return first.length;
      if (isMap(first)) return Object.keys(first).length;
      return new Wrong(
        isAbsent(first) ? 'reflect: call of reflect.Value.Type on zero Value' : `len of type ${typeName(first)}`,
      );
    case 'index':
      return args.slice(1).reduce<Value>(indexed, first);
    case 'exists':
      return args.slice(1).every((_, i) => {
        const found = args.slice(1, i + 2).reduce<Value>(indexed, first);
        return found !== undefined && !(found instanceof Wrong);
      });
    case 'slice':
      return typeof first === 'string' || Array.isArray(first)
        ? first.slice(Number(second ?? 0), args[2] === undefined ? undefined : Number(args[2]))
        : new Wrong(`can't slice item of type ${typeName(first)}`);
    case 'print':
      return args.map((arg, i) => (i > 0 && ![arg, args[i - 1]].some(isText) ? ' ' : '') + inside(arg)).join('');
    case 'println':
      return `${args.map(inside).join(' ')}\n`;
    case 'printf':
      return format(String(first ?? ''), args.slice(1));
    case 'base64decode':
      return decoded(String(first ?? ''));
    case 'eq':
      return equal(first, args.slice(1));
    case 'ne': {
      const same = equal(first, [second]);
      return typeof same === 'boolean' ? !same : same;
    }
    default:
      return compared(name, first, second);
  }
}

const isText = (value: Value): boolean => typeof value === 'string';
const isAbsent = (value: Value): boolean => value === undefined || value === null;

function equal(first: Value, others: readonly Value[]): Value {
  for (const other of others) {
    if (isAbsent(first) || isAbsent(other)) {
      if (isAbsent(first) && isAbsent(other)) return true;
    } else if (typeof first !== typeof other || typeof first === 'object')
      return new Wrong('incompatible types for comparison');
    else if (first === other) return true;
  }
  return false;
}

function compared(name: string, a: Value, b: Value): Value {
  if (typeof a !== typeof b || (typeof a !== 'string' && typeof a !== 'number'))
    return new Wrong('incompatible types for comparison');
  const [left, right] = [a as string, b as string];
  return name === 'lt' ? left < right : name === 'le' ? left <= right : name === 'gt' ? left > right : left >= right;
}

function indexed(value: Value, key: Value): Value {
  if (value instanceof Wrong) return value;
  if (isMap(value)) return Object.hasOwn(value, String(key)) ? value[String(key)] : undefined;
  if (isText(key) && (Array.isArray(value) || isText(value)))
    return new Wrong('cannot index slice/array with type string');
  if (!Array.isArray(value))
    return new Wrong(isAbsent(value) ? 'index of untyped nil' : `can't index item of type ${typeName(value)}`);
  const at = Number(key);
  return at >= 0 && at < value.length ? (value[at] as Value) : new Wrong(`index out of range: ${at}`);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decoded(text: string): Value {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
    const wrong = /[^A-Za-z0-9+/=]/.exec(text)?.index ?? Math.max(0, text.length - (text.length % 4));
    return new Wrong(`base64 decode failed: illegal base64 data at input byte ${wrong}`);
  }
  const bits = [...text.replace(/=+$/, '')].map((char) => letters.indexOf(char).toString(2).padStart(6, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** `%s`, `%v`, `%q`, `%d`, `%t`, `%%` with a width. */
function format(form: string, args: readonly Value[]): string {
  let next = 0;
  const text = form.replaceAll(
    /%(-?)(\d*)(?:\.(\d+))?([a-z%])/g,
    (_, left: string, width: string, __: string, verb: string) => {
      if (verb === '%') return '%';
      if (next >= args.length) return `%!${verb}(MISSING)`;
      const value = args[next];
      next += 1;
      const shown = written(verb, value);
      return left ? shown.padEnd(Number(width)) : shown.padStart(Number(width));
    },
  );
  return next < args.length
    ? `${text}%!(EXTRA ${args
        .slice(next)
        .map((value) => `${typeName(value)}=${inside(value)}`)
        .join(', ')})`
    : text;
}

function written(verb: string, value: Value): string {
  if (verb === 'v') return inside(value);
  if (verb === 's' && typeof value !== 'number' && typeof value !== 'boolean' && value !== undefined && value !== null)
    return inside(value);
  if (verb === 'q' && typeof value === 'string') return goQuote(value);
  if (verb === 't' && typeof value === 'boolean') return String(value);
  if (verb === 'd' && Number.isInteger(value)) return String(value);
  if ((verb === 'f' || verb === 'g') && typeof value === 'number')
    return verb === 'f' ? value.toFixed(6) : numberText(value);
  return value === undefined || value === null ? `%!${verb}(<nil>)` : `%!${verb}(${typeName(value)}=${inside(value)})`;
}

function typeName(value: Value): string {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  return isMap(value) ? 'map[string]interface {}' : '[]interface {}';
}
