/** What the server fills into Namespaces and Nodes. */
import type { Namespace, Node } from '../../api/objects.ts';

const nameLabel = 'kubernetes.io/metadata.name';

/** Models pkg/apis/core/v1 SetDefaults_Namespace and pkg/registry/core/namespace PrepareForCreate, v1.36. */
export function defaultNamespace(namespace: Namespace): Namespace {
  const { metadata, spec, status } = namespace;
  const finalizers = spec?.finalizers ?? [];
  return {
    ...namespace,
    metadata: metadata.name ? { ...metadata, labels: { ...metadata.labels, [nameLabel]: metadata.name } } : metadata,
    spec: { ...spec, finalizers: finalizers.includes('kubernetes') ? finalizers : [...finalizers, 'kubernetes'] },
    status: { ...status, phase: status?.phase ?? 'Active' },
  };
}

/** Models pkg/apis/core/v1 SetDefaults_NodeStatus, v1.36. */
export function defaultNode(node: Node): Node {
  const { capacity, allocatable } = node.status ?? {};
  const filled = allocatable ?? capacity;
  return { ...node, spec: node.spec ?? {}, status: { ...node.status, ...(filled && { allocatable: filled }) } };
}
