/** Whole objects to begin with, filled with names that are in the scene. `${1:text}` is what is typed over first. */
import { podsIn } from '../../sim/index.ts';
import { quoted } from '../text-fixes.ts';
import type { HelpContext } from './help-context.ts';
import type { CompletionItem } from './help-models.ts';
import { podPorts, servicesForLists, servicesSelecting } from './names.ts';

export function snippets(context: HelpContext): readonly CompletionItem[] {
  const names = namesFor(context);
  const { snippet: words } = context.words;
  const all: readonly (readonly [label: string, detail: string, lines: readonly string[]])[] = [
    ['Service', words.service, service(names)],
    ['Service, headless', words.headless, headless(names)],
    ['Service, ExternalName', words.externalName, externalName],
    ['Endpoints', words.endpoints, endpoints(names)],
    ['EndpointSlice', words.slice, slice(names)],
    ['Deployment', words.deployment, deployment],
    ['Pod', words.pod, pod],
  ];
  return all.map(([label, detail, lines]) => ({
    label,
    kind: 'snippet',
    detail,
    insert: `${lines.join('\n')}\n`,
    field: '',
  }));
}

interface Names {
  readonly key: string;
  readonly value: string;
  readonly target: string;
  readonly list: string;
}

/** A pod that no Service selects yet, and a Service whose list is still missing. */
function namesFor({ state }: HelpContext): Names {
  const pods = podsIn(state.cluster, 'default').slice(0, 200);
  const free = pods.find(
    ({ metadata: { labels } }) => labels && servicesSelecting(state, 'default', labels).length === 0,
  );
  const [key = 'app', value = 'web'] = Object.entries((free ?? pods[0])?.metadata.labels ?? {})[0] ?? [];
  const [port] = podPorts(free ? [free] : []);
  const [list] = servicesForLists(state, 'default');
  return {
    key: quoted(key),
    value: quoted(value),
    target: String(port?.name ?? port?.port ?? 8080),
    list: quoted(list?.metadata.name ?? 'external-service'),
  };
}

const service = ({ key, value, target }: Names): readonly string[] => [
  'apiVersion: v1',
  'kind: Service',
  'metadata:',
  '  name: ${1:web}',
  'spec:',
  '  selector:',
  `    ${key}: \${2:${value}}`,
  '  ports:',
  '  - port: ${3:80}',
  `    targetPort: \${4:${target}}`,
];

const headless = ({ key, value }: Names): readonly string[] => [
  'apiVersion: v1',
  'kind: Service',
  'metadata:',
  '  name: ${1:web}',
  'spec:',
  '  clusterIP: None',
  '  selector:',
  `    ${key}: \${2:${value}}`,
  '  ports:',
  '  - port: ${3:80}',
];

const externalName: readonly string[] = [
  'apiVersion: v1',
  'kind: Service',
  'metadata:',
  '  name: ${1:external}',
  'spec:',
  '  type: ExternalName',
  '  externalName: ${2:db.example.com}',
];

const endpoints = ({ list }: Names): readonly string[] => [
  'apiVersion: v1',
  'kind: Endpoints',
  'metadata:',
  `  name: \${1:${list}}`,
  'subsets:',
  '- addresses:',
  '  - ip: ${2:192.0.2.10}',
  '  ports:',
  '  - port: ${3:80}',
];

const slice = ({ list }: Names): readonly string[] => [
  'apiVersion: discovery.k8s.io/v1',
  'kind: EndpointSlice',
  'metadata:',
  `  name: \${1:${list}-1}`,
  '  labels:',
  `    kubernetes.io/service-name: \${2:${list}}`,
  'addressType: IPv4',
  'endpoints:',
  '- addresses: [${3:192.0.2.10}]',
  'ports:',
  '- port: ${4:80}',
];

const deployment: readonly string[] = [
  'apiVersion: apps/v1',
  'kind: Deployment',
  'metadata:',
  '  name: ${1:web}',
  'spec:',
  '  replicas: ${2:2}',
  '  selector:',
  '    matchLabels:',
  '      app: ${3:web}',
  '  template:',
  '    metadata:',
  '      labels:',
  '        app: ${3:web}',
  '    spec:',
  '      containers:',
  '      - name: main',
  '        image: ${4:nginx}',
  '        ports:',
  '        - containerPort: ${5:8080}',
];

const pod: readonly string[] = [
  'apiVersion: v1',
  'kind: Pod',
  'metadata:',
  '  name: ${1:web-1}',
  '  labels:',
  '    app: ${2:web}',
  'spec:',
  '  containers:',
  '  - name: main',
  '    image: ${3:nginx}',
  '    ports:',
  '    - containerPort: ${4:8080}',
];
