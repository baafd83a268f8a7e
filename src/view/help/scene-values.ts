/** Values that name something of the scene: labels, ports, Services, nodes, namespaces, addresses. */
import { podsIn, table } from '../../sim/index.ts';
import { quoted } from '../text-fixes.ts';
import type { CompletionItem } from './help-models.ts';
import { serviceOf } from './help-context.ts';
import {
  labelValues,
  namespacesOf,
  nodesOf,
  podPorts,
  podsOf,
  selectorPairs,
  servicesForLists,
  servicesIn,
  type Named,
} from './names.ts';
import { labelMapAt, ownPairs, serviceNameLabel, type HelpPlace } from './scene-keys.ts';
import { scalarAt } from './scalars.ts';

/** At most so many names of one sort. */
const limit = 50;

/** Names that fit the field at the caret, the likeliest first. */
export function valuesInScene(place: HelpPlace): readonly CompletionItem[] {
  if (place.caret.at === 'key' && !Number.isInteger(place.steps.at(-1))) return [];
  const isLabel = labelMapAt(place.subject.kind, place.steps.slice(0, -1)) !== undefined;
  return namesAt(place)
    .slice(0, limit)
    .map(({ name, of }) => ({
      label: name,
      kind: 'name',
      detail: of,
      insert: isLabel ? quoted(name) : bare(name),
      field: '',
    }));
}

/** Ports stay numbers, addresses need no quotes. */
const bare = (name: string): string => (/^\d{1,5}$|^\d+(?:\.\d+){3}$/.test(name) ? name : quoted(name));

function namesAt(place: HelpPlace): readonly Named[] {
  const { steps, subject } = place;
  const last = steps.at(-1);
  const labels = labelMapAt(subject.kind, steps.slice(0, -1));
  if (labels && typeof last === 'string') return labelNames(place, labels, last);
  // Items of a list of scalars have their index at the end.
  const field = typeof last === 'number' ? steps.at(-2) : last;
  const path = steps.filter((step) => typeof step === 'string').join('.');
  const { state } = place.context;
  if (path === 'metadata.namespace' || path.endsWith('targetRef.namespace')) return plain(namespacesOf(state));
  if (field === 'nodeName') return plain(nodesOf(state));
  const named = byPath[`${subject.kind ?? ''} ${path}`];
  return named ? named(place) : path.endsWith('targetRef.name') ? podNames(place) : [];
}

type NamesOf = (place: HelpPlace) => readonly Named[];

const podNames: NamesOf = ({ context: { state }, subject: { namespace } }) =>
  podsIn(state.cluster, namespace)
    .slice(0, limit)
    .map(({ metadata, status }) => ({ name: metadata.name, of: status.podIP ?? '' }));

const addresses: NamesOf = ({ context: { state }, subject: { namespace } }) => [
  ...Object.entries(state.world.external).flatMap(([host, { addresses: own = [] }]) =>
    own.map((name) => ({ name, of: host })),
  ),
  ...podsIn(state.cluster, namespace)
    .slice(0, limit)
    .flatMap(({ metadata, status }) => (status.podIP === undefined ? [] : [{ name: status.podIP, of: metadata.name }])),
];

/** The Service that an Endpoints object or a slice belongs to. */
function listService({ context, subject, caret }: HelpPlace) {
  const name =
    subject.kind === 'EndpointSlice'
      ? scalarAt(context.text, caret.document, ['metadata', 'labels', serviceNameLabel])
      : subject.name;
  return serviceOf(context, { ...subject, name });
}

/** A list joins by the names of the Service's ports. */
const listPortNames: NamesOf = (place) => {
  const service = listService(place);
  return (service?.spec.ports ?? []).flatMap(({ name }) =>
    name ? [{ name, of: place.context.words.portOf(service?.metadata.name ?? '') }] : [],
  );
};

const listPorts: NamesOf = (place) => {
  const service = listService(place);
  return (service?.spec.ports ?? []).flatMap(({ targetPort, port }) => {
    const number = typeof targetPort === 'number' ? targetPort : port;
    return [{ name: String(number), of: place.context.words.portOf(service?.metadata.name ?? '') }];
  });
};

const targetPorts: NamesOf = ({ context, subject }) => {
  const { state } = context;
  const service = serviceOf(context, subject);
  const selected = service ? podsOf(state, service) : [];
  const ports = podPorts(selected.length > 0 ? selected : podsIn(state.cluster, subject.namespace));
  return [
    ...ports.flatMap(({ name, port, pod }) => (name ? [{ name, of: `${port} · ${pod}` }] : [])),
    ...ports.map(({ name, port, pod }) => ({ name: String(port), of: name ? `${name} · ${pod}` : pod })),
  ];
};

const listNames: NamesOf = ({ context, subject }) =>
  servicesForLists(context.state, subject.namespace).map(({ metadata }) => ({ name: metadata.name, of: 'Service' }));

/** Endpoints without a Service, which may be meant for this one. */
const serviceNames: NamesOf = ({ context: { state }, subject: { namespace } }) =>
  [...table(state.cluster, 'endpoints').values()]
    .filter(
      ({ metadata: { name, namespace: own } }) =>
        own === namespace && !table(state.cluster, 'services').has(`${own}/${name}`),
    )
    .map(({ metadata }) => ({ name: metadata.name, of: 'Endpoints' }));

const ownServices: NamesOf = ({ context: { state }, subject: { namespace } }) =>
  servicesIn(state, namespace).map(({ metadata }) => ({ name: metadata.name, of: 'Service' }));

/** Ports of the Service that stands beside. */
const backendPorts =
  (field: 'name' | 'port'): NamesOf =>
  ({ context, subject, steps, caret }) => {
    const name = scalarAt(context.text, caret.document, [...steps.slice(0, -2), 'name']);
    const service = serviceOf(context, { ...subject, name });
    return (service?.spec.ports ?? []).flatMap((port) =>
      port[field] ? [{ name: String(port[field]), of: context.words.portOf(service?.metadata.name ?? '') }] : [],
    );
  };

const backends = ['Ingress spec.rules.http.paths.backend', 'Ingress spec.defaultBackend'].flatMap(
  (path): [string, NamesOf][] => [
    [`${path}.service.name`, ownServices],
    [`${path}.service.port.name`, backendPorts('name')],
    [`${path}.service.port.number`, backendPorts('port')],
  ],
);

const byPath: Readonly<Record<string, NamesOf>> = {
  ...Object.fromEntries(backends),
  'Service metadata.name': serviceNames,
  'Service spec.ports.targetPort': targetPorts,
  'Service spec.externalName': ({ context: { state } }) => [
    ...plain(Object.keys(state.world.external)),
    ...servicesEverywhere(state),
  ],
  'Endpoints metadata.name': listNames,
  'Endpoints subsets.ports.name': listPortNames,
  'Endpoints subsets.ports.port': listPorts,
  'Endpoints subsets.addresses.ip': addresses,
  'Endpoints subsets.notReadyAddresses.ip': addresses,
  'EndpointSlice ports.name': listPortNames,
  'EndpointSlice ports.port': listPorts,
  'EndpointSlice endpoints.addresses': addresses,
  'StatefulSet spec.serviceName': ({ context: { state }, subject: { namespace } }) =>
    servicesIn(state, namespace)
      .toSorted((a, b) => Number(b.spec.clusterIP === 'None') - Number(a.spec.clusterIP === 'None'))
      .map(({ metadata, spec }) => ({
        name: metadata.name,
        of: spec.clusterIP === 'None' ? 'clusterIP: None' : 'Service',
      })),
};

const servicesEverywhere = (state: HelpPlace['context']['state']): readonly Named[] =>
  namespacesOf(state).flatMap((namespace) =>
    servicesIn(state, namespace).map(({ metadata }) => ({
      name: `${metadata.name}.${namespace}.svc.cluster.local`,
      of: 'Service',
    })),
  );

function labelNames(place: HelpPlace, map: NonNullable<ReturnType<typeof labelMapAt>>, key: string): readonly Named[] {
  const { context, subject } = place;
  const { state, words } = context;
  if (map === 'slice labels' && key === serviceNameLabel) return listNames(place);
  const ofPods = [...labelValues(state, subject.namespace, key)].map(([name, n]) => ({ name, of: words.podsHave(n) }));
  if (map === 'service selector' || map === 'other labels' || map === 'slice labels') return ofPods;
  const wanted = selectorPairs(state, subject.namespace).filter((pair) => pair.key === key);
  return [
    ...ownPairs(place, map).flatMap((pair) => (pair.key === key ? [{ name: pair.value, of: words.sameObject }] : [])),
    ...wanted.map(({ value, of }) => ({ name: value, of: words.selectedBy(of) })),
    ...ofPods,
  ];
}

const plain = (names: readonly string[]): readonly Named[] => names.map((name) => ({ name, of: '' }));
