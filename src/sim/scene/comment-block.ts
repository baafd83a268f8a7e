/** YAML that stands in comment lines: without its signs, and the way back to the scene's text. */
import type { Range } from '../api/problems.ts';
import { readDocument, type YamlDocument } from '../yaml/read-document.ts';

export interface CommentBlock {
  /** The YAML, as it was read. Its offsets count from the first character behind the first comment sign. */
  readonly document: YamlDocument;
  /** A range of the YAML in the comment's text, from the comment's first character. */
  readonly toComment: (range: Range) => Range;
}

/** Reads comment lines; `prefix` is what stands before the YAML, `#` and as many blanks of it as there are. */
export function readComment(comment: string, prefix: '# ' | '#   '): CommentBlock {
  const lines = comment.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let yaml = '';
  let offset = 0;
  /** For each line: where it begins in the YAML and in the comment. */
  const starts: [number, number][] = [];
  for (const line of lines) {
    const cut = /^# {0,3}/.exec(line.slice(0, prefix.length))?.[0].length ?? 0;
    starts.push([yaml.length, offset + cut]);
    yaml += `${line.slice(cut)}\n`;
    offset += line.length + 1;
  }
  const place = (at: number): number => {
    let index = 0;
    while (index + 1 < starts.length && (starts[index + 1]?.[0] ?? 0) <= at) index += 1;
    const [inYaml, inComment] = starts[index] ?? [0, 0];
    return Math.min(inComment + at - inYaml, comment.length);
  };
  return { document: readDocument(yaml), toComment: ({ start, end }) => ({ start: place(start), end: place(end) }) };
}
