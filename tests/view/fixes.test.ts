import { expect, test } from 'vitest';
import { simulate } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';
import type { Fix, LabView } from '../../src/view/view-models.ts';
import { sceneText, simulated } from './scenes.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
  - port: 80
    targetPort: http
`;
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web-1
  labels:
    app: web
spec:
  containers:
  - name: main
    image: x
    ports:
    - name: http
      containerPort: 8080
`;
const good = `${service}---\n${pod}`;

const apply = (text: string, fix: Fix): string => text.slice(0, fix.start) + fix.text + text.slice(fix.end);
const firstFix = (view: LabView): Fix | undefined =>
  [...view.problems.problems, ...view.endpoints.notes].flatMap(({ fixes }) => fixes)[0];

test.each([
  ['a selector with one letter wrong', good.replace('    app: web\n  ports', '    app: wbe\n  ports')],
  ['a selector with a key that no label has', good.replace('    app: web\n  ports', '    ap: web\n  ports')],
  ['a target port that no container names', good.replace('targetPort: http', 'targetPort: htpp')],
  ['a kind that does not exist', good.replace('kind: Service', 'kind: Servce')],
  ['a kind in lower case', good.replace('kind: Service', 'kind: service')],
  [
    'an API version that the kind does not have',
    good.replace('apiVersion: v1\nkind: Pod', 'apiVersion: apps/v1\nkind: Pod'),
  ],
  ['a field that does not exist', good.replace('  selector:', '  selectors:')],
])('%s: the repair offered makes the list whole', (_, text) => {
  const fix = firstFix(labView(simulate(text), {}, 'en'));
  expect(fix).toBeDefined();
  const mended = labView(simulate(apply(text, fix as Fix)), {}, 'en');
  expect(mended.endpoints.summary).toBe('1 in');
  expect(mended.problems.errors).toBe(0);
});

test.each(['en', 'zh-cn'] as const)('a list whose port has no name gets the Service’s (%s)', (language) => {
  const simulation = simulate(sceneText('articles/16-kafka-one-port-name-missing'));
  const view = labView(simulation, {}, language);
  const fix = view.endpoints.notes[0]?.fixes[0];
  expect(view.traffic.outcome).toBe('REJECT');
  const mended = labView(
    simulate(apply(view.text, fix as Fix)),
    { traffic: { from: 'pod default/client', to: 'kafka:9092' } },
    language,
  );
  expect(mended.traffic.outcome).toBe('ENDPOINTS');
});

test('Endpoints with another name are renamed to the Service’s', () => {
  const text = sceneText('articles/03-endpoints-external-service-with-service').replace(
    /(kind: Endpoints\nmetadata:\n  name: )external-service/,
    '$1external-servce',
  );
  const view = labView(simulate(text), {}, 'en');
  const fix = firstFix(view);
  expect(fix?.title).toBe('Rename to external-service');
  const mended = labView(simulate(apply(view.text, fix as Fix)), {}, 'en');
  expect(mended.endpoints.summary).toBe('2 in');
});

/** The same manifests with something at every line that a repair must leave alone. */
const decorations: readonly (readonly [string, (line: string, i: number) => string])[] = [
  ['comments behind', (line, i) => (/["'#]/.test(line) ? line : `${line} # said ${i}`)],
  ['comments above', (line, i) => `${/^ */.exec(line)?.[0] ?? ''}# said ${i}\n${line}`],
  ['anchors of mappings and lists', (line, i) => line.replace(/^([ -]*\w+):$/, `$1: &a${i}`)],
  ['anchors of values', (line, i) => line.replace(/^([ -]*\w+): ([\w./-]+)$/, `$1: &v${i} $2`)],
  ['Windows line ends', (line) => `${line}\r`],
  ['quotes', (line) => line.replace(/^([ -]*\w+): ([A-Za-z][\w./-]*)$/, '$1: "$2"')],
];

const others = ['articles/03', 'articles/16', 'name-mismatch/01', 'endpointslices/05', 'selectors/02', 'clinic/02'];

test.each(decorations)('a repair keeps %s, and takes its cause away', (_, decorate) => {
  let count = 0;
  const broken = [
    good.replace('    app: web\n  ports', '    app: wbe\n  ports'),
    good.replace('    app: web\n  ports', '    tier: web\n  ports'),
    good.replace('targetPort: http', 'targetPort: htpp'),
    good.replace('kind: Service', 'kind: Servce'),
    good.replace('  selector:', '  selectors:'),
    `${service.replace(/ {2}selector:\n.*\n/, '')}`,
    ...others.map((start) => simulated(start).states[0]?.text ?? ''),
  ];
  for (const plain of broken) {
    const lines = plain.replace(/\n$/, '').split('\n');
    const text = `${lines.map((line, i) => (/^(?:---|#|$)/.test(line) ? line : decorate(line, i))).join('\n')}\n`;
    const view = labView(simulate(text), {}, 'en');
    const kept = (of: string): readonly string[] => of.match(/# said \d+|&[av]\d+/g) ?? [];
    for (const { fixes, ...cause } of [...view.problems.problems, ...view.endpoints.notes]) {
      for (const fix of fixes) {
        const after = apply(view.text, fix);
        const mended = labView(simulate(after), {}, 'en');
        const about = `${fix.title} in\n${text}`;
        expect(kept(after), about).toEqual(kept(view.text));
        expect(after.includes('\r') && /[^\r]\n/.test(after) && !/[^\r]\n/.test(text), about).toBe(false);
        expect(mended.problems.errors, about).toBeLessThanOrEqual(view.problems.errors);
        expect(causesOf(mended), about).not.toContain(nameOf(cause));
        count += 1;
      }
    }
  }
  expect(count).toBeGreaterThan(10);
});

/** A cause without its place. */
const nameOf = (cause: object): string =>
  JSON.stringify({ ...cause, place: undefined, fixes: undefined, line: undefined });
const causesOf = ({ problems, endpoints }: LabView): readonly string[] =>
  [...problems.problems, ...endpoints.notes].map(nameOf);
