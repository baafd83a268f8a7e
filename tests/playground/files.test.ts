import { expect, test } from 'vitest';
import { readFiles } from '../../src/playground/files.ts';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>): File => new File([content], name);

test('one file stays as it is, several are one manifest in order of their names', async () => {
  expect(await readFiles([file('a.yaml', 'a: 1')])).toEqual({ text: 'a: 1' });
  const files = [file('c.yaml', '---\nc: 3\n'), file('b.yaml', 'b: 2\n---\n'), file('a.yaml', 'a: 1')];
  expect(await readFiles(files)).toEqual({ text: 'a: 1\n---\nb: 2\n---\n---\nc: 3\n' });
});

test('too much, and what is no text, is told and not taken', async () => {
  expect(await readFiles([file('a.yaml', 'x'.repeat(300_000))])).toBe('filesTooLarge');
  expect(await readFiles([file('a.png', new Uint8Array([137, 80, 78, 71, 255, 0]))])).toBe('filesUnreadable');
  expect(await readFiles([file('a.bin', 'a\0b')])).toBe('filesUnreadable');
});
