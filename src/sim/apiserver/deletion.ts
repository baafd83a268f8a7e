/** What deleting an object does to it. */
import type { ApiKind } from '../api/kinds.ts';
import type { KubeObject, Namespace } from '../api/objects.ts';
import type { Status } from '../api/status.ts';
import { forbiddenBecause } from './statuses.ts';

const deletionTimestamp = '2000-01-01T00:00:00Z';
const immortal = new Set(['default', 'kube-public', 'kube-system']);

/** Models apiserver/pkg/admission/plugin/namespace/lifecycle, v1.36. */
export function refuseDeletion(kind: ApiKind, name: string): Status | undefined {
  if (kind.plural !== 'namespaces' || !immortal.has(name)) return undefined;
  return forbiddenBecause(kind, name, 'this namespace may not be deleted');
}

/**
 * Undefined: the object is gone at once. A Namespace waits for its content, an object with finalizers for whoever set them;
 * both are marked, and the object itself comes back when it is marked already.
 */
export function markDeleted(kind: ApiKind, object: KubeObject): KubeObject | undefined {
  const waits = kind.plural === 'namespaces' || (object.metadata.finalizers?.length ?? 0) > 0;
  if (!waits) return undefined;
  if (object.metadata.deletionTimestamp !== undefined) return object;
  const marked = { ...object, metadata: { ...object.metadata, deletionTimestamp } };
  if (kind.plural === 'namespaces') {
    const namespace: Namespace = { ...(marked as Namespace), status: { phase: 'Terminating' } };
    return namespace;
  }
  return { ...marked, metadata: { ...marked.metadata, deletionGracePeriodSeconds: 0 } };
}
