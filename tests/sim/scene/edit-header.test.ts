import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  setDnsQuestions,
  setExternalHost,
  setFamilies,
  setHeaderField,
  setHeaderNode,
  setHeaderPod,
  setProbes,
  setTitle,
} from '../../../src/sim/scene/edit-header.ts';
import { parseScene } from '../../../src/sim/scene/parse-scene.ts';

const header = (...lines: string[]) => `${lines.map((line) => `# ${line}\n`).join('')}#---\nkind: Pod\n`;
const scene = header(
  'title: "x"',
  'pods:',
  "  default/a: {ready: false, ip: '10.0.0.1'}",
  '  default/b: {node: none}',
  'dns:',
  '  - {q: a., type: A}',
);

describe('one entry changes, all other lines stay as they are', () => {
  test.each([
    [
      'a pod is changed',
      setHeaderPod(scene, 'default/b', { ready: true }),
      scene.replace('{node: none}', '{ready: true}'),
    ],
    [
      'a pod is added',
      setHeaderPod(scene, 'default/c#1', { ready: true }),
      scene.replace('none}\n', 'none}\n#   "default/c#1": {ready: true}\n'),
    ],
    [
      'a pod is removed',
      setHeaderPod(scene, 'default/b', undefined),
      scene.replace('#   default/b: {node: none}\n', ''),
    ],
    ['a pod that is not there is removed', setHeaderPod(scene, 'default/z', undefined), scene],
    [
      'a key is added in its place',
      setHeaderNode(scene, 'node-a', { ready: false }),
      scene.replace('# pods:', '# cluster:\n#   nodes: {node-a: {ready: false}}\n# pods:'),
    ],
    [
      'a question is added',
      setDnsQuestions(scene, [...parseScene(scene).dns, { host: 'web', type: 'A', ns: 'default' }]),
      scene.replace(
        '  - {q: a., type: A}',
        '  - {q: a., type: A, ns: default}\n#   - {host: web, type: A, ns: default}',
      ),
    ],
    ['all questions are removed', setDnsQuestions(scene, []), scene.replace('# dns:\n#   - {q: a., type: A}\n', '')],
    [
      'a probe',
      setProbes(scene, [{ from: 'pod default/a', to: 'web:80' }]),
      scene.replace('#---', '# probes:\n#   - {from: "pod default/a", to: "web:80"}\n#---'),
    ],
    ['the title', setTitle(scene, 'other'), scene.replace('"x"', 'other')],
  ])('%s', (_, edited, wanted) => {
    expect(edited).toBe(wanted);
  });

  test('a header is made where there is none', () => {
    expect(setHeaderPod('kind: Pod\n', 'default/a', { ready: false })).toBe(
      header('pods:', '  default/a: {ready: false}'),
    );
    expect(setHeaderPod('# c\n#---\nkind: Pod\n', 'default/a', { ready: false })).toBe(
      '# pods:\n#   default/a: {ready: false}\n#---\n# c\n#---\nkind: Pod\n',
    );
    expect(setHeaderPod('kind: Pod', 'default/a', undefined)).toBe('kind: Pod');
  });

  test('the last key leaves a header that says nothing', () => {
    expect(setTitle(header('title: x'), '')).toBe(header('cluster: {}'));
  });

  test('maps that become empty go too', () => {
    const text = setExternalHost(scene, 'a.b', { refuses: true });
    expect(parseScene(text).world.external).toEqual({ 'a.b': { refuses: true } });
    expect(setExternalHost(text, 'a.b', undefined)).toBe(scene);
    expect(setFamilies(setFamilies(scene, ['IPv4', 'IPv6']), undefined)).toBe(scene);
  });

  test('a header in flow style is written anew', () => {
    const text = setHeaderPod(header('{title: x, pods: {}}'), 'default/a', { ready: false });
    expect(text).toBe(header('title: x', 'pods:', '  default/a: {ready: false}'));
  });

  test('entries in flow style and over several lines', () => {
    const text = header(
      'pods: {default/a: {ready: false}}',
      'cluster:',
      '  nodes:',
      '    node-a:',
      '      ready: false',
      'dns: []',
    );
    expect(setHeaderPod(text, 'default/b', { ready: true })).toBe(
      text.replace(
        'pods: {default/a: {ready: false}}',
        'pods:\n#   default/a: {ready: false}\n#   default/b: {ready: true}',
      ),
    );
    expect(setExternalHost(text, 'x', { silent: true })).toBe(
      text.replace('# dns', '#   external: {x: {silent: true}}\n# dns'),
    );
  });

  test('a header that cannot be read is left alone', () => {
    const text = header('title: x', 'pods: {');
    expect(setHeaderPod(text, 'default/a', { ready: false })).toBe(text);
  });
});

test('setting what is there already changes nothing in the header of any scene of the corpus', () => {
  const corpus = new URL('../../conformance/corpus/scenes/', import.meta.url);
  for (const topic of readdirSync(corpus)) {
    for (const file of readdirSync(new URL(`${topic}/`, corpus))) {
      const text = readFileSync(new URL(`${topic}/${file}`, corpus), 'utf8');
      const { world, dns, probes, header: raw } = parseScene(text);
      let edited = setProbes(setDnsQuestions(text, dns), probes);
      for (const [key, intent] of Object.entries(world.pods)) edited = setHeaderPod(edited, key, intent);
      expect(edited === text, file).toBe(true);
      const added = setHeaderPod(text, 'added/pod', { ready: false });
      expect(parseScene(added).world.pods).toEqual({ ...world.pods, 'added/pod': { ready: false } });
      expect({ ...parseScene(added).header, pods: 0 }).toEqual({ ...raw, pods: 0 });
    }
  }
});

test('any value can be set under any name and is read back', () => {
  const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 3 });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), json, (key, value) => {
      const text = setHeaderField(scene, ['exercises', key], value as never);
      const read = parseScene(text).header?.['exercises'] as Record<string, unknown>;
      expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(Object.fromEntries([[key, value]]))));
    }),
  );
});

test.each(['\u2028', '\u2029', '\u0085', '\u00a0', '\ufeff'])('a name of one odd space is read back: %j', (key) => {
  const text = setHeaderField(scene, ['exercises', key], { key });
  expect(parseScene(text).header?.['exercises']).toEqual({ [key]: { key } });
});
