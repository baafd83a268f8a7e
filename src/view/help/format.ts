/** Tidies a manifest: two blanks a level, no blanks at line ends. What it says and every comment stay, or the document stays as it is. */
import { readDocument } from '../../sim/index.ts';
import { outlineOf } from './outline.ts';

/** The tidied text. A document that cannot be read, or would read differently afterwards, is left alone. */
export function format(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of outlineOf(text)) {
    out += text.slice(at, start);
    const before = text.slice(start, end);
    const after = tidy(before);
    out += says(before, after) ? after : before;
    at = end;
  }
  return out + text.slice(at);
}

function says(before: string, after: string): boolean {
  if (before === after) return true;
  const [old, fresh] = [readDocument(before), readDocument(after)];
  return (
    !old.error &&
    !fresh.error &&
    JSON.stringify(old.value) === JSON.stringify(fresh.value) &&
    JSON.stringify(letters(before)) === JSON.stringify(letters(after))
  );
}

/** Every line without the blanks around it: comments and spellings must be the same. */
const letters = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** A level that is open: where its content stood, and where it stands now. */
interface Level {
  readonly old: number;
  readonly now: number;
  readonly item: boolean;
}

function tidy(text: string): string {
  const { lines: outline = [] } = outlineOf(text)[0] ?? {};
  const content = new Map(outline.map((line) => [line.line, line]));
  const lines = text.split('\n');
  const levels: Level[] = [];
  /** How far the last line of content moved: what belongs to it moves along. */
  let moved = 0;
  const out: string[] = [];
  const waiting: string[] = [];
  for (const [i, line] of lines.entries()) {
    const found = content.get(i);
    const trimmed = line.trimStart();
    if (!found && (trimmed.trim() === '' || trimmed.startsWith('#'))) {
      waiting.push(line);
      continue;
    }
    const indent = line.length - trimmed.length;
    const now = found ? place(levels, line, indent, found.column) : Math.max(0, indent + moved);
    if (found) moved = now - indent;
    // Comments stand as deep as what follows them.
    out.push(
      ...waiting.map((comment) => shifted(comment, moved)),
      ' '.repeat(now) + endOf(trimmed, found !== undefined),
    );
    waiting.length = 0;
  }
  out.push(...waiting.map((comment) => shifted(comment, moved)));
  return out.join('\n');
}

/** Blanks at the end of a line inside a block scalar are part of it. */
const endOf = (line: string, tidied: boolean): string =>
  tidied ? line.trimEnd() + (line.endsWith('\r') ? '\r' : '') : line;

const shifted = (comment: string, by: number): string => {
  const trimmed = comment.trimStart();
  if (trimmed.trim() === '') return comment.endsWith('\r') ? '\r' : '';
  return (
    ' '.repeat(Math.max(0, comment.length - trimmed.length + by)) +
    trimmed.trimEnd() +
    (comment.endsWith('\r') ? '\r' : '')
  );
};

/** The new column of a line's first character; opens the levels of its dashes and its content. */
function place(levels: Level[], line: string, indent: number, column: number): number {
  const dashes = [...line.slice(indent, column).matchAll(/-/g)].map(({ index }) => indent + index);
  const columns = [...dashes.map((old) => ({ old, item: true })), { old: column, item: false }];
  let first: number | undefined;
  let previous: { readonly old: number; readonly now: number } | undefined;
  for (const { old, item } of columns) {
    // What stands behind a dash keeps its distance.
    const inLine: number | undefined = previous && previous.now + old - previous.old;
    const now: number = inLine ?? columnOf(levels, old, item);
    if (inLine !== undefined) {
      while ((levels.at(-1)?.old ?? -1) >= old) levels.pop();
      levels.push({ old, now, item });
    }
    first ??= now;
    previous = { old, now };
  }
  return first ?? indent;
}

function columnOf(levels: Level[], old: number, item: boolean): number {
  let same: Level | undefined;
  while ((levels.at(-1)?.old ?? -1) >= old) {
    const level = levels.pop();
    if (level?.old === old && (level.item === item || !same)) same = level;
  }
  const top = levels.at(-1);
  const now = same ? same.now : top ? top.now + 2 : 0;
  if (same && same.item !== item) levels.push(same);
  levels.push({ old, now, item });
  return now;
}
