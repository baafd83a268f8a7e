import { expect, test } from 'vitest';
import { filesIn, readFiles } from '../../src/playground/files.ts';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>): File => new File([content], name);

test('one file stays as it is, several are one manifest in order of their names', async () => {
  expect(await readFiles([file('a.yaml', 'a: 1')])).toEqual({ text: 'a: 1', taken: 1, left: [] });
  const files = [file('c.yaml', '---\nc: 3\n'), file('b.yaml', 'b: 2\n---\n'), file('a.yaml', 'a: 1')];
  expect(await readFiles(files)).toEqual({
    text: '# Source: a.yaml\na: 1\n---\n# Source: b.yaml\nb: 2\n---\n# Source: c.yaml\nc: 3\n',
    taken: 3,
    left: [],
  });
});

test('a scene file among them keeps its header', async () => {
  const scene = '# pods:\n#   default/a: {ready: false}\n#---\na: 1\n';
  const read = await readFiles([file('b.yaml', 'b: 2\n'), file('a.yaml', scene)]);
  expect(read).toMatchObject({ text: `${scene}---\n# Source: b.yaml\nb: 2\n` });
});

test('what stands beside manifests in a folder is left and named', async () => {
  const read = await readFiles([
    file('README.md', '# Shop'),
    file('web.yml', 'a: 1\n'),
    file('logo.json', new Uint8Array([137, 80, 78, 71, 255, 0])),
    file('db.json', '{}'),
  ]);
  expect(read).toEqual({
    text: '# Source: db.json\n{}\n---\n# Source: web.yml\na: 1\n',
    taken: 2,
    left: ['README.md', 'logo.json'],
  });
});

test('what has no room is left and named', async () => {
  const read = await readFiles([file('b.yaml', 'x'.repeat(200_000)), file('a.yaml', 'y'.repeat(100_000))]);
  expect(read).toMatchObject({ taken: 1, left: ['b.yaml'] });
});

test('too much, and what is no text, is told and not taken', async () => {
  expect(await readFiles([file('a.yaml', 'x'.repeat(300_000))])).toBe('filesTooLarge');
  expect(await readFiles([file('a.png', new Uint8Array([137, 80, 78, 71, 255, 0]))])).toBe('filesUnreadable');
  expect(await readFiles([file('a.bin', 'a\0b')])).toBe('filesUnreadable');
});

test('folders are looked through, but not what is hidden in them', async () => {
  const entry = (fullPath: string, content?: readonly FileSystemEntry[]): FileSystemEntry => {
    let parts = content ? [content, []] : [];
    const own = {
      name: fullPath.replace(/^.*\//, ''),
      fullPath,
      isFile: content === undefined,
      file: (give: (f: File) => void) => give(file(fullPath, 'a: 1')),
      createReader: () => ({
        readEntries: (give: (all: readonly FileSystemEntry[]) => void) => {
          const [next = []] = parts;
          parts = parts.slice(1);
          give(next);
        },
      }),
    };
    return own as unknown as FileSystemEntry;
  };
  const found = await filesIn([
    entry('/shop', [entry('/shop/.git', [entry('/shop/.git/x')]), entry('/shop/k8s', [entry('/shop/k8s/web.yaml')])]),
    entry('/a.yaml'),
  ]);
  expect(found.map(({ path }) => path)).toEqual(['shop/k8s/web.yaml', 'a.yaml']);
});
