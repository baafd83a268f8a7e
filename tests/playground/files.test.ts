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

test('what would keep kubectl from reading the others is left and named', async () => {
  const object = 'apiVersion: v1\nkind: ConfigMap\n';
  const files = {
    'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'b.yaml': `${object}data:\n  text: "{{ .Labels.name }} is down"\n`,
    'kustomization.yaml': 'resources:\n- b.yaml\npatches:\n- target:\n    kind: Service\n',
    'templates/web.yaml': `${object}metadata:\n  name: {{ .Release.Name }}\n`,
    'z.json': '{\n\t"apiVersion": "v1",\n\t"kind": "Service"\n}\n',
  };
  const given = Object.entries(files).map(([path, text]) => ({ path, file: file(path, text) }));
  expect(await readFiles(given)).toEqual({
    text: `# Source: b.yaml\n${files['b.yaml']}---\n# Source: z.json\n{\n  "apiVersion": "v1",\n  "kind": "Service"\n}\n`,
    taken: 2,
    left: ['Chart.yaml', 'kustomization.yaml', 'templates/web.yaml'],
    tool: 'helm',
  });
  const templates = given.filter(({ path }) => path.startsWith('templates/') || path === 'Chart.yaml');
  expect(await readFiles(templates)).toMatchObject({ taken: 2, left: [], tool: 'helm' });
  const base = given.filter(({ path }) => path === 'b.yaml' || path === 'kustomization.yaml');
  expect(await readFiles(base)).toMatchObject({ taken: 1, left: ['kustomization.yaml'], tool: 'kustomize' });
  expect(await readFiles([file('web.yaml', files['templates/web.yaml'])])).toMatchObject({ tool: 'helm' });
});

test('a Namespace stands before what lies in it', async () => {
  const inside = 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n';
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
  const read = await readFiles([file('a.yaml', inside), file('shop-ns.yaml', namespace)]);
  expect(read).toMatchObject({ text: `# Source: shop-ns.yaml\n${namespace}---\n# Source: a.yaml\n${inside}` });
});

test('what has no room is left and named', async () => {
  const read = await readFiles([file('b.yaml', 'x'.repeat(200_000)), file('a.yaml', 'y'.repeat(100_000))]);
  expect(read).toMatchObject({ taken: 1, left: ['b.yaml'] });
});

test('what is joined is never more than the engine reads, by bytes or by documents', async () => {
  const small = Array.from({ length: 300 }, (_, i) =>
    file(`a-folder/of/some-length/${i}.yaml`, `a: ${'é'.repeat(430)}`),
  );
  const read = await readFiles(small);
  if (typeof read === 'string') throw new Error(read);
  expect(new TextEncoder().encode(read.text).length).toBeLessThanOrEqual(256 * 1024);
  expect(read.taken + read.left.length).toBe(300);
  expect(read.left.length).toBeGreaterThan(0);
  const many = await readFiles([file('a.yaml', 'a: 1\n---\n'.repeat(400)), file('b.yaml', 'b: 1\n---\n'.repeat(200))]);
  expect(many).toMatchObject({ taken: 1, left: ['b.yaml'] });
});

test('where there is no room for all, what no Service needs is left first', async () => {
  const definition = `kind: CustomResourceDefinition\n# ${'x'.repeat(200_000)}\n`;
  const read = await readFiles([
    file('crds.yaml', definition),
    file('more.yaml', definition),
    file('service.yaml', 'apiVersion: v1\nkind: Service\n'),
    file('web.json', `{"apiVersion": "apps/v1", "kind": "Deployment", "x": "${'x'.repeat(100_000)}"}`),
  ]);
  expect(read).toMatchObject({ taken: 2, left: ['crds.yaml', 'more.yaml'] });
});

test('UTF-16 with its mark is text, as a mark of UTF-8 is no character of it', async () => {
  const utf16 = (text: string, little: boolean): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(2 * text.length);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i += 1) view.setUint16(2 * i, text.charCodeAt(i), little);
    return bytes;
  };
  for (const little of [true, false])
    expect(await readFiles([file('a.yaml', utf16('\ufeffa: é\r\n', little))])).toMatchObject({ text: 'a: é\r\n' });
  expect(await readFiles([file('a.yaml', '\ufeffa: 1\n')])).toMatchObject({ text: 'a: 1\n' });
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
