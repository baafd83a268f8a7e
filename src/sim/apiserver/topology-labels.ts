/** What admission copies from a node to the pods bound to it. */
import type { Labels, Node, Pod } from '../api/objects.ts';

const copied = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone'];

/** The pod with the topology labels of its node; itself when it has them. Models plugin/pkg/admission/podtopologylabels, v1.36. */
export function withTopologyLabels(pod: Pod, node: Node | undefined): Pod {
  const labels = topologyLabels(node);
  const missing = Object.entries(labels).some(([key, value]) => pod.metadata.labels?.[key] !== value);
  if (!missing) return pod;
  return { ...pod, metadata: { ...pod.metadata, labels: { ...pod.metadata.labels, ...labels } } };
}

/** Zone and region of a node, as far as it has them. */
export function topologyLabels(node: Node | undefined): Labels {
  const labels = node?.metadata.labels ?? {};
  return Object.fromEntries(
    copied.flatMap((key): [string, string][] => (labels[key] === undefined ? [] : [[key, labels[key]]])),
  );
}
