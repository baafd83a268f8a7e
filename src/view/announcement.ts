/** One settled sentence for those who hear the page. */
import type { ViewContext } from './context.ts';
import { shortName } from './services.ts';
import type { LabView } from './view-models.ts';

const longest = 150;

/** Errors first, then the list, the name, the connection; at most 150 characters, cut at a sentence. */
export function announcement(
  { words, language }: ViewContext,
  { endpoints, dns, traffic, problems }: Pick<LabView, 'endpoints' | 'dns' | 'traffic' | 'problems'>,
): string {
  const sentences = [
    problems.errors > 0 ? words.announce.problems(problems.errors) : '',
    endpoints.service ? words.announce.endpoints(shortName(endpoints.service), endpoints.summary) : '',
    words.announce.traffic(traffic.summary),
    words.announce.dns(dns.host, dns.records[0]?.value.replace(/\.$/, '') ?? dns.result),
  ].filter(Boolean);
  const space = language === 'en' ? ' ' : '';
  let text = '';
  for (const sentence of sentences) {
    const longer = text === '' ? sentence : `${text}${space}${sentence}`;
    if (longer.length <= longest) text = longer;
  }
  return text === '' ? (sentences[0] ?? '').slice(0, longest) : text;
}
