/**
 * Which pods a selector matches, and which Services a pod concerns. Pods made from one template share their labels by identity,
 * so both are answered per set of labels, not per pod.
 */
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import { isPodReady } from '../api/endpoints/pod-to-endpoint.ts';
import { hasController, sameLabels, selectorOf } from '../api/endpoints/service-gate.ts';
import { matchesLabels } from '../api/labels.ts';
import type { Labels, Pod, Service } from '../api/objects.ts';
import { table, type Change, type Cluster, type Table } from './cluster.ts';

/** Pods of a namespace that share one set of labels by identity. */
export interface LabelGroup {
  readonly labels: Labels | undefined;
  readonly pods: Pod[];
  /** Places of `pods` in the table, to keep the order of creation when groups are joined. */
  readonly places: number[];
}

const podGroups = new WeakMap<Table<Pod>, ReadonlyMap<string, readonly LabelGroup[]>>();
const none: readonly Service[] = [];
const selecting = new WeakMap<Table<Service>, ReadonlyMap<string, readonly Service[]>>();

/** All pods of a namespace, by their sets of labels. */
export function labelGroups(cluster: Cluster, namespace: string): readonly LabelGroup[] {
  return groupsOf(table(cluster, 'pods')).get(namespace) ?? [];
}

/** Pods of a namespace that carry all labels of `selector`, in order of creation; the same list while the pods are the same. */
export function podsMatching(cluster: Cluster, namespace: string, selector: Labels): readonly Pod[] {
  const pods = table(cluster, 'pods');
  let known = matching.get(pods);
  if (!known) matching.set(pods, (known = new Map()));
  const key = `${namespace} ${JSON.stringify(selector)}`;
  let found = known.get(key);
  if (!found) known.set(key, (found = joined(labelGroups(cluster, namespace), selector)));
  return found;
}

const matching = new WeakMap<Table<Pod>, Map<string, readonly Pod[]>>();

/** Pods of all other namespaces that carry all labels of `selector`, in order of creation. */
export function podsElsewhere(cluster: Cluster, namespace: string, selector: Labels): readonly Pod[] {
  const others = [...groupsOf(table(cluster, 'pods'))].filter(([of]) => of !== namespace);
  return joined(
    others.flatMap(([, groups]) => groups),
    selector,
  );
}

function joined(all: readonly LabelGroup[], selector: Labels): readonly Pod[] {
  const groups = all.filter(({ labels }) => matchesLabels(selector, labels));
  if (groups.length <= 1) return groups[0]?.pods ?? [];
  const placed = groups.flatMap(({ pods, places }) => pods.map((pod, i) => ({ pod, place: places[i] ?? 0 })));
  return placed.sort((a, b) => a.place - b.place).map(({ pod }) => pod);
}

/**
 * Keys of Services whose lists are looked at again after pods changed: those that match a pod that came, went or changed in
 * what lists tell of it; if nothing but its labels changed, those that match it only before or only after. A change of the
 * phase alone is no reason: the pod stays listed as it was.
 * Models endpointslice/util GetServicesToUpdate and podEndpointsChanged, v1.36.
 */
export function servicesOfPodChanges(cluster: Cluster, changes: readonly Change[]): ReadonlySet<string> {
  return concernedServices.once(changes, [table(cluster, 'services')], () => findConcerned(cluster, changes));
}

/** Both controllers of lists ask the same. */
const concernedServices = new IdentityCache<ReadonlySet<string>>();

function findConcerned(cluster: Cluster, changes: readonly Change[]): ReadonlySet<string> {
  let concerned = concernedLabels.get(changes);
  if (!concerned) concernedLabels.set(changes, (concerned = labelsConcerned(changes)));
  const keys = new Set<string>();
  for (const { namespace, labels, before } of concerned) {
    const services = before ? selectingServices(cluster, namespace) : possiblySelecting(cluster, namespace, labels);
    for (const service of services) {
      const selector = selectorOf(service) ?? {};
      const selected = matchesLabels(selector, labels);
      if (before ? selected !== matchesLabels(selector, before.labels) : selected)
        keys.add(`${namespace}/${service.metadata.name}`);
    }
  }
  return keys;
}

/** Labels whose Services are looked at again; with `before` only those that match one of the two. */
interface ConcernedLabels {
  readonly namespace: string;
  readonly labels: Labels | undefined;
  readonly before?: { readonly labels: Labels | undefined };
}

const concernedLabels = new WeakMap<readonly Change[], readonly ConcernedLabels[]>();

function labelsConcerned(changes: readonly Change[]): readonly ConcernedLabels[] {
  const concerned: ConcernedLabels[] = [];
  const seen = new Map<string, Set<Labels | undefined>>();
  for (const { resource, before, after } of changes) {
    if (resource !== 'pods') continue;
    const [old, now] = [before as Pod | undefined, after as Pod | undefined];
    if (!old || !now || isListedOtherwise(old, now)) {
      for (const pod of [old, now]) if (pod) addOnce(concerned, pod, seen);
    } else if (!sameLabels(old.metadata.labels, now.metadata.labels)) {
      const { namespace = '', labels } = now.metadata;
      concerned.push({ namespace, labels, before: { labels: old.metadata.labels } });
    }
  }
  return concerned;
}

function addOnce(
  concerned: ConcernedLabels[],
  { metadata: { namespace = '', labels } }: Pod,
  seen: Map<string, Set<Labels | undefined>>,
): void {
  let known = seen.get(namespace);
  if (!known) seen.set(namespace, (known = new Set()));
  if (known.has(labels)) return;
  known.add(labels);
  concerned.push({ namespace, labels });
}

/** A pod that is being deleted counts as changed at every update. */
function isListedOtherwise(old: Pod, now: Pod): boolean {
  if (old.metadata.deletionTimestamp !== undefined || now.metadata.deletionTimestamp !== undefined) return true;
  // A pod without a node makes the controllers fail and try again, until it has one.
  if (isPodReady(old) !== isPodReady(now) || old.spec.nodeName !== now.spec.nodeName) return true;
  const [ips, others] = [old.status.podIPs ?? [], now.status.podIPs ?? []];
  return ips.length !== others.length || ips.some(({ ip }, i) => ip !== others[i]?.ip);
}

/** Services of a namespace that the endpoint controllers fill, in order of creation. */
export function selectingServices(cluster: Cluster, namespace: string): readonly Service[] {
  const services = table(cluster, 'services');
  let index = selecting.get(services);
  if (!index) {
    index = Map.groupBy([...services.values()].filter(hasController), (service) => service.metadata.namespace ?? '');
    selecting.set(services, index);
  }
  return index.get(namespace) ?? none;
}

/** Those of them whose selector begins with one of these labels, in order of creation. */
function possiblySelecting(cluster: Cluster, namespace: string, labels: Labels = {}): readonly Service[] {
  const all = selectingServices(cluster, namespace);
  let index = byFirstLabel.get(all);
  if (!index) byFirstLabel.set(all, (index = Map.groupBy(all.entries(), ([, service]) => firstLabel(service))));
  const found: (readonly [number, Service])[] = [];
  for (const key of Object.keys(labels)) found.push(...(index.get(`${key}=${labels[key] ?? ''}`) ?? []));
  return found.sort(([a], [b]) => a - b).map(([, service]) => service);
}

const byFirstLabel = new WeakMap<readonly Service[], ReadonlyMap<string, readonly (readonly [number, Service])[]>>();

function firstLabel(service: Service): string {
  const [[key, value] = ['', '']] = Object.entries(selectorOf(service) ?? {});
  return `${key}=${value}`;
}

function groupsOf(pods: Table<Pod>): ReadonlyMap<string, readonly LabelGroup[]> {
  let index = podGroups.get(pods);
  if (!index) podGroups.set(pods, (index = groupPods(pods)));
  return index;
}

function groupPods(pods: Table<Pod>): ReadonlyMap<string, readonly LabelGroup[]> {
  const byNamespace = new Map<string, Map<Labels | undefined, LabelGroup>>();
  let place = 0;
  for (const pod of pods.values()) {
    const namespace = pod.metadata.namespace ?? '';
    let groups = byNamespace.get(namespace);
    if (!groups) byNamespace.set(namespace, (groups = new Map()));
    let group = groups.get(pod.metadata.labels);
    if (!group) groups.set(pod.metadata.labels, (group = { labels: pod.metadata.labels, pods: [], places: [] }));
    group.pods.push(pod);
    group.places.push(place++);
  }
  return new Map([...byNamespace].map(([namespace, groups]) => [namespace, [...groups.values()]]));
}
