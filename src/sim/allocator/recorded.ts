/** Values that a real cluster gave, state by state; what they do not hold is made up. */
import { familyOf } from '../api/ip.ts';
import { keyOf } from '../api/refs.ts';
import type { Allocator, AllocatorOf } from './allocator.ts';
import { derivedAllocator } from './derived.ts';

type ByName<T> = Readonly<Record<string, T>>;

/** A snapshot of everything given at random in one state. Keys are `namespace/name`. */
export interface Allocations {
  /** Addresses, primary first; `["None"]` for headless. */
  readonly clusterIPs?: ByName<readonly string[]>;
  /** `name/protocol/port:nodePort`, name empty if unnamed. */
  readonly nodePorts?: ByName<readonly string[]>;
  readonly healthCheckNodePorts?: ByName<number>;
  /** Names of a workload's pods in creation order. */
  readonly podNames?: ByName<readonly string[]>;
  readonly podNumbers?: ByName<number>;
  readonly podUIDs?: ByName<string>;
  /** Generated slices of a Service in creation order. */
  readonly sliceNames?: ByName<readonly string[]>;
  /** ReplicaSets of a Deployment in order of revision. */
  readonly replicaSets?: ByName<readonly string[]>;
  /** ControllerRevisions of a workload, oldest first. */
  readonly controllerRevisions?: ByName<readonly string[]>;
}

/**
 * The allocator that reads snapshot n while state n is made: a list gives its first name that is not taken.
 * Values that a snapshot lacks, or whose value is taken, are derived from the name.
 */
export function recordedAllocator(snapshots: readonly Allocations[]): AllocatorOf {
  return (state) => {
    const snapshot = snapshots[state];
    return snapshot ? fromSnapshot(snapshot, derivedAllocator(state)) : derivedAllocator(state);
  };
}

function fromSnapshot(snapshot: Allocations, derived: Allocator): Allocator {
  return {
    clusterIP(namespace, service, family, taken) {
      const ips = snapshot.clusterIPs?.[keyOf(namespace, service)] ?? [];
      return (
        ips.find((ip) => familyOf(ip) === family && !taken(ip)) ?? derived.clusterIP(namespace, service, family, taken)
      );
    },
    nodePort(namespace, service, port, taken) {
      const wanted = `${port.name}/${port.protocol}/${port.port}:`;
      const line = snapshot.nodePorts?.[keyOf(namespace, service)]?.find((entry) => entry.startsWith(wanted));
      const recorded = line ? Number(line.slice(wanted.length)) : undefined;
      return recorded && !taken(recorded) ? recorded : derived.nodePort(namespace, service, port, taken);
    },
    healthCheckNodePort(namespace, service, taken) {
      const recorded = snapshot.healthCheckNodePorts?.[keyOf(namespace, service)];
      return recorded && !taken(recorded) ? recorded : derived.healthCheckNodePort(namespace, service, taken);
    },
    podName(namespace, owner, recordedOwner, taken) {
      const names = snapshot.podNames?.[keyOf(namespace, recordedOwner)] ?? [];
      const free = names.find((name) => name.startsWith(`${owner}-`) && !taken(name));
      return free ?? derived.podName(namespace, owner, recordedOwner, taken);
    },
    uid(kind, namespace, name) {
      const recorded = kind === 'Pod' ? snapshot.podUIDs?.[keyOf(namespace, name)] : undefined;
      return recorded ?? derived.uid(kind, namespace, name);
    },
    sliceName(namespace, service, taken) {
      const names = snapshot.sliceNames?.[keyOf(namespace, service)];
      return names?.find((name) => !taken(name)) ?? derived.sliceName(namespace, service, taken);
    },
    replicaSetName(namespace, deployment, template, taken) {
      const names = snapshot.replicaSets?.[keyOf(namespace, deployment)];
      return names?.find((name) => !taken(name)) ?? derived.replicaSetName(namespace, deployment, template, taken);
    },
    controllerRevision(namespace, workload, template, taken) {
      const names = snapshot.controllerRevisions?.[keyOf(namespace, workload)];
      return names?.find((name) => !taken(name)) ?? derived.controllerRevision(namespace, workload, template, taken);
    },
    podNumber: (namespace, pod) => snapshot.podNumbers?.[keyOf(namespace, pod)],
    survives: (namespace, pod) => snapshot.podUIDs?.[keyOf(namespace, pod)] !== undefined,
  };
}
