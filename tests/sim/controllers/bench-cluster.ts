/** A cluster that is driven by hand: put objects in, let it come to rest, look. */
import { derivedAllocator } from '../../../src/sim/allocator/derived.ts';
import type { ClusterEvent } from '../../../src/sim/api/events.ts';
import type { KubeObject } from '../../../src/sim/api/objects.ts';
import { keyOf } from '../../../src/sim/api/refs.ts';
import type { World } from '../../../src/sim/api/world.ts';
import { anyTable, withChanges, type Change, type Cluster } from '../../../src/sim/cluster/cluster.ts';
import { defaultCluster } from '../../../src/sim/cluster/default-cluster.ts';
import { comeToRest } from '../../../src/sim/controllers/controller-manager.ts';
import { created } from './cluster-of.ts';
import { allStrategies } from '../../../src/sim/apiserver/strategy/all-strategies.ts';
import { allWorkloads } from '../../../src/sim/workloads/all-workloads.ts';

const nodes = { 'node-a': {}, 'node-b': {}, 'node-c': {} };
const allocator = derivedAllocator(0);

export class BenchCluster {
  cluster: Cluster;
  events: ClusterEvent[] = [];
  pods: World['pods'] = {};

  constructor() {
    this.cluster = defaultCluster(this.#world(), allocator);
  }

  /** Objects put in, or put in the place of their former selves. */
  put(...objects: readonly KubeObject[]): this {
    return this.#change(
      objects.map((object) => {
        const change = created(object);
        const before = anyTable(this.cluster, change.resource).get(change.key);
        return before ? { ...change, before } : change;
      }),
    );
  }

  remove(resource: string, name: string, namespace = 'default'): this {
    const key = keyOf(resource === 'namespaces' || resource === 'nodes' ? undefined : namespace, name);
    const before = anyTable(this.cluster, resource).get(key);
    return before ? this.#change([{ resource, key, before }]) : this;
  }

  /** What the world says of pods from now on. */
  declare(pods: World['pods']): this {
    this.pods = { ...this.pods, ...pods };
    return this.#change([]);
  }

  get<T extends KubeObject>(resource: string, name: string): T | undefined {
    return anyTable(this.cluster, resource).get(keyOf('default', name)) as T | undefined;
  }

  list<T extends KubeObject>(resource: string): T[] {
    return [...anyTable(this.cluster, resource).values()].filter(
      ({ metadata }) => metadata.namespace === 'default' && metadata.name !== 'kubernetes',
    ) as T[];
  }

  /** Messages of the events about a kind, in order. */
  messages(reason: string): string[] {
    return this.events.filter((event) => event.reason === reason).map(({ message }) => message);
  }

  #change(changes: readonly Change[]): this {
    const world = this.#world();
    const parts = { workloads: allWorkloads, strategies: allStrategies };
    const context = { world, allocator, families: world.families, options: { probes: false }, ...parts };
    const settled = comeToRest(withChanges(this.cluster, changes), changes, context);
    this.cluster = settled.cluster;
    this.events.push(...settled.events);
    return this;
  }

  #world(): World {
    return { families: ['IPv4'], nodes, nodesDeclared: false, pods: this.pods, external: {} };
  }
}
