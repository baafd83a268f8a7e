/** What the world declares for one pod. */
import type { Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import type { PodIntent, World } from '../api/world.ts';

const none: PodIntent = {};

/** Name under which the world knows a pod's workload: the Deployment's for pods of its ReplicaSets; undefined for bare pods. */
export function ownerKeyOf(pod: Pod, deploymentOf: (replicaSetUid: string) => string | undefined): string | undefined {
  const owner = pod.metadata.ownerReferences?.find(({ controller }) => controller);
  if (!owner) return undefined;
  const deployment = owner.kind === 'ReplicaSet' ? deploymentOf(owner.uid) : undefined;
  return keyOf(pod.metadata.namespace, deployment ?? owner.name);
}

/** The declared fields of a pod; of its own name, its number in the workload and the workload, the more specific wins field by field. */
export function intentOf(pods: World['pods'], key: string, replica: string | undefined): PodIntent {
  if (nothingDeclared(pods)) return none;
  const owner = replica?.slice(0, replica.lastIndexOf('#'));
  const found = [owner, replica, key].flatMap((name) =>
    name !== undefined && Object.hasOwn(pods, name) ? [pods[name] ?? none] : [],
  );
  if (found.length <= 1) return found[0] ?? none;
  return Object.fromEntries(found.flatMap((intent) => Object.entries(intent))) as PodIntent;
}

function nothingDeclared(pods: World['pods']): boolean {
  for (const key in pods) if (Object.hasOwn(pods, key)) return false;
  return true;
}
