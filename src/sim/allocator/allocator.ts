/**
 * What a real cluster draws at random. One allocator is passed in for every state of a scene:
 * the default derives values from the object's own name (`derived.ts`), the conformance runner passes the recorded ones (`recorded.ts`).
 */
import type { Family, Protocol } from '../api/objects.ts';

export interface Allocator {
  /** A free address of the Service range. `taken` tells whether an address is in use. */
  clusterIP(namespace: string, service: string, family: Family, taken: (ip: string) => boolean): string;
  /** A free node port for one Service port. */
  nodePort(
    namespace: string,
    service: string,
    port: { readonly name: string; readonly protocol: Protocol; readonly port: number },
    taken: (port: number) => boolean,
  ): number;
  healthCheckNodePort(namespace: string, service: string, taken: (port: number) => boolean): number;
  /** Full name of a new pod of a ReplicaSet, DaemonSet or Job: `owner-xxxxx`. `recordedOwner` is the Deployment where there is one. */
  podName(namespace: string, owner: string, recordedOwner: string, taken: (name: string) => boolean): string;
  uid(kind: string, namespace: string, name: string): string;
  /** Full name of a new generated slice: `service-xxxxx`. */
  sliceName(namespace: string, service: string, taken: (name: string) => boolean): string;
  /** Full name of the ReplicaSet for a Deployment's template: `deployment-HASH`. `template` is its canonical JSON. */
  replicaSetName(namespace: string, deployment: string, template: string, taken: (name: string) => boolean): string;
  /** Full name of the ControllerRevision for a StatefulSet's or DaemonSet's template: `name-HASH`. */
  controllerRevision(namespace: string, workload: string, template: string, taken: (name: string) => boolean): string;
  /** The number of a new pod, where it is known; else the next in order of creation is taken. */
  podNumber(namespace: string, pod: string): number | undefined;
  /** Whether a pod outlives a scale-down; undefined: the controller's own rule decides. */
  survives(namespace: string, pod: string): boolean | undefined;
}

/** Makes the allocator of one state. */
export type AllocatorOf = (state: number) => Allocator;
