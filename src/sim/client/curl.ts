/** `curl`, in its own words. The progress meter is left out, and servers answer with a line that names them. */
import type { Outcome } from '../api/questions.ts';
import { parseUrl, request, type UrlTarget } from './http.ts';
import type { ToolContext, ToolResult } from './tool.ts';

interface CurlCall {
  readonly url: string;
  readonly silent: boolean;
  readonly fail: boolean;
  readonly insecure: boolean;
  /** Only the head of the answer. */
  readonly head: boolean;
  /** The body goes into a file. */
  readonly toFile: boolean;
  /** Printed at the end, of `-w`. */
  readonly written: string;
  readonly hostHeader?: string;
  readonly family?: 'IPv4' | 'IPv6';
  /** Seconds. */
  readonly connectTimeout?: number;
  readonly maxTime?: number;
}

/** Options that take a value and change nothing here. */
const ignoredWithValue = new Set(['-X', '--request', '-d', '--data', '-A', '--user-agent', '--retry']);
/** What a Linux host spends on a connection that nobody answers. */
const patience = 133_000;

/** Runs `curl [-s] [-f] [-k] [-I] [-4|-6] [-o FILE] [-w FORMAT] [-H 'Host: NAME'] [-m SECONDS] [--connect-timeout SECONDS] URL`. */
export function curl(context: ToolContext, args: readonly string[]): ToolResult {
  const call = parseCurl(args);
  if (call.url === '') return { stdout: '', stderr: noUrl(args), code: 2 };
  const target = parseUrl(call.url);
  if (!target) return failed(call, 3, 'URL rejected: Malformed input to a URL function');
  const { insecure, hostHeader, family } = call;
  const reply = request(context, target, { insecure, ...(hostHeader && { hostHeader }), ...(family && { family }) });
  const { stdout, ...result } = resultOf(call, target, reply.outcome, reply.body);
  return { ...result, stdout: (call.toFile ? '' : stdout) + writtenOut(call.written, reply.outcome) };
}

/** Models tool_operate.c of curl 8. */
const noUrl = (args: readonly string[]): string =>
  args.length === 0
    ? "curl: try 'curl --help' or 'curl --manual' for more information\n"
    : "curl: (2) no URL specified\ncurl: try 'curl --help' or 'curl --manual' for more information\n";

/** What `-w` asks for: `%{http_code}`, `\n`; other variables are empty. */
function writtenOut(format: string, outcome: Outcome): string {
  const status = statusOf(outcome);
  return format
    .replaceAll(/%\{(\w+)\}/g, (_, name: string) => (/^(http|response)_code$/.test(name) ? status : ''))
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t');
}

function statusOf(outcome: Outcome): string {
  return outcome === 'ENDPOINTS' ? '200' : outcome.startsWith('HTTP ') ? outcome.slice('HTTP '.length) : '000';
}

function parseCurl(args: readonly string[]): CurlCall {
  const none = { silent: false, fail: false, insecure: false, head: false, toFile: false };
  let call: CurlCall = { url: '', written: '', ...none };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    const value = args[i + 1] ?? '';
    // `-so FILE`: the last of several letters may take a value.
    const letter = /^-[a-zA-Z]+$/.test(arg) ? `-${arg.slice(-1)}` : arg;
    const read = withValue.get(letter);
    const takesValue = read !== undefined || ignoredWithValue.has(letter);
    if (takesValue) i += 1;
    if (read) call = { ...call, ...read(value) };
    if (arg === '-4' || arg === '--ipv4') call = { ...call, family: 'IPv4' };
    else if (arg === '-6' || arg === '--ipv6') call = { ...call, family: 'IPv6' };
    else if (arg.startsWith('--')) call = withFlags(call, longFlags[arg] ?? '');
    else if (arg.startsWith('-')) call = withFlags(call, takesValue ? arg.slice(1, -1) : arg.slice(1));
    else call = { ...call, url: arg };
  }
  return call;
}

const longFlags: Readonly<Record<string, string>> = {
  '--silent': 's',
  '--fail': 'f',
  '--insecure': 'k',
  '--head': 'I',
};

type ReadValue = (value: string) => Partial<CurlCall>;
const withValue: ReadonlyMap<string, ReadValue> = new Map<string, ReadValue>([
  ...['-H', '--header'].map((flag): [string, ReadValue] => [flag, hostHeader]),
  ...['-m', '--max-time'].map((flag): [string, ReadValue] => [flag, (value) => ({ maxTime: Number(value) })]),
  ['--connect-timeout', (value) => ({ connectTimeout: Number(value) })],
  ...['-o', '--output'].map((flag): [string, ReadValue] => [flag, (value) => ({ toFile: value !== '-' })]),
  ...['-w', '--write-out'].map((flag): [string, ReadValue] => [flag, (value) => ({ written: value })]),
]);

function withFlags(call: CurlCall, flags: string): CurlCall {
  // `-sS` shows errors again.
  const silent = flags.includes('s') ? !flags.includes('S') : flags.includes('S') ? false : call.silent;
  const has = (letter: string): boolean => flags.includes(letter);
  const { fail, insecure, head } = call;
  return { ...call, silent, fail: fail || has('f'), insecure: insecure || has('k'), head: head || has('I') };
}

function hostHeader(header: string): Partial<CurlCall> {
  const name = /^host:\s*(\S+)/i.exec(header)?.[1]?.replace(/:\d+$/, '');
  return name === undefined ? {} : { hostHeader: name };
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
      const text = status === '404' ? 'Not Found' : 'Service Unavailable';
      if (call.head) return { stdout: `HTTP/1.1 ${status} ${text}\r\n\r\n`, stderr: '', code: 0 };
      return { stdout: outcome === 'HTTP 404' ? '404 Not Found\n' : body(), stderr: '', code: 0 };
    }
    case 'HTTP 200':
    case 'ENDPOINTS':
      return { stdout: call.head ? 'HTTP/1.1 200 OK\r\n\r\n' : body(), stderr: '', code: 0 };
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
