/** A file → its documents, as kubectl cuts it before any YAML is read. */
import { readDocument, type YamlDocument } from './read-document.ts';
import { scanJson } from './scan-json.ts';
import { utf8Length } from './utf8-length.ts';

/** One document of a file, or what ends the file. */
export interface DocumentPart {
  /** The document as it stands in the file; begins with its `---` line if none came before. */
  readonly text: string;
  /** Offset of `text` in the file, in UTF-16 units. */
  readonly start: number;
  /** How to read it. */
  readonly format: 'yaml' | 'json';
  /** The file ends here and this document is lost: kubectl's words behind "error parsing F: ", and the place in the file. */
  readonly error?: { readonly message: string; readonly start: number; readonly end: number };
  /** kubectl's words if this document cannot be read as YAML: the file began as JSON, and that error is the one told. */
  readonly jsonError?: string;
}

/** Go's unicode.IsSpace in front of a brace. */
const beginsWithBrace = /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\{/;

/**
 * The documents of a file in order, those that hold nothing but blanks and comments left out. Never throws.
 * kubectl stops at the first part with an `error`; the parts after it are there for the editor.
 * Models apimachinery/pkg/util/yaml YAMLOrJSONDecoder, v1.36.
 */
export function splitDocuments(file: string): readonly DocumentPart[] {
  const mark = file.startsWith('\ufeff') ? 1 : 0;
  if (!beginsWithBrace.test(file.slice(mark))) return splitYaml(file, 0);
  const parts: DocumentPart[] = [];
  let at = mark;
  for (;;) {
    const scan = scanJson(file, at);
    if (!scan) return parts;
    if (!scan.ok) return [...parts, ...afterJson(file, at, scan, parts.length, mark)];
    parts.push({ text: file.slice(scan.start, scan.end), start: scan.start, format: 'json' });
    at = scan.end;
  }
}

/** What follows the JSON objects of a stream: after none or one it may be YAML, after more it is an error. */
function afterJson(
  file: string,
  at: number,
  { problem, offset }: { readonly problem: string; readonly offset: number },
  objects: number,
  mark: number,
): readonly DocumentPart[] {
  const place = { start: offset, end: Math.min(offset + 1, file.length) };
  if (objects > 1) {
    return [{ text: file.slice(at), start: at, format: 'json', error: { message: problem, ...place } }];
  }
  const message =
    problem === 'unexpected EOF'
      ? problem
      : `json: offset ${utf8Length(file, offset) - utf8Length(file, mark) + 1}: ${problem}`;
  const blanks = /^[^\S\n]*\n?/.exec(file.slice(at))?.[0].length ?? 0;
  const [first, ...others] = splitYaml(file, at + blanks);
  if (!first) return [];
  const told = first.error ? { ...first, error: { message, ...place } } : { ...first, jsonError: message };
  return [told, ...others];
}

function splitYaml(file: string, from: number): DocumentPart[] {
  const parts: DocumentPart[] = [];
  let start = from;
  const take = (end: number, error?: DocumentPart['error']) => {
    const text = file.slice(start, end);
    if (error) parts.push({ text, start, format: 'yaml', error });
    else if (hasContent(text)) parts.push({ text, start, format: 'yaml' });
  };
  const separators = /^---([^\n]*)(?:\n|$)/gm;
  separators.lastIndex = from;
  for (let match = separators.exec(file); match; match = separators.exec(file)) {
    const at = match.index;
    // `^` also stands behind line breaks that are none for kubectl.
    if (at > 0 && at !== from && file.charAt(at - 1) !== '\n') continue;
    const rest = (match[1] ?? '').trim();
    const behind = at + match[0].length;
    if (rest !== '' && !rest.startsWith('#')) {
      const end = at + match[0].trimEnd().length;
      take(at, { message: `invalid Yaml document separator: ${rest}`, start: at, end });
    } else if (at === start) continue;
    else take(at);
    start = behind;
  }
  take(file.length);
  return parts;
}

const contentLine = /^(?! *(?:#|\r?$))(?!---)/m;

function hasContent(text: string): boolean {
  return contentLine.test(text.startsWith('\ufeff') ? text.slice(1) : text);
}

/** kubectl's words behind "error parsing F: " if this part cannot be read, else undefined. */
export function readErrorOf(part: DocumentPart, document: YamlDocument): string | undefined {
  if (part.error) return part.error.message;
  if (!document.error) return undefined;
  return part.jsonError ?? `error converting YAML to JSON: ${document.error.message}`;
}

/** Reads a part of a file. The result depends on the part's text and format alone. */
export function readPart(part: DocumentPart): YamlDocument {
  return readDocument(part.text, part.format);
}
