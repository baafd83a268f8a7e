/** What a field names: from a selector to its pods, from a list to its Service, and back. */
import { labelGroups, podSource, podsIn, slicesOf, table, type ObjectRef } from '../../sim/index.ts';
import type { Place } from '../view-models.ts';
import { endpointsOf, serviceOf } from './help-context.ts';
import type { DefinitionHelp } from './help-models.ts';
import { fieldAt, type FieldPlace } from './hover.ts';
import type { HelpContext } from './help-context.ts';
import { podsOf, servicesSelecting } from './names.ts';
import { pairsAt, scalarAt } from './scalars.ts';
import { labelMapAt, serviceNameLabel } from './scene-keys.ts';

interface Wanted {
  readonly ref: ObjectRef;
  readonly path: string;
}

/** Places of the text shown and of other states' texts; undefined where the field names nothing that was typed. */
export function definition(context: HelpContext, offset: number): DefinitionHelp | undefined {
  const place = fieldAt(context, offset);
  if (!place) return undefined;
  const found = wantedAt(place).flatMap(({ ref, path }): { title: string; place: Place }[] => {
    const at = context.view.places.of(ref, path);
    return at ? [{ title: `${ref.kind.toLowerCase()}/${ref.name} · ${context.words.line(at.line)}`, place: at }] : [];
  });
  const targets = [...new Map(found.map((target) => [`${target.place.state} ${target.place.start}`, target])).values()];
  return targets.length > 0 ? { what: 'definition', state: context.state.index, targets } : undefined;
}

function wantedAt(place: FieldPlace): readonly Wanted[] {
  const { context, subject, path } = place;
  const fields = path.filter((step) => typeof step === 'string').join('.');
  const map = labelMapAt(subject.kind, path) ?? labelMapAt(subject.kind, path.slice(0, -1));
  const key = String(path.at(-1));
  const own = { namespace: subject.namespace, name: subject.name };
  if (map === 'service selector') return selectedPods(place, labelMapAt(subject.kind, path) ? undefined : key);
  if (map === 'pod labels') return selectingServices(place, labelMapAt(subject.kind, path) ? undefined : key);
  if (map === 'workload selector') return [{ ref: refOf(place), path: keyed('spec.template.metadata.labels', key) }];
  if (map === 'slice labels')
    return key === serviceNameLabel ? nameOf('Service', subject.namespace, typed(place, path)) : [];
  if (subject.kind === 'Service' && fields === 'metadata.name') return listsOf(context, own);
  if (subject.kind === 'Service' && fields.startsWith('spec.ports')) return portTargets(place);
  if (subject.kind === 'Endpoints' && fields === 'metadata.name') return nameOf('Service', subject.namespace, own.name);
  if (/ports\.(?:name|port)$/.test(fields) && (subject.kind === 'Endpoints' || subject.kind === 'EndpointSlice'))
    return listPort(place);
  if (/containers\.ports\./.test(fields)) return leadingPorts(place);
  if (fields.endsWith('targetRef.name')) return nameOf('Pod', subject.namespace, typed(place, path));
  return fields === 'metadata.namespace' ? nameOf('Namespace', '', typed(place, path)) : [];
}

const typed = ({ context, caret }: FieldPlace, path: FieldPlace['path']): string | undefined =>
  scalarAt(context.text, caret.document, path);

const refOf = ({ subject: { kind = '', namespace, name = '' } }: FieldPlace): ObjectRef => ({ kind, namespace, name });

const nameOf = (kind: string, namespace: string, name: string | undefined): readonly Wanted[] =>
  name === undefined ? [] : [{ ref: { kind, namespace, name }, path: 'metadata.name' }];

/** A key of a map as paths write it. */
const keyed = (base: string, key: string): string => (/[./[\]]/.test(key) ? `${base}[${key}]` : `${base}.${key}`);

/** The documents that the selected pods come from, at the label meant. Pods of one template are one place. */
function selectedPods({ context, subject }: FieldPlace, key: string | undefined): readonly Wanted[] {
  const service = serviceOf(context, subject);
  if (!service) return [];
  const label = key ?? Object.keys(service.spec.selector ?? {})[0] ?? '';
  const seen = new Set<unknown>();
  return podsOf(context.state, service).flatMap((pod) => {
    if (pod.metadata.generateName !== undefined && seen.has(pod.metadata.labels)) return [];
    seen.add(pod.metadata.labels);
    const { object, prefix } = podSource(context.state.cluster, pod);
    return [{ ref: object, path: keyed(`${prefix}metadata.labels`, label) }];
  });
}

function selectingServices({ context, subject, caret }: FieldPlace, key: string | undefined): readonly Wanted[] {
  const base = subject.kind === 'Pod' ? 'metadata.labels' : 'spec.template.metadata.labels';
  const labels = Object.fromEntries(pairsAt(context.text, caret.document, base.split('.')));
  return servicesSelecting(context.state, subject.namespace, labels).flatMap(({ metadata, spec }) => {
    const label = key === undefined ? Object.keys(spec.selector ?? {})[0] : key;
    return label !== undefined && Object.hasOwn(spec.selector ?? {}, label)
      ? [
          {
            ref: { kind: 'Service', namespace: subject.namespace, name: metadata.name },
            path: keyed('spec.selector', label),
          },
        ]
      : [];
  });
}

/** The lists of a Service that were typed: Endpoints and slices. */
function listsOf(
  context: HelpContext,
  { namespace, name }: { readonly namespace: string; readonly name: string | undefined },
): readonly Wanted[] {
  if (name === undefined) return [];
  const list = endpointsOf(context, { namespace, name }) ? nameOf('Endpoints', namespace, name) : [];
  const slices = slicesOf(context.state.cluster, namespace, name).map(({ metadata }) => ({
    ref: { kind: 'EndpointSlice', namespace, name: metadata.name },
    path: `metadata.labels[${serviceNameLabel}]`,
  }));
  return [...list, ...slices];
}

/** The container ports that a Service's port leads to; of a list by hand its ports. */
function portTargets({ context, subject, path }: FieldPlace): readonly Wanted[] {
  const service = serviceOf(context, subject);
  const index = path.find((step) => typeof step === 'number') ?? 0;
  const port = service?.spec.ports?.[index];
  if (!service || !port) return [];
  const target = port.targetPort ?? port.port;
  const pods = podsOf(context.state, service).slice(0, 200);
  if (pods.length > 0)
    return pods.flatMap((pod) => {
      const { object, prefix } = podSource(context.state.cluster, pod);
      return pod.spec.containers.flatMap(({ ports = [] }, i) =>
        ports.flatMap((own, j) => {
          const field = own.name === target ? 'name' : own.containerPort === target ? 'containerPort' : undefined;
          return field ? [{ ref: object, path: `${prefix}spec.containers[${i}].ports[${j}].${field}` }] : [];
        }),
      );
    });
  const { subsets = [] } = endpointsOf(context, subject) ?? {};
  return subsets.flatMap(({ ports = [] }, i) =>
    ports.flatMap((own, j) =>
      (own.name ?? '') === (port.name ?? '')
        ? [
            {
              ref: { kind: 'Endpoints', namespace: subject.namespace, name: subject.name ?? '' },
              path: `subsets[${i}].ports[${j}]`,
            },
          ]
        : [],
    ),
  );
}

/** The Service's port that a port of a list joins. */
function listPort(place: FieldPlace): readonly Wanted[] {
  const { context, subject, path } = place;
  const name = subject.kind === 'EndpointSlice' ? typed(place, ['metadata', 'labels', serviceNameLabel]) : subject.name;
  const service = serviceOf(context, { namespace: subject.namespace, name });
  const own = typed(place, [...path.slice(0, -1), 'name']) ?? '';
  return (service?.spec.ports ?? []).flatMap((port, i) =>
    (port.name ?? '') === own
      ? [{ ref: { kind: 'Service', namespace: subject.namespace, name: name ?? '' }, path: `spec.ports[${i}]` }]
      : [],
  );
}

/** The Services' ports that lead to a container's port. */
function leadingPorts(place: FieldPlace): readonly Wanted[] {
  const { context, subject, path } = place;
  const at = path.slice(0, -1);
  const [name, number] = [typed(place, [...at, 'name']), typed(place, [...at, 'containerPort'])];
  const { namespace } = subject;
  return [...table(context.state.cluster, 'services').values()].flatMap((service) =>
    service.metadata.namespace !== namespace ||
    !ownPods(place).some((pod) => podsOf(context.state, service).includes(pod))
      ? []
      : (service.spec.ports ?? []).flatMap(({ targetPort, port }, i) => {
          const target = String(targetPort ?? port);
          return target === name || target === number
            ? [{ ref: { kind: 'Service', namespace, name: service.metadata.name }, path: `spec.ports[${i}]` }]
            : [];
        }),
  );
}

/** The pods that the caret's document makes. */
export function ownPods({ context, subject }: Pick<FieldPlace, 'context' | 'subject'>): ReturnType<typeof podsIn> {
  const { cluster } = context.state;
  return labelGroups(cluster, subject.namespace).flatMap(({ pods }) => {
    if (subject.kind === 'Pod') return pods.filter(({ metadata }) => metadata.name === subject.name);
    // Pods of one set of labels by identity have one template, unless each was typed.
    const [first] = pods;
    const source = first && podSource(cluster, first).object;
    return source?.kind === subject.kind && source?.name === subject.name ? pods : [];
  });
}
