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
    'an owner of another cluster',
    pod.replace(
      '{name: web}',
      '\n  name: web\n  ownerReferences:\n  - apiVersion: apps/v1\n    kind: ReplicaSet\n    name: web-5d9\n    uid: 7b1b6e2c-0000-4000-8000-000000000000',
    ),
    /Created, and deleted again at once/,
    'Remove ownerReferences',
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
  [
    'the ClusterIP of another cluster',
    service(`  clusterIP: 10.43.7.1\n  clusterIPs:\n  - 10.43.7.1\n${ports}`),
    /range, here 10\.96/,
    'Remove clusterIP',
  ],
  ['a ClusterIP alone', service(`${ports}  clusterIP: 10.43.7.1\n`), /range, here 10\.96/, 'Remove clusterIP'],
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

test('a missing Namespace is put before all that lie in it', () => {
  const text = [
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\n',
    pod.replace('name: web', 'name: web, namespace: prod, labels: {app: web}'),
    service(`  selector: {app: web}\n${ports}`, 'name: web, namespace: prod'),
  ].join('---\n');
  const { problems } = view(text).problems;
  expect(problems).toHaveLength(2);
  for (const { fixes } of problems) expect(view(apply(text, fixes[0] as Fix)).problems.problems).toEqual([]);
});

test.each([
  'serving.knative.dev/v1\nkind: Service',
  'route.openshift.io/v1\nkind: Rote',
  'networking.internal.knative.dev/v1alpha1\nkind: Ingress',
])('a kind that an operator brings is no slip: %s', (type) => {
  const [first] = view(`apiVersion: ${type}\nmetadata: {name: web}\n`).problems.problems;
  expect(first?.fixes).toEqual([]);
  expect(plain(first?.explanation ?? [])).not.toContain('Did you mean');
});

test('an old version of a known kind, and a slip in the group, are mended', () => {
  for (const type of ['extensions/v1beta1\nkind: Deployment', 'networking.k8s.oi/v1\nkind: Ingress'])
    expect(view(`apiVersion: ${type}\nmetadata: {name: web}\n`).problems.problems[0]?.fixes).toHaveLength(1);
});

test('a file of kustomize is named, with what to paste instead', () => {
  const [first] = view('apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n')
    .problems.problems;
  expect(plain(first?.explanation ?? [])).toContain('kubectl kustomize');
});
