import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Memo } from '../../../src/sim/api/memo.ts';
import { parseScene, worldOf } from '../../../src/sim/scene/parse-scene.ts';
import { checkLimits } from '../../../src/sim/yaml/check-limits.ts';

const scene = `# title: "A \\"quoted\\" title"
# cluster:
#   families: [IPv4, IPv6]
#   nodes: {node-c: {zone: none}, node-d: {zone: zone-a, ready: false}}
#   external: {db.example.com: {addresses: ["198.51.100.7"], refuses: true}}
# pods:
#   default/web-1: {ready: false, node: node-a}
#   "default/web#1": {listens: [8080]}
# dns:
#   - {q: "web.default.svc.cluster.local.", type: SRV, ns: shop}
#   - {host: web}
# probes:
#   - {from: "pod default/client", to: "web:80", proto: UDP, times: 3}
# kubectl: ["get pods"]
#---
# a comment of the manifest
kind: Service\r
\tx
# step:
#   action: pod-status
#   note: the pod is ready
#   pods:
#     default/web-1: {ready: true}
#---
# step:
#   action: node-status
#   nodes: {node-a: {ready: false}}
#---
# step:
#   action: delete
#   targets: [service/web, ns/pod/a]
#   force: true
#---
# step:
#   action: kubectl
#   args: [label, pod, web-1, app-, -n, 3]
#---
# step:
#   action: apply
#---
---
kind: Pod`;

describe('a scene', () => {
  const parsed = parseScene(scene);

  test('has its header as data', () => {
    expect(parsed.title).toBe('A "quoted" title');
    expect(parsed.world).toEqual({
      families: ['IPv4', 'IPv6'],
      nodes: {
        'node-a': { zone: 'zone-a', ready: true },
        'node-b': { zone: 'zone-b', ready: true },
        'node-c': { zone: 'none', ready: true },
        'node-d': { zone: 'zone-a', ready: false },
      },
      nodesDeclared: true,
      pods: { 'default/web-1': { ready: false, node: 'node-a' }, 'default/web#1': { listens: [8080] } },
      external: { 'db.example.com': { addresses: ['198.51.100.7'], refuses: true } },
    });
    expect(parsed.dns).toEqual([
      { q: 'web.default.svc.cluster.local.', type: 'SRV', ns: 'shop' },
      { host: 'web', type: 'A', ns: 'default' },
    ]);
    expect(parsed.probes).toEqual([{ from: 'pod default/client', to: 'web:80', proto: 'UDP', times: 3 }]);
    expect(parsed.kubectl).toEqual(['get pods']);
    expect(parsed.problems).toEqual([]);
  });

  test('keeps the bytes of its manifest and of the documents of its steps', () => {
    expect(parsed.manifest).toEqual({
      text: '# a comment of the manifest\nkind: Service\r\n\tx\n',
      offset: scene.indexOf('# a comment'),
    });
    expect(parsed.steps.map(({ text, offset }) => [text, offset])).toEqual([
      ['', scene.indexOf('# step:\n#   action: node')],
      ['', scene.indexOf('# step:\n#   action: delete')],
      ['', scene.indexOf('# step:\n#   action: kubectl')],
      ['', scene.indexOf('# step:\n#   action: apply')],
      ['---\nkind: Pod', scene.indexOf('---\nkind: Pod')],
    ]);
  });

  test('has its steps as data', () => {
    expect(parsed.steps).toMatchObject([
      { action: 'pod-status', note: 'the pod is ready', pods: { 'default/web-1': { ready: true } } },
      { action: 'node-status', nodes: { 'node-a': { ready: false } } },
      { action: 'delete', targets: ['service/web', 'ns/pod/a'], force: true },
      { action: 'kubectl', args: ['label', 'pod', 'web-1', 'app-', '-n', '3'] },
      { action: 'apply', raw: { action: 'apply' } },
    ]);
  });

  test('lays status steps over the world that was declared before', () => {
    expect(worldOf(parsed, 0)).toBe(parsed.world);
    expect(worldOf(parsed, 1).pods).toEqual({
      'default/web-1': { ready: true, node: 'node-a' },
      'default/web#1': { listens: [8080] },
    });
    expect(worldOf(parsed, 5).nodes['node-a']).toEqual({ zone: 'zone-a', ready: false });
  });

  test('keeps the identity of what did not change from one text to the next', () => {
    const first = new Memo();
    const before = parseScene(scene, first);
    const world = worldOf(before, 5, first);
    const second = new Memo(first);
    const after = parseScene(scene.replace('kind: Service', 'kind: Services'), second);
    expect(after.world).toBe(before.world);
    expect(worldOf(after, 5, second)).toBe(world);
    expect(after.steps[0]?.offset).toBe((before.steps[0]?.offset ?? 0) + 1);
  });
});

describe('the default world', () => {
  test('is three nodes in three zones, IPv4', () => {
    expect(parseScene('kind: Pod').world).toEqual({
      families: ['IPv4'],
      nodes: {
        'node-a': { zone: 'zone-a', ready: true },
        'node-b': { zone: 'zone-b', ready: true },
        'node-c': { zone: 'zone-c', ready: true },
      },
      nodesDeclared: false,
      pods: {},
      external: {},
    });
  });
});

describe('a text without header is its own manifest', () => {
  test.each([
    ['plain', 'a: 1\n'],
    ['comments before a ruler that hold no mapping', '# just words\n#---\na: 1'],
    ['comments that hold a mapping of other keys', '# author: me\n#---\na: 1'],
    ['a ruler alone', '#---\na: 1'],
    ['a header behind a blank line', '\n# title: x\n#---\na: 1'],
    ['a header without ruler', '# title: x\na: 1'],
    ['steps without header', 'a: 1\n# step:\n#   action: apply\n#---\nb: 2'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    const parsed = parseScene(text);
    expect(parsed.header).toBeUndefined();
    expect(parsed.manifest).toEqual({ text, offset: 0 });
    expect(parsed.steps).toEqual([]);
  });
});

describe('what is wrong is told at its place, and the rest counts', () => {
  const cases: [string, string, string, string, string][] = [
    ['# titel: x\n# pods: {}\n#---\n', 'UnknownKey', 'titel', 'titel', 'warning'],
    ['# pods:\n#   default/a: {ready: 1}\n#---\n', 'WrongType', 'pods[default/a].ready', '1', 'error'],
    ['# pods:\n#   default/a: {phase: Dead}\n#---\n', 'WrongValue', 'pods[default/a].phase', 'Dead', 'error'],
    ['# pods:\n#   default/a: {listens: [0]}\n#---\n', 'WrongValue', 'pods[default/a].listens[0]', '0', 'error'],
    ['# pods: [a]\n#---\n', 'WrongType', 'pods', '[a]', 'error'],
    ['# dns:\n#   - {type: A}\n#---\n', 'Missing', 'dns[0].q', 'type', 'error'],
    ['# probes:\n#   - {from: external}\n#---\n', 'Missing', 'probes[0].to', 'from', 'error'],
    ['# pods: {}\n# pods: {}\n#---\n', 'DuplicateKey', 'pods', 'pods', 'warning'],
    ['# pods: {}\n#---\n# step:\n#   action: explode\n#---\n', 'WrongValue', 'action', 'explode', 'error'],
    ['# pods: {}\n#---\n# step:\n#   action: scale\n#   target: a\n#---\n', 'Missing', 'replicas', 'action', 'error'],
    ['# pods: {}\n#---\n# step:\n#   note: x\n#---\n', 'Missing', 'action', 'note', 'error'],
  ];
  test.each(cases)('%j: %s at %s', (text, fault, path, place, severity) => {
    const { problems } = parseScene(text);
    expect(problems.map((problem) => [problem.facts?.['fault'], problem.path, problem.severity])).toEqual([
      [fault, path, severity],
    ]);
    const { start, end } = problems[0]?.range ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe(place);
  });

  test('a header that cannot be read is still no part of the manifest', () => {
    const parsed = parseScene('# title: x\n# pods: {a: [\n#---\nkind: Pod');
    expect(parsed.manifest.text).toBe('kind: Pod');
    expect(parsed.problems).toMatchObject([{ code: 'Header', facts: { fault: 'Unreadable' } }]);
  });

  test('a step that cannot be read does nothing, its document stays', () => {
    const parsed = parseScene('# title: x\n#---\na\n# step:\n#   action: [\n#---\nkind: Pod');
    expect(parsed.steps).toMatchObject([{ action: 'unknown', text: 'kind: Pod' }]);
    expect(parsed.problems).toMatchObject([{ code: 'Step', facts: { fault: 'Unreadable' } }]);
  });

  test('names like __proto__ are names', () => {
    const { world } = parseScene('# pods: {__proto__: {ready: false}}\n#---\n');
    expect(Object.keys(world.pods)).toEqual(['__proto__']);
    expect(({} as { ready?: boolean }).ready).toBeUndefined();
  });
});

test('every scene of the corpus parses without a problem and within the limits', () => {
  const corpus = new URL('../../conformance/corpus/scenes/', import.meta.url);
  for (const topic of readdirSync(corpus)) {
    for (const file of readdirSync(new URL(`${topic}/`, corpus))) {
      const text = readFileSync(new URL(`${topic}/${file}`, corpus), 'utf8');
      const parsed = parseScene(text);
      expect(parsed.header, file).toBeDefined();
      expect(parsed.problems, file).toEqual([]);
      expect(parsed.steps.map(({ action }) => action)).not.toContain('unknown');
      expect(checkLimits(text), file).toBeUndefined();
    }
  }
});

const line = fc.constantFrom(
  ...[
    '# title: x',
    '# pods:',
    '#   a/b: {ready: no}',
    '#---',
    '# step:',
    '#   action: apply',
    '#   action: scale',
    'a: 1',
  ],
  ...['#', '', '# pods: {', '---', '\ufeff', '#   pods: {a: {}}', '# step:\r', '#   \t', '# dns: [{q: 1}, 3]', '\0'],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(line).map((lines) => lines.join('\n')),
);

test('any text gives a scene that holds every byte of it once', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseScene(text);
      let behind = 0;
      for (const part of [parsed.manifest, ...parsed.steps]) {
        expect(part.offset).toBeGreaterThanOrEqual(behind);
        expect(text.slice(part.offset, part.offset + part.text.length)).toBe(part.text);
        behind = part.offset + part.text.length;
      }
      expect(behind).toBe(text.length);
      for (const { range } of parsed.problems) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
      expect(worldOf(parsed, parsed.steps.length).families.length).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});
