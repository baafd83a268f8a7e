/** What `kubectl exec POD -- COMMAND` runs in the pod, every program there is. */
import type { Pod } from '../api/objects.ts';
import type { Options } from '../api/world.ts';
import { nc, wget } from './busybox.ts';
import type { ClientState } from './client-state.ts';
import { curl } from './curl.ts';
import { dig } from './dig.ts';
import { environmentOf } from './environment.ts';
import { nslookup } from './nslookup.ts';
import { printResolvConf } from './resolv-conf.ts';
import { lookupHost } from './resolver.ts';
import { runProgram, type PodPlace, type Program, type ProgramPlace, type Programs } from './run-program.ts';
import type { ToolResult } from './tool.ts';

/** `env`, `printenv NAME`, `cat /etc/resolv.conf`, `hostname`, `getent hosts`, `dig`, `nslookup`, `curl`, busybox' `wget` and `nc`. */
export const fullPrograms: Programs = new Map<string, Program>([
  ['dig', dig],
  ['curl', curl],
  ['env', (_, __, place) => printed(variablesOf(place).map(([key, value]) => `${key}=${value}`))],
  ['printenv', (_, args, place) => printenv(args, place)],
  ['cat', cat],
  ['nslookup', nslookup],
  ['wget', wget],
  ['nc', nc],
  ['getent', getent],
  ['hostname', (_, args, { pod }) => hostname(args, pod)],
  ...['sh', 'ash', 'bash', '/bin/sh', '/bin/bash'].map((name): [string, Program] => [name, shell]),
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

/** `getent hosts NAME`: IPv6 is asked first, as gethostbyname's callers do. */
function getent({ state, from, options }: Parameters<Program>[0], args: readonly string[]): ToolResult {
  const [database, host = ''] = args;
  if (database !== 'hosts' || host === '') return { stdout: '', stderr: `Unknown database: ${database}\n`, code: 1 };
  const pod = from.slice('pod '.length);
  const upstream = { upstream: options.upstream, external: state.world.external };
  for (const type of ['AAAA', 'A']) {
    const question = { host, type, ns: pod.split('/')[0] ?? '', pod };
    const { answer, name } = lookupHost(state.cluster, question, upstream);
    const addresses = answer.map((line) => line.split(' ')).filter(([, , , found]) => found === type);
    const canonical = (addresses[0]?.[0] ?? name).replace(/\.$/, '');
    if (addresses.length > 0) return printed(addresses.map(([, , , , ip = '']) => `${ip.padEnd(15)} ${canonical}`));
  }
  return { stdout: '', stderr: '', code: 2 };
}

/** The pod's own name; `-i` its addresses, `-f` with its domain where it has a subdomain. */
function hostname(args: readonly string[], { metadata, spec, status }: Pod): ToolResult {
  const short = spec.hostname ?? metadata.name.slice(0, 63);
  if (args.includes('-i')) return printed([(status.podIPs ?? []).map(({ ip }) => ip).join(' ')]);
  const domain = spec.subdomain ? `.${spec.subdomain}.${metadata.namespace ?? ''}.svc.cluster.local` : '';
  return printed([args.includes('-f') || spec.setHostnameAsFQDN ? `${short}${domain}` : short]);
}

/** `sh -c 'ONE COMMAND'`; there is no shell behind it. */
function shell(context: Parameters<Program>[0], args: readonly string[], place: ProgramPlace): ToolResult {
  const line = args[0] === '-c' ? (args[1] ?? '') : '';
  const words = splitWords(line);
  if (!words || words.length === 0)
    return {
      stdout: '',
      stderr: 'shells are not part of the simulation: name one command, like nslookup web\n',
      code: 1,
    };
  const [command = '', ...rest] = words;
  const program = fullPrograms.get(command);
  if (program) return program(context, rest, place);
  return { stdout: '', stderr: `sh: ${command}: not found\n`, code: 127 };
}

/** Words of a line without variables, pipes and the like; undefined for any other line. */
function splitWords(line: string): readonly string[] | undefined {
  const words: string[] = [];
  const rest = line.replaceAll(/(?:'[^']*'|"[^"$`\\]*"|[^\s'"|&;<>()$`\\*?#~]+)+/g, (word) => {
    words.push(
      word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, a: string | undefined, b: string | undefined) => a ?? b ?? ''),
    );
    return '';
  });
  return rest.trim() === '' ? words : undefined;
}

function printed(lines: readonly string[]): ToolResult {
  return { stdout: lines.map((line) => `${line}\n`).join(''), stderr: '', code: 0 };
}
