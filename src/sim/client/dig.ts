/** `dig`, as DiG 9.20 prints. Cookie and message id follow from the question, times are fixed. */
import type { DnsReply } from '../api/questions.ts';
import { messageSize } from '../dns/truncate.ts';
import { hashOf } from './play.ts';
import { askExactly, askSearching, reverseNameOf, type NamedReply } from './search-names.ts';
import { withSerial, type ToolContext, type ToolResult } from './tool.ts';

interface DigQuery {
  readonly name: string;
  readonly type: string;
  readonly server: string | undefined;
  readonly options: ReadonlySet<string>;
}

const types = new Set(['A', 'AAAA', 'ANY', 'CNAME', 'HTTPS', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT']);
const version = 'DiG 9.20.15';

/**
 * Runs `dig [@server] [-x ADDRESS | NAME] [TYPE] [+short] [+search] [+noall] [+answer]`. Without `+search` the name is asked
 * as it is. Only the last name given is asked.
 */
export function dig(context: ToolContext, args: readonly string[]): ToolResult {
  const unknown = args.find((arg) => arg.startsWith('+') && !isOption(arg.slice(1)));
  if (unknown !== undefined) return { stdout: '', stderr: `Invalid option: ${unknown}\n${usage}`, code: 1 };
  const query = parseDig(args);
  const { name, type, server, options } = query;
  const ask = options.has('search') ? askSearching : askExactly;
  const reply = ask(context, name, type, server);
  const address = server ?? context.resolver.nameservers[0] ?? '127.0.0.1';
  if (reply.rcode === 'TIMEOUT') return { stdout: unreachable(args, address), stderr: '', code: 9 };
  const stdout = options.has('short') ? printShort(reply) : printFull(args, query, reply, address);
  return { stdout, stderr: '', code: 0 };
}

const usage = `Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}
            {global-d-opt} host [@local-server] {local-d-opt}
            [ host [@local-server] {local-d-opt} [...]]

Use "dig -h" (or "dig -h | more") for complete list of options
`;

const plusOptions =
  `aaflag aaonly additional adflag all answer authority badcookie besteffort bufsize cdflag class cmd coflag comments cookie crypto
defname dns64prefix dnssec domain dscp edns ednsflags ednsnegotiation ednsopt expandaaaa expire fail header-only https https-get
http-plain identify idnin idnout ignore keepalive keepopen mapped multiline ndots nsid nssearch onesoa opcode padding proxy qid qr
question raflag rdflag recurse retry rrcomments search short showallmessages showbadcookie showbadvers showsearch split stats subnet
svcparamkeycompat tcflag tcp time timeout tls tls-ca tries trace ttlid ttlunits unknownformat vc yaml zflag`.split(
    /\s+/,
  );

/** Options may be cut short, and most begin with `no`. */
function isOption(typed: string): boolean {
  const name = (typed.split('=')[0] ?? '').toLowerCase();
  const fits = (word: string): boolean => word !== '' && plusOptions.some((option) => option.startsWith(word));
  return fits(name) || (name.startsWith('no') && fits(name.slice(2)));
}

function parseDig(args: readonly string[]): DigQuery {
  let [name, type, server]: [string, string, string | undefined] = ['.', '', undefined];
  const options = new Set<string>();
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg.startsWith('+')) options.add(arg.slice(1));
    else if (arg.startsWith('@')) server = arg.slice(1);
    else if (arg === '-x') [name, type] = [reverseNameOf(args[(i += 1)] ?? '') ?? '.', 'PTR'];
    else if (arg === '-t') type = (args[(i += 1)] ?? 'A').toUpperCase();
    else if (types.has(arg.toUpperCase())) type = arg.toUpperCase();
    else if (!arg.startsWith('-')) name = arg;
  }
  return { name, type: type || (name === '.' ? 'NS' : 'A'), server, options };
}

function printShort({ answer }: DnsReply): string {
  return withSerial(answer)
    .map((line) => `${line.split(' ').slice(4).join(' ')}\n`)
    .join('');
}

function unreachable(args: readonly string[], server: string): string {
  const tries = `;; communications error to ${server}#53: timed out\n`.repeat(3);
  return `${tries}${banner(args)};; no servers could be reached\n`;
}

function banner(args: readonly string[]): string {
  return `\n; <<>> ${version} <<>> ${args.join(' ')}\n;; global options: +cmd\n`;
}

function printFull(args: readonly string[], { type, options }: DigQuery, reply: NamedReply, server: string): string {
  const all = !options.has('noall');
  const section = (title: string, lines: readonly string[]): string =>
    lines.length > 0 ? `${all ? `;; ${title} SECTION:\n` : ''}${lines.map(columns).join('')}${all ? '\n' : ''}` : '';
  const answer = section('ANSWER', withSerial(reply.answer));
  if (!all) return options.has('answer') ? answer : '';
  return [
    banner(args),
    header(reply, type),
    answer,
    section('AUTHORITY', withSerial(reply.authority)),
    section('ADDITIONAL', reply.additional),
    footer(reply, server),
  ].join('');
}

function header({ name, rcode, flags, answer, authority, additional }: NamedReply, type: string): string {
  const hash = hashOf(`${name} ${type}`);
  const cookie = hash.toString(16).padStart(8, '0') + hashOf(`${type} ${name}`).toString(16).padStart(8, '0');
  const counts = `QUERY: 1, ANSWER: ${answer.length}, AUTHORITY: ${authority.length}, ADDITIONAL: ${additional.length + 1}`;
  return [
    ';; Got answer:',
    `;; ->>HEADER<<- opcode: QUERY, status: ${rcode}, id: ${hash % 65536}`,
    `;; flags: qr ${flags}; ${counts}`,
    ...(flags.includes('ra') ? [] : [';; WARNING: recursion requested but not available']),
    '',
    ';; OPT PSEUDOSECTION:',
    '; EDNS: version: 0, flags:; udp: 1232',
    `; COOKIE: ${cookie} (echoed)`,
    ';; QUESTION SECTION:',
    `;${toColumn(name, 32)}${toColumn('IN', 40, Math.max(32, name.length + 1))}${type}`,
    '\n',
  ].join('\n');
}

function footer(reply: NamedReply, server: string): string {
  return [
    ';; Query time: 0 msec',
    `;; SERVER: ${server}#53(${server}) (UDP)`,
    ';; WHEN: Sat Jan 01 00:00:00 UTC 2000',
    `;; MSG SIZE  rcvd: ${messageSize(reply.name, [...reply.answer, ...reply.authority, ...reply.additional]) + 23}`,
    '\n',
  ].join('\n');
}

/** A record in dig's columns: 24, 32, 40 and 48, a blank where a word is longer. */
function columns(line: string): string {
  const [name = '', ttl = '', inClass = '', type = '', ...data] = line.split(' ');
  let text = '';
  let at = 0;
  for (const [word, column] of [
    [name, 24],
    [ttl, 32],
    [inClass, 40],
    [type, 48],
  ] as const) {
    text += toColumn(word, column, at);
    at = Math.max(column, at + word.length + 1);
  }
  return `${text}${data.join(' ')}\n`;
}

/** A word that begins at column `from`, and the tabs or the blank up to the next word. */
function toColumn(word: string, column: number, from = 0): string {
  const end = from + word.length;
  const to = Math.max(column, end + 1);
  const tabs = Math.floor(to / 8) - Math.floor(end / 8);
  return `${word}${'\t'.repeat(tabs)}${' '.repeat(tabs > 0 ? to % 8 : to - end)}`;
}
