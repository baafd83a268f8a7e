/** The Objects panel: what the API server stored, line by line with where each value came from. */
import {
  apiKinds,
  isModelled,
  kubectl,
  parsePath,
  pathAt,
  readDocument,
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

function linesOf(context: ViewContext, { kind, namespace, name }: ObjectView): ObjectsView['lines'] {
  const { state, places } = context;
  const resource = apiKinds
    .filter((k) => k.kind === kind)
    .sort((a, b) => Number(isModelled(b)) - Number(isModelled(a)))[0];
  const argument = resource
    ? resource.group === ''
      ? resource.plural
      : tableName({ ...resource, group: resource.group })
    : kind;
  const flags = namespace === '' ? [] : ['-n', namespace];
  const plural = resource && isModelled(resource) ? resource.plural : argument;
  const { stdout } = kubectl(state, ['get', plural, name, ...flags, '-o', 'yaml'], context.ages);
  const document = readDocument(stdout);
  const typed = places.document({ kind, namespace, name })?.value;
  let offset = 0;
  let origin: Origin = 'typed';
  return stdout
    .replace(/\n$/, '')
    .split('\n')
    .map((text) => {
      const at = offset + (/^[ -]*/.exec(text)?.[0].length ?? 0);
      offset += text.length + 1;
      // A line that goes on with a text begun above has no field of its own.
      const path = /^\s*(?:- )*[^\s:"'][^:]*:(?: |$)|^\s*- /.test(text) ? pathAt(document, at) : undefined;
      origin = path === undefined ? origin : originOf(path, text, typed);
      return { text, origin };
    });
}

const allocated =
  /^metadata\.(?:uid|resourceVersion|creationTimestamp|generation|managedFields|selfLink)|^spec\.clusterIPs?\b|^spec\.ports\[\d+\]\.nodePort|^spec\.healthCheckNodePort|^spec\.nodeName/;

function originOf(path: string, text: string, typed: unknown): Origin {
  if (typed === undefined) return 'controller';
  if (isTyped(typed, parsePath(path))) return 'typed';
  if (allocated.test(path)) return 'allocated';
  if (path === 'status' || path.startsWith('status.') || path === 'metadata.ownerReferences') return 'controller';
  return text.trim() === '' ? 'typed' : 'default';
}

function isTyped(typed: unknown, steps: readonly (string | number)[]): boolean {
  let value = typed;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value !== undefined;
}
