import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { Document, isScalar, parseDocument, visit } from 'yaml';
import type { Json } from '../../src/sim/api/objects.ts';
import { parseScene } from '../../src/sim/scene/parse-scene.ts';
import { printYaml } from '../../src/sim/yaml/print-yaml.ts';
import { readDocument } from '../../src/sim/yaml/read-document.ts';
import { splitDocuments } from '../../src/sim/yaml/split-documents.ts';
import { difference } from '../sim/properties/difference.ts';
import { effort, patience } from '../sim/properties/effort.ts';
import { sceneIds, sceneText } from '../sim/properties/recorded-scenes.ts';

/** Plain text that YAML 1.1 takes for something else than 1.2 does; between brackets `?` begins a key there. */
const only11 =
  /^(?:\?.*|y|n|yes|no|on|off|<<|=|[-+]?0[0-9_]+.*|[-+]?0b[01_]+|[-+.]?[0-9][0-9a-f._+-]*_.*|[-+]0[xob].*|0x.*_.*)$/i;

/** They end a line in YAML 1.1 only. */
const breaks11 = /[\u0085\u2028\u2029]/;
/** An escaped line break before an empty line: npm's `yaml` takes the empty line for a blank. */
const escapedBreak = /\\\n *\n/;

/** What npm's `yaml` reads; undefined where it refuses, or where versions of YAML differ. */
function otherValue(text: string): { readonly value: unknown } | undefined {
  const document = parseDocument(text, { uniqueKeys: false, merge: false, logLevel: 'silent' });
  if (document.errors.length > 0 || breaks11.test(text) || escapedBreak.test(text)) return undefined;
  if (isScalar(document.contents)) return undefined;
  let same = true;
  visit(document, {
    Scalar: (_, node) => {
      if (node.type === 'PLAIN' && only11.test(node.source ?? '')) same = false;
    },
    Pair: (_, { key }) => {
      // Keys that are no strings are compared by the suite's cases.
      if (!isScalar(key) || typeof key.value !== 'string') same = false;
    },
  });
  try {
    return same ? { value: document.toJS({ maxAliasCount: 100 }) as unknown } : undefined;
  } catch {
    return undefined;
  }
}

/** How many of the texts both accept; a difference fails. */
function compare(text: string): boolean {
  const { value, error } = readDocument(text);
  const other = error ? undefined : otherValue(text);
  if (!other) return false;
  expect(difference(value, withoutMinusZero(other.value))).toBeUndefined();
  return true;
}

const withoutMinusZero = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (_, item: unknown) => (item === 0 ? 0 : item)) as unknown;

const documents = [
  ...new Set(
    sceneIds.flatMap((id) => {
      const { manifest, steps } = parseScene(sceneText(id));
      return [manifest, ...steps].flatMap(({ text }) => splitDocuments(text).map((part) => part.text));
    }),
  ),
];

const number = fc.oneof(fc.integer(), fc.double({ noDefaultInfinity: true, noNaN: true })).map((n) => n + 0);
const words = fc.constantFrom(
  'yes',
  'no',
  'y',
  'null',
  '~',
  '',
  ' ',
  '0777',
  '1e3',
  '1_000',
  '12:30',
  '2024-01-01',
  '- a',
  'a: b',
  '#',
  'a #b',
  '|',
  '>',
  '*a',
  '&a',
  '!a',
  '%',
  '@',
  '`',
  "'",
  '"',
  '{',
  '[',
  ']',
  ',',
  '?',
  '-',
  ':',
  'a\n',
  '\na',
  'a\n\n',
  ' a',
  'a ',
  '\t',
  'a\tb',
  '\r',
  'a\rb',
  '---',
  '...',
  '<<',
  '=',
  '.inf',
  '0x1F',
  '0b1',
  '+1',
  '.5',
  'é端😀',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u0007',
  '\u00a0',
);
const text = fc.oneof(
  words,
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.lorem({ maxCount: 40 }),
  fc.array(words, { maxLength: 4 }).map((list) => list.join('')),
);
// Upstream prints the key `<<` without quotes and reads it as a merge.
// A number too big for any float is text to Go, and infinite to others.
const key = text.filter((name) => name !== '<<' && !/e[-+]?\d{4,}$/i.test(name));
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ) as fc.Arbitrary<Json>,
}));

/** Texts at the top are read and printed in ways of their own; what Kubernetes has is a map. */
const map = fc.dictionary(key, value, { maxKeys: 4 });

describe('npm’s yaml reads the same values', () => {
  test('from every recorded manifest', { timeout: patience }, () => {
    expect(documents.filter(compare).length).toBeGreaterThan(documents.length * 0.9);
  });

  test('from generated documents in any style', { timeout: patience }, () => {
    const style = fc.record({
      indent: fc.constantFrom(2, 3, 4),
      indentSeq: fc.boolean(),
      flowCollectionPadding: fc.boolean(),
      lineWidth: fc.constantFrom(0, 30, 80),
      defaultStringType: fc.constantFrom(
        'PLAIN' as const,
        'QUOTE_DOUBLE' as const,
        'QUOTE_SINGLE' as const,
        'BLOCK_LITERAL' as const,
        'BLOCK_FOLDED' as const,
      ),
      defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
      collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    });
    fc.assert(
      fc.property(map, style, (given, options) => {
        compare(new Document(given).toString(options));
      }),
      effort(1500),
    );
  });

  test('from recorded manifests with a few characters changed', { timeout: patience }, () => {
    const change = fc.record({
      at: fc.nat(5000),
      cut: fc.nat(3),
      put: fc.constantFrom(
        '',
        ' ',
        '  ',
        '\n',
        'a',
        '1',
        ':',
        ': ',
        '- ',
        '"',
        "'",
        '|',
        '>',
        '[',
        ']',
        '{',
        '}',
        ', ',
        ' #',
      ),
    });
    let compared = 0;
    fc.assert(
      fc.property(fc.nat(documents.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }), (index, changes) => {
        const changed = changes.reduce((now, { at, cut, put }) => {
          const place = at % (now.length + 1);
          return now.slice(0, place) + put + now.slice(place + cut);
        }, documents[index] ?? '');
        compared += Number(compare(changed));
      }),
      effort(2000),
    );
    expect(compared).toBeGreaterThan(500);
  });
});

describe('what is printed is read back equal', () => {
  test.each([
    ['by js-yaml, where versions of YAML agree', (printed: string) => load(printed) as unknown],
    [
      'by npm’s yaml, where versions of YAML agree',
      (printed: string) => parseDocument(printed, { logLevel: 'silent' }).toJS() as unknown,
    ],
    ['by the reader itself, always', (printed: string) => readDocument(printed).value],
  ])('%s', { timeout: patience }, (who, read) => {
    fc.assert(
      fc.property(map, (given) => {
        const printed = printYaml(given);
        if (!who.endsWith('always') && breaks11.test(printed)) return;
        expect(difference(read(printed), given), printed).toBeUndefined();
      }),
      effort(1000),
    );
  });
});
