/** Numbers the pods: the rule for addresses and nodes counts them, and the world names replicas by them. */
import type { Allocator } from '../allocator/allocator.ts';
import type { Pod } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { table, type Cluster, type KubeletMemory } from '../cluster/cluster.ts';
import { ownerKeyOf } from './pod-intent.ts';
import { isOrdered } from './pod-limit.ts';
import { ordinalsOf } from './stateful-set.ts';

const emptyMemory: KubeletMemory = { reserved: new Map(), replicas: new Map(), made: new Map() };

/** A pod that never got a status: it has no number yet. */
export function isNew(pod: Pod): boolean {
  return pod.status.conditions === undefined;
}

/**
 * Gives every new pod its number, in order of creation; a StatefulSet that makes its pods one after the other keeps the numbers
 * of those to come. A pod made anew gets a new number.
 */
export function numberPods(cluster: Cluster, allocator: Allocator): Cluster {
  const fresh = [...table(cluster, 'pods').values()].filter(isNew);
  if (fresh.length === 0) return cluster;
  const memory = cluster.kubelet ?? emptyMemory;
  const numbers = new Map(cluster.podNumbers);
  const reserved = new Map(memory.reserved);
  const replicas = new Map(memory.replicas);
  const made = new Map(memory.made);
  const deploymentOf = deploymentNames(cluster);
  let next = cluster.nextPodNumber;
  for (const pod of fresh) {
    const key = keyOf(pod.metadata.namespace, pod.metadata.name);
    const number = allocator.podNumber(pod.metadata.namespace ?? '', pod.metadata.name) ?? reserved.get(key) ?? next;
    reserved.delete(key);
    numbers.set(key, number);
    next = Math.max(next, number + 1);
    next = reserve(cluster, pod, reserved, next);
    const owner = ownerKeyOf(pod, deploymentOf);
    if (owner === undefined) {
      replicas.delete(key);
      continue;
    }
    const count = made.get(owner) ?? 0;
    replicas.set(key, `${owner}#${String(count)}`);
    made.set(owner, count + 1);
  }
  return { ...cluster, podNumbers: numbers, nextPodNumber: next, kubelet: { reserved, replicas, made } };
}

/** Keeps numbers for the pods a StatefulSet will make after `pod`; returns the next free one. */
function reserve(cluster: Cluster, pod: Pod, reserved: Map<string, number>, next: number): number {
  const owner = pod.metadata.ownerReferences?.find(({ kind, controller }) => kind === 'StatefulSet' && controller);
  const { namespace } = pod.metadata;
  const set = owner && table(cluster, 'statefulsets').get(keyOf(namespace, owner.name));
  if (!set || !isOrdered(set)) return next;
  let free = next;
  for (const ordinal of ordinalsOf(set)) {
    const key = keyOf(namespace, `${set.metadata.name}-${String(ordinal)}`);
    if (reserved.has(key) || table(cluster, 'pods').has(key)) continue;
    reserved.set(key, free);
    free += 1;
  }
  return free;
}

function deploymentNames(cluster: Cluster): (replicaSetUid: string) => string | undefined {
  const names = new Map<string, string>();
  for (const { metadata } of table(cluster, 'replicasets').values()) {
    const owner = metadata.ownerReferences?.find(({ kind, controller }) => kind === 'Deployment' && controller);
    if (owner && metadata.uid) names.set(metadata.uid, owner.name);
  }
  return (uid) => names.get(uid);
}
