/** Random edits of a scene's text, of the kinds that a reader makes while typing. Each is a function of the text and some numbers. */
import fc from 'fast-check';
import { parseScene } from '../../../src/sim/scene/parse-scene.ts';
import {
  appendStep,
  insertStep,
  removeStep,
  setNode,
  setPod,
  setText,
  textOfState,
} from '../../../src/sim/scene/edit-scene.ts';

/** One edit: which, and numbers from which its places and values are drawn. */
export interface Edit {
  readonly kind: EditKind;
  readonly state: number;
  readonly at: number;
  readonly value: number;
}

export type EditKind = keyof typeof edits;

const letters = [
  'a',
  'b',
  'z',
  '0',
  '-',
  'A',
  '"',
  ':',
  ' ',
  '{',
  '}',
  '[',
  '#',
  '&',
  '*',
  '!',
  '|',
  '>',
  '\t',
  '\n',
  '\r',
  '端',
  '\u0000',
  '\ud83d',
];
const words = [
  'null',
  'true',
  '~',
  '"80"',
  '80',
  '0',
  '-1',
  '65536',
  '8080',
  'http',
  '""',
  '[]',
  '{}',
  '10.0.0.1',
  '::1',
  'None',
  'web',
  '1e3',
  '9007199254740993',
  '*x',
  '&x y',
  '<<',
  '__proto__',
  'constructor',
  'ClusterIP',
  'ExternalName',
  'LoadBalancer',
  'NodePort',
  'UDP',
  'Local',
];
const lines = [
  '  clusterIP: None',
  '  externalTrafficPolicy: Local',
  '  publishNotReadyAddresses: true',
  '  type: NodePort',
  '  sessionAffinity: ClientIP',
  '  externalName: example.com',
  '  selector:',
  '    app: web',
  '  ports:',
  '  - port: 80',
  '    targetPort: http',
  'subsets:',
  '- addresses:',
  '  - ip: 10.1.2.3',
  'kind: List',
  'items:',
  '---',
  '--- x',
  'kind',
  'apiVersion: v1',
  '# step:',
  '#---',
  '# pods:',
  '#   action: apply',
  '  __proto__: {a: 1}',
  '  namespace: other',
  '  replicas: 3',
  '  generateName: x-',
];
const pods = ['default/web-0', 'default/web#0', 'default/web', 'default/client', 'other/x', 'x'];
const commands = [
  ['scale', 'deployment/web', '--replicas=1'],
  ['delete', 'svc', '--all'],
  ['delete', 'pod', '--all'],
  ['label', 'pods', '--all', 'app=other', '--overwrite'],
  ['create', 'service', 'clusterip', 'made', '--tcp=80:8080'],
  ['apply', '-f', 'manifest.yaml'],
  ['rollout', 'restart', 'deployment/web'],
  ['delete', '-f', 'manifest.yaml'],
  ['delete', 'namespace', 'default'],
];

type TextEdit = (text: string, at: number, value: number) => string;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** The place of a match, chosen by number; undefined without any. */
function chosen(text: string, pattern: RegExp, at: number): RegExpExecArray | undefined {
  const found = [...text.matchAll(pattern)];
  return found.length > 0 ? pick(found, at) : undefined;
}

const put = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

function atMatch(pattern: RegExp, by: (match: RegExpExecArray, value: number) => string): TextEdit {
  return (text, at, value) => {
    const match = chosen(text, pattern, at);
    return match ? put(text, match.index, match.index + match[0].length, by(match, value)) : text;
  };
}

/** One character of a match becomes another. */
function typo(match: RegExpExecArray, value: number): string {
  const place = value % match[0].length;
  return put(match[0], place, place + 1, pick(['a', 'b', 'x', '1', ''], value));
}

const documentsOf = (text: string): string[] => text.split(/^---\n/m);

const textEdits = {
  letter: atMatch(/[a-z]+: *[a-z][\w.-]*/g, typo),
  label: atMatch(/^ +(?:app|tier|role|version)[\w.-]*: .*$/gm, typo),
  port: atMatch(/\b\d{2,5}\b/g, (_, value) => String(value % 70_000)),
  name: atMatch(/name: .+/g, typo),
  value: atMatch(/(?<=: )\S.*$/gm, (_, value) => pick(words, value)),
  replicas: atMatch(/replicas: .+/g, (_, value) => `replicas: ${value % 7}`),
  address: atMatch(/\b\d+\.\d+\.\d+\.\d+\b/g, (_, value) => `10.244.1.${value % 256}`),
  halfTyped: atMatch(/^.+$/gm, (match, value) => match[0].slice(0, value % (match[0].length + 1))),
  lineGone: atMatch(/^.*\n/gm, () => ''),
  lineTwice: atMatch(/^.*\n/gm, (match) => match[0] + match[0]),
  lineIn: atMatch(/^/gm, (_, value) => `${pick(lines, value)}\n`),
  indented: atMatch(/^ */gm, (match, value) => ' '.repeat(value % (match[0].length + 3))),
  character: (text: string, at: number, value: number) => {
    const place = at % (text.length + 1);
    return put(text, place, place + (value % 2), pick(letters, value >> 1));
  },
  cutOff: (text: string, at: number) => text.slice(0, at % (text.length + 1)),
  documentGone: (text: string, at: number) => {
    const documents = documentsOf(text);
    documents.splice(at % documents.length, 1);
    return documents.join('---\n');
  },
  documentTwice: (text: string, at: number, value: number) => {
    const documents = documentsOf(text);
    documents.splice(value % (documents.length + 1), 0, pick(documents, at));
    return documents.map((document) => (document.endsWith('\n') ? document : `${document}\n`)).join('---\n');
  },
  documentsTurned: (text: string, at: number) => {
    const documents = documentsOf(text).map((document) => (document.endsWith('\n') ? document : `${document}\n`));
    const first = at % documents.length;
    return [...documents.slice(first), ...documents.slice(0, first)].join('---\n');
  },
  nothing: (text: string) => text,
} satisfies Record<string, TextEdit>;

function intentOf(value: number): Parameters<typeof setPod>[3] {
  return pick(
    [
      { ready: false },
      { phase: 'Pending' },
      { ip: 'none' },
      { terminating: true },
      { node: 'node-c' },
      { phase: 'Succeeded' },
      { ip: '10.9.8.7' },
      undefined,
    ],
    value,
  );
}

/** What the panels do to the whole scene; `state` is one that exists. */
const sceneEdits = {
  podSwitched: (scene: string, state: number, at: number, value: number) =>
    setPod(scene, state, podKey(scene, at), intentOf(value)).text,
  nodeSwitched: (scene: string, state: number, at: number, value: number) =>
    setNode(
      scene,
      state,
      pick(['node-a', 'node-b', 'node-c', 'node-d'], at),
      pick([{ ready: false }, { zone: 'none' }, { zone: 'zone-x' }, {}, undefined], value),
    ).text,
  stepAdded: (scene: string, _state: number, at: number) =>
    appendStep(scene, { action: 'kubectl', args: pick(commands, at) }).text,
  stepInserted: (scene: string, state: number, at: number) =>
    insertStep(scene, state, { action: 'apply' }, textOfState(parseScene(scene), at % 3)).text,
  stepRemoved: (scene: string, state: number) => removeStep(scene, state).text,
};

const edits = { ...textEdits, ...sceneEdits };

/** A pod that the scene's header or manifest speaks of, or one that may not exist. */
function podKey(scene: string, at: number): string {
  const named = [...scene.matchAll(/kind: (?:Pod|Deployment|StatefulSet)\nmetadata:\n(?: .*\n)*? {2}name: (\S+)/g)].map(
    ([, name = '']) => `default/${name}`,
  );
  return pick([...named, ...pods], at);
}

export const arbitraryEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...(Object.keys(edits) as EditKind[])),
  state: fc.nat(8),
  at: fc.nat(100_000),
  value: fc.nat(100_000),
});

/** The scene after an edit of the text that the editor shows for one of its states, or of the scene itself. */
export function editScene(scene: string, { kind, state, at, value }: Edit): string {
  const parsed = parseScene(scene);
  const there = state % (parsed.steps.length + 1);
  if (Object.hasOwn(sceneEdits, kind)) return sceneEdits[kind as keyof typeof sceneEdits](scene, there, at, value);
  return setText(
    scene,
    there,
    (textEdits[kind as keyof typeof textEdits] as TextEdit)(textOfState(parsed, there), at, value),
  );
}

/** The bytes of the whole file mutated, header and steps included. */
export function mutateBytes(scene: string, { kind, at, value }: Edit): string {
  const edit: TextEdit = Object.hasOwn(textEdits, kind)
    ? (textEdits[kind as keyof typeof textEdits] as TextEdit)
    : textEdits.character;
  return edit(scene, at, value);
}
