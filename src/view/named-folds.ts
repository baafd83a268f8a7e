/** The documents that a lesson shows folded. Reads block style by lines: a page needs it before anything is edited, and lessons are written so. */

/** Lines from 1; `last` is the last line that is hidden. */
export interface NamedFold {
  readonly first: number;
  readonly last: number;
  /** `pod/client`, `shop/pod/client` outside default. */
  readonly document: string;
}

/** The documents of the text that are among `names`: `pod/client`, whatever their namespace unless it is named, too. */
export function namedFolds(text: string, names: readonly string[]): readonly NamedFold[] {
  if (names.length === 0) return [];
  const lines = text.split('\n');
  const marks = lines.flatMap((line, i) => (/^---(\s|$)/.test(line) ? [i] : []));
  const starts = [0, ...marks.map((mark) => mark + 1)];
  return starts.flatMap((start, i): readonly NamedFold[] => {
    const own = lines.slice(start, marks[i] ?? lines.length);
    const document = nameOf(own);
    if (document === undefined || !names.some((name) => document === name || document.endsWith(`/${name}`))) return [];
    return [{ first: start + 1 + own.findIndex(holds), last: start + 1 + own.findLastIndex(holds), document }];
  });
}

const holds = (line: string): boolean => !/^\s*(#|$)/.test(line);

function nameOf(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((line) => /^metadata:/.test(line));
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => /^[^\s#]/.test(line));
  const metadata = at < 0 ? [] : [lines[at], ...rest.slice(0, end < 0 ? rest.length : end)];
  // The first child's column is that of all.
  const column = /^ */.exec(metadata[1] ?? '')?.[0].length ?? 0;
  const text = metadata.join('\n');
  const value = (key: string): string | undefined =>
    new RegExp(`(?:^metadata:.*?[{,]\\s*|\\n {${column}})${key}:\\s*["']?([\\w.-]+)`).exec(text)?.[1];
  const kind = /^kind:\s*["']?(\w+)/m.exec(lines.join('\n'))?.[1];
  const name = value('name');
  if (kind === undefined || name === undefined) return undefined;
  const namespace = value('namespace');
  const own = `${kind.toLowerCase()}/${name}`;
  return namespace === undefined || namespace === 'default' ? own : `${namespace}/${own}`;
}
