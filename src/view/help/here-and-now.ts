/** What a field does in this cluster: computed from the state, never from the words of a manual. */
import {
  lookup,
  nearest,
  nodeWithAddress,
  podWithIP,
  podsIn,
  podsMatching,
  isPodAddress,
  table,
} from '../../sim/index.ts';
import type { Words } from '../view-models.ts';
import { serviceOf } from './help-context.ts';
import type { FieldPlace } from './hover.ts';
import { podsOf, servicesIn, servicesSelecting } from './names.ts';
import { pairsAt, scalarAt } from './scalars.ts';
import { targetsOf } from './port-targets.ts';
import { labelMapAt, ownPairs, serviceNameLabel } from './scene-keys.ts';

/** Sentences, the most important first; empty where the field does nothing that can be seen here. */
export function hereAndNow(place: FieldPlace): readonly Words[] {
  const { subject, path } = place;
  const fields = path.filter((step) => typeof step === 'string').join('.');
  const ofMap = labelMapAt(subject.kind, path) ?? labelMapAt(subject.kind, path.slice(0, -1));
  if (ofMap) return labels(place, ofMap);
  if (fields === 'metadata.namespace') return namespace(place);
  const say = Object.hasOwn(byPath, `${subject.kind} ${fields}`) ? byPath[`${subject.kind} ${fields}`] : undefined;
  if (say) return say(place);
  if (/containers\.ports\.(?:name|containerPort)$/.test(fields)) return containerPort(place);
  return /^spec\.replicas$/.test(fields) ? replicas(place) : [];
}

type Say = (place: FieldPlace) => readonly Words[];

/** The scalar typed at a path of the caret's object. */
const typed = ({ context, caret }: FieldPlace, path: readonly (string | number)[]): string | undefined =>
  scalarAt(context.text, caret.document, path);

const labels = (place: FieldPlace, map: NonNullable<ReturnType<typeof labelMapAt>>): readonly Words[] => {
  const { context, subject, path } = place;
  const { state, words } = context;
  const whole = labelMapAt(subject.kind, path) !== undefined;
  const key = String(path.at(-1));
  const value = whole ? undefined : typed(place, path);
  const pair =
    value === undefined ? [] : [words.pair(`${key}=${value}`, countOf(place, key, value), subject.namespace)];
  const service = serviceOf(context, subject);
  if (map === 'service selector')
    return [...pair, ...(service ? [words.selects(podNames(podsOf(state, service)))] : [])];
  if (map === 'slice labels') return key === serviceNameLabel && value !== undefined ? listOf(place, value) : [];
  if (map === 'workload selector') {
    const template = new Map(ownPairs(place, 'workload selector').map((own) => [own.key, own.value]));
    const fit = whole || template.get(key) === value;
    return [words.ownLabels(fit), ...pair];
  }
  if (map !== 'pod labels') return [];
  const own = Object.fromEntries(ownLabels(place));
  return [
    words.selectedByServices(servicesSelecting(state, subject.namespace, own).map(({ metadata }) => metadata.name)),
    ...pair,
  ];
};

/** The labels that the pods of the caret's object carry. */
const ownLabels = ({ context, caret, subject }: FieldPlace): readonly (readonly [string, string])[] =>
  pairsAt(
    context.text,
    caret.document,
    (subject.kind === 'Pod' ? 'metadata.labels' : 'spec.template.metadata.labels').split('.'),
  );

const countOf = ({ context, subject }: FieldPlace, key: string, value: string): number =>
  podsMatching(context.state.cluster, subject.namespace, { [key]: value }).length;

const podNames = (pods: ReturnType<typeof podsIn>): readonly string[] => pods.map(({ metadata }) => metadata.name);

/** The Service that a list belongs to, or that nobody reads it. */
function listOf({ context, subject }: FieldPlace, name: string): readonly Words[] {
  const { state, words } = context;
  const service = serviceOf(context, { namespace: subject.namespace, name });
  if (!service) {
    const all = servicesIn(state, subject.namespace).map(({ metadata }) => metadata.name);
    return [words.noServiceOfName(name, nearest(name, all) ?? '')];
  }
  const own = words.listOf(name, service.spec.clusterIP ?? service.spec.externalName ?? '');
  const controlled = service.spec.type !== 'ExternalName' && Object.keys(service.spec.selector ?? {}).length > 0;
  return controlled && subject.kind === 'Endpoints' ? [own, words.overwritten(name)] : [own];
}

const namespace: Say = (place) => {
  const { state, words } = place.context;
  const name = typed(place, ['metadata', 'namespace']) ?? '';
  if (!table(state.cluster, 'namespaces').has(name)) return [words.noNamespace(name)];
  return [words.inNamespace(podsIn(state.cluster, name).length, name)];
};

const targetPort: Say = (place) => {
  const { context, subject, path } = place;
  const service = serviceOf(context, subject);
  const index = path.find((step) => typeof step === 'number') ?? 0;
  const port = service?.spec.ports?.[index];
  if (!service || !port) return [];
  const found = targetsOf(context, service, index);
  if (found.length === 0) return Object.keys(service.spec.selector ?? {}).length > 0 ? [context.words.noTarget()] : [];
  const target = String(port.targetPort ?? port.port);
  return found.map(({ number, pods }) => context.words.target(target, number, pods));
};

const containerPort: Say = ({ context, subject, caret, path }) => {
  const { state, words } = context;
  const at = path.slice(0, -1);
  const say = (field: string): string | undefined => scalarAt(context.text, caret.document, [...at, field]);
  const [name, number] = [say('name'), say('containerPort')];
  const own = Object.fromEntries(ownLabels({ context, subject, caret, path }));
  const leads = servicesSelecting(state, subject.namespace, own).flatMap(({ metadata, spec }) =>
    (spec.ports ?? []).flatMap(({ port, targetPort: target = port }) =>
      String(target) === number || target === name ? [words.leadsTo(metadata.name, port)] : [],
    ),
  );
  return leads.length > 0 ? leads : [words.nobodyLeads()];
};

const replicas: Say = ({ context, subject }) => {
  const { state, words } = context;
  const own = podsIn(state.cluster, subject.namespace).filter(({ metadata: { ownerReferences = [] } }) =>
    ownerReferences.some(
      ({ kind, name }) =>
        (kind === subject.kind && name === subject.name) ||
        (kind === 'ReplicaSet' &&
          table(state.cluster, 'replicasets')
            .get(`${subject.namespace}/${name}`)
            ?.metadata.ownerReferences?.some((above) => above.kind === subject.kind && above.name === subject.name)),
    ),
  );
  const ready = own.filter(({ status }) =>
    status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True'),
  );
  return own.length === 0 ? [] : [words.replicas(ready.length, own.length)];
};

const serviceName: Say = ({ context, subject }) => {
  const service = serviceOf(context, subject);
  if (!service || subject.name === undefined) return [];
  const { name, namespace: own } = { name: subject.name, namespace: subject.namespace };
  const full = `${name}.${own}.svc.cluster.local`;
  const explained = context.view.explain(context.state, { namespace: own, name });
  const rows = explained?.ports[0]?.rows ?? [];
  const within = rows.filter(({ state }) => state === 'in').length;
  const waiting = rows.filter(({ state }) => state === 'notReady' || state === 'terminating').length;
  const list = service.spec.type === 'ExternalName' ? [] : [context.words.inList(within, waiting)];
  return [...resolved(context, full), ...list];
};

function resolved({ state, words }: FieldPlace['context'], name: string): readonly Words[] {
  const { rcode, answer } = lookup(state, { q: `${name}.`, type: 'A', ns: 'default' });
  const values = answer.map((record) => record.split(/\s+/).at(-1) ?? '');
  return values.length > 0 ? [words.resolves(name, values.slice(0, 3).join(', '))] : [words.fails(name, rcode)];
}

const address: Say = (place) => {
  const { context, caret } = place;
  const { state, words } = context;
  const ip = caret.at === 'value' ? caret.word : (typed(place, place.path) ?? caret.word);
  const host = Object.entries(state.world.external).find(
    ([name, { addresses = [] }]) => name === ip || addresses.includes(ip),
  );
  const owner = podWithIP(state.cluster, ip)?.metadata.name ?? nodeWithAddress(state.cluster, ip) ?? host?.[0];
  if (owner !== undefined) return [words.addressOf(owner), ...(host ? [words.addressOutside()] : [])];
  return [isPodAddress(ip) ? words.addressNobody() : words.addressOutside()];
};

const listPort: Say = (place) => {
  const { context, subject, path } = place;
  const service = serviceOf(context, {
    namespace: subject.namespace,
    name: subject.kind === 'EndpointSlice' ? typed(place, ['metadata', 'labels', serviceNameLabel]) : subject.name,
  });
  if (!service) return [];
  const name = typed(place, [...path.slice(0, -1), 'name']) ?? '';
  const ports = (service.spec.ports ?? []).map((port) => port.name ?? '');
  return ports.includes(name)
    ? [context.words.joins(name, service.metadata.name)]
    : [context.words.joinsNone(service.metadata.name, ports)];
};

const byPath: Readonly<Record<string, Say>> = {
  'Service metadata.name': serviceName,
  'Service spec.selector': ({ context }) => [context.words.selectsNothing()],
  'Service spec.ports.targetPort': targetPort,
  'Service spec.ports.port': targetPort,
  'Service spec.ports.name': targetPort,
  'Service spec.clusterIP': ({ context, subject }) => {
    const ip = serviceOf(context, subject)?.spec.clusterIP;
    return ip === undefined ? [] : [context.words.clusterIP(ip)];
  },
  'Service spec.type': ({ context, subject }) => {
    const { clusterIP, ports = [] } = serviceOf(context, subject)?.spec ?? {};
    const nodePorts = ports.flatMap(({ nodePort }) => (nodePort === undefined ? [] : [String(nodePort)]));
    return [
      ...(clusterIP === undefined ? [] : [context.words.clusterIP(clusterIP)]),
      ...(nodePorts.length > 0 ? [context.words.nodePorts(nodePorts)] : []),
    ];
  },
  'Service spec.externalName': (place) => resolved(place.context, typed(place, ['spec', 'externalName']) ?? ''),
  'Endpoints metadata.name': (place) => listOf(place, typed(place, ['metadata', 'name']) ?? ''),
  'Endpoints subsets.addresses.ip': address,
  'Endpoints subsets.notReadyAddresses.ip': address,
  'Endpoints subsets.ports.name': listPort,
  'Endpoints subsets.ports.port': listPort,
  'EndpointSlice endpoints.addresses': address,
  'EndpointSlice ports.name': listPort,
  'EndpointSlice ports.port': listPort,
};
