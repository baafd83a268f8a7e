import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';
import { plain } from '../../src/view/say.ts';
import type { Fix, LabView, Language } from '../../src/view/view-models.ts';

const view = (text: string, language: Language = 'en'): LabView => labView(simulate(text), {}, language);
const apply = (text: string, fix: Fix): string => text.slice(0, fix.start) + fix.text + text.slice(fix.end);
const service = (spec: string, metadata = 'name: web'): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {${metadata}}\nspec:\n${spec}`;
const ports = '  ports:\n  - port: 80\n';
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: main, image: x}]\n';

const cases: readonly (readonly [title: string, text: string, said: RegExp, fix: string])[] = [
  ['two objects without a separator', service(ports) + pod, /belongs between them/, 'Put --- between them'],
  [
    'tabs that indent',
    'apiVersion: v1\nkind: Service\nmetadata:\n\tname: web\n\tlabels:\n\t\tapp: web\nspec:\n\tports:\n\t- port: 80\n---\n' +
      pod,
    /spaces only/,
    'Replace the tabs with spaces',
  ],
  [
    'a Namespace that is nowhere',
    service(ports, 'name: web, namespace: prod'),
    /does not exist yet/,
    'Add the Namespace prod',
  ],
  [
    'a Namespace with a letter wrong',
    service(ports, 'name: web, namespace: defualt'),
    /Did you mean default\?/,
    'Replace with default',
  ],
  ['a truth value as a label', service(`  selector: {debug: true}\n${ports}`), /another type/, 'Replace with "true"'],
  ['a number as a label', service(`  selector:\n    version: 1.10\n${ports}`), /another type/, 'Replace with "1.10"'],
  ['a port in quotes', service('  ports:\n  - port: "80"\n'), /another type/, 'Replace with 80'],
  ['a type in lower case', service(`  type: nodeport\n${ports}`), /Did you mean NodePort/, 'Replace with NodePort'],
  ['a protocol in lower case', service(`${ports}    protocol: "tcp"\n`), /Did you mean TCP/, 'Replace with TCP'],
  ['a name with capitals', service(ports, 'name: MyService'), /Did you mean my-service/, 'Replace with my-service'],
];

describe.each(cases)('%s', (_, text, said, title) => {
  const first = view(text).problems.problems.find(({ fixes }) => fixes.length > 0);

  test('the cause is named and a repair offered', () => {
    expect(plain(first?.explanation ?? [])).toMatch(said);
    expect(first?.fixes[0]?.title).toBe(title);
  });

  test('the repair removes the problem and keeps the rest', () => {
    const mended = view(apply(text, first?.fixes[0] as Fix));
    expect(mended.problems.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(mended.problems.problems.filter(({ fixes }) => fixes.length > 0 && fixes[0]?.title === title)).toEqual([]);
  });

  test('it is said in Chinese, too', () => {
    const chinese = view(text, 'zh-cn').problems.problems.find(({ fixes }) => fixes.length > 0);
    expect(chinese?.fixes[0]?.title).not.toBe(title);
    expect(plain(chinese?.explanation ?? [])).toMatch(/[\u4e00-\u9fff]/);
  });
});

test('the second of two objects keeps every line when the separator is put in', () => {
  const text = service(ports) + pod;
  const fix = view(text).problems.problems[0]?.fixes[0] as Fix;
  expect(apply(text, fix)).toBe(`${service(ports)}---\n${pod}`);
});

test('a Helm template is named, and nothing is offered', () => {
  const text =
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}-web\nspec:\n  ports:\n  - port: 80\n';
  const [first] = view(text).problems.problems;
  expect(plain(first?.explanation ?? [])).toContain('helm template');
  expect(first?.fixes).toEqual([]);
});

test('labels of a template that the selector does not match are told as that', () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: wbe}}
    spec: {containers: [{name: main, image: x}]}
`;
  expect(plain(view(text).problems.problems[0]?.explanation ?? [])).toContain("template's labels must carry");
});
