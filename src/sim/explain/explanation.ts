/** Why the lists of a Service are what they are. */
import type { ClusterEvent } from '../api/events.ts';
import type { Protocol } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import type { ObjectRef } from '../api/refs.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { DocumentOutcome } from '../kubectl/apply.ts';

/** What is looked at: a state, or anything that has its cluster and events. */
export interface Explained {
  readonly cluster: Cluster;
  readonly events: readonly ClusterEvent[];
  /** What became of the documents of its text. */
  readonly outcomes?: readonly DocumentOutcome[];
}

/** `terminating`: not ready because the pod is going; kube-proxy may still fall back to it. */
export type RowState = 'in' | 'notReady' | 'terminating' | 'out';

/** One pod, or one typed address, for one Service port. */
export interface EndpointRow {
  readonly pod?: ObjectRef;
  /** `ip:port`, `[ip]:port` in IPv6, or the bare address where no port is known; absent: no address. */
  readonly address?: string;
  readonly state: RowState;
  /** The first cause. */
  readonly reason: EndpointReason;
  /** Where the address is found in what the cluster stores. */
  readonly listed: { readonly endpoints: boolean; readonly slice: boolean };
}

export interface PortExplanation {
  /** Empty for an unnamed port and for a headless Service without ports. */
  readonly name: string;
  /** Absent for a headless Service without ports. */
  readonly port?: number;
  readonly protocol?: Protocol;
  /** Index in spec.ports. */
  readonly index: number;
  /** Rows in, then not ready, then near misses, then the rest; in order of creation. */
  readonly rows: readonly EndpointRow[];
  /** Pods that the selector does not match and that the limit left out. */
  readonly more: number;
  /** Causes that concern the port as a whole. */
  readonly reasons: readonly EndpointReason[];
}

export interface ServiceExplanation {
  readonly service: ObjectRef;
  /** Causes that concern the Service as a whole. */
  readonly reasons: readonly EndpointReason[];
  readonly ports: readonly PortExplanation[];
}
