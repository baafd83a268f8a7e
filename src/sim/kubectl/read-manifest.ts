/** A file as kubectl reads it: documents, the objects in them, and what it could not read. */
import type { Memo } from '../api/memo.ts';
import type { Problem, Range } from '../api/problems.ts';
import { checkLimits, documentSize, type DocumentSize, type LimitExceeded } from '../yaml/check-limits.ts';
import { rangeOf } from '../yaml/find-range.ts';
import type { YamlDocument } from '../yaml/read-document.ts';
import { readErrorOf, readPart, splitDocuments, type DocumentPart } from '../yaml/split-documents.ts';
import { plainError, type KubectlError } from './errors.ts';
import { readObjects, type CheckList, type DocumentObjects, type ReadObject } from './read-object.ts';

export interface ManifestDocument {
  /** Place of the document in the file. */
  readonly range: Range;
  /** The text read, with its own places. */
  readonly yaml: YamlDocument;
  readonly objects: readonly ReadObject[];
  /** What kubectl collects for this document. */
  readonly error?: KubectlError;
}

export interface Manifest {
  /** Documents up to the first that ends the file. */
  readonly documents: readonly ManifestDocument[];
  readonly objects: readonly ReadObject[];
  /** Everything that could not be read; absent if all was. */
  readonly error?: KubectlError;
  readonly problems: readonly Problem[];
}

/**
 * Reads a file whose objects go into `namespace` unless they say otherwise. Nothing is read of a text that exceeds a limit.
 * Models cli-runtime/pkg/resource Builder with ContinueOnError, v1.36.
 */
export function readManifest(
  text: string,
  file: string,
  namespace: string,
  memo: Memo,
  checkList: CheckList,
): Manifest {
  const split = (): readonly DocumentPart[] => memo.once('documents', [text], () => splitDocuments(text));
  const known = (part: DocumentPart): KnownText =>
    memo.once(`document ${part.format} ${part.text}`, [], () => new KnownText(part));
  const limit = checkLimits(text, (part) => known(part).size, split);
  if (limit) return overLimit(limit, file, text);
  const documents: ManifestDocument[] = [];
  const problems: Problem[] = [];
  for (const [index, part] of split().entries()) {
    const at = known(part);
    const read = readOne(part, index, file, at, () => at.objects(file, namespace, checkList));
    documents.push(read.document);
    problems.push(...read.problems);
    if (read.ends) break;
  }
  const errors = documents.flatMap(({ error }) => error ?? []);
  const objects = documents.flatMap((document) => document.objects);
  return { documents, objects, problems, ...(errors.length > 0 && { error: { type: 'several', errors } }) };
}

/** What is found in a document's text, as soon as it is asked for. */
class KnownText {
  readonly #part: DocumentPart;
  #size: DocumentSize | undefined;
  #yaml: YamlDocument | undefined;
  #objects: { readonly inputs: string; readonly read: DocumentObjects } | undefined;

  constructor(part: DocumentPart) {
    this.#part = part;
  }

  get size(): DocumentSize {
    return (this.#size ??= documentSize(this.#part));
  }

  get yaml(): YamlDocument {
    return (this.#yaml ??= readPart(this.#part));
  }

  objects(file: string, namespace: string, checkList: CheckList): DocumentObjects {
    const inputs = `${namespace} ${file}`;
    if (this.#objects?.inputs !== inputs)
      this.#objects = { inputs, read: readObjects(this.yaml.value, file, namespace, checkList) };
    return this.#objects.read;
  }
}

interface ReadOne {
  readonly document: ManifestDocument;
  readonly problems: readonly Problem[];
  readonly ends: boolean;
}

function readOne(
  part: DocumentPart,
  index: number,
  file: string,
  { yaml }: KnownText,
  objectsIn: () => DocumentObjects,
): ReadOne {
  const range = { start: part.start, end: part.start + part.text.length };
  const unreadable = readErrorOf(part, yaml);
  if (unreadable !== undefined) {
    const message = `error parsing ${file}: ${unreadable}`;
    const code = part.error ? 'BadSeparator' : 'YamlSyntax';
    const problem: Problem = { code, severity: 'error', message, document: index, range: errorRange(part, yaml) };
    return { document: { range, yaml, objects: [], error: plainError(message) }, problems: [problem], ends: true };
  }
  const duplicates = duplicateKeys(yaml, range, index);
  if (yaml.value === null) return { document: { range, yaml, objects: [] }, problems: duplicates, ends: false };
  const read = objectsIn();
  const { objects, error, ends } = read;
  const problems = [...objectProblems(read, yaml, range, index), ...duplicates];
  return { document: { range, yaml, objects, ...(error && { error }) }, problems, ends };
}

function objectProblems(read: DocumentObjects, yaml: YamlDocument, range: Range, document: number): readonly Problem[] {
  return read.problems.map(({ code, message, path = '' }) => {
    const found = rangeOf(yaml, path);
    const place = found.exact && path !== '' ? found.value : found.key;
    return {
      code,
      severity: 'error',
      message,
      document,
      range: moved(place, range.start),
      ...(path !== '' && { path }),
    };
  });
}

function duplicateKeys(yaml: YamlDocument, range: Range, document: number): readonly Problem[] {
  return yaml.duplicates.map((hint) => ({
    code: 'DuplicateKey',
    severity: 'warning',
    message: '',
    document,
    path: hint.path,
    range: moved(hint, range.start),
    facts: { key: hint.key },
  }));
}

function errorRange(part: DocumentPart, yaml: YamlDocument): Range {
  if (part.error) return { start: part.error.start, end: part.error.end };
  return yaml.error ? moved(yaml.error, part.start) : { start: part.start, end: part.start + part.text.length };
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** No words of kubectl's: it has no such limits. */
function overLimit({ limit, found, allowed, offset }: LimitExceeded, file: string, text: string): Manifest {
  const message = `error parsing ${file}: more than ${allowed} ${limit}`;
  const range = { start: offset, end: Math.min(offset + 1, text.length) };
  const problem: Problem = { code: 'Limit', severity: 'error', message, range, facts: { limit, found, allowed } };
  return { documents: [], objects: [], error: plainError(message), problems: [problem] };
}
