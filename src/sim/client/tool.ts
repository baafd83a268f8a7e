/** Programs that run in a pod or on a node. */
import type { Resolver } from '../api/questions.ts';
import type { Options } from '../api/world.ts';
import type { Upstream } from '../dns/upstream.ts';
import type { ClientState } from './client-state.ts';

/** Where a program runs. */
export interface ToolContext {
  readonly state: ClientState;
  /** `pod ns/name`, `node NAME`. */
  readonly from: string;
  readonly resolver: Resolver;
  readonly options: Pick<Options, 'upstream'>;
}

/** What it printed. */
export interface ToolResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export function upstreamOf({ state, options }: ToolContext): Upstream {
  return { upstream: options.upstream, external: state.world.external };
}

/** The serial that stands for every SOA's: the engine has no clock. */
export const soaSerial = '946684800';

/** Zone-file lines with a serial instead of `*`. */
export function withSerial(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line.split(' ')[3] === 'SOA' ? line.replace(' * ', ` ${soaSerial} `) : line));
}
