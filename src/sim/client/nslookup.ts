/** `nslookup`, as BIND's prints it. */
import { askExactly, askSearching, reverseNameOf, type NamedReply } from './search-names.ts';
import type { ToolContext, ToolResult } from './tool.ts';

/**
 * Runs `nslookup [-type=TYPE] NAME [SERVER]`: through the search list, for both families unless a type is given.
 */
export function nslookup(context: ToolContext, args: readonly string[]): ToolResult {
  const type = args.map((arg) => /^-(?:query|type|q)=(\w+)$/i.exec(arg)?.[1]).find((found) => found);
  const [host = '', server] = args.filter((arg) => !arg.startsWith('-'));
  const address = server ?? context.resolver.nameservers[0] ?? '127.0.0.1';
  const head = `Server:\t\t${address}\nAddress:\t${address}#53\n\n`;
  const reverse = reverseNameOf(host);
  const first = reverse
    ? askExactly(context, reverse, 'PTR', server)
    : askSearching(context, host, type?.toUpperCase() ?? 'A', server);
  if (first.rcode === 'TIMEOUT') {
    const tries = `;; communications error to ${address}#53: timed out\n`.repeat(3);
    return { stdout: `${tries};; no servers could be reached\n\n`, stderr: '', code: 1 };
  }
  if (first.rcode !== 'NOERROR') {
    const name = first.name.replace(/\.$/, '');
    return { stdout: `${head}** server can't find ${name}: ${first.rcode}\n\n`, stderr: '', code: 1 };
  }
  const both = reverse === undefined && type === undefined;
  const second = both ? askExactly(context, first.name, 'AAAA', server).answer : [];
  return { stdout: `${head}${print(first, second, host)}\n`, stderr: '', code: 0 };
}

function print(first: NamedReply, second: readonly string[], host: string): string {
  const lines = [...new Set([...first.answer, ...second])];
  if (lines.length === 0) return `*** Can't find ${host}: No answer\n`;
  const notOurs = first.flags.includes('aa') ? '' : 'Non-authoritative answer:\n';
  return notOurs + lines.map(printLine).join('');
}

const words: Readonly<Record<string, string>> = {
  CNAME: 'canonical name =',
  PTR: 'name =',
  SRV: 'service =',
  NS: 'nameserver =',
  TXT: 'text =',
};

function printLine(line: string): string {
  const [name = '', , , type = '', ...data] = line.split(' ');
  const bare = name.replace(/\.$/, '');
  if (type === 'A' || type === 'AAAA') return `Name:\t${bare}\nAddress: ${data.join(' ')}\n`;
  return `${bare}\t${words[type] ?? `${type} =`} ${data.join(' ')}\n`;
}
