/**
 * What a manifest says by its indentation alone: documents, lines, keys and where they belong. Also of text that cannot be read,
 * because someone is typing it. Block style; what stands in braces or brackets is one value.
 */

/** A step of a field path: a key, or an index into a list. */
export type Step = string | number;

/** A line with content; blank lines, comments and the inner lines of long values have none. */
export interface OutlineLine {
  /** From 0. */
  readonly line: number;
  /** Offsets in the text; `end` is before the line break, or behind a value that goes on over several lines. */
  readonly start: number;
  readonly end: number;
  /** Where the content behind blanks and dashes begins, counted from the line's start. */
  readonly column: number;
  /** Path of the mapping or list item that holds the content. */
  readonly parent: readonly Step[];
  /** Absent for a scalar in a list and for a word that may become a key. */
  readonly key?: { readonly name: string; readonly start: number; readonly end: number };
  /** Behind the colon and its blanks; the whole content where there is no key. Without a comment. */
  readonly value: { readonly start: number; readonly end: number };
}

export interface OutlineDocument {
  /** Offsets in the text, without the separators. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly OutlineLine[];
}

interface Open {
  readonly column: number;
  readonly step: Step;
}

/** `caret`: an offset in a blank line, which then counts as a line whose content begins there. */
export function outlineOf(text: string, caret?: number): readonly OutlineDocument[] {
  const documents: OutlineDocument[] = [];
  let reader = new DocumentReader(text, 0);
  let line = 0;
  for (let start = 0; start <= text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const next = found < 0 ? text.length + 1 : found + 1;
    const end = text[next - 2] === '\r' ? next - 2 : next - 1;
    if (text.startsWith('---', start)) {
      documents.push(reader.done(start));
      reader = new DocumentReader(text, Math.min(next, text.length));
    } else reader.read(line, start, end, caret);
    start = next;
  }
  documents.push(reader.done(text.length));
  return documents;
}

export const samePath = (a: readonly Step[], b: readonly Step[]): boolean =>
  a.length === b.length && a.every((step, i) => step === b[i]);

/** A scalar without its quotes. */
export const unquoted = (scalar: string): string => /^(["'])(.*)\1$/.exec(scalar)?.[2] ?? scalar;

const keyForm = /^("[^"]*"|'[^']*'|[^\s{}[\],#&*!|>'"%@`][^:]*(?::(?!\s|$)[^:]*)*?)\s*:(?=\s|$)/;

/** One document, line after line. */
class DocumentReader {
  readonly #text: string;
  readonly #start: number;
  readonly #lines: OutlineLine[] = [];
  #open: Open[] = [];
  /** Lines deeper than this are text of a block scalar. */
  #blockBelow: number | undefined;
  #flowDepth = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
  }

  done(end: number): OutlineDocument {
    return { start: this.#start, end, lines: this.#lines };
  }

  read(line: number, start: number, end: number, caret: number | undefined): void {
    const raw = this.#text.slice(start, end);
    const here = caret !== undefined && caret >= start && caret <= end;
    if (this.#flowDepth > 0) {
      this.#goOn(raw, end);
      return;
    }
    if (raw.trim() === '') {
      if (here) this.#content(line, start, end, caret - start, '');
      return;
    }
    const indent = raw.length - raw.trimStart().length;
    if (this.#blockBelow !== undefined && indent > this.#blockBelow) return;
    this.#blockBelow = undefined;
    if (raw[indent] === '#') return;
    const dashes = /^(?:-(?: +|$))*/.exec(raw.slice(indent))?.[0] ?? '';
    for (const { index } of dashes.matchAll(/-/g)) this.#item(indent + index);
    const column = indent + dashes.length;
    this.#content(line, start, end, column, withoutComment(raw.slice(column)));
  }

  /** A value in braces goes on. */
  #goOn(raw: string, end: number): void {
    this.#flowDepth += depthOf(raw);
    const last = this.#lines.pop();
    if (last) this.#lines.push({ ...last, end, value: { ...last.value, end } });
  }

  #item(column: number): void {
    this.#close(column, true);
    const top = this.#open.at(-1);
    if (top && top.column === column && typeof top.step === 'number') {
      this.#open.pop();
      this.#open.push({ column, step: top.step + 1 });
    } else this.#open.push({ column, step: 0 });
  }

  #content(line: number, start: number, end: number, column: number, content: string): void {
    this.#close(column, false);
    const parent = this.#open.map(({ step }) => step);
    const match = keyForm.exec(content);
    if (!match) {
      const value = { start: start + column, end: start + column + content.length };
      this.#lines.push({ line, start, end, column, parent, value });
      this.#flowDepth = Math.max(0, depthOf(content));
      return;
    }
    const [whole, written = ''] = match;
    const name = unquoted(written);
    const behind = content.slice(whole.length);
    const valueStart = start + column + whole.length + (behind.length - behind.trimStart().length);
    const value = behind.trim();
    const key = { name, start: start + column, end: start + column + written.length };
    this.#lines.push({
      line,
      start,
      end,
      column,
      parent,
      key,
      value: { start: valueStart, end: valueStart + value.length },
    });
    this.#open.push({ column, step: name });
    if (/^(?:[&!]\S+ +)*[|>][-+0-9]*$/.test(value)) this.#blockBelow = column;
    else if (/^(?:[&!]\S+ +)*[{[]/.test(value)) this.#flowDepth = Math.max(0, depthOf(value));
  }

  /** Closes what cannot hold something at this column. The items of a list may stand under their key. */
  #close(column: number, item: boolean): void {
    for (let top = this.#open.at(-1); top; top = this.#open.at(-1)) {
      const stays = top.column < column || (item && top.column === column);
      if (stays) return;
      this.#open.pop();
    }
  }
}

/** Content up to a comment; a hash in quotes is none. */
function withoutComment(content: string): string {
  let quote = '';
  for (let i = 0; i < content.length; i += 1) {
    const c = content[i] ?? '';
    if (quote !== '') {
      if (c === '\\' && quote === '"') i += 1;
      else if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && /(?:^|[\s:,[{])$/.test(content.slice(0, i))) quote = c;
    else if (c === '#' && (i === 0 || /\s/.test(content[i - 1] ?? ''))) return content.slice(0, i).trimEnd();
  }
  return content.trimEnd();
}

/** Brackets opened and not closed, outside quotes. */
function depthOf(text: string): number {
  if (!/[[\]{}]/.test(text)) return 0;
  let depth = 0;
  for (const [match] of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/g)) {
    if (match === '{' || match === '[') depth += 1;
    else if (match === '}' || match === ']') depth -= 1;
  }
  return depth;
}
