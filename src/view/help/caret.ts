/** Where the caret stands: in which document and field, at a key or at a value, and what a completion would replace. */
import { flowAt } from './flow.ts';
import { scalarAt } from './scalars.ts';
import { outlineOf, samePath, unquoted, type OutlineDocument, type OutlineLine, type Step } from './outline.ts';

export interface Caret {
  readonly document: OutlineDocument;
  /** Whether a key can stand here (a scalar of a list can, too) or a value. */
  readonly at: 'key' | 'value';
  /** At a key: the mapping or list item around it. At a value: the field's own path. */
  readonly steps: readonly Step[];
  /** What a completion replaces. */
  readonly start: number;
  readonly end: number;
  /** The word there, without quotes. */
  readonly word: string;
  /** Column at which keys of this mapping stand. */
  readonly column: number;
  /** True where a colon follows already. */
  readonly hasColon: boolean;
  /** True inside braces or brackets. */
  readonly flow: boolean;
  /** The other keys of the mapping. */
  readonly siblings: readonly string[];
}

/** What a document says of itself, readable or not. */
export interface Subject {
  readonly apiVersion: string | undefined;
  readonly kind: string | undefined;
  readonly namespace: string;
  readonly name: string | undefined;
}

/** The caret's place; undefined in a comment, in the text of a block scalar, and between a key and its colon. */
export function caretAt(text: string, offset: number): Caret | undefined {
  const documents = outlineOf(text, offset);
  const document = documents.findLast(({ start }) => start <= offset);
  const line = document?.lines.findLast(({ start, end }) => start <= offset && offset <= end);
  if (!document || !line || offset < line.start + line.column) return undefined;
  const lineEnd = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  // Blanks behind a value belong to the line; a comment does not.
  if (offset > line.value.end && text.slice(line.value.end, Math.min(offset, lineEnd)).trim() !== '') return undefined;
  const { key } = line;
  if (key && offset <= key.end) return keyCaret(document, line, key.start, key.end, key.name, true);
  if (key && !/[:\s]/.test(text[offset - 1] ?? '') && offset < line.value.start) return undefined;
  if (key && offset === key.end + 1) return undefined;
  const flow = flowAt(text, line.value.start, line.value.end, offset);
  if (flow) {
    const base = key ? [...line.parent, key.name] : line.parent;
    return { document, flow: true, column: line.column, ...flow, steps: [...base, ...flow.steps] };
  }
  const { start, end } = offset > line.value.end ? { start: offset, end: offset } : line.value;
  const word = unquoted(text.slice(start, end));
  if (!key) return keyCaret(document, line, start, end, word, false);
  if (offset > line.value.end && line.value.end > line.value.start) return undefined;
  const from = Math.min(start, offset);
  return {
    document,
    at: 'value',
    steps: [...line.parent, key.name],
    start: line.value.end > line.value.start ? from : offset,
    end: Math.max(end, offset),
    word,
    column: line.column,
    hasColon: true,
    flow: false,
    siblings: [],
  };
}

function keyCaret(
  document: OutlineDocument,
  line: OutlineLine,
  start: number,
  end: number,
  word: string,
  hasColon: boolean,
): Caret {
  const siblings = document.lines.flatMap((other) =>
    other !== line && other.key && samePath(other.parent, line.parent) ? [other.key.name] : [],
  );
  const { column, parent } = line;
  return { document, at: 'key', steps: parent, start, end, word, column, hasColon, flow: false, siblings };
}

/** Kind and name of the object that the caret is in; inside a List that of the item. */
export function subjectOf(
  text: string,
  document: OutlineDocument,
  steps: readonly Step[],
): Subject & { readonly inside: number } {
  const inside = steps[0] === 'items' && typeof steps[1] === 'number' ? 2 : 0;
  const base = steps.slice(0, inside);
  const say = (...path: readonly Step[]): string | undefined => scalarAt(text, document, [...base, ...path]);
  return {
    apiVersion: say('apiVersion'),
    kind: say('kind'),
    namespace: say('metadata', 'namespace') ?? 'default',
    name: say('metadata', 'name'),
    inside,
  };
}
