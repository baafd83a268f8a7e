/** DNS answers and traffic verdicts made comparable. */
import type { Json } from '../../../src/sim/api/objects.ts';
import type { RecordedDns, RecordedTraffic } from '../answers.ts';
import { set } from './canonical.ts';

const comparedInDns = ['result', 'queries', 'name', 'rcode', 'flags', 'answer', 'authority', 'additional'] as const;
const unorderedInDns = new Set<string>(['answer', 'additional']);

/** The compared keys of one DNS answer, those that the recorded one has. */
export function comparableDns(answer: RecordedDns, recorded: RecordedDns): Json {
  const keys = comparedInDns.filter((key) => recorded[key] !== undefined);
  return Object.fromEntries(
    keys.map((key) => {
      const value = answer[key] as Json | undefined;
      return [key, unorderedInDns.has(key) && Array.isArray(value) ? set(value as string[]) : (value ?? null)];
    }),
  );
}

/** Whether a recorded verdict is asked at all: some show the recording's network, not the rule. */
export function isAsked(recorded: RecordedTraffic): boolean {
  const { outcome, rules, via } = recorded;
  if (outcome.includes('+') || outcome.includes('EPERM')) return false;
  const led = (rules?.endpoints ?? []).length > 0 || via === 'headless' || via === 'endpoint-name';
  if (outcome === 'NOROUTE' && led) return false;
  return !(outcome === 'DROP' && rules?.noEndpoints === 'reject-chain');
}

/** Outcome and, where something was reached, the set of endpoints and the source they see. */
export function comparableTraffic(verdict: RecordedTraffic): Json {
  const { from, to, outcome, endpoints, source } = verdict;
  if (outcome !== 'ENDPOINTS') return { from, to, outcome };
  return { from, to, outcome, endpoints: set(endpoints ?? []), source: source ?? null };
}
