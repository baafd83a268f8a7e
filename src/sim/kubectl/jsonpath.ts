/** Finds and prints what a JSONPath template asks for. */
import { goValue } from '../api/go-text.ts';
import type { Json } from '../api/objects.ts';
import { printJson, printJsonIndented } from '../yaml/print-json.ts';
import { isMap } from './field.ts';
import type { Slice, Step, TemplateNode } from './parse-jsonpath.ts';

export interface JsonPathOptions {
  /** Missing fields give nothing instead of an error. */
  readonly allowMissing: boolean;
}

/** Values per node of the template (a range's nodes once per round), or what is wrong. */
export type Findings =
  { readonly ok: true; readonly groups: readonly (readonly Json[])[] } | { readonly ok: false; readonly error: string };

/** Applies a template to a value. Models client-go/util/jsonpath FindResults, v1.36. */
export function findJsonPath(nodes: readonly TemplateNode[], value: Json, options: JsonPathOptions): Findings {
  try {
    return { ok: true, groups: run(nodes, 0, value, false, options).groups };
  } catch (error) {
    if (error instanceof PathError) return { ok: false, error: error.message };
    throw error;
  }
}

/** The text of what was found. `asJson`: each node's values as a JSON list (`-o jsonpath-as-json`). */
export function printFindings(groups: readonly (readonly Json[])[], asJson: boolean): string {
  if (asJson) return groups.map((group) => `${printJsonIndented([...group])}\n`).join('');
  return groups.map((group) => group.map(valueText).join(' ')).join('');
}

/** A wrong expression; caught in this file, never seen outside. */
class PathError extends Error {}

function valueText(value: Json): string {
  return value !== null && typeof value === 'object' ? printJson(value) : goValue(value);
}

interface Round {
  readonly groups: Json[][];
  /** The node that ended the round. */
  readonly end: number;
}

/** Nodes from `start` on, up to the `{end}` of the round or the end of the template. */
function run(
  nodes: readonly TemplateNode[],
  start: number,
  value: Json,
  inRange: boolean,
  options: JsonPathOptions,
): Round {
  const groups: Json[][] = [];
  let at = start;
  for (; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) break;
    if ('text' in node) {
      groups.push([node.text]);
      continue;
    }
    const word = keyword(node.steps);
    if (word === 'end') {
      if (!inRange) throw new PathError('not in range, nothing to end');
      return { groups, end: at };
    }
    const found = walk(
      [value],
      node.steps.filter((step) => step.step !== 'word'),
      options,
    );
    if (word !== 'range') {
      if (word !== undefined) throw new PathError(`unrecognized identifier ${word}`);
      groups.push(found);
      continue;
    }
    for (const item of found) groups.push(...run(nodes, at + 1, item, true, options).groups);
    at = endOf(nodes, at);
  }
  return { groups, end: at };
}

function keyword(steps: readonly Step[]): string | undefined {
  const step = steps.find((s) => s.step === 'word');
  return step?.step === 'word' ? step.word : undefined;
}

/** The `{end}` that closes the range at a node; a range without end goes on after its own node. */
function endOf(nodes: readonly TemplateNode[], range: number): number {
  let depth = 0;
  for (const [i, node] of nodes.entries()) {
    if (i < range || 'text' in node) continue;
    const word = keyword(node.steps);
    if (word === 'range') depth += 1;
    if (word === 'end') depth -= 1;
    if (depth === 0 && word === 'end') return i;
  }
  return range;
}

function walk(start: readonly Json[], steps: readonly Step[], options: JsonPathOptions): Json[] {
  let values = [...start];
  for (const step of steps) values = apply(values, step, options);
  return values;
}

function apply(values: readonly Json[], step: Step, options: JsonPathOptions): Json[] {
  switch (step.step) {
    case 'field':
      return fields(values, step.name, options);
    case 'wildcard':
      return values.flatMap(children);
    case 'recursive':
      return values.flatMap(descend);
    case 'slice':
      return values.flatMap((value) => (value === null ? [] : slice(value, step.slice)));
    case 'union':
      return step.parts.flatMap((part) => walk(values, part, options));
    case 'filter':
      return values.flatMap((value) => filter(value, step, options));
    case 'literal':
      return [step.value];
    case 'word':
      throw new PathError(`unrecognized identifier ${step.word}`);
  }
}

function fields(values: readonly Json[], name: string, options: JsonPathOptions): Json[] {
  const found: Json[] = [];
  for (const value of values) {
    if (isMap(value) && Object.hasOwn(value, name)) found.push(value[name] as Json);
  }
  if (found.length === 0 && values.length > 0 && !options.allowMissing) throw new PathError(`${name} is not found`);
  return found;
}

function children(value: Json): Json[] {
  if (Array.isArray(value)) return value as Json[];
  if (!isMap(value)) return [];
  return Object.keys(value)
    .sort()
    .map((key) => value[key] as Json);
}

function descend(value: Json): Json[] {
  const below = children(value);
  return below.length === 0 ? [] : [value, ...below.flatMap(descend)];
}

function slice(value: Json, { from, to, step, single }: Slice): Json[] {
  if (!Array.isArray(value)) throw new PathError(`${goType(value)} is not array or slice`);
  const list = value as readonly Json[];
  const length = list.length;
  const wrap = (index: number): number => (index < 0 ? index + length : index);
  const start = wrap(from ?? 0);
  // The end of a plain index is derived from it: [-1] is [-1:0], which means up to the last.
  const typedEnd = single ? (from ?? 0) + 1 : to;
  const end = typedEnd === undefined ? length : single && typedEnd === 0 ? length : wrap(typedEnd);
  if (start === end) return [];
  if (start >= length || start < 0) throw new PathError(`array index out of bounds: index ${start}, length ${length}`);
  if (end > length || end < 0) throw new PathError(`array index out of bounds: index ${end - 1}, length ${length}`);
  if (start > end) throw new PathError(`starting index ${start} is greater than ending index ${end}`);
  if (step !== undefined && step <= 0) throw new PathError('step must be > 0');
  return list.slice(start, end).filter((_, i) => i % (step ?? 1) === 0);
}

function goType(value: Json): string {
  if (isMap(value)) return 'map[string]interface {}';
  return typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'bool' : 'int64';
}

function filter(value: Json, step: Step & { readonly step: 'filter' }, options: JsonPathOptions): Json[] {
  if (!Array.isArray(value)) throw new PathError(`${goValue(value)} is not array or slice and cannot be filtered`);
  return (value as readonly Json[]).filter((item) => {
    if (step.operator === 'exists') return walk([item], step.left, { allowMissing: true }).length > 0;
    const left = walk([item], step.left, options);
    const right = walk([item], step.right, options);
    if (left.length > 1 || right.length > 1) throw new PathError('can only compare one element at a time');
    const [a, b] = [left[0], right[0]];
    return a !== undefined && b !== undefined && compare(a, step.operator, b);
  });
}

function compare(a: Json, operator: string, b: Json): boolean {
  if (a === null || b === null || typeof a !== typeof b || typeof a === 'object')
    throw new PathError('incompatible types for comparison');
  const less = a < (b as typeof a);
  switch (operator) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return less;
    case '<=':
      return less || a === b;
    case '>':
      return !less && a !== b;
    case '>=':
      return !less;
    default:
      throw new PathError(`unrecognized filter operator ${operator}`);
  }
}
