/** What kubectl printed, made comparable: a bag of lines. Column widths and order do not count. */
import type { Json, JsonObject } from '../../../src/sim/api/objects.ts';
import { comparableEventLines } from './events.ts';
import { triggerTime } from './objects.ts';
import { sliceRole } from './roles.ts';
import { set } from './canonical.ts';

/** A text as a sorted bag of lines. */
export function comparableText(text: string): readonly string[] {
  return linesOf(text).sort();
}

/** `kubectl` of a state (command → text), random values replaced already. Commands that were not recorded are left out. */
export function comparableTexts(
  entries: readonly (readonly [command: string, text: string | null])[],
  several: ReadonlySet<string>,
): Json {
  const roles = [...several].map(sliceRole);
  const texts: { [command: string]: readonly string[] } = {};
  for (const [command, text] of entries) {
    if (text === null) continue;
    const ofSeveral =
      /^describe (endpointslice|endpointslices) /.test(command) && roles.some((role) => command.includes(role));
    const lines = linesOf(text).filter((line) => !namesOne(command, line, roles));
    // Their number is chance too, and with it how often the lines that all of them share appear.
    texts[command] = ofSeveral
      ? set([...(texts[command] ?? []), ...lines])
      : [...(texts[command] ?? []), ...lines].sort();
  }
  return texts;
}

/** `kubectlErr` of a state: command → stderr as a bag of lines, and the code. */
export function comparableErrors(errors: JsonObject): Json {
  return Object.fromEntries(
    Object.entries(errors).map(([command, error]) => {
      const { stderr, code } = error as { stderr: string; code: number };
      return [command, { stderr: comparableText(stderr), code }];
    }),
  );
}

function namesOne(command: string, line: string, roles: readonly string[]): boolean {
  return /^(get|describe endpointslices?) /.test(command) && roles.some((role) => line.includes(role));
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const events = lines.findIndex((line) => line === 'Events:' || line === 'Events: <none>');
  const body = events < 0 ? lines : lines.slice(0, events);
  const below = events < 0 ? [] : lines.slice(events + 1);
  return [
    ...body
      .map(withoutAnnotationsLabel)
      .filter((line) => counts(line))
      .map(comparableLine),
    ...comparableEventLines(below.filter((line) => counts(line))),
  ];
}

function counts(line: string): boolean {
  return !/^[- ]*$/.test(line) && !line.startsWith(`${triggerTime}:`);
}

function withoutAnnotationsLabel(line: string): string {
  const rest = /^annotations:(.*)$/i.exec(line)?.[1]?.trim();
  return rest === undefined ? line : rest === '<none>' ? '' : rest;
}

/** `a,b + 2 more...` by its number, other words with commas as sets. */
function comparableLine(line: string): string {
  return line
    .replace(
      /(\S+) \+ (\d+) more\.\.\./g,
      (_, shown: string, more: string) => `{${shown.split(',').length + Number(more)}}`,
    )
    .split(' ')
    .map((word) => (word.includes(',') ? set(word.split(',')).join(',') : word))
    .join(' ');
}
