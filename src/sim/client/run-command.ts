/** What `kubectl exec POD -- COMMAND` runs in the pod, every program there is. */
import type { Options } from '../api/world.ts';
import type { ClientState } from './client-state.ts';
import { curl } from './curl.ts';
import { dig } from './dig.ts';
import { environmentOf } from './environment.ts';
import { nslookup } from './nslookup.ts';
import { printResolvConf } from './resolv-conf.ts';
import { runProgram, type PodPlace, type Program, type ProgramPlace, type Programs } from './run-program.ts';
import type { ToolResult } from './tool.ts';

/** `env`, `printenv NAME`, `cat /etc/resolv.conf`, `dig`, `nslookup` and `curl`. */
export const fullPrograms: Programs = new Map<string, Program>([
  ['dig', dig],
  ['curl', curl],
  ['env', (_, __, place) => printed(variablesOf(place).map(([key, value]) => `${key}=${value}`))],
  ['printenv', (_, args, place) => printenv(args, place)],
  ['cat', cat],
  ['nslookup', nslookup],
]);

/** Runs one of them: see `runProgram`. */
export function runCommand(
  state: ClientState,
  place: PodPlace,
  argv: readonly string[],
  options: Pick<Options, 'upstream'>,
): ToolResult | undefined {
  return runProgram(fullPrograms, state, place, argv, options);
}

function variablesOf({ startedIn, pod, container }: ProgramPlace): ReturnType<typeof environmentOf> {
  return environmentOf(startedIn, pod, container);
}

function printenv(args: readonly string[], place: ProgramPlace): ToolResult {
  const found = variablesOf(place).filter(([key]) => args.length === 0 || args.includes(key));
  const lines = found.map(([key, value]) => (args.length === 0 ? `${key}=${value}` : value));
  return { ...printed(lines), code: found.length > 0 ? 0 : 1 };
}

function cat({ resolver }: Parameters<Program>[0], [file = '']: readonly string[]): ToolResult {
  return file === '/etc/resolv.conf'
    ? { stdout: printResolvConf(resolver), stderr: '', code: 0 }
    : { stdout: '', stderr: `cat: ${file}: No such file or directory\n`, code: 1 };
}

function printed(lines: readonly string[]): ToolResult {
  return { stdout: lines.map((line) => `${line}\n`).join(''), stderr: '', code: 0 };
}
