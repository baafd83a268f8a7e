/** Which lines of a manifest fold: whole documents, and what is deeper than its first line. Works on text that cannot be read. */
import { outlineOf } from './help/outline.ts';
import { scalarAt } from './help/scalars.ts';

/** Lines from 1; `last` is the last line that is hidden. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  /** `pod/client`, `shop/pod/client` outside default; for a whole document that says its kind and name. */
  readonly document?: string;
}

/** Every fold of the text, in order of their first lines. A document folds from its first line of content. */
export function foldsOf(text: string): readonly Fold[] {
  return outlineOf(text).flatMap((document): readonly Fold[] => {
    const { lines } = document;
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last || first.line === last.line) return [];
    const lastLine = last.line + 1 + lineBreaks(text.slice(last.start, last.end));
    const name = nameOf(text, document);
    const whole = { first: first.line + 1, last: lastLine, ...(name === undefined ? {} : { document: name }) };
    const inner = lines.flatMap((line, i): readonly Fold[] => {
      let end = i;
      while ((lines[end + 1]?.column ?? -1) > line.column || sameItem(lines[end + 1], line)) end += 1;
      const deepest = lines[end];
      return deepest && end > i && line !== first
        ? [{ first: line.line + 1, last: deepest.line + 1 + lineBreaks(text.slice(deepest.start, deepest.end)) }]
        : [];
    });
    return [whole, ...inner];
  });
}

type Line = ReturnType<typeof outlineOf>[number]['lines'][number];

/** A list may stand under its key in the key's own column. */
const sameItem = (next: Line | undefined, { key, parent }: Line): boolean =>
  next !== undefined &&
  key !== undefined &&
  next.parent.length > parent.length &&
  next.parent[parent.length] === key.name &&
  parent.every((step, i) => next.parent[i] === step);

const lineBreaks = (text: string): number => text.split('\n').length - 1;

function nameOf(text: string, document: ReturnType<typeof outlineOf>[number]): string | undefined {
  const kind = scalarAt(text, document, ['kind']);
  const name = scalarAt(text, document, ['metadata', 'name']);
  if (kind === undefined || name === undefined) return undefined;
  const namespace = scalarAt(text, document, ['metadata', 'namespace']);
  const own = `${kind.toLowerCase()}/${name}`;
  return namespace === undefined || namespace === 'default' ? own : `${namespace}/${own}`;
}
