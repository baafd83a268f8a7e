/** Inside braces and brackets: `{app: we|}`, `[{port: 80, na|}]`. */
import { unquoted, type Step } from './outline.ts';

export interface FlowPlace {
  readonly at: 'key' | 'value';
  readonly steps: readonly Step[];
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** True where a colon follows already. */
  readonly hasColon: boolean;
  readonly siblings: readonly string[];
}

interface Level {
  readonly map: boolean;
  index: number;
  key: string | undefined;
  readonly keys: string[];
}

/** Reads a value in braces or brackets token by token. */
class FlowReader {
  readonly levels: Level[] = [];
  /** The word read last, until a sign ends it. */
  word: { readonly start: number; readonly end: number } | undefined;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads on; `ended` hears of every scalar value, when the sign behind it is met. */
  read(start: number, end: number, ended: (steps: readonly Step[], scalar: string) => void): void {
    for (const { 0: piece, index } of this.#text.slice(start, end).matchAll(tokens)) {
      const top = this.levels.at(-1);
      const at = start + index;
      if (/^[{}[\],]$/.test(piece)) this.#sign(piece, top, ended);
      else if (piece === ':' && top && this.word) {
        top.key = unquoted(this.#text.slice(this.word.start, this.word.end));
        top.keys.push(top.key);
        this.word = undefined;
      } else this.word = { start: this.word?.start ?? at, end: at + piece.length };
    }
  }

  /** The path of the present value, or of the mapping around a key that is being typed. */
  steps(): readonly Step[] {
    const top = this.levels.at(-1);
    return this.levels.flatMap((level): Step[] => {
      if (level === top && level.map && level.key === undefined) return [];
      return [level.map ? (level.key ?? '') : level.index];
    });
  }

  #sign(sign: string, top: Level | undefined, ended: (steps: readonly Step[], scalar: string) => void): void {
    if (sign === '{' || sign === '[') {
      this.levels.push({ map: sign === '{', index: 0, key: undefined, keys: [] });
    } else if (top) {
      if (this.word && (!top.map || top.key !== undefined))
        ended(this.steps(), unquoted(this.#text.slice(this.word.start, this.word.end)));
      if (sign === ',') {
        top.index += 1;
        top.key = undefined;
      } else this.levels.pop();
    }
    this.word = undefined;
  }
}

const tokens = /"(?:[^"\\]|\\.)*"?|'[^']*'?|[{}[\],]|:(?=[\s{["']|$)|[^\s{}[\],:"']+(?::(?!\s|$)[^\s{}[\],:]*)*/g;

/** Every scalar value in braces or brackets, with its path in them. */
export function flowScalars(
  text: string,
  start: number,
  end: number,
): readonly { readonly steps: readonly Step[]; readonly scalar: string }[] {
  const found: { readonly steps: readonly Step[]; readonly scalar: string }[] = [];
  new FlowReader(text).read(start, end, (steps, scalar) => found.push({ steps, scalar }));
  return found;
}

/** How much of the word stands behind the caret: up to the quote that was opened before it, or up to a sign. */
function restOf(before: string, behind: string): number {
  const [, quote] = /^(["'])(?:(?!\1).)*$/s.exec(before) ?? [];
  const rest = quote === undefined ? /^[^\s{}[\],:"']*/ : quote === '"' ? /^[^"\n]*"/ : /^[^'\n]*'/;
  return rest.exec(behind)?.[0].length ?? 0;
}

/** The place of `offset` in the flow value that begins at `start`; undefined if that is none or the caret is outside. */
export function flowAt(text: string, start: number, end: number, offset: number): FlowPlace | undefined {
  if (!/[{[]/.test(text[start] ?? '') || offset <= start || offset > end) return undefined;
  const reader = new FlowReader(text);
  reader.read(start, offset, () => undefined);
  const top = reader.levels.at(-1);
  if (!top) return undefined;
  const { word } = reader;
  const from = word && word.end === offset ? word.start : offset;
  const to = offset + restOf(text.slice(from, offset), text.slice(offset, end));
  const at = top.map && top.key === undefined ? 'key' : 'value';
  const hasColon = at === 'key' && /^[ \t]*:/.test(text.slice(to, end));
  const written = unquoted(text.slice(from, to));
  return { at, steps: reader.steps(), start: from, end: to, word: written, hasColon, siblings: top.keys };
}
