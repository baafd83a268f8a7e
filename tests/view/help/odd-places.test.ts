import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/sim/index.ts';
import { outlineOf } from '../../../src/view/help/outline.ts';
import { editorHelp } from '../../../src/view/editor-help.ts';
import { sceneIds, simulated } from '../scenes.ts';
import { ask, labels, pods, service, taken } from './ask-help.ts';

const windows = (text: string): string => text.replaceAll('\n', '\r\n');
const ingress = (backend: string): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: front}
spec:
  rules:
  - http:
      paths:
      - backend:
          service:
${backend}
---
${service('  ports: [{name: http, port: 80}]')}`;

describe('completion at odd places', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['in an empty brace', 'kind: Service\nspec: {‸}\napiVersion: v1\n', ['selector', 'ports']],
    ['in a document of braces', '{apiVersion: v1, kind: Service, spec: {‸}}\n', ['selector']],
    ['in quotes of JSON', '{"apiVersion": "v1", "kind": "Service", "spec": {"‸"}}\n', ['selector']],
    ['at a value of JSON', '{"apiVersion": "v1", "kind": "Service", "spec": {"type": "‸"}}\n', ['NodePort']],
    ['in braces over several lines', service('  ports: [\n    {port: 80,\n     ‸}\n  ]'), ['targetPort']],
    ['in brackets', service('  ipFamilies: [IPv4, ‸]'), ['IPv6']],
    ['between quotes', service('  selector:\n    app: "w‸"') + pods, ['web']],
    ['at a quoted key', service('  "sel‸"'), ['selector']],
    ['behind a dash without a blank', service('  ports:\n  -‸'), ['port']],
    ['three blanks deep', service('   sel‸'), ['selector']],
    ['not deep enough', 'apiVersion: v1\nkind: Service\nspec:\nmeta‸\n', ['metadata']],
    ['before a comment', service('  type: ‸ # which'), ['NodePort']],
    ['in the middle of a key', service('  se‸lector:\n    app: web'), ['selector']],
    ['in the middle of a value', service('  type: Cluster‸IP'), ['ClusterIP']],
    ['below an anchor', service('  selector: &s\n    ‸') + pods, ['app']],
    ['in the second document', `${service('')}---\napiVersion: v1\nkind: Pod\nspec:\n  ‸\n`, ['containers']],
    ['behind a separator with a comment', `${service('')}--- # next\n‸`, ['apiVersion', 'Service']],
    [
      'in an item of a List',
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  spec:\n    ‸\n',
      ['ports'],
    ],
    ['of a backend', ingress('            name: ‸'), ['web']],
    ['of a backend’s port', ingress('            name: web\n            port:\n              number: ‸'), ['80']],
    ['of a backend’s port’s name', ingress('            name: web\n            port: {name: ‸}'), ['http']],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expect.arrayContaining([...expected]));
    expect(labels(windows(marked)), 'with Windows line ends').toEqual(labels(marked));
  });

  test.each([
    ['behind a whole value', service('  type: ClusterIP ‸')],
    ['deeper than a value', service('  selector:\n    app: web\n      ‸')],
    ['in a folded text', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: >-\n    ty‸\n'],
    ['in a comment at the end', `${service('  type: ClusterIP')}# ‸`],
  ])('none %s', (_, marked) => {
    expect(labels(marked)).toEqual([]);
  });

  test('quotes are replaced as a whole, and JSON stays JSON', () => {
    expect(taken('{"apiVersion": "v1", "kind": "Service", "spec": {"‸"}}\n', 'selector')).toBe(
      '{"apiVersion": "v1", "kind": "Service", "spec": {"selector": }}\n',
    );
    expect(taken('{"apiVersion": "v1", "kind": "Service", "spec": {"ty‸": ""}}\n', 'type')).toContain('{"type": ""}');
    expect(taken('{"apiVersion": "v1", "kind": "Service", "spec": {"type": "No‸"}}\n', 'NodePort')).toContain(
      '"type": "NodePort"}',
    );
    expect(taken(service("  type: 'No‸'"), 'NodePort')).toContain('  type: NodePort\n');
    expect(taken(service("  ports: [{protocol: 'U‸'}]"), 'UDP')).toContain('[{protocol: UDP}]');
  });

  test('a value that is taken in place of another leaves a text that can be read, in every scene', () => {
    let count = 0;
    for (const id of sceneIds.filter((_, i) => i % 9 === 0)) {
      const simulation = simulated(id);
      const text = simulation.states[0]?.text ?? '';
      if (text.length > 5000 || text.includes('\t')) continue;
      for (const { lines } of outlineOf(text))
        for (const { key, value } of lines) {
          if (!key || value.end === value.start || !reads(text)) continue;
          const help = editorHelp(simulation, { what: 'completion', state: 0, offset: value.end, language: 'en' });
          for (const item of help?.what === 'completion' ? help.items.slice(0, 3) : []) {
            if (item.kind === 'field' || help?.what !== 'completion') continue;
            const after = text.slice(0, help.start) + item.insert + text.slice(help.end);
            expect(reads(after), `${id}: ${item.label} at ${key.name}\n${after}`).toBe(true);
            count += 1;
          }
        }
    }
    expect(count).toBeGreaterThan(100);
  });
});

const reads = (text: string): boolean =>
  outlineOf(text).every(({ start, end }) => !readDocument(text.slice(start, end)).error);

test('hover and definition find the same with Windows line ends', () => {
  for (const marked of [
    service('  selector:\n    ap‸p: web') + pods,
    service('  selector: {app: web}\n  ports:\n  - port: 80\n    target‸Port: http') + pods,
  ]) {
    const [plain, dos] = [ask('hover', marked), ask('hover', windows(marked))];
    expect(dos?.here).toEqual(plain?.here);
    expect(plain?.here.length).toBeGreaterThan(0);
    const lines = (text: string): unknown =>
      ask('definition', text)?.targets.map(({ title, place }) => [title, place.line]);
    expect(lines(windows(marked))).toEqual(lines(marked));
  }
});
