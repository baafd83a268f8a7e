/** `content/conformance.json`: what the site shows of the comparison. Written by `npm run conformance -- --save`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus, readEmptyCluster } from './answers.ts';
import type { CaseResult } from './check-case.ts';
import type { Exception } from './claims.ts';
import { summarize, summarizeTopics } from './summary.ts';

export const savedFile = fileURLToPath(new URL('../../content/conformance.json', import.meta.url));

/** The report of all cases of the corpus. Holds nothing of when and where it ran: the same code writes the same bytes. */
export function savedReport(
  results: readonly CaseResult[],
  claimed: readonly string[],
  exceptions: readonly Exception[],
): object {
  const { versions } = readEmptyCluster(join(corpus, 'answers'), 'ipv4');
  return { versions, claimed, all: summarize(results), topics: summarizeTopics(results), exceptions };
}
