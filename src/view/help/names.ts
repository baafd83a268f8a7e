/** Names that are in the scene: what a selector, a port, a list or a namespace may name. */
import { labelGroups, matchesLabels, podsIn, podsMatching, slicesOf, table, type State } from '../../sim/index.ts';

type Pod = ReturnType<typeof podsIn>[number];
type Service = NonNullable<ReturnType<ReturnType<typeof table<'services'>>['get']>>;
type Labels = Readonly<Record<string, string>>;

/** A name and whose it is. */
export interface Named {
  readonly name: string;
  readonly of: string;
}

/** At most so many pods are looked at for the ports and addresses they have. */
const podLimit = 200;

/** Services of the reader in a namespace; those that every cluster has are left out. */
export function servicesIn({ cluster }: State, namespace: string): readonly Service[] {
  return [...table(cluster, 'services').values()].filter(
    ({ metadata }) => metadata.namespace === namespace && !(metadata.name === 'kubernetes' && namespace === 'default'),
  );
}

export const namespacesOf = ({ cluster }: State): readonly string[] => [...table(cluster, 'namespaces').keys()];

export const nodesOf = ({ cluster }: State): readonly string[] => [...table(cluster, 'nodes').keys()];

/** Keys of pods' labels, each with how many pods have it. */
export function labelKeys({ cluster }: State, namespace: string): ReadonlyMap<string, number> {
  return counted(
    labelGroups(cluster, namespace).flatMap(({ labels, pods }) =>
      Object.keys(labels ?? {}).map((key) => [key, pods.length]),
    ),
  );
}

/** Values of one label. */
export function labelValues({ cluster }: State, namespace: string, key: string): ReadonlyMap<string, number> {
  return counted(
    labelGroups(cluster, namespace).flatMap(({ labels = {}, pods }) =>
      Object.hasOwn(labels, key) ? [[labels[key] ?? '', pods.length]] : [],
    ),
  );
}

function counted(entries: readonly (readonly (string | number)[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [name, n] of entries) counts.set(String(name), (counts.get(String(name)) ?? 0) + Number(n));
  return counts;
}

/** Pairs that Services of a namespace ask for, with the Services' names. */
export function selectorPairs(
  state: State,
  namespace: string,
): readonly { readonly key: string; readonly value: string; readonly of: string }[] {
  return servicesIn(state, namespace).flatMap(({ metadata, spec }) =>
    Object.entries(spec.selector ?? {}).map(([key, value]) => ({ key, value, of: metadata.name })),
  );
}

/** Services whose selector matches these labels. */
export function servicesSelecting(state: State, namespace: string, labels: Labels): readonly Service[] {
  return servicesIn(state, namespace).filter(
    ({ spec: { selector, type } }) =>
      type !== 'ExternalName' && selector && Object.keys(selector).length > 0 && matchesLabels(selector, labels),
  );
}

/** The pods a Service selects; none without a selector. */
export function podsOf({ cluster }: State, { metadata, spec }: Service): readonly Pod[] {
  const { selector = {} } = spec;
  return Object.keys(selector).length === 0 ? [] : podsMatching(cluster, metadata.namespace ?? '', selector);
}

/** The ports that pods declare: names first, then numbers. */
export function podPorts(
  pods: readonly Pod[],
): readonly { readonly name: string | undefined; readonly port: number; readonly pod: string }[] {
  const seen = new Set<string>();
  return pods.slice(0, podLimit).flatMap(({ metadata, spec }) =>
    spec.containers.flatMap(({ ports = [] }) =>
      ports.flatMap(({ name, containerPort }) => {
        const key = `${name ?? ''} ${containerPort}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ name, port: containerPort, pod: metadata.name }];
      }),
    ),
  );
}

/** Services without a selector and without a list of their name come first: a list may be meant for them. */
export function servicesForLists(state: State, namespace: string): readonly Service[] {
  const wants = ({ metadata, spec }: Service): number => {
    if (spec.type === 'ExternalName') return 3;
    if (spec.selector && Object.keys(spec.selector).length > 0) return 2;
    return slicesOf(state.cluster, namespace, metadata.name).length > 0 ? 1 : 0;
  };
  return servicesIn(state, namespace).toSorted((a, b) => wants(a) - wants(b));
}
