import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/sim/index.ts';
import { format } from '../../../src/view/help/format.ts';
import { outlineOf } from '../../../src/view/help/outline.ts';
import { sceneIds, sceneText } from '../scenes.ts';

test.each([
  ['four blanks a level', 'a:\n    b:\n        c: 1\n', 'a:\n  b:\n    c: 1\n'],
  ['a list in an own level', 'a:\n    - b: 1\n      c: 2\n    - b: 3\n', 'a:\n  - b: 1\n    c: 2\n  - b: 3\n'],
  [
    'a list under its key',
    'x:\n    a:\n    - b: 1\n      c:\n          d: 2\n    e: 3\n',
    'x:\n  a:\n  - b: 1\n    c:\n      d: 2\n  e: 3\n',
  ],
  ['blanks at line ends', 'a: 1   \nb:  \n  c: 2\t\n', 'a: 1\nb:\n  c: 2\n'],
  [
    'comments along',
    '# top\na:\n    # about b\n    b: 1 # one\n    # end\n',
    '# top\na:\n  # about b\n  b: 1 # one\n  # end\n',
  ],
  [
    'a block scalar, what it says stays',
    'a:\n    b: |\n        one\n          two  \n    c: 1\n',
    'a:\n  b: |\n      one\n        two  \n  c: 1\n',
  ],
  ['every document by itself', 'a:\n    b: 1\n---\nc:\n    d: 2\n', 'a:\n  b: 1\n---\nc:\n  d: 2\n'],
  ['Windows line ends', 'a:\r\n    b: 1 \r\n', 'a:\r\n  b: 1\r\n'],
])('%s', (_, before, after) => {
  expect(format(before)).toBe(after);
});

/** What people do to a text that says the same. */
const habits: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['twice as deep', (text) => text.replace(/^ +/gm, '$&$&')],
  ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['blank lines between', (text) => text.replaceAll('\n', '\n\n')],
  ['comments between', (text) => text.replace(/^( *)([a-z])/gm, '$1# why\n$1$2')],
  ['anchors', (text) => text.replace(/^( *\w+):$/gm, '$1: &here')],
];

test.each(habits)(
  'recorded scenes, %s: the same is said in the same letters, and a second time changes nothing',
  (_, change) => {
    for (const id of sceneIds.filter((_id, i) => i % 8 === 0)) {
      const text = change(sceneText(id));
      const once = format(text);
      const letters = (whole: string) => whole.split('\n').map((line) => line.trim());
      const says = (whole: string) =>
        outlineOf(whole).map(({ start, end }) => readDocument(whole.slice(start, end)).value);
      expect(letters(once), id).toEqual(letters(text));
      expect(says(once), id).toEqual(says(text));
      expect(format(once), id).toBe(once);
    }
  },
);

describe('nothing is lost', () => {
  test.each([
    ['a document that cannot be read', 'a: [\n    b\n'],
    ['blanks inside a block scalar', 'a: |\n  x   \n  y\n'],
    ['wide dashes', 'a:\n-   b: 1\n    c: 2\n'],
    ['a JSON document', '{"a": {\n      "b": 1\n}}\n'],
    ['an empty text', ''],
  ])('%s stays as it is', (_, text) => {
    expect(format(text)).toBe(text);
  });

  test('a quoted text over several lines says the same', () => {
    const text = "a: 'x\n\n    y: 1'\n";
    expect(readDocument(format(text)).value).toEqual(readDocument(text).value);
  });

  test('the scenes of the course read the same, line for line the same letters, and are tidy the second time', () => {
    const scenes = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('scene.yaml'),
    );
    expect(scenes.length).toBeGreaterThan(3);
    for (const file of scenes) {
      for (const wide of [false, true]) {
        const plain = readFileSync(`content/${file}`, 'utf8');
        const text = wide ? plain.replace(/^ +/gm, '$&$&') : plain;
        const once = format(text);
        expect(once.split('\n').map((line) => line.trim())).toEqual(text.split('\n').map((line) => line.trim()));
        expect(format(once)).toBe(once);
        const read = (whole: string) => whole.split(/^---$/m).map((part) => readDocument(part).value);
        expect(read(once)).toEqual(read(text));
      }
    }
  });
});
