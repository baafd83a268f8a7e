/** Label selectors as they are typed after `-l`: `app=web`, `app in (web,db)`, `!canary`. */
import { goQuote } from '../api/go-text.ts';
import type { Labels } from '../api/objects.ts';

type Operator = 'in' | 'notin' | 'exists' | 'missing' | 'gt' | 'lt';

/** One condition on a label. `in` and `notin` also stand for `=`, `==` and `!=`. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

export type LabelSelectorResult =
  | { readonly ok: true; readonly requirements: readonly LabelRequirement[] }
  /** The API server's words. */
  | { readonly ok: false; readonly error: string };

/** True when the labels fulfil every requirement. */
export function meetsRequirements(requirements: readonly LabelRequirement[], labels: Labels | undefined): boolean {
  return requirements.every((requirement) => meets(requirement, labels));
}

/** Reads a selector; an empty one has no requirements and fits everything. Models apimachinery/pkg/labels Parse, v1.36. */
export function parseLabelSelector(text: string): LabelSelectorResult {
  const tokens = tokenize(text);
  const requirements: LabelRequirement[] = [];
  let at = 0;
  const next = (): string => tokens[at] ?? '';
  if (next() === '') return { ok: true, requirements };
  for (;;) {
    const start = next();
    if (!isWord(start) && start !== '!') return fail(`found '${start}', expected: !, identifier, or 'end of string'`);
    const read = readRequirement(tokens, at);
    if (typeof read === 'string') return fail(`unable to parse requirement: ${read}`);
    requirements.push(read.requirement);
    at = read.at;
    if (next() === '') return { ok: true, requirements };
    if (next() !== ',') return fail(`found '${next()}', expected: ',' or 'end of string'`);
    at += 1;
    if (!isWord(next()) && next() !== '!') return fail(`found '${next()}', expected: identifier after ','`);
  }
}

function fail(error: string): LabelSelectorResult {
  return { ok: false, error };
}

function meets({ key, operator, values }: LabelRequirement, labels: Labels | undefined): boolean {
  const value = labels && Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'in':
      return value !== undefined && values.includes(value);
    case 'notin':
      return value === undefined || !values.includes(value);
    case 'exists':
      return value !== undefined;
    case 'missing':
      return value === undefined;
    case 'gt':
      return value !== undefined && /^-?\d+$/.test(value) && Number(value) > Number(values[0]);
    case 'lt':
      return value !== undefined && /^-?\d+$/.test(value) && Number(value) < Number(values[0]);
  }
}

const symbols = ['==', '!=', '=', '!', '(', ')', ',', '<', '>'];

function tokenize(text: string): readonly string[] {
  const tokens: string[] = [];
  for (let rest = text.trimStart(); rest !== ''; rest = rest.trimStart()) {
    const symbol = symbols.find((s) => rest.startsWith(s));
    const token = symbol ?? /^[^\s=!(),<>]+/.exec(rest)?.[0] ?? rest;
    tokens.push(token);
    rest = rest.slice(token.length);
  }
  return tokens;
}

function isWord(token: string): boolean {
  return token !== '' && !symbols.includes(token);
}

interface Read {
  readonly requirement: LabelRequirement;
  readonly at: number;
}

/** The requirement that begins at a token, or what is wrong with it. */
function readRequirement(tokens: readonly string[], start: number): Read | string {
  const negated = tokens[start] === '!';
  const at = negated ? start + 1 : start;
  const key = tokens[at] ?? '';
  if (!isWord(key)) return `found '${key}', expected: identifier`;
  const keyError = wrongKey(key);
  if (keyError !== undefined) return keyError;
  const sign = tokens[at + 1] ?? '';
  if (negated) return { requirement: { key, operator: 'missing', values: [] }, at: at + 1 };
  if (sign === '' || sign === ',') return { requirement: { key, operator: 'exists', values: [] }, at: at + 1 };
  if (sign === 'in' || sign === 'notin') return readSet(tokens, at + 2, key, sign);
  const operator = comparisons.get(sign);
  if (!operator) return `found '${sign}', expected: in, notin, =, ==, !=, gt, lt`;
  const value = tokens[at + 2] ?? '';
  // `app=` and `app=,…` compare with the empty value.
  if (value === '' || value === ',') return { requirement: { key, operator, values: [''] }, at: at + 2 };
  if (!isWord(value)) return `found '${value}', expected: identifier`;
  const valueError = wrongValue(key, value, 0);
  if (valueError !== undefined) return valueError;
  if ((operator === 'gt' || operator === 'lt') && !/^-?\d+$/.test(value))
    return `values[0][${key}]: Invalid value: ${goQuote(value)}: for 'Gt', 'Lt' operators, the value must be an integer`;
  return { requirement: { key, operator, values: [value] }, at: at + 3 };
}

const comparisons: ReadonlyMap<string, Operator> = new Map([
  ['=', 'in'],
  ['==', 'in'],
  ['!=', 'notin'],
  ['>', 'gt'],
  ['<', 'lt'],
]);

function readSet(tokens: readonly string[], start: number, key: string, operator: 'in' | 'notin'): Read | string {
  if (tokens[start] !== '(') return `found '${tokens[start] ?? ''}' expected: '('`;
  const values: string[] = [];
  let at = start + 1;
  for (let expectValue = true; ; at += 1) {
    const token = tokens[at] ?? '';
    if (token === ')') {
      if (expectValue) values.push('');
      break;
    }
    if (isWord(token) && expectValue) values.push(token);
    else if (token === ',') {
      if (expectValue) values.push('');
    } else
      return expectValue
        ? `found '${token}', expected: ',', ')' or identifier`
        : `found '${token}', expected: ',' or ')'`;
    expectValue = token === ',';
  }
  const sorted = [...new Set(values)].sort();
  for (const [i, value] of sorted.entries()) {
    const error = wrongValue(key, value, i);
    if (error !== undefined) return error;
  }
  return { requirement: { key, operator, values: sorted }, at: at + 1 };
}

const namePart =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const labelValue =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

function wrongKey(key: string): string | undefined {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const fits = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/.test(name) && name.length <= 63;
  return fits ? undefined : `key: Invalid value: ${goQuote(key)}: ${namePart}`;
}

function wrongValue(key: string, value: string, index: number): string | undefined {
  const fits = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/.test(value) && value.length <= 63;
  return fits ? undefined : `values[${index}][${key}]: Invalid value: ${goQuote(value)}: ${labelValue}`;
}
