/**
 * The world of a scene: what its header says of the cluster, of its pods and of hosts outside.
 * Filled by `sim/scene`, laid over by `pod-status` and `node-status` steps.
 */
import type { Family, PodPhase } from './objects.ts';

/** Intended status of a pod; absent fields take the corpus' defaults (Running, Ready, address and node by rule). */
export interface PodIntent {
  readonly phase?: PodPhase;
  readonly ready?: boolean;
  /** "none": the pod has no address. */
  readonly ip?: string;
  readonly ips?: readonly string[];
  /** "none": the pod is not bound. */
  readonly node?: string;
  readonly terminating?: boolean;
  /** Ports the process really accepts; absent: all. */
  readonly listens?: readonly number[];
}

export interface NodeIntent {
  /** "none": the node carries no zone label. */
  readonly zone?: string;
  readonly ready?: boolean;
}

/** A host outside the cluster, by name or address. What is not listed answers on every port. */
export interface ExternalHost {
  readonly addresses?: readonly string[];
  readonly ports?: readonly number[];
  /** Host names it serves over HTTP; another gives HTTP 404. */
  readonly serves?: readonly string[];
  /** Names in its TLS certificate. */
  readonly certificate?: readonly string[];
  readonly says?: string;
  readonly refuses?: boolean;
  readonly silent?: boolean;
  /** Kafka's second step: `host:port` that the bootstrap answer tells the client to use. */
  readonly advertises?: readonly string[];
}

export interface World {
  readonly families: readonly Family[];
  /** All nodes in order. */
  readonly nodes: Readonly<Record<string, NodeIntent>>;
  /** True when the header named nodes itself. */
  readonly nodesDeclared: boolean;
  /** Keys `ns/name`, `ns/owner#i`, `ns/owner`; the most specific wins. */
  readonly pods: Readonly<Record<string, PodIntent>>;
  readonly external: Readonly<Record<string, ExternalHost>>;
}

/** How the engine is run; the conformance runner differs from the page in each of these. */
export interface Options {
  /** `known`: names outside resolve by `cluster.external`, else NXDOMAIN (the product). `none`: SERVFAIL (the recording). */
  readonly upstream: 'known' | 'none';
  /** Whether a readiness probe that can be decided from the text counts (`exec` true or false). The recording ignores probes. */
  readonly probes: boolean;
  /** Files beside `manifest.yaml` that `kubectl -f` can name. The page has none. */
  readonly files?: ReadonlyMap<string, string>;
}
