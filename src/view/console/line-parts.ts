/** What the console asks of a line that was read. */
import { parseLine, type Command, type Statement, type Word } from './parse-line.ts';

/** A command of a text with several, to be run after the one before it has ended. */
export interface NextLine {
  readonly line: string;
  readonly after: Statement['after'];
}

/** Cuts what was typed or pasted into commands; what cannot be read stays whole. */
export function splitLine(text: string): readonly NextLine[] {
  const typed = text.replaceAll('\r\n', '\n');
  const parsed = parseLine(typed);
  if (!parsed.ok || parsed.statements.some(isLoop)) return [{ line: typed.trim(), after: 'always' }];
  return parsed.statements.map(({ start, end, after }) => ({ line: typed.slice(start, end).trim(), after }));
}

/** True for a text that a shell would go on reading: a here-document or a quote is open. */
export function goesOn(text: string): boolean {
  const parsed = parseLine(text);
  return (!parsed.ok && parsed.fault.startsWith('open-')) || /(^|[^\\])\\$/.test(text);
}

export function isLoop({ commands }: Statement): boolean {
  const first = textOf(commands[0]?.words[0] ?? []);
  return /^(for|while|until|if|case|select|function|[{!]|\[\[?)$/.test(first);
}

interface Outputs {
  readonly stdout: string;
  readonly stderr: string;
}

/** What is left of both outputs; undefined where one goes into a file. */
export function sendOutputs(
  redirections: Command['outputs'],
  { stdout, stderr }: Outputs,
  isNull: (to: Word) => boolean,
): Outputs | undefined {
  let first: keyof Outputs | 'null' = 'stdout';
  let second: keyof Outputs | 'null' = 'stderr';
  for (const { from, to } of redirections) {
    if (typeof to !== 'string' && !isNull(to)) return undefined;
    const target: keyof Outputs | 'null' = to === '&1' ? first : to === '&2' ? second : 'null';
    if (from === 1) first = target;
    else second = target;
  }
  const all = (output: keyof Outputs): string => (first === output ? stdout : '') + (second === output ? stderr : '');
  return { stdout: all('stdout'), stderr: all('stderr') };
}

export function usesVariables({ words, input }: Command): boolean {
  return [...words, ...(input ? [input] : [])].some((word) => word.some(({ kind }) => kind === 'variable'));
}

/** What stands in a word as it is. */
export const textOf = (word: Word): string => word.map((part) => (part.kind === 'text' ? part.text : '')).join('');

/** What `echo` prints. */
export function echo(args: readonly string[]): string {
  const first = args.findIndex((arg) => !/^-[ne]+$/.test(arg));
  const letters = args.slice(0, first < 0 ? args.length : first).join('');
  const text = (first < 0 ? [] : args.slice(first)).join(' ');
  const read = letters.includes('e') ? text.replaceAll('\\n', '\n').replaceAll('\\t', '\t') : text;
  return letters.includes('n') ? read : `${read}\n`;
}

/** What stands behind `-f` and `--filename`. */
export function filesOf(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, i) => {
    if (arg === '-f' || arg === '--filename') return args[i + 1] ?? [];
    return /^(?:-f=?|--filename=)(.+)$/s.exec(arg)?.[1] ?? [];
  });
}
