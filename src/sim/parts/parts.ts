/** What an engine is made of besides its flow: few parts for a page's first look, all of them for everything. */
import type { Strategies } from '../apiserver/strategy/strategies.ts';
import type { Programs } from '../client/run-program.ts';
import type { Printers } from '../kubectl/printers.ts';
import type { Writes } from '../kubectl/run-write.ts';
import type { Workloads } from '../workloads/workloads.ts';

export interface Parts {
  /** What the API server does with each modelled kind. */
  readonly strategies: Strategies;
  readonly workloads: Workloads;
  readonly writes: Writes;
  /** True where nothing is missing. */
  readonly full: boolean;
}

/** With what answers a command that reads. */
export interface AllParts extends Parts {
  readonly printers: Printers;
  readonly programs: Programs;
}
