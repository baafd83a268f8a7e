/** Inside braces and brackets: `{app: we|}`, `[{port: 80, na|}]`. */
import { unquoted, type Step } from './outline.ts';

export interface FlowPlace {
  readonly at: 'key' | 'value';
  readonly steps: readonly Step[];
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly siblings: readonly string[];
}

interface Level {
  readonly map: boolean;
  index: number;
  key: string | undefined;
  readonly keys: string[];
}

/** The place of `offset` in the flow value that begins at `start`; undefined if that is none or the caret is outside. */
export function flowAt(text: string, start: number, end: number, offset: number): FlowPlace | undefined {
  if (!/[{[]/.test(text[start] ?? '') || offset <= start || offset > end) return undefined;
  const levels: Level[] = [];
  let word: { start: number; end: number } | undefined;
  for (const token of text
    .slice(start, offset)
    .matchAll(/"[^"]*"?|'[^']*'?|[{}[\],]|:(?=\s|$)|[^\s{}[\],:"']+(?::(?!\s|$)[^\s{}[\],:]*)*/g)) {
    const [piece] = token;
    const top = levels.at(-1);
    const at = start + token.index;
    if (piece === '{' || piece === '[') levels.push({ map: piece === '{', index: 0, key: undefined, keys: [] });
    else if (piece === '}' || piece === ']') levels.pop();
    else if (piece === ',' && top) {
      top.index += 1;
      top.key = undefined;
    } else if (piece === ':' && top && word) {
      top.key = unquoted(text.slice(word.start, word.end));
      top.keys.push(top.key);
    } else {
      word = { start: at, end: at + piece.length };
      continue;
    }
    word = undefined;
  }
  const top = levels.at(-1);
  if (!top) return undefined;
  const rest = /^[^\s{}[\],:"']*/.exec(text.slice(offset, end))?.[0].length ?? 0;
  const touching = word && word.end === offset ? word : undefined;
  const from = touching?.start ?? offset;
  const to = offset + rest;
  const steps = levels.flatMap((level): Step[] => {
    const last = level === top && level.map && level.key === undefined;
    return last ? [] : [level.map ? (level.key ?? '') : level.index];
  });
  const at = top.map && top.key === undefined ? 'key' : 'value';
  return { at, steps, start: from, end: to, word: unquoted(text.slice(from, to)), siblings: top.keys };
}
