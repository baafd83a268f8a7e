/** A request over HTTP, as programs in a pod make it. Servers answer with a line that names them. */
import type { Family, Protocol } from '../api/objects.ts';
import type { Outcome, Verdict } from '../api/questions.ts';
import { hostsWithAddress } from './addresses.ts';
import { connect } from './connect.ts';
import { play } from './play.ts';
import type { ToolContext } from './tool.ts';

export interface UrlTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** The parts of a URL with or without its scheme; undefined for a text that is none. */
export function parseUrl(url: string): UrlTarget | undefined {
  const match = /^(?:(https?):\/\/)?(?:\[([^\]]+)\]|([^\s:/?#[\]]+))(?::(\d{1,5}))?(?:[/?#].*)?$/i.exec(url);
  const host = match?.[2] ?? match?.[3];
  if (host === undefined) return undefined;
  const tls = match?.[1]?.toLowerCase() === 'https';
  const port = match?.[4] === undefined ? (tls ? 443 : 80) : Number(match[4]);
  return port > 65535 ? undefined : { host, port, tls };
}

export interface HowToAsk {
  readonly insecure?: boolean;
  readonly hostHeader?: string;
  readonly family?: Family;
  readonly proto?: Protocol;
}

export interface HttpReply {
  readonly outcome: Outcome;
  /** The address that the name led to; "" if it led nowhere. */
  readonly address: string;
  /** What the server sends; only where one answers. */
  readonly body: () => string;
}

/** One connection to a host and port. */
export function request(
  { state, from, options }: ToolContext,
  { host, port, tls }: UrlTarget,
  { insecure = false, hostHeader, family, proto }: HowToAsk = {},
): HttpReply {
  const to = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const probe = { from, to, ...(family && { family }), ...(proto && { proto }) };
  const verdict = connect(state, probe, { ...options, tls, insecure, ...(hostHeader ? { hostHeader } : {}) });
  const { outcome, reached } = play(verdict, 1)[0] ?? { outcome: verdict.outcome };
  const address = verdict.resolved?.[0] ?? '';
  return { outcome, address, body: () => bodyOf(state.world.external, verdict, reached) };
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
