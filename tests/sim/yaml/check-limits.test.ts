import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundOf, checkLimits, documentSize, limits } from '../../../src/sim/yaml/check-limits.ts';

const of = <T>(count: number, item: (index: number) => T) => Array.from({ length: count }, (_, index) => item(index));
const list = (items: number) => `[${of(items, String).join(',')}]`;

describe('each limit at its edge', () => {
  test.each([
    ['bytes', (n: number) => `#${'é'.repeat((n - 2) / 2)}\n`, limits.bytes, limits.bytes + 2],
    ['depth of flow lists', (n: number) => '['.repeat(n) + ']'.repeat(n), limits.depth, limits.depth + 1],
    ['depth of flow maps', (n: number) => '{a: '.repeat(n) + '}'.repeat(n), limits.depth, limits.depth + 1],
    ['depth of dashes', (n: number) => `${'- '.repeat(n)}a`, limits.depth, limits.depth + 1],
    ['depth of question marks', (n: number) => `${'? '.repeat(n)}a`, limits.depth, limits.depth + 1],
    ['depth of keys', (n: number) => of(n, (i) => `${' '.repeat(i)}a:`).join('\n'), limits.depth, limits.depth + 1],
    [
      'depth of lists below their keys',
      (n: number) =>
        `${of(n / 2, (i) => `${'  '.repeat(i)}a:\n${'  '.repeat(i)}- `)
          .join('')
          .replaceAll(/- {2,}a/g, '- a')}x`,
      64,
      66,
    ],
    ['aliases', (n: number) => `- &x 1\n${of(n, () => '- *x\n').join('')}`, limits.aliases, limits.aliases + 1],
    ['nodes', (n: number) => list(n - 1), limits.nodes, limits.nodes + 1],
    ['documents', (n: number) => of(n, () => 'a: 1\n').join('---\n'), limits.documents, limits.documents + 1],
  ])('%s', (name, text, most, more) => {
    expect(checkLimits(text(most))).toBeUndefined();
    expect(checkLimits(text(more))?.limit).toBe(name.split(' ')[0]);
  });

  test('nodes and aliases are counted over all documents', () => {
    expect(checkLimits(of(3, () => list(7000)).join('\n---\n'))).toMatchObject({ limit: 'nodes', found: 20_001 });
    expect(checkLimits(of(2, () => `- &x 1\n${'- *x\n'.repeat(60)}`).join('---\n'))).toMatchObject({
      limit: 'aliases',
    });
  });

  test('the place is that of the first thing too many', () => {
    expect(checkLimits(`a: ${'['.repeat(100)}`)).toEqual({ limit: 'depth', found: 65, allowed: 64, offset: 66 });
  });
});

describe('ordinary manifests pass', () => {
  test.each([
    ['brackets in a block scalar', `data: \n  x: |\n${'    [{[{[{\n'.repeat(200)}`],
    ['brackets in quotes and comments', `a: "${'['.repeat(500)}" # it's ${'{'.repeat(500)}\nb: '${'['.repeat(500)}'`],
    ['brackets in plain text', `a: x${'['.repeat(500)}`],
    ['stars in text', `a: "${'*a '.repeat(500)}"\nb: |\n  ${'*a '.repeat(500)}`],
    [
      'a long list of addresses',
      `subsets:\n- addresses:\n${of(1000, (i) => `  - ip: 10.0.${i >> 8}.${i & 255}\n`).join('')}`,
    ],
    ['text that cannot be read on', `a: b: c\n${'['.repeat(500)}`],
  ])('%s', (_, text) => {
    expect(checkLimits(text)).toBeUndefined();
  });
});

test('whatever is said of a text takes work in proportion to its length', () => {
  const size = limits.bytes;
  const shapes = [
    '[',
    '{',
    '- ',
    '? ',
    '\n',
    '---\n',
    'a: b\n',
    '# x\n',
    "'",
    '"',
    ' ',
    '\t',
    ': ',
    '!',
    '&a ',
    '{"a":',
    'a ',
    '|\n ',
  ];
  for (const shape of shapes) {
    const [quarter, whole] = [size / 4, size].map((letters) => fastest(shape.repeat(letters / shape.length)));
    // Four times the text: four times the work, not sixteen times, which would be seconds. The rest is the machine's.
    expect(whole, JSON.stringify(shape)).toBeLessThan(10 * (quarter ?? 0) + 200);
  }
});

test('any text gives a verdict', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(checkLimits(text)).toBeUndefined();
    }),
  );
});

test('no document is larger than its characters say', () => {
  const pieces =
    '- |? |: |a: |b|\n|\n  |\n    |\n\t|[|{|]|}|, |&a |!!seq |!!map |*a|"x"|"x": |\'|#c|---\n|\r\n|\u2028|\u0085|\ufeff'.split(
      '|',
    );
  const texts = fc.array(fc.constantFrom(...pieces, '|\n', '>-\n'), { maxLength: 60 }).map((found) => found.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const part = { text, start: 0, format: 'yaml' } as const;
      const [size, bound] = [documentSize(part), boundOf(part)];
      for (const key of ['depth', 'aliases', 'nodes'] as const) expect(size[key], key).toBeLessThanOrEqual(bound[key]);
    }),
    { numRuns: 3000 },
  );
});

/** Milliseconds of the fastest of three runs: what else the machine does is left out. */
function fastest(text: string): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    checkLimits(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}
