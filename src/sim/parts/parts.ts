/** What an engine is made of besides its flow: few parts for a page's first look, all of them for everything. */
import type { Programs } from '../client/run-program.ts';
import type { Printers } from '../kubectl/printers.ts';
import type { Writes } from '../kubectl/run-write.ts';

export interface Parts {
  readonly writes: Writes;
  readonly printers: Printers;
  readonly programs: Programs;
  /** True where nothing is missing. */
  readonly full: boolean;
}
