/** `kubectl describe`. */
import { tableName, type ApiKind } from '../api/kinds.ts';
import type {
  Deployment,
  Endpoints,
  EndpointSlice,
  KubeObject,
  Node,
  Pod,
  ReplicaSet,
  Service,
} from '../api/objects.ts';
import { slicesOf, podsIn } from '../cluster/indexes.ts';
import { table } from '../cluster/cluster.ts';
import { describeEndpoints, describeEndpointSlice } from './describe-endpoints.ts';
import { describeNode } from './describe-node.ts';
import { describeConfigMap, describeGeneric, describeNamespace, describeSecret } from './describe-others.ts';
import { describePod } from './describe-pod.ts';
import { describeService } from './describe-service.ts';
import {
  describeDaemonSet,
  describeDeployment,
  describeJob,
  describeReplicaSet,
  describeStatefulSet,
} from './describe-workloads.ts';
import type { DescribedEvents } from './describe-writer.ts';
import { involvedObject } from './event-objects.ts';
import { selectionOf } from './get.ts';
import { errorText, type Answer, type ReadOptions } from './read-answer.ts';
import type { ReadArgs } from './read-args.ts';
import { selectObjects, type ReadState, type Selected, type Selection } from './select-objects.ts';

/** What `describe` prints. Models kubectl/pkg/cmd/describe DescribeOptions.Run, v1.36. */
export function describe(state: ReadState, args: ReadArgs, options: ReadOptions): Answer {
  if (args.args.length === 0 && args.filenames.length === 0) return { stdout: '', stderr: noTypeGiven, code: 1 };
  const selection = selectionOf(args, options);
  if (!selection.ok) return { stdout: '', stderr: `error: ${selection.error}\n`, code: 1 };
  const selected = selectObjects(state, selection.selection);
  if (!selected.ok) return { stdout: '', stderr: `error: ${selected.error}\n`, code: 1 };
  const found = selected.groups.flatMap(({ kind, objects }) => objects.map((object) => ({ kind, object })));
  const several = found.length > 1 || selected.errors.length > 0;
  const describing: Describing = { state, options, showEvents: args.showEvents ?? !several };
  const missing = selected.errors.some((error) => error.includes('(NotFound)'));
  if (missing && args.args.length === 2 && args.filenames.length === 0)
    return describeMatching(describing, args, selection.selection, selected);
  const nothing = found.length === 0 && selected.errors.length === 0;
  return {
    stdout: found.map(({ kind, object }) => describeObject(describing, kind, object)).join('\n\n'),
    stderr: errorText(selected.warnings, nothing ? [noResources(args)] : selected.errors),
    code: selected.errors.length > 0 ? 1 : 0,
  };
}

const noTypeGiven =
  'error: You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.\n';

interface Describing {
  readonly state: ReadState;
  readonly options: ReadOptions;
  readonly showEvents: boolean;
}

function noResources(args: ReadArgs): string {
  return args.allNamespaces ? 'No resources found' : `No resources found in ${args.namespace} namespace.`;
}

/** `describe svc we` without a Service `we`: everything whose name begins so. */
function describeMatching(
  describing: Describing,
  args: ReadArgs,
  selection: Selection,
  missed: Selected & { readonly ok: true },
): Answer {
  const [type = '', prefix = ''] = args.args;
  const all = selectObjects(describing.state, { ...selection, args: [type] });
  if (!all.ok) return { stdout: '', stderr: `error: ${all.error}\n`, code: 1 };
  const matching = all.groups.flatMap(({ kind, objects }) =>
    objects.filter(({ metadata }) => metadata.name.startsWith(prefix)).map((object) => ({ kind, object })),
  );
  if (matching.length === 0) return { stdout: '', stderr: errorText(missed.warnings, missed.errors), code: 1 };
  const stdout = matching.map(({ kind, object }) => `${describeObject(describing, kind, object)}\n`).join('');
  return { stdout, stderr: errorText(missed.warnings, []), code: 0 };
}

function describeObject(describing: Describing, kind: ApiKind, object: KubeObject): string {
  const { state, options } = describing;
  const { name, namespace = '' } = object.metadata;
  const shown = eventsOf(describing, object);
  const age = options.ages({ kind: object.kind, namespace, name });
  switch (tableName(kind)) {
    case 'services':
      return describeService(object as Service, byName(slicesOf(state.cluster, namespace, name)), shown);
    case 'endpoints':
      return describeEndpoints(object as Endpoints, shown);
    case 'endpointslices':
      return describeEndpointSlice(object as EndpointSlice, shown);
    case 'pods':
      return describePod(object as Pod, age, shown);
    case 'deployments':
      return describeDeployment(object, replicaSetsOf(state, object as Deployment), shown);
    case 'replicasets':
      return describeReplicaSet(object, podsIn(state.cluster, namespace), shown);
    case 'statefulsets':
      return describeStatefulSet(object, podsIn(state.cluster, namespace), shown);
    case 'daemonsets':
      return describeDaemonSet(object, podsIn(state.cluster, namespace), shown);
    case 'jobs':
      return describeJob(object, shown);
    case 'nodes':
      return describeNode(object as Node, podsOn(describing, name), shown);
    case 'namespaces':
      return describeNamespace(object);
    case 'configmaps':
      return describeConfigMap(object, shown);
    case 'secrets':
      return describeSecret(object);
    default:
      return describeGeneric(object, shown);
  }
}

/** Events about the object; those that name no namespace are not found by kubectl's search. */
function eventsOf({ state, options, showEvents }: Describing, object: KubeObject): DescribedEvents {
  if (!showEvents) return {};
  const { name, namespace = '' } = object.metadata;
  const about = state.events.filter((event) => {
    const involved = involvedObject(event);
    return involved.kind === object.kind && involved.name === name && involved.namespace === namespace;
  });
  return { events: about.map((event) => ({ event, age: options.ages({ kind: 'Event', namespace, name }) })) };
}

function replicaSetsOf(state: ReadState, { metadata }: Deployment): readonly ReplicaSet[] {
  const own = [...table(state.cluster, 'replicasets').values()].filter(
    (set) =>
      set.metadata.namespace === metadata.namespace &&
      set.metadata.ownerReferences?.some((o) => o.controller && o.kind === 'Deployment' && o.name === metadata.name),
  );
  return byName(own);
}

function podsOn({ state, options }: Describing, node: string): { readonly pod: Pod; readonly age: string }[] {
  const pods = [...table(state.cluster, 'pods').values()].filter(
    ({ spec, status }) => spec.nodeName === node && status.phase !== 'Succeeded' && status.phase !== 'Failed',
  );
  return byName(pods).map((pod) => {
    const { namespace = '', name } = pod.metadata;
    return { pod, age: options.ages({ kind: 'Pod', namespace, name }) };
  });
}

/** In the order in which the server lists: by namespace and name. */
function byName<T extends KubeObject>(objects: readonly T[]): T[] {
  const keyOf = ({ metadata }: T): string => `${metadata.namespace ?? ''}/${metadata.name}`;
  return [...objects].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
