/** Pods by the ports they give a Service, without a look at each of them where all are of one kind. */
import type { Pod } from '../objects.ts';

/** Pods, in their order, that give the same ports. */
export interface PodsOfPorts<P> {
  readonly ports: P;
  /** The list given itself, if it is all of it. */
  readonly pods: readonly Pod[];
}

/** `portsOf` must look at nothing of a pod but its containers; `keyOf` names equal ports. Groups stand in order of their first pods. */
export function podsByPorts<P>(
  pods: readonly Pod[],
  portsOf: (pod: Pod) => P,
  keyOf: (ports: P) => string,
): readonly PodsOfPorts<P>[] {
  const kinds = kindsOf(pods);
  const ports = [...kinds.values()].map(portsOf);
  const keys = ports.map(keyOf);
  const [first] = ports;
  if (first === undefined) return [];
  if (keys.every((key) => key === keys[0])) return [{ ports: first, pods }];
  const known = new Map([...kinds.keys()].map((kind, i) => [kind, i]));
  const groups = Map.groupBy(pods, (pod) => keys[known.get(kindOf(pod)) ?? 0] ?? '');
  return [...groups].map(([key, same]) => ({ ports: ports[keys.indexOf(key)] as P, pods: same }));
}

const kinds = new WeakMap<readonly Pod[], ReadonlyMap<unknown, Pod>>();

/** The first pod of each kind. */
function kindsOf(pods: readonly Pod[]): ReadonlyMap<unknown, Pod> {
  let known = kinds.get(pods);
  if (!known) {
    const first = new Map<unknown, Pod>();
    for (const pod of pods) if (!first.has(kindOf(pod))) first.set(kindOf(pod), pod);
    kinds.set(pods, (known = first));
  }
  return known;
}

/** Pods of one template share their containers. */
function kindOf(pod: Pod): unknown {
  return pod.spec.initContainers ? pod : pod.spec.containers;
}
