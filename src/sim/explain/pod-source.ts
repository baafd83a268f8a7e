/** Where the text of a pod's fields stands: in its own document, or in the template of its workload. */
import type { Pod } from '../api/objects.ts';
import { keyOf, type ObjectRef } from '../api/refs.ts';
import { table, type Cluster } from '../cluster/cluster.ts';

export interface PodSource {
  readonly object: ObjectRef;
  /** Put before a pod's own path: empty, or `spec.template.`. */
  readonly prefix: string;
}

/** The document that decides a pod's labels and ports: its Deployment, other workload, or itself. */
export function podSource(cluster: Cluster, pod: Pod): PodSource {
  const { namespace = '', ownerReferences = [] } = pod.metadata;
  const owner = ownerReferences.find(({ controller }) => controller);
  // An adopted pod was typed itself.
  if (!owner || pod.metadata.generateName === undefined) return { object: podRef(pod), prefix: '' };
  const above =
    owner.kind === 'ReplicaSet'
      ? table(cluster, 'replicasets')
          .get(keyOf(namespace, owner.name))
          ?.metadata.ownerReferences?.find(({ controller }) => controller)
      : undefined;
  const { kind, name } = above ?? owner;
  return { object: { kind, namespace, name }, prefix: 'spec.template.' };
}

/** Reference to a pod. */
export function podRef({ metadata: { namespace = '', name } }: Pod): ObjectRef {
  return { kind: 'Pod', namespace, name };
}

/** A key of a mapping as Kubernetes prints it in paths: `.app`, `[app.kubernetes.io/name]`. */
export function keyPath(base: string, key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? `${base}.${key}` : `${base}[${key}]`;
}
