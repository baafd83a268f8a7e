/** `kubectl describe node`. */
import type { Container, Node, Pod } from '../api/objects.ts';
import {
  DescribeWriter,
  writeAnnotations,
  writeEvents,
  writeLabels,
  writeList,
  type DescribedEvents,
} from './describe-writer.ts';
import { entriesAt, fieldAt, textAt } from './field.ts';
import { kubeletVersion, nodeRoles } from './print-nodes.ts';
import { formatQuantity, parseQuantity } from './quantity.ts';

const created = 'Sat, 01 Jan 2000 00:00:00 +0000';

/** A pod on the node and its age. */
export interface NodePod {
  readonly pod: Pod;
  readonly age: string;
}

/** Models kubectl/pkg/describe describeNode, v1.36. `pods` are those on the node that have not ended, in order of storage key. */
export function describeNode(node: Node, pods: readonly NodePod[], shown: DescribedEvents): string {
  const { metadata, spec, status } = node;
  const w = new DescribeWriter();
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Roles:\t${nodeRoles(node).join(',') || '<none>'}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `CreationTimestamp:\t${created}\n`);
  writeList(w, 'Taints', taints(spec.taints ?? []));
  w.write(0, `Unschedulable:\t${fieldAt(spec, 'unschedulable') === true}\n`);
  w.write(0, `Lease:\tFailed to get lease: leases.coordination.k8s.io "${metadata.name}" not found\n`);
  writeConditions(w, node);
  w.write(0, 'Addresses:\n');
  for (const { type, address } of status.addresses ?? []) w.write(1, `${type}:\t${address}\n`);
  writeResources(w, 'Capacity', status.capacity);
  writeResources(w, 'Allocatable', status.allocatable);
  w.write(0, 'System Info:\n');
  for (const [title, field] of systemInfo) w.write(1, `${title}:\t${textAt(status, 'nodeInfo', field)}\n`);
  w.write(1, `Kubelet Version:\t${textAt(status, 'nodeInfo', 'kubeletVersion') || kubeletVersion}\n`);
  writePods(w, node, pods);
  writeEvents(w, shown);
  return w.text();
}

const systemInfo = [
  ['Machine ID', 'machineID'],
  ['System UUID', 'systemUUID'],
  ['Boot ID', 'bootID'],
  ['Kernel Version', 'kernelVersion'],
  ['OS Image', 'osImage'],
  ['Operating System', 'operatingSystem'],
  ['Architecture', 'architecture'],
  ['Container Runtime Version', 'containerRuntimeVersion'],
] as const;

/** `key=value:Effect`, sorted by effect and key. */
function taints(list: readonly unknown[]): string[] {
  const text = (taint: unknown): string => {
    const value = textAt(taint, 'value');
    return `${textAt(taint, 'key')}${value === '' ? '' : `=${value}`}:${textAt(taint, 'effect')}`;
  };
  const order = (taint: unknown): string => `${textAt(taint, 'effect')},${textAt(taint, 'key')}`;
  return [...list].sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(text);
}

function writeConditions(w: DescribeWriter, { status }: Node): void {
  if (!status.conditions?.length) return;
  w.write(0, 'Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n');
  w.write(1, '----\t------\t-----------------\t------------------\t------\t-------\n');
  for (const condition of status.conditions) {
    const { type, status: value, reason = '' } = condition;
    w.write(1, `${type} \t${value} \t${created} \t${created} \t${reason} \t${textAt(condition, 'message')}\n`);
  }
}

function writeResources(w: DescribeWriter, title: string, resources: unknown): void {
  const entries = entriesAt(resources);
  if (entries.length > 0) w.write(0, `${title}:\n`);
  for (const [name, quantity] of entries) w.write(1, `${name}:\t${String(quantity)}\n`);
}

function writePods(w: DescribeWriter, node: Node, pods: readonly NodePod[]): void {
  const available = node.status.allocatable ?? node.status.capacity ?? {};
  const share = (sum: number, resource: string): string => {
    const all = parseQuantity(available[resource] ?? '0');
    return `${formatQuantity(sum, resource)} (${all === 0 ? 0 : Math.trunc((sum / all) * 100)}%)`;
  };
  w.write(0, `Non-terminated Pods:\t(${pods.length} in total)\n`);
  w.write(1, 'Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge\n');
  w.write(1, '---------\t----\t\t------------\t----------\t---------------\t-------------\t---\n');
  for (const { pod, age } of pods) {
    const cells = ['cpu', 'memory'].flatMap((resource) =>
      (['requests', 'limits'] as const).map((kind) => share(podSum(pod, kind, resource), resource)),
    );
    w.write(1, `${pod.metadata.namespace ?? ''}\t${pod.metadata.name}\t\t${cells.join('\t')}\t${age}\n`);
  }
  w.write(0, 'Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n');
  w.write(1, 'Resource\tRequests\tLimits\n');
  w.write(1, '--------\t--------\t------\n');
  for (const resource of ['cpu', 'memory', 'ephemeral-storage']) {
    const total = (kind: 'requests' | 'limits'): number =>
      pods.reduce((sum, { pod }) => sum + podSum(pod, kind, resource), 0);
    w.write(1, `${resource}\t${share(total('requests'), resource)}\t${share(total('limits'), resource)}\n`);
  }
}

/** What a pod asks for: its containers and sidecars together, or more if an init container alone needs more. */
function podSum(pod: Pod, kind: 'requests' | 'limits', resource: string): number {
  const of = (container: Container): number => {
    const quantities = container.resources?.[kind] ?? (kind === 'requests' ? container.resources?.limits : undefined);
    return quantities && Object.hasOwn(quantities, resource) ? parseQuantity(String(quantities[resource])) : 0;
  };
  const init = pod.spec.initContainers ?? [];
  const sidecars = init.filter((container) => container.restartPolicy === 'Always');
  const running = [...pod.spec.containers, ...sidecars].reduce((sum, container) => sum + of(container), 0);
  return Math.max(running, ...init.map(of));
}
