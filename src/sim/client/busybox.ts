/** `wget` and `nc` of busybox, in their own words. The progress meter is left out. */
import type { Outcome } from '../api/questions.ts';
import { parseUrl, request, type HttpReply } from './http.ts';
import type { ToolContext, ToolResult } from './tool.ts';

interface WgetCall {
  readonly url: string;
  readonly quiet: boolean;
  readonly spider: boolean;
  /** Of `-O`; `-`: standard output. */
  readonly file?: string;
  readonly timeout: boolean;
  readonly insecure: boolean;
  readonly hostHeader?: string;
}

/** Runs `wget [-q] [-O FILE] [-T SECONDS] [--spider] [--no-check-certificate] [--header 'Host: NAME'] URL`. */
export function wget(context: ToolContext, args: readonly string[]): ToolResult {
  const call = parseWget(args);
  const target = parseUrl(call.url);
  if (!target) return failed('wget', `bad address '${call.url}'`);
  const { insecure, hostHeader } = call;
  const reply = request(context, target, { insecure, ...(hostHeader !== undefined && { hostHeader }) });
  const head = `Connecting to ${target.host}${target.port === 80 ? '' : `:${target.port}`} (${reply.address}:${target.port})\n`;
  const shown = call.quiet || reply.address === '' ? '' : head;
  const wrong = wgetProblem(reply, `${target.host}${/:\d+(\/|$)/.test(call.url) ? `:${target.port}` : ''}`, call);
  if (wrong !== undefined) return { stdout: '', stderr: `${shown}wget: ${wrong}\n`, code: 1 };
  if (call.spider) return { stdout: '', stderr: `${shown}${call.quiet ? '' : 'remote file exists\n'}`, code: 0 };
  const file = call.file ?? 'index.html';
  const [before, after] =
    file === '-' ? ['writing to stdout', 'written to stdout'] : [`saving to '${file}'`, `'${file}' saved`];
  const stderr = call.quiet ? '' : `${shown}${before}\n${after}\n`;
  return { stdout: file === '-' ? reply.body() : '', stderr, code: 0 };
}

function wgetProblem({ outcome, address }: HttpReply, host: string, { timeout }: WgetCall): string | undefined {
  switch (outcome) {
    case 'ENDPOINTS':
    case 'HTTP 200':
      return undefined;
    case 'HTTP 404':
      return 'server returned error: HTTP/1.1 404 Not Found';
    case 'HTTP 503':
      return 'server returned error: HTTP/1.1 503 Service Unavailable';
    case 'TLS NAME':
      return 'error getting response: Connection reset by peer';
    case 'ADVERTISED':
      return 'error getting response';
    default:
      if (unresolved.has(outcome)) return `bad address '${host}'`;
      return timeout && silent.has(outcome)
        ? 'download timed out'
        : `can't connect to remote host (${address}): ${errno(outcome)}`;
  }
}

function parseWget(args: readonly string[]): WgetCall {
  let call: WgetCall = { url: '', quiet: false, spider: false, timeout: false, insecure: false };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name = '', inline] = /^--([\w-]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const value = (): string => inline ?? rest.shift() ?? '';
    if (name === 'header') call = { ...call, ...hostOf(value()) };
    else if (name === 'timeout') call = { ...call, timeout: value() !== '' };
    else if (name === 'output-document') call = { ...call, file: value() };
    else if (name === 'no-check-certificate') call = { ...call, insecure: true };
    else if (name === 'spider') call = { ...call, spider: true };
    else if (name === 'quiet') call = { ...call, quiet: true };
    else if (arg.startsWith('-') && arg !== '-') call = { ...call, ...shortFlags(arg.slice(1), rest) };
    else call = { ...call, url: arg };
  }
  return call;
}

/** `q`, `qO-`, `qO -`, `T2`. */
function shortFlags(flags: string, rest: string[]): Partial<WgetCall> {
  const at = flags.search(/[OTUPo]/);
  const quiet = (at < 0 ? flags : flags.slice(0, at)).includes('q') ? { quiet: true } : {};
  if (at < 0) return quiet;
  const value = flags.slice(at + 1) || (rest.shift() ?? '');
  if (flags[at] === 'O') return { ...quiet, file: value };
  return flags[at] === 'T' ? { ...quiet, timeout: value !== '' } : quiet;
}

function hostOf(header: string): Partial<WgetCall> {
  const name = /^host:\s*(\S+)/i.exec(header)?.[1];
  return name === undefined ? {} : { hostHeader: name };
}

/** Runs `nc [-v] [-z] [-u] [-w SECONDS] HOST PORT`: what is known as soon as the connection stands, or does not. */
export function nc(context: ToolContext, args: readonly string[]): ToolResult {
  const words: string[] = [];
  let flags = '';
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-')) words.push(arg);
    else {
      flags += arg.slice(1);
      if (arg.endsWith('w')) i += 1;
    }
  }
  const [host = '', port = ''] = words;
  if (!/^\d+$/.test(port)) return failed('nc', host === '' ? 'no destination' : `bad port '${port}'`);
  const udp = flags.includes('u');
  const reply = request(context, { host, port: Number(port), tls: false }, udp ? { proto: 'UDP' } : {});
  const { outcome, address } = reply;
  if (unresolved.has(outcome)) return failed('nc', `bad address '${host}'`);
  const place = `${host} (${address}:${port})`;
  if (answers(outcome) || udp) return { stdout: '', stderr: flags.includes('v') ? `${place} open\n` : '', code: 0 };
  if (silent.has(outcome) && flags.includes('w')) return failed('nc', 'timed out');
  return failed('nc', `${place}: ${errno(outcome)}`);
}

/** Somebody took the connection, whatever it says then. */
function answers(outcome: Outcome): boolean {
  return outcome === 'ENDPOINTS' || outcome === 'TLS NAME' || outcome.startsWith('HTTP ');
}

const unresolved: ReadonlySet<Outcome> = new Set(['NXDOMAIN', 'NODATA', 'CNAME', 'NOSOURCE']);
const silent: ReadonlySet<Outcome> = new Set(['DROP', 'TIMEOUT']);

function errno(outcome: Outcome): string {
  if (silent.has(outcome)) return 'Connection timed out';
  return outcome === 'NOROUTE' ? 'No route to host' : 'Connection refused';
}

function failed(program: string, message: string): ToolResult {
  return { stdout: '', stderr: `${program}: ${message}\n`, code: 1 };
}
