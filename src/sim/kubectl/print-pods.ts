/** Rows of pods. */
import type { Container, ContainerStatus, Pod } from '../api/objects.ts';
import { numberAt, textAt, fieldAt } from './field.ts';
import { ageColumn, nameColumn, type TableFormat } from './table.ts';

/** Models pkg/printers/internalversion printPod, v1.36. */
export const podTable: TableFormat = {
  columns: [
    nameColumn,
    { name: 'READY' },
    { name: 'STATUS' },
    { name: 'RESTARTS' },
    ageColumn,
    { name: 'IP', wide: true },
    { name: 'NODE', wide: true },
    { name: 'NOMINATED NODE', wide: true },
    { name: 'READINESS GATES', wide: true },
  ],
  cells: (object, age) => {
    const pod = object as Pod;
    const { ready, total, reason, restarts } = summary(pod);
    const { spec, status } = pod;
    return [
      pod.metadata.name,
      `${ready}/${total}`,
      reason,
      String(restarts),
      age,
      status.podIPs?.[0]?.ip ?? '<none>',
      spec.nodeName || '<none>',
      textAt(status, 'nominatedNodeName') || '<none>',
      readinessGates(pod),
    ];
  },
};

/** The word in the STATUS column: `Running`, `Terminating`, `ContainerCreating`, `Init:0/1`. */
export function podStatusText(pod: Pod): string {
  return summary(pod).reason;
}

interface Summary {
  readonly ready: number;
  readonly total: number;
  readonly reason: string;
  readonly restarts: number;
}

function summary(pod: Pod): Summary {
  const sidecars = new Set((pod.spec.initContainers ?? []).filter(isSidecar).map((container) => container.name));
  const total = pod.spec.containers.length + sidecars.size;
  const own = textAt(pod.status, 'reason');
  const gated = pod.status.conditions?.some((c) => c.type === 'PodScheduled' && c.reason === 'SchedulingGated');
  const start = gated ? 'SchedulingGated' : own || pod.status.phase;

  const init = initSummary(pod, sidecars);
  const initialized = isTrue(pod, 'Initialized');
  let { ready, restarts } = init;
  let reason = init.reason ?? start;
  if (init.reason === undefined || initialized) {
    const main = mainSummary(pod, reason);
    reason = main.reason;
    ready += main.ready;
    restarts = init.sidecarRestarts + main.restarts;
  }
  const terminal = pod.status.phase === 'Failed' || pod.status.phase === 'Succeeded';
  if (pod.metadata.deletionTimestamp !== undefined) {
    if (own === 'NodeLost') reason = 'Unknown';
    else if (!terminal) reason = 'Terminating';
  }
  return { ready, total, reason, restarts };
}

interface InitSummary {
  readonly ready: number;
  readonly restarts: number;
  readonly sidecarRestarts: number;
  /** Present while the pod is initializing. */
  readonly reason?: string;
}

function initSummary(pod: Pod, sidecars: ReadonlySet<string>): InitSummary {
  let ready = 0;
  let restarts = 0;
  let sidecarRestarts = 0;
  for (const [i, container] of (pod.status.initContainerStatuses ?? []).entries()) {
    const sidecar = sidecars.has(container.name);
    restarts += container.restartCount;
    if (sidecar) sidecarRestarts += container.restartCount;
    const exitCode = numberAt(container.state, 'terminated', 'exitCode');
    if (exitCode === 0) continue;
    if (sidecar && container.started) {
      if (container.ready) ready += 1;
      continue;
    }
    return { ready, restarts, sidecarRestarts, reason: `Init:${initReason(pod, container, i, exitCode)}` };
  }
  return { ready, restarts, sidecarRestarts };
}

function initReason(pod: Pod, container: ContainerStatus, index: number, exitCode: number | undefined): string {
  if (exitCode !== undefined) return stopped(container, exitCode);
  const waiting = textAt(container.state, 'waiting', 'reason');
  if (waiting !== '' && waiting !== 'PodInitializing') return waiting;
  return `${index}/${pod.spec.initContainers?.length ?? 0}`;
}

function mainSummary(
  pod: Pod,
  start: string,
): { readonly ready: number; readonly restarts: number; readonly reason: string } {
  let reason = start;
  let ready = 0;
  let restarts = 0;
  for (const container of [...(pod.status.containerStatuses ?? [])].reverse()) {
    restarts += container.restartCount;
    const waiting = textAt(container.state, 'waiting', 'reason');
    const exitCode = numberAt(container.state, 'terminated', 'exitCode');
    if (waiting !== '') reason = waiting;
    else if (exitCode !== undefined) reason = stopped(container, exitCode);
    else if (container.ready && fieldAt(container.state, 'running') !== undefined) ready += 1;
  }
  if (reason === 'Completed' && ready > 0) reason = isTrue(pod, 'Ready') ? 'Running' : 'NotReady';
  return { ready, restarts, reason };
}

function stopped(container: ContainerStatus, exitCode: number): string {
  const signal = numberAt(container.state, 'terminated', 'signal') ?? 0;
  const reason = textAt(container.state, 'terminated', 'reason');
  return reason || (signal === 0 ? `ExitCode:${exitCode}` : `Signal:${signal}`);
}

function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always';
}

function isTrue(pod: Pod, condition: string): boolean {
  return pod.status.conditions?.some((c) => c.type === condition && c.status === 'True') ?? false;
}

function readinessGates(pod: Pod): string {
  const gates = pod.spec.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  return `${gates.filter((gate) => isTrue(pod, gate.conditionType)).length}/${gates.length}`;
}
