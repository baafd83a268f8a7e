/** A pod's status as the stand-in for the kubelet reports it. */
import type {
  Container,
  ContainerStatus,
  JsonObject,
  Node,
  Pod,
  PodCondition,
  PodPhase,
  PodStatus,
} from '../api/objects.ts';

/** What is to be reported of one pod. */
export interface PodReport {
  readonly phase: PodPhase;
  readonly ready: boolean;
  readonly ips: readonly string[];
  /** The pod's node, if it is bound to one that exists. */
  readonly node: Node | undefined;
}

/** The whole status; `pod` already carries the node it is bound to. */
export function podStatus(pod: Pod, report: PodReport): PodStatus {
  const { phase, ready, ips, node } = report;
  const bound = Boolean(pod.spec.nodeName);
  const hostIP = node?.status.addresses?.find(({ type }) => type === 'InternalIP')?.address;
  const [podIP] = ips;
  const { qosClass } = pod.status;
  return {
    phase,
    conditions: conditions(phase, ready, bound),
    ...(hostIP !== undefined && { hostIP, hostIPs: [{ ip: hostIP }] }),
    ...(podIP !== undefined && { podIP, podIPs: ips.map((ip) => ({ ip })) }),
    ...(bound && containerStatuses(pod, phase, ready)),
    ...(qosClass !== undefined && { qosClass }),
  };
}

function conditions(phase: PodPhase, ready: boolean, bound: boolean): readonly PodCondition[] {
  const notReady = phase === 'Succeeded' ? 'PodCompleted' : 'ContainersNotReady';
  return [
    { type: 'Initialized', status: 'True' },
    condition('Ready', ready, notReady),
    condition('ContainersReady', ready, notReady),
    condition('PodScheduled', bound, 'Unschedulable'),
  ];
}

function condition(type: string, holds: boolean, reason: string): PodCondition {
  return holds ? { type, status: 'True' } : { type, status: 'False', reason };
}

function containerStatuses(
  { spec }: Pod,
  phase: PodPhase,
  ready: boolean,
): Pick<PodStatus, 'containerStatuses' | 'initContainerStatuses'> {
  const init = spec.initContainers ?? [];
  const waiting = init.length > 0 ? 'PodInitializing' : 'ContainerCreating';
  const main = spec.containers.map((container) => containerStatus(container, stateOf(phase, ready, waiting)));
  const first = init.map((container) => containerStatus(container, initState(container, phase, ready)));
  return { containerStatuses: byName(main), ...(first.length > 0 && { initContainerStatuses: byName(first) }) };
}

interface ContainerState {
  readonly state: JsonObject;
  readonly ready: boolean;
  readonly started: boolean;
}

function initState({ restartPolicy }: Container, phase: PodPhase, ready: boolean): ContainerState {
  const sidecar = restartPolicy === 'Always';
  if (phase === 'Pending' || sidecar) {
    return stateOf(phase, phase === 'Running' || phase === 'Unknown' ? true : ready, 'ContainerCreating');
  }
  return { state: { terminated: { exitCode: 0, reason: 'Completed' } }, ready: true, started: false };
}

function stateOf(phase: PodPhase, ready: boolean, waiting: string): ContainerState {
  switch (phase) {
    case 'Pending':
      return { state: { waiting: { reason: waiting } }, ready: false, started: false };
    case 'Succeeded':
      return { state: { terminated: { exitCode: 0, reason: 'Completed' } }, ready, started: false };
    case 'Failed':
      return { state: { terminated: { exitCode: 1, reason: 'Error' } }, ready: false, started: false };
    default:
      return { state: { running: {} }, ready, started: true };
  }
}

function containerStatus({ name, image = '' }: Container, { state, ready, started }: ContainerState): ContainerStatus {
  return { name, state, lastState: {}, ready, restartCount: 0, image, imageID: '', started };
}

function byName(statuses: readonly ContainerStatus[]): readonly ContainerStatus[] {
  return [...statuses].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
