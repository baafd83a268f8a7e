/** What `kubectl exec POD -- COMMAND` runs in the pod. */
import type { Options } from '../api/world.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import type { ClientState } from './client-state.ts';
import { curl } from './curl.ts';
import { dig } from './dig.ts';
import { environmentOf } from './environment.ts';
import { nslookup } from './nslookup.ts';
import { printResolvConf, resolverOf } from './resolv-conf.ts';
import type { ToolContext, ToolResult } from './tool.ts';

export interface PodPlace {
  readonly namespace: string;
  readonly pod: string;
  readonly container?: string;
  /** The state in which the pod was started, for its environment; absent: the state asked. */
  readonly startedIn?: Cluster;
}

/**
 * Runs `env`, `printenv NAME`, `cat /etc/resolv.conf`, `dig`, `nslookup` or `curl` in a pod. A command that is none of them is
 * not found (127); a pod that does not exist is undefined, for kubectl to say so.
 */
export function runCommand(
  state: ClientState,
  { namespace, pod: name, container, startedIn }: PodPlace,
  argv: readonly string[],
  options: Pick<Options, 'upstream'>,
): ToolResult | undefined {
  const pod = get(state.cluster, 'pods', namespace, name);
  if (!pod) return undefined;
  const context: ToolContext = { state, from: `pod ${namespace}/${name}`, resolver: resolverOf(pod), options };
  const [command = '', ...args] = argv;
  const variables = (): ReturnType<typeof environmentOf> => environmentOf(startedIn ?? state.cluster, pod, container);
  switch (command) {
    case 'env':
      return printed(variables().map(([key, value]) => `${key}=${value}`));
    case 'printenv': {
      const found = variables().filter(([key]) => args.length === 0 || args.includes(key));
      const lines = found.map(([key, value]) => (args.length === 0 ? `${key}=${value}` : value));
      return { ...printed(lines), code: found.length > 0 ? 0 : 1 };
    }
    case 'cat':
      return args[0] === '/etc/resolv.conf'
        ? { stdout: printResolvConf(context.resolver), stderr: '', code: 0 }
        : { stdout: '', stderr: `cat: ${args[0] ?? ''}: No such file or directory\n`, code: 1 };
    case 'dig':
      return dig(context, args);
    case 'nslookup':
      return nslookup(context, args);
    case 'curl':
      return curl(context, args);
    default:
      return { stdout: '', stderr: `exec: "${command}": executable file not found in $PATH\n`, code: 127 };
  }
}

function printed(lines: readonly string[]): ToolResult {
  return { stdout: lines.map((line) => `${line}\n`).join(''), stderr: '', code: 0 };
}
