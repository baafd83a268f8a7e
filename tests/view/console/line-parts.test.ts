import { describe, expect, test } from 'vitest';
import { goesOn, splitLine } from '../../../src/view/console/line-parts.ts';

describe('what is pasted is cut into commands', () => {
  test.each<readonly [string, readonly (readonly [string, string])[]]>([
    ['kubectl get svc', [['kubectl get svc', 'always']]],
    [
      'a; b',
      [
        ['a', 'always'],
        ['b', 'always'],
      ],
    ],
    [
      'a && b || c',
      [
        ['a', 'always'],
        ['b', 'success'],
        ['c', 'failure'],
      ],
    ],
    [
      'a | b\nc',
      [
        ['a | b', 'always'],
        ['c', 'always'],
      ],
    ],
    [
      'a <<E\nx; y\nE\nb',
      [
        ['a <<E\nx; y\nE', 'always'],
        ['b', 'always'],
      ],
    ],
    ['# what\na # why\n', [['a # why', 'always']]],
    ['for i in 1 2; do curl web; done', [['for i in 1 2; do curl web; done', 'always']]],
    ["a 'b", [["a 'b", 'always']]],
  ])('%j', (text, expected) => {
    expect(splitLine(text).map(({ line, after }) => [line.replace(/ # why$/, ' # why'), after])).toEqual(expected);
  });

  test('an open here-document, an open quote and a joined line go on; a mistake does not', () => {
    expect(['a <<E', "a 'b", 'a \\', 'a', 'a |'].map(goesOn)).toEqual([true, true, true, false, false]);
  });
});
