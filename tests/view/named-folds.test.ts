import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseScene } from '../../src/sim/index.ts';
import { foldsOf } from '../../src/view/fold-documents.ts';
import { namedFolds } from '../../src/view/named-folds.ts';

const scenes = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

/** What the full reader of folds says of the same documents. */
const all = (text: string): ReturnType<typeof namedFolds> =>
  foldsOf(text).flatMap(({ document, first, last }) => (document === undefined ? [] : [{ first, last, document }]));

describe('documents of one lesson', () => {
  test.each(scenes)('of %s fold as the editor folds them', (name) => {
    const { manifest, steps } = parseScene(readFileSync(`content/${name}`, 'utf8'));
    for (const text of [manifest.text, ...steps.flatMap((step) => (step.action === 'apply' ? [step.text] : []))]) {
      const wanted = all(text);
      const names = wanted.map(({ document }) => document);
      expect(namedFolds(text, names)).toEqual(wanted);
    }
  });
});

test('only what is named folds, in any namespace unless that is named, too', () => {
  const text =
    'kind: Pod\nmetadata:\n  name: a\n  namespace: shop\n---\n# b\nkind: Pod\nmetadata: {name: "b"}\n\n---\n';
  expect(namedFolds(text, ['pod/a'])).toEqual([{ first: 1, last: 4, document: 'shop/pod/a' }]);
  expect(namedFolds(text, ['shop/pod/a', 'pod/b'])).toEqual([
    { first: 1, last: 4, document: 'shop/pod/a' },
    { first: 7, last: 8, document: 'pod/b' },
  ]);
  expect(namedFolds(text, ['shop/pod/b'])).toEqual([]);
  expect(namedFolds(text, [])).toEqual([]);
});
