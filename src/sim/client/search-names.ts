/** Names that BIND's tools try for a host: through the search list until a server does not refuse the name. */
import type { DnsReply } from '../api/questions.ts';
import { addressInReverseName } from '../dns/reverse.ts';
import { parseIP } from '../api/ip.ts';
import { askNameServer } from './ask-name-server.ts';
import { searchedNames } from './resolver.ts';
import { upstreamOf, type ToolContext } from './tool.ts';

export interface NamedReply extends DnsReply {
  /** The name that was asked last, absolute. */
  readonly name: string;
}

/** Asks one name as it is. `server`: another than the pod's own. */
export function askExactly(context: ToolContext, q: string, type: string, server?: string): NamedReply {
  const servers = server === undefined ? context.resolver.nameservers : [server];
  const name = q.endsWith('.') ? q : `${q}.`;
  return { ...askNameServer(context.state.cluster, servers, { q: name, type }, upstreamOf(context)), name };
}

/** Asks through the search list: unlike a program's resolver, these tools stop at a name without data. */
export function askSearching(context: ToolContext, host: string, type: string, server?: string): NamedReply {
  const names = searchedNames(host, context.resolver);
  let last = askExactly(context, names[0] ?? host, type, server);
  for (const name of names.slice(1)) {
    if (last.rcode === 'NOERROR') break;
    last = askExactly(context, name, type, server);
  }
  return last;
}

/** The name under in-addr.arpa or ip6.arpa that stands for an address, or undefined when the text is none. */
export function reverseNameOf(text: string): string | undefined {
  const ip = parseIP(text);
  if (!ip) return undefined;
  const name =
    ip.bytes.length === 4
      ? `${[...ip.bytes].reverse().join('.')}.in-addr.arpa.`
      : `${[...ip.bytes]
          .reverse()
          .map((byte) => `${(byte & 15).toString(16)}.${(byte >> 4).toString(16)}`)
          .join('.')}.ip6.arpa.`;
  return addressInReverseName(name) === undefined ? undefined : name;
}
