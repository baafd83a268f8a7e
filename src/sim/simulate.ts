/** scene → states, one line per stage. Start here if you read one file. */
import type { ClusterEvent } from './api/events.ts';
import type { CommandResult } from './api/command-result.ts';
import type { Memo } from './api/memo.ts';
import type { Options, World } from './api/world.ts';
import type { AllocatorOf } from './allocator/allocator.ts';
import type { Cluster, Table } from './cluster/cluster.ts';
import type { EndpointSlice } from './api/objects.ts';
import type { Problem } from './api/problems.ts';
import type { Scene } from './scene/parse-scene.ts';
import type { DocumentOutcome } from './kubectl/apply.ts';

/** What kube-proxy has filed: slices by Service key (`ns/service`, the label's value when it was filed) and slice name. */
export type ProxyMemory = ReadonlyMap<string, Table<EndpointSlice>>;

/** The cluster at rest after the manifest (index 0) or after step n. */
export interface State {
  readonly index: number;
  /** What kubectl printed; null for a status that the world reports. */
  readonly apply: CommandResult | null;
  /** One entry per document of the state's text, in order, also those that were refused. */
  readonly outcomes: readonly DocumentOutcome[];
  readonly world: World;
  readonly cluster: Cluster;
  readonly proxy: ProxyMemory;
  /** All events so far. */
  readonly events: readonly ClusterEvent[];
  readonly problems: readonly Problem[];
}

export interface Simulation {
  readonly scene: Scene;
  readonly states: readonly State[];
  readonly options: Options;
  readonly memo: Memo;
}

export type Simulate = (scene: string, settings?: { readonly previous?: Simulation; readonly allocator?: AllocatorOf; readonly options?: Partial<Options> }) => Simulation;
