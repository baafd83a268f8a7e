/** The fields of the shown text that decide the result of the Service looked at. */
import { objectIn, podSource, labelGroups } from '../sim/core.ts';
import { rowLimit, type ViewContext } from './context.ts';
import type { Place, ServiceRef } from './view-models.ts';

/** Selector and matching labels, else the names that join; port names and target ports. In order, each once. */
export function decidingPlaces(context: ViewContext, service: ServiceRef | undefined): readonly Place[] {
  if (!service) return [];
  const { state } = context;
  const object = objectIn(state.cluster, 'services', service.namespace, service.name);
  const ref = { kind: 'Service', ...service };
  const listRef = { kind: 'Endpoints', ...service };
  const selector = Object.keys(object?.spec.selector ?? {});
  const joins =
    selector.length > 0
      ? [
          ...selector.map((key) => exact(context, ref, keyed('spec.selector', key))),
          ...labelPlaces(context, service, object?.spec.selector ?? {}),
        ]
      : [exact(context, ref, 'metadata.name'), exact(context, listRef, 'metadata.name')];
  const ports = (object?.spec.ports ?? []).flatMap((_, i) => [
    exact(context, ref, `spec.ports[${i}].name`),
    exact(context, ref, `spec.ports[${i}].targetPort`),
  ]);
  const type =
    object?.spec.type === 'ExternalName'
      ? [exact(context, ref, 'spec.type'), exact(context, ref, 'spec.externalName')]
      : [];
  const found = [...joins, ...ports, ...listPorts(context, service), ...type].flatMap((place) =>
    place && place.state === state.index ? [place] : [],
  );
  return [...new Map(found.map((place) => [place.start, place])).values()].sort((a, b) => a.start - b.start);
}

type Ref = { readonly kind: string } & ServiceRef;

const keyed = (base: string, key: string): string => (/[./[\]]/.test(key) ? `${base}[${key}]` : `${base}.${key}`);

function exact({ places }: ViewContext, ref: Ref, path: string): Place | undefined {
  const field = places.field(ref, path);
  return field?.exact ? field.place : undefined;
}

/** Labels that a selector looks at, in Pods and templates, each document once. */
function labelPlaces(
  context: ViewContext,
  { namespace }: ServiceRef,
  selector: Readonly<Record<string, string>>,
): readonly (Place | undefined)[] {
  const { cluster } = context.state;
  const documents = new Map<string, { readonly ref: Ref; readonly prefix: string }>();
  for (const { labels = {}, pods } of labelGroups(cluster, namespace)) {
    const [pod] = pods;
    if (!pod || documents.size === rowLimit) continue;
    const { object, prefix } = podSource(cluster, pod);
    if (Object.keys(selector).some((key) => Object.hasOwn(labels, key) && labels[key] === selector[key]))
      documents.set(`${object.kind} ${object.name}`, { ref: object, prefix });
  }
  return [...documents.values()].flatMap(({ ref, prefix }) =>
    Object.keys(selector).map((key) => exact(context, ref, keyed(`${prefix}metadata.labels`, key))),
  );
}

/** Port names in Endpoints by hand. */
function listPorts(context: ViewContext, service: ServiceRef): readonly (Place | undefined)[] {
  const { subsets = [] } = objectIn(context.state.cluster, 'endpoints', service.namespace, service.name) ?? {};
  return subsets.flatMap(({ ports = [] }, i) =>
    ports.map((_, j) => exact(context, { kind: 'Endpoints', ...service }, `subsets[${i}].ports[${j}].name`)),
  );
}
