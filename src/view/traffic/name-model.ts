/** The question to DNS as the picture's arch shows it. */
import type { Verdict } from '../../sim/core.ts';
import type { ViewContext } from '../context.ts';
import type { PictureModel } from '../view-models.ts';
import type { Way } from './way.ts';

type Name = NonNullable<PictureModel['name']>;

/** Absent when an address was typed, or a node's name. */
export function nameModel(context: ViewContext, { verdict, host }: Pick<Way, 'verdict' | 'host'>): Name | undefined {
  const { dns, cname = [], resolved = [], outcome } = verdict;
  if (!dns) return undefined;
  const found = resolved.length > 0 || outcome === 'CNAME';
  const tags = [host, ...cname];
  if (!found) return { tags, captions: triesOf(verdict, host), found, lands: 'nowhere' };
  const suffix = dns.name.startsWith(host) ? dns.name.slice(host.length) : dns.name;
  const captions = [{ text: suffix === '' ? dns.name : suffix }, { text: answerOf(context, verdict) }];
  return { tags, captions, found, lands: landsOf(verdict) };
}

function landsOf({ via, cname, outcome }: Verdict): Name['lands'] {
  if (outcome === 'CNAME') return 'outside';
  if (via === 'headless' || via === 'endpoint-name') return 'client';
  if (via !== undefined) return 'address';
  return cname ? 'outside' : 'client';
}

/** `CoreDNS answers A 10.99.117.242`. */
export function answerOf({ words }: ViewContext, { resolved = [], family, outcome, via, cname }: Verdict): string {
  if (outcome === 'CNAME') return words.traffic.alias;
  const type = family === 'IPv4' ? 'A' : 'AAAA';
  if (resolved.length > 1) return words.traffic.answersMany(type, resolved.length);
  const [ip = ''] = resolved;
  return via === undefined && !cname ? words.traffic.upstreamAnswers(ip) : words.traffic.answers(type, ip);
}

function triesOf({ dns }: Verdict, host: string): Name['captions'] {
  const queries = dns?.queries ?? (dns ? [{ q: dns.name, rcode: dns.rcode, answers: dns.answer.length }] : []);
  return queries.map(({ q, rcode, answers }) => {
    const suffix = q.startsWith(`${host}.`) ? q.slice(host.length) : q;
    return {
      text: suffix === '.' || suffix === '' ? q : suffix,
      rcode: rcode === 'NOERROR' && answers === 0 ? 'NODATA' : rcode,
    };
  });
}
