import { describe, expect, it } from 'vitest';
import { textDiff } from '../../src/view/text-diff.ts';

const printed = (before: string, after: string): string[] =>
  textDiff(before, after).map((piece) => piece.map(({ sign, text }) => sign + text).join('\n'));

describe('the difference of two texts', () => {
  it('is nothing for equal texts', () => expect(textDiff('a\nb\n', 'a\nb\n')).toEqual([]));

  it('shows a changed line as gone and come', () =>
    expect(printed('name: a\nport: 80\n', 'name: b\nport: 80\n')).toEqual(['-name: a\n+name: b\n port: 80']));

  it('keeps three lines around a change and leaves out the rest', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `l${i}`);
    const before = lines.join('\n') + '\n';
    expect(printed(before, before.replace('l10\n', 'new\n'))).toEqual([
      ' l7\n l8\n l9\n-l10\n+new\n l11\n l12\n l13'.replace(/^\n/, ''),
    ]);
  });

  it('makes a piece of each place', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `l${i}`);
    const before = lines.join('\n') + '\n';
    expect(printed(before, before.replace('l1\n', 'x\n').replace('l18\n', 'y\n'))).toHaveLength(2);
  });

  it('shows a last line that only lost its line break as it is', () =>
    expect(printed('a\nb', 'a\nc\n')).toEqual([' a\n-b\n+c']));
});
