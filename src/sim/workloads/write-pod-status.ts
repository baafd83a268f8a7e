/**
 * The stand-in for scheduler and kubelet: binds pods to nodes and reports the status that the world declares.
 * No image, probe or container is ever run.
 */
import type { Allocator } from '../allocator/allocator.ts';
import { equalJson } from '../api/endpoints/equal-json.ts';
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import { labels as keys, labelsWith, zeroTime } from '../api/endpoints/service-gate.ts';
import type { Labels, Node, Pod, PodSpec } from '../api/objects.ts';
import type { Options, PodIntent, World } from '../api/world.ts';
import { table, withChanges, type Change, type Cluster } from '../cluster/cluster.ts';
import { intentOf } from './pod-intent.ts';
import { isNew, numberPods } from './pod-numbers.ts';
import { podStatus } from './pod-status.ts';
import { probesSucceed } from './readiness-probe.ts';

export interface KubeletContext {
  readonly world: World;
  readonly allocator: Allocator;
  readonly options: Pick<Options, 'probes'>;
}

/** All that a pod's status is made from. */
interface Inputs {
  readonly intent: PodIntent;
  readonly number: number;
  readonly nodeName: string;
  readonly node: Node | undefined;
  /** The cluster's families, joined. */
  readonly families: string;
  readonly probes: boolean;
}

/** The same inputs give the same pod, in this run or the next. */
const known = new WeakMap<Pod, { readonly inputs: Inputs; readonly result: Pod }>();
const boundSpecs = new WeakMap<PodSpec, Map<string, PodSpec>>();
const zoneLabels = new WeakMap<Labels, Map<string, Labels>>();

type Reported = Pick<Cluster, 'podNumbers' | 'nextPodNumber' | 'kubelet'> & { readonly changes: readonly Change[] };

const reports = new IdentityCache<Reported>();

/** Numbers, binds and reports every pod. Pods whose status is as declared already stay the same value and give no change. */
export function writePodStatus(
  cluster: Cluster,
  context: KubeletContext,
): { readonly cluster: Cluster; readonly changes: readonly Change[] } {
  const read = (['nodes', 'replicasets', 'statefulsets'] as const).map((resource) => table(cluster, resource));
  const { podNumbers, nextPodNumber, kubelet } = cluster;
  const { world, allocator, options } = context;
  const inputs = [...read, podNumbers, nextPodNumber, kubelet, world, allocator, options.probes];
  const { changes, ...memory } = reports.once(table(cluster, 'pods'), inputs, () => reportAll(cluster, context));
  const numbered = memory.podNumbers === podNumbers && memory.kubelet === kubelet ? cluster : { ...cluster, ...memory };
  return { cluster: withChanges(numbered, changes), changes };
}

function reportAll(cluster: Cluster, { world, allocator, options }: KubeletContext): Reported {
  const numbered = numberPods(cluster, allocator);
  const nodes = table(numbered, 'nodes');
  const order = [...nodes.values()];
  const families = world.families.join();
  const changes: Change[] = [];
  for (const [key, pod] of table(numbered, 'pods')) {
    const number = numbered.podNumbers.get(key) ?? 0;
    const intent = intentOf(world.pods, key, numbered.kubelet?.replicas.get(key));
    const nodeName = pod.spec.nodeName || nodeFor(intent, number, order);
    const inputs = { intent, number, nodeName, node: nodes.get(nodeName), families, probes: options.probes };
    const before = known.get(pod);
    const result = before && sameInputs(before.inputs, inputs) ? before.result : report(pod, inputs, world.families);
    if (result !== before?.result) {
      known.set(pod, { inputs, result });
      known.set(result, { inputs, result });
    }
    if (result !== pod) changes.push({ resource: 'pods', key, before: pod, after: result });
  }
  const { podNumbers, nextPodNumber, kubelet } = numbered;
  return { podNumbers, nextPodNumber, ...(kubelet && { kubelet }), changes };
}

function sameInputs(a: Inputs, b: Inputs): boolean {
  const sameNumber = a.number === b.number && a.nodeName === b.nodeName && a.node === b.node;
  return sameNumber && a.families === b.families && a.probes === b.probes && equalJson(a.intent, b.intent);
}

function report(pod: Pod, { intent, number, nodeName, node, probes }: Inputs, families: World['families']): Pod {
  const bound = bind(pod, nodeName, node);
  const terminating = markTerminating(bound, intent);
  const phase = intent.phase ?? 'Running';
  const ready = intent.ready ?? (phase === 'Running' && (!probes || probesSucceed(pod)));
  const status = podStatus(terminating, { phase, ready, ips: addressesFor(intent, number, families), node });
  if (equalJson(status, terminating.status)) return terminating;
  return { ...terminating, status };
}

function nodeFor({ node }: PodIntent, number: number, nodes: readonly Node[]): string {
  if (node !== undefined) return node === 'none' ? '' : node;
  return nodes.length === 0 ? '' : (nodes[number % nodes.length]?.metadata.name ?? '');
}

/** Binding also copies the node's zone to the pod, once (admission PodTopologyLabels): neither label follows the other later. */
function bind(pod: Pod, nodeName: string, node: Node | undefined): Pod {
  const zone = node?.metadata.labels?.[keys.zone];
  const present = pod.metadata.labels;
  const isBound = !isNew(pod) && pod.spec.nodeName === nodeName;
  const labels = zone !== undefined && !isBound && present?.[keys.zone] !== zone ? withZone(present, zone) : present;
  const spec = nodeName && pod.spec.nodeName !== nodeName ? withNode(pod.spec, nodeName) : pod.spec;
  if (labels === present && spec === pod.spec) return pod;
  return { ...pod, metadata: { ...pod.metadata, ...(labels && { labels }) }, spec };
}

function withNode(spec: PodSpec, nodeName: string): PodSpec {
  return shared(boundSpecs, spec, nodeName, () => ({ ...spec, nodeName }));
}

function withZone(labels: Labels | undefined, zone: string): Labels {
  const added = { [keys.zone]: zone };
  return labels ? shared(zoneLabels, labels, zone, () => labelsWith(labels, [], added)) : added;
}

/** Pods of one template share what was made of their shared parts. */
function shared<T extends object>(cache: WeakMap<T, Map<string, T>>, base: T, key: string, make: () => T): T {
  let variants = cache.get(base);
  if (!variants) cache.set(base, (variants = new Map()));
  let value = variants.get(key);
  if (!value) variants.set(key, (value = make()));
  return value;
}

function markTerminating(pod: Pod, { terminating }: PodIntent): Pod {
  if (!terminating || pod.metadata.deletionTimestamp !== undefined) return pod;
  const deletionGracePeriodSeconds = pod.spec.nodeName ? 30 : 0;
  const generation = (pod.metadata.generation ?? 1) + 1;
  return { ...pod, metadata: { ...pod.metadata, generation, deletionTimestamp: zeroTime, deletionGracePeriodSeconds } };
}

function addressesFor({ ip, ips }: PodIntent, number: number, families: World['families']): readonly string[] {
  if (ip === 'none') return [];
  if (ips !== undefined) return ips;
  if (ip !== undefined) return [ip];
  return families.map((family) =>
    family === 'IPv4'
      ? `10.244.${String(1 + Math.floor(number / 200))}.${String(10 + (number % 200))}`
      : `fd00:10:244::${(16 + number).toString(16)}`,
  );
}
