/** What runs in a pod: the flow, with the programs that a door passes in. */
import type { Pod } from '../api/objects.ts';
import type { Options } from '../api/world.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import type { ClientState } from './client-state.ts';
import { resolverOf } from './resolv-conf.ts';
import type { ToolContext, ToolResult } from './tool.ts';

/** By name. */
export type Programs = ReadonlyMap<string, Program>;
export type Program = (context: ToolContext, args: readonly string[], place: ProgramPlace) => ToolResult;

export interface ProgramPlace {
  readonly pod: Pod;
  readonly container: string | undefined;
  /** The cluster in which the pod was started, for its environment. */
  readonly startedIn: Cluster;
}

export interface PodPlace {
  readonly namespace: string;
  readonly pod: string;
  readonly container?: string;
  /** The state in which the pod was started, for its environment; absent: the state asked. */
  readonly startedIn?: Cluster;
}

/**
 * Runs a program in a pod. A command that is none of them is not found (127); a pod that does not exist is undefined, for kubectl
 * to say so.
 */
export function runProgram(
  programs: Programs,
  state: ClientState,
  { namespace, pod: name, container, startedIn = state.cluster }: PodPlace,
  argv: readonly string[],
  options: Pick<Options, 'upstream'>,
): ToolResult | undefined {
  const pod = get(state.cluster, 'pods', namespace, name);
  if (!pod) return undefined;
  const context: ToolContext = { state, from: `pod ${namespace}/${name}`, resolver: resolverOf(pod), options };
  const [command = '', ...args] = argv;
  const program = programs.get(command);
  if (program) return program(context, args, { pod, container, startedIn });
  return { stdout: '', stderr: `exec: "${command}": executable file not found in $PATH\n`, code: 127 };
}
