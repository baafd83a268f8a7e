/** The Objects panel: what the API server stored, line by line with where each value came from. */
import {
  anyTable,
  apiKinds,
  formatPath,
  isModelled,
  keyOf,
  objectLines,
  tableName,
  type State,
} from '../../sim/index.ts';
import { rowLimit, type ViewContext } from '../context.ts';
import type { ObjectsView, ObjectView, ServiceRef } from '../view-models.ts';

/** Objects of the scene, at most 50 of a kind; the selected one, else the Service looked at, else the first. */
export function objectsView(context: ViewContext, service: ServiceRef | undefined): ObjectsView {
  const objects = objectsOf(context.state);
  const wanted = context.selection.object ?? (service && { kind: 'Service', ...service });
  const selected =
    objects.find(
      (o) => wanted && o.kind === wanted.kind && o.namespace === wanted.namespace && o.name === wanted.name,
    ) ??
    chosenBeyondList(context, wanted) ??
    objects[0];
  return selected ? { objects, selected, lines: linesOf(context, selected) } : { objects, lines: [] };
}

const kindOrder = [
  'services',
  'endpoints',
  'endpointslices',
  'pods',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
];
const ofEveryCluster = new Set([
  'services default/kubernetes',
  'services kube-system/kube-dns',
  'endpoints default/kubernetes',
  'endpoints kube-system/kube-dns',
]);

function objectsOf({ cluster }: State): readonly ObjectView[] {
  const rest = [...cluster.tables.keys()].filter(
    (name) => !kindOrder.includes(name) && name !== 'nodes' && name !== 'namespaces',
  );
  return [...kindOrder, ...rest, 'namespaces', 'nodes'].flatMap((resource) => {
    const found: ObjectView[] = [];
    for (const [key, { kind, metadata }] of cluster.tables.get(resource) ?? []) {
      const { namespace = '', name, labels } = metadata;
      const kubeDns = labels?.['kubernetes.io/service-name'] === 'kube-dns' && namespace === 'kube-system';
      if (
        ofEveryCluster.has(`${resource} ${key}`) ||
        (resource === 'endpointslices' && (kubeDns || key === 'default/kubernetes'))
      )
        continue;
      if (found.length === rowLimit) break;
      found.push(titled(kind, namespace, name));
    }
    return found;
  });
}

const titled = (kind: string, namespace: string, name: string): ObjectView => ({
  kind,
  namespace,
  name,
  title: `${kind.toLowerCase()}/${namespace === '' || namespace === 'default' ? name : `${namespace}/${name}`}`,
});

/** An object that is there and not among the first of its kind. */
function chosenBeyondList(
  { state }: ViewContext,
  wanted: Omit<ObjectView, 'title'> | undefined,
): ObjectView | undefined {
  const key = wanted && (wanted.namespace === '' ? wanted.name : `${wanted.namespace}/${wanted.name}`);
  const found =
    wanted && [...state.cluster.tables.values()].some((table) => table.get(key ?? '')?.kind === wanted.kind);
  return found ? titled(wanted.kind, wanted.namespace, wanted.name) : undefined;
}

type Origin = ObjectsView['lines'][number]['origin'];

function linesOf(context: ViewContext, ref: ObjectView): ObjectsView['lines'] {
  const stored = storedObject(context.state, ref);
  if (!stored) return [];
  const typed = context.places.document(ref)?.value;
  let origin: Origin = 'typed';
  return objectLines(stored).map(({ text, path }) => {
    // A text that goes on is of where it began.
    if (path) origin = originOf(path, typed);
    return { text, origin };
  });
}

/** Of several kinds of one name the one that is simulated. */
function storedObject({ cluster }: State, { kind, namespace, name }: ObjectView) {
  const kinds = apiKinds.filter((each) => each.kind === kind);
  const tables = [...kinds.filter(isModelled), ...kinds].map((each) => anyTable(cluster, tableName(each)));
  return tables.map((table) => table.get(keyOf(namespace, name))).find((found) => found !== undefined);
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

const allocated =
  /^metadata\.(?:uid|resourceVersion|creationTimestamp|generation|managedFields|selfLink)|^spec\.clusterIPs?\b|^spec\.ports\[\d+\]\.nodePort|^spec\.healthCheckNodePort|^spec\.nodeName/;

function originOf(path: readonly (string | number)[], typed: unknown): Origin {
  if (typed === undefined) return 'controller';
  if (isTyped(typed, path)) return 'typed';
  const field = formatPath(path);
  if (allocated.test(field)) return 'allocated';
  if (path[1] === 'annotations' && (path.length === 2 || path[2] === lastApplied)) return 'kubectl';
  return path[0] === 'status' || /^metadata\.(?:ownerReferences|annotations)/.test(field) ? 'controller' : 'default';
}

function isTyped(typed: unknown, steps: readonly (string | number)[]): boolean {
  let value = typed;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value !== undefined;
}
