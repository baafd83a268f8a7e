/** `curl`, in its own words. The progress meter is left out, and servers answer with a line that names them. */
import type { Outcome, Verdict } from '../api/questions.ts';
import { connect } from './connect.ts';
import { hostsWithAddress } from './addresses.ts';
import { play } from './play.ts';
import type { ToolContext, ToolResult } from './tool.ts';

interface CurlCall {
  readonly url: string;
  readonly silent: boolean;
  readonly fail: boolean;
  readonly insecure: boolean;
  readonly hostHeader?: string;
  readonly family?: 'IPv4' | 'IPv6';
  /** Seconds. */
  readonly connectTimeout?: number;
  readonly maxTime?: number;
}

/** Options that take a value and change nothing here. */
const ignoredWithValue = new Set([
  '-o',
  '--output',
  '-X',
  '--request',
  '-d',
  '--data',
  '-A',
  '--user-agent',
  '-w',
  '--retry',
]);
/** What a Linux host spends on a connection that nobody answers. */
const patience = 133_000;

/** Runs `curl [-s] [-f] [-k] [-4|-6] [-H 'Host: NAME'] [-m SECONDS] [--connect-timeout SECONDS] URL`. */
export function curl({ state, from, options }: ToolContext, args: readonly string[]): ToolResult {
  const call = parseCurl(args);
  const target = parseUrl(call.url);
  if (!target) return failed(call, 3, 'URL rejected: Malformed input to a URL function');
  const { host, port, tls } = target;
  const verdict = connect(
    state,
    { from, to: `${host.includes(':') ? `[${host}]` : host}:${port}`, ...(call.family ? { family: call.family } : {}) },
    { ...options, tls, insecure: call.insecure, ...(call.hostHeader ? { hostHeader: call.hostHeader } : {}) },
  );
  const { outcome, reached } = play(verdict, 1)[0] ?? { outcome: verdict.outcome };
  return resultOf(call, target, outcome, () => bodyOf(state.world.external, verdict, reached));
}

function parseCurl(args: readonly string[]): CurlCall {
  let call: CurlCall = { url: '', silent: false, fail: false, insecure: false };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    const value = args[i + 1] ?? '';
    const takesValue =
      ['-H', '--header', '-m', '--max-time', '--connect-timeout'].includes(arg) || ignoredWithValue.has(arg);
    if (takesValue) i += 1;
    if (arg === '-H' || arg === '--header') call = { ...call, ...hostHeader(value) };
    else if (arg === '-m' || arg === '--max-time') call = { ...call, maxTime: Number(value) };
    else if (arg === '--connect-timeout') call = { ...call, connectTimeout: Number(value) };
    else if (arg === '-4' || arg === '--ipv4') call = { ...call, family: 'IPv4' };
    else if (arg === '-6' || arg === '--ipv6') call = { ...call, family: 'IPv6' };
    else if (arg.startsWith('--'))
      call = withFlags(call, { '--silent': 's', '--fail': 'f', '--insecure': 'k' }[arg] ?? '');
    else if (arg.startsWith('-')) call = withFlags(call, arg.slice(1));
    else if (!takesValue) call = { ...call, url: arg };
  }
  return call;
}

function withFlags(call: CurlCall, flags: string): CurlCall {
  // `-sS` shows errors again.
  const silent = flags.includes('s') ? !flags.includes('S') : flags.includes('S') ? false : call.silent;
  return { ...call, silent, fail: call.fail || flags.includes('f'), insecure: call.insecure || flags.includes('k') };
}

function hostHeader(header: string): Partial<CurlCall> {
  const name = /^host:\s*(\S+)/i.exec(header)?.[1]?.replace(/:\d+$/, '');
  return name === undefined ? {} : { hostHeader: name };
}

interface UrlTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

function parseUrl(url: string): UrlTarget | undefined {
  const match = /^(?:(https?):\/\/)?(?:\[([^\]]+)\]|([^\s:/?#[\]]+))(?::(\d{1,5}))?(?:[/?#].*)?$/i.exec(url);
  const host = match?.[2] ?? match?.[3];
  if (host === undefined) return undefined;
  const tls = match?.[1]?.toLowerCase() === 'https';
  const port = match?.[4] === undefined ? (tls ? 443 : 80) : Number(match[4]);
  return port > 65535 ? undefined : { host, port, tls };
}

function resultOf(call: CurlCall, { host, port }: UrlTarget, outcome: Outcome, body: () => string): ToolResult {
  const connection = (ms: number, why: string): string =>
    `Failed to connect to ${host} port ${port} after ${ms} ms: ${why}`;
  switch (outcome) {
    case 'NXDOMAIN':
    case 'NODATA':
    case 'CNAME':
    case 'NOSOURCE':
      return failed(call, 6, `Could not resolve host: ${host}`);
    case 'REJECT':
    case 'REFUSED':
      return failed(call, 7, connection(0, "Couldn't connect to server"));
    case 'NOROUTE':
      return failed(call, 7, connection(3000, "Couldn't connect to server"));
    case 'DROP':
    case 'TIMEOUT':
      return timedOut(call, connection);
    case 'TLS NAME':
      return failed(call, 60, wrongCertificate(host));
    case 'ADVERTISED':
      return failed(call, 52, 'Empty reply from server');
    case 'HTTP 404':
    case 'HTTP 503': {
      const status = outcome.slice('HTTP '.length);
      if (call.fail) return failed(call, 22, `The requested URL returned error: ${status}`);
      return { stdout: outcome === 'HTTP 404' ? '404 Not Found\n' : body(), stderr: '', code: 0 };
    }
    case 'HTTP 200':
    case 'ENDPOINTS':
      return { stdout: body(), stderr: '', code: 0 };
  }
}

function timedOut(call: CurlCall, connection: (ms: number, why: string) => string): ToolResult {
  const { maxTime, connectTimeout } = call;
  if (connectTimeout && connectTimeout < (maxTime ?? Infinity)) {
    return failed(call, 28, connection(connectTimeout * 1000 + 1, 'Timeout was reached'));
  }
  if (maxTime) return failed(call, 28, `Connection timed out after ${maxTime * 1000 + 1} milliseconds`);
  return failed(call, 28, connection(patience, "Couldn't connect to server"));
}

function failed({ silent }: CurlCall, code: number, message: string): ToolResult {
  return { stdout: '', stderr: silent ? '' : `curl: (${code}) ${message}\n`, code };
}

function wrongCertificate(host: string): string {
  return [
    `SSL: no alternative certificate subject name matches target host name '${host}'`,
    'More details here: https://curl.se/docs/sslcerts.html',
    '',
    'curl failed to verify the legitimacy of the server and therefore could not',
    'establish a secure connection to it. To learn more about this situation and',
    'how to fix it, please visit the webpage mentioned above.',
  ].join('\n');
}

/** A health check's own reply, what the scene lets a host outside say, else the name of who answers. */
function bodyOf(external: Parameters<typeof hostsWithAddress>[0], { http, reached }: Verdict, place = 0): string {
  if (http) return http.body;
  const { endpoint = '', who = '' } = reached[place] ?? {};
  const address = /^\[?(.*?)\]?:\d+$/.exec(endpoint)?.[1] ?? '';
  const says = hostsWithAddress(external, address).find(({ settings }) => settings.says)?.settings.says;
  if (says !== undefined) return says.endsWith('\n') ? says : `${says}\n`;
  return `You've hit ${who.startsWith('pod ') ? (who.split('/')[1] ?? who) : who === 'outside' ? address : who}\n`;
}
