/** How a Service stands, in one line: how many of its pods or addresses are in, and the first cause that one is not. */
import { selectorOf } from '../api/endpoints/service-gate.ts';
import type { Service } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import type { ObjectRef } from '../api/refs.ts';
import { get, table } from '../cluster/cluster.ts';
import { podsIn, slicesOf } from '../cluster/indexes.ts';
import { podsMatching } from '../cluster/matching.ts';
import { explainService } from './explain-service.ts';
import type { EndpointRow, Explained, RowState, ServiceExplanation } from './explanation.ts';
import { leftOutKey } from './left-out-pods.ts';
import { nearestMiss } from './nearest-miss.ts';
import { podRef } from './pod-source.ts';

export interface ServiceVerdict {
  /** Who is in its list: pods by selector, addresses that somebody typed or a controller left, nobody for an alias or an empty namespace. */
  readonly kind: 'pods' | 'typed' | 'left' | 'alias' | 'noPods';
  /** Pods that the selector matches and addresses in its lists. */
  readonly all: number;
  /** Of those, the ones that get traffic: pods on every port, typed addresses on one at least. */
  readonly ready: number;
  /** Why one is not, or why there is none. */
  readonly cause?: EndpointReason;
  /** Whom the cause keeps out: pods (with their namespace where it is another) and addresses. */
  readonly who: readonly string[];
  /** The first of them, if it is a pod. */
  readonly pod?: ObjectRef;
}

interface Known {
  readonly inputs: readonly unknown[];
  readonly verdict: ServiceVerdict;
}

const known = new WeakMap<Service, Known>();

/** Undefined where there is no such Service. The same value while nothing it depends on has changed. */
export function serviceVerdict(state: Explained, namespace: string, name: string): ServiceVerdict | undefined {
  const service = get(state.cluster, 'services', namespace, name);
  if (!service) return undefined;
  const inputs = inputsOf(state, service);
  const before = known.get(service);
  if (before && before.inputs.every((input, i) => input === inputs[i]) && before.inputs.length === inputs.length)
    return before.verdict;
  const verdict = judge(state, service);
  known.set(service, { inputs, verdict });
  return verdict;
}

/** Everything that the explanation of a Service reads. */
function inputsOf(state: Explained, service: Service) {
  const { cluster, events } = state;
  const { namespace = '', name } = service.metadata;
  const { spec } = service;
  const controlled = spec.type !== 'ExternalName' && Object.keys(spec.selector ?? {}).length > 0;
  return [
    table(cluster, 'pods'),
    table(cluster, 'nodes'),
    table(cluster, 'deployments'),
    table(cluster, 'statefulsets'),
    table(cluster, 'replicasets'),
    get(cluster, 'endpoints', namespace, name),
    // Without a selector, lists of other names and namespaces may be meant.
    ...(controlled ? [events, ...othersOf(state, service)] : [table(cluster, 'endpoints'), table(cluster, 'services')]),
    ...slicesOf(cluster, namespace, name),
  ];
}

/** Read only where the selector matches no pod. */
function othersOf(state: Explained, service: Service): readonly unknown[] {
  const { cluster } = state;
  const matched = podsMatching(cluster, service.metadata.namespace ?? '', service.spec.selector ?? {}).length > 0;
  return matched ? [] : [leftOutKey(state), table(cluster, 'services')];
}

function judge(state: Explained, service: Service): ServiceVerdict {
  const { namespace = '', name } = service.metadata;
  const explained = explainService(state, namespace, name, 0);
  if (service.spec.type === 'ExternalName') {
    const cause = explained?.reasons.find(({ code }) => code === 'ExternalNameIsAddress');
    return { kind: 'alias', all: 0, ready: 0, who: [], ...(cause && { cause }) };
  }
  const owners = explained ? ownersOf(explained) : [];
  const selector = selectorOf(service);
  if (owners.length === 0) return nobody(state, service, explained);
  const ready = owners.filter(({ row }) => row.state === 'in').length;
  const kind = selector ? 'pods' : owners.every(({ row }) => row.reason.code === 'LeftFromBefore') ? 'left' : 'typed';
  const worst = owners
    .filter(({ row }) => row.state !== 'in')
    .toSorted((a, b) => order[a.row.state] - order[b.row.state])[0]?.row;
  if (!worst) return { kind, all: owners.length, ready, who: [] };
  const same = owners.filter(({ row }) => row.reason.code === worst.reason.code && row.state === worst.state);
  return {
    kind,
    all: owners.length,
    ready,
    cause: worst.reason,
    who: same.map(({ row }) => nameOf(row, namespace)),
    ...(worst.pod && { pod: worst.pod }),
  };
}

const order: Readonly<Record<RowState, number>> = { out: 0, notReady: 1, terminating: 2, in: 3 };

/** A pod or an address, with the row that decides whether it is in. */
interface Owner {
  readonly row: EndpointRow;
}

/** A pod is as its worst port is, a typed address as its best: its list may be for one port only. */
function ownersOf({ ports }: ServiceExplanation): readonly Owner[] {
  const owners = new Map<string, Owner>();
  for (const { rows } of ports) {
    for (const row of rows) {
      if (row.pod && notSelected.has(row.reason.code)) continue;
      const key = row.pod ? `${row.pod.namespace}/${row.pod.name}` : hostOf(row.address);
      const other = owners.get(key)?.row;
      const better = other && order[row.state] > order[other.state];
      if (!other || (row.pod ? !better && row.state !== other.state : better)) owners.set(key, { row });
    }
  }
  return [...owners.values()];
}

const notSelected: ReadonlySet<string> = new Set(['LabelDiffers', 'LabelMissing', 'OtherNamespace']);

const hostOf = (address = ''): string =>
  /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([^:]+):\d+$/.exec(address)?.[1] ?? address;

const nameOf = ({ pod, address }: EndpointRow, namespace: string): string =>
  pod ? (pod.namespace === namespace ? pod.name : `${pod.namespace}/${pod.name}`) : hostOf(address);

/** Why a Service has nobody at all. */
function nobody(state: Explained, service: Service, explained: ServiceExplanation | undefined): ServiceVerdict {
  const { namespace = '' } = service.metadata;
  const selector = selectorOf(service);
  const [own] = explained?.reasons ?? [];
  const none = { all: 0, ready: 0, who: [] } as const;
  if (!selector) return { ...none, kind: 'typed', ...(own && { cause: own }) };
  if (own?.code === 'ScaledToZero' || own?.code === 'PodsLeftOut') return { ...none, kind: 'pods', cause: own };
  const miss = nearestMiss(state.cluster, service, selector);
  if (miss) {
    const pod = podRef(miss.pod);
    return { ...none, kind: 'pods', cause: miss.reason, who: [pod.name], pod };
  }
  const elsewhere = explained?.ports[0]?.rows.find(({ reason }) => reason.code === 'OtherNamespace');
  if (elsewhere)
    return {
      ...none,
      kind: 'pods',
      cause: elsewhere.reason,
      who: [nameOf(elsewhere, namespace)],
      ...(elsewhere.pod && { pod: elsewhere.pod }),
    };
  if (podsIn(state.cluster, namespace).length === 0) return { ...none, kind: 'noPods' };
  return { ...none, kind: 'pods', ...(own && { cause: own }) };
}
