/** One document as kubectl reads it. */
import type { Json } from '../api/objects.ts';
import { decodeValue } from './decode-value.ts';
import { formatPath } from './field-path.ts';
import type { YamlNode } from './node.ts';
import { parseDocument } from './parse-document.ts';

/** Why a document cannot be read. */
export interface ReadError {
  /** kubectl's words behind "error converting YAML to JSON: ": `yaml: line 3: did not find expected key`. */
  readonly message: string;
  /** Where, in UTF-16 units from the start of the document's text. */
  readonly start: number;
  readonly end: number;
}

/** A key that its mapping has already: kubectl is silent, the last one wins. */
export interface DuplicateHint {
  readonly key: string;
  /** The key's field path, as Kubernetes prints it. */
  readonly path: string;
  /** The later key, from the start of the document's text. */
  readonly start: number;
  readonly end: number;
}

/** A document that was read. All offsets in it count from the start of its text, so equal texts can share one. */
export interface YamlDocument {
  readonly text: string;
  /** null for an empty document and for one that cannot be read. Maps have no prototype. */
  readonly value: Json;
  readonly error?: ReadError;
  readonly duplicates: readonly DuplicateHint[];
  /** The tree with its places, for `rangeOf` and `pathAt`; absent for an empty document or after a syntax error. */
  readonly root?: YamlNode;
}

/**
 * Reads one document (a piece of `splitDocuments`) as kubectl does. Never throws; integers beyond 2^53 lose precision.
 * `format: 'json'`: the strings may hold escapes that only JSON knows.
 * Models sigs.k8s.io/yaml YAMLToJSON with go.yaml.in/yaml/v2, v1.36.
 */
export function readDocument(text: string, format: 'yaml' | 'json' = 'yaml'): YamlDocument {
  // kubectl ends the last line of a YAML document if the file does not.
  const lines = format === 'yaml' && text !== '' && !text.endsWith('\n') ? `${text}\n` : text;
  const parsed = parseDocument(lines, format === 'json');
  if (!parsed.ok) {
    const { problem, line, start, end } = parsed.failure;
    const message = `yaml: ${line > 0 ? `line ${line}: ` : ''}${problem}`;
    return { text, value: null, error: { message, ...inside(text, start, end) }, duplicates: [] };
  }
  const { root } = parsed;
  if (!root) return { text, value: null, duplicates: [] };
  const { value, refusal, duplicates } = decodeValue(root);
  const hints = duplicates.map(({ key, path, start, end }) => ({
    key,
    path: formatPath(path),
    ...inside(text, start, end),
  }));
  if (!refusal) return { text, value, duplicates: hints, root };
  const place = inside(text, refusal.node.start, refusal.node.end);
  return { text, value: null, error: { message: refusal.message, ...place }, duplicates: hints, root };
}

/** The line end that is read with a last line is not part of the text. */
function inside(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
}
