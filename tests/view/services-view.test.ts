/** The list of a team's Services: each with its verdict in words, worst first, with its line and its change. */
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';
import { plain } from '../../src/view/say.ts';
import type { Fix, Language, LabView } from '../../src/view/view-models.ts';
import { simulated } from './scenes.ts';

const port = 'ports: [{port: 80}]';
const service = (name: string, spec: string, metadata = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}${metadata}}\nspec: {${spec}}\n`;
const pod = (name: string, labels: string, ports = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {${labels}}}\n` +
  `spec: {containers: [{name: main, image: x, ports: [${ports}]}]}\n`;

const team = [
  service('good', `selector: {app: good}, ${port}`),
  pod('good-1', 'app: good', '{name: http, containerPort: 80}'),
  pod('good-2', 'app: good', '{name: http, containerPort: 80}'),
  service('half', `selector: {app: half}, ${port}`),
  pod('half-1', 'app: half'),
  pod('half-2', 'app: half'),
  service('front', `selector: {app: front, tier: web}, ${port}`),
  pod('front-1', 'app: front, tier: wbe'),
  service('named', 'selector: {app: named}, ports: [{port: 80, targetPort: http}]'),
  pod('named-1', 'app: named', '{name: htpp, containerPort: 80}'),
  service('empty', port),
  service('db', 'type: ExternalName, externalName: db.example.com'),
  service('Bad', `selector: {app: good}, ${port}`),
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: lonely}\n',
  service('alone', `selector: {app: alone}, ${port}`, ', namespace: lonely'),
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n',
  'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n',
].join('---\n');
const scene = `# pods: {default/half-2: {ready: false}}\n#---\n${team}`;

const shown = (text: string, language: Language = 'en'): LabView => labView(simulate(text), {}, language);
const verdicts = (view: LabView): readonly string[] =>
  view.services.lines.map(({ label, words }) => `${label}: ${plain(words)}`);

test('worst first, each with its first cause', () => {
  expect(verdicts(shown(scene))).toEqual([
    'Bad: refused by the API server: metadata.name',
    'front: none: label tier differs on front-1',
    'named: none: port name http not found on named-1',
    'empty: no selector, no addresses',
    'lonely/alone: none: no Pod in this namespace',
    'half: 1 of 2 ready: half-2 not ready',
    'good: 2 of 2 ready',
    'db: ExternalName → db.example.com',
  ]);
});

test('the same in Chinese', () => {
  expect(verdicts(shown(scene, 'zh-cn'))).toEqual([
    'Bad: 被 API 服务器拒绝：metadata.name',
    'front: 没有端点，标签 tier 不匹配：front-1',
    'named: 没有端点，没有端口名 http：named-1',
    'empty: 没有选择器，也没有地址',
    'lonely/alone: 没有端点，命名空间里没有 Pod',
    'half: 2 个中 1 个就绪，未就绪：half-2',
    'good: 2 个中 2 个就绪',
    'db: ExternalName → db.example.com',
  ]);
});

test('one line tells what was taken and what was left', () => {
  expect(plain(shown(scene).services.taken)).toBe(
    'Taken: 7 Services, 6 Pods, 1 Namespace. Stored, not simulated: 1 ConfigMap. Refused: 1 Service, 1 Widget.',
  );
  const broken = `${service('web', port)}---\na: [\n---\n${service('db', port)}`;
  expect(plain(shown(broken).services.taken)).toBe('Taken: 1 Service. Not read: 2 documents.');
});

describe('from a line one click leads on', () => {
  const view = shown(scene);
  const line = (name: string) => view.services.lines.find((each) => each.name === name);

  test('to the field that decides it', () => {
    const at = (name: string): string | undefined => {
      const { place } = line(name) ?? {};
      return place && view.text.slice(place.start, place.end);
    };
    expect(at('front')).toBe('wbe');
    expect(at('named')).toBe('htpp');
    expect(at('Bad')).toBe('Bad');
    expect(view.services.lines.every(({ place }) => place !== undefined)).toBe(true);
  });

  test('to its pod, in a call from the client to it', () => {
    expect(line('front')?.pod).toBe('default/front-1');
    expect(line('alone')?.target?.to).toBe('alone.lonely:80');
  });

  test.each(['front', 'named', 'empty'])('to the change that mends %s', (name) => {
    const fixes = line(name)?.fixes ?? [];
    expect(fixes.length).toBeGreaterThan(0);
    const apply = ({ start, end, text }: Fix): string => view.text.slice(0, start) + text + view.text.slice(end);
    for (const fix of fixes) {
      const after = shown(apply(fix)).services.lines.find((each) => each.name === name);
      expect({ fix: fix.title, trouble: after?.trouble }).toEqual({ fix: fix.title, trouble: false });
    }
  });
});

test('the change comes first that fits the names: of the Service, or of what the workload says of itself', () => {
  const first = (text: string): string | undefined => shown(text).services.lines[0]?.fixes[0]?.title;
  const other = service('other', 'type: ExternalName, externalName: example.com');
  const mistyped = (selector: string, label: string): string =>
    [service('api', `selector: {app: ${selector}}, ${port}`), pod('api-1', `app: ${label}`), other].join('---\n');
  expect(first(mistyped('apii', 'api'))).toBe('Select app: api');
  expect(first(mistyped('api', 'apii'))).toBe('Set app: api in pod/api-1');
});

test('a single Service needs no list', () => {
  expect(shown(service('web', port)).services).toEqual({ lines: [], trouble: 0, taken: [] });
});

test('a single Service is listed where kinds that are not simulated stand beside it', () => {
  const beside = (other: string): readonly string[] => verdicts(shown(`${service('web', port)}---\n${other}`));
  const line = ['web: no selector, no addresses'];
  expect(beside('apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web}\n')).toEqual(line);
  expect(beside('apiVersion: traefik.io/v1alpha1\nkind: IngressRoute\nmetadata: {name: web}\n')).toEqual(line);
  // A text half typed is no such kind, and what is simulated needs no list.
  expect(beside('apiVersion: networking.k8s.io/v\nkind: Ingress\nmetadata: {name: web}\n')).toEqual([]);
  expect(beside('apiVersion: apps/v\nkind: Depl\n')).toEqual([]);
  expect(beside(pod('web', 'app: web'))).toEqual([]);
});

test('Endpoints that no Service reads stand among them', () => {
  const endpoints =
    'apiVersion: v1\nkind: Endpoints\nmetadata: {name: bd}\nsubsets: [{addresses: [{ip: 11.11.11.11}]}]\n';
  expect(verdicts(shown(`${service('db', port)}---\n${endpoints}`))).toEqual([
    'db: none: its Endpoints are called bd',
    'bd: no Service of this name',
  ]);
});

test('in a recorded shop the four Services out of order come first', () => {
  const { lines, trouble } = labView(simulated('clinic/18'), {}, 'en').services;
  expect(trouble).toBe(4);
  expect(lines.slice(0, 4).every((line) => line.trouble)).toBe(true);
  expect(lines.slice(4).some((line) => line.trouble)).toBe(false);
});

test('a workload scaled to nothing and an alias to an address are told as that', () => {
  const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: idle}
spec:
  replicas: 0
  selector: {matchLabels: {app: idle}}
  template:
    metadata: {labels: {app: idle}}
    spec: {containers: [{name: main, image: x}]}
`;
  const text = [
    service('db', 'type: ExternalName, externalName: 192.0.2.10'),
    service('idle', `selector: {app: idle}, ${port}`),
    deployment,
  ].join('---\n');
  const view = shown(text);
  expect(verdicts(view)).toEqual([
    'idle: none: idle has replicas: 0',
    'db: ExternalName → 192.0.2.10: an address, not a name',
  ]);
  const fix = view.services.lines[0]?.fixes[0] as Fix;
  const mended = shown(text.slice(0, fix.start) + fix.text + text.slice(fix.end));
  expect(verdicts(mended)).toContain('idle: 1 of 1 ready');
});

test('what would make the pods and was left out is named, with the change that lets it in', () => {
  const template = (app: string): string =>
    `template: {metadata: {labels: {app: ${app}}}, spec: {containers: [{name: main, image: x}]}}`;
  const text = [
    service('old', `selector: {app: old}, ${port}`),
    `apiVersion: v1\nkind: ReplicationController\nmetadata: {name: old}\nspec: {${template('old')}}\n`,
    service('web', `selector: {app: web}, ${port}`),
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {selector: {matchLabels: {app: web}}, replica: 2, ${template('web')}}\n`,
  ].join('---\n');
  const view = shown(text);
  expect(verdicts(view)).toEqual([
    'old: none: replicationcontroller/old with these labels is not simulated',
    'web: none: deployment/web with these labels was refused',
  ]);
  expect(verdicts(shown(text, 'zh-cn'))).toEqual([
    'old: 没有端点，带这些标签的 replicationcontroller/old 不在模拟范围内',
    'web: 没有端点，带这些标签的 deployment/web 被拒绝',
  ]);
  const { fixes, place } = view.services.lines[1] ?? {};
  expect(place && text.slice(0, place.start)).toMatch(/replica: $/);
  const [fix] = fixes as [Fix];
  const mended = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
  expect(verdicts(shown(mended))[1]).toBe('web: 2 of 2 ready');
});
