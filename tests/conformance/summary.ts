/** Results of many cases, summed up by topic. */
import type { CaseResult, TextCount } from './check-case.ts';
import type { Exception } from './claims.ts';
import { type Aspect, aspects } from './compare/compare.ts';

export interface Count {
  readonly passed: number;
  readonly total: number;
}

export interface Summary {
  readonly cases: Count;
  /** Total = cases in which the aspect is asked. */
  readonly aspects: Readonly<Record<Aspect, Count>>;
  readonly texts: TextCount;
  readonly singleSliceTexts: TextCount;
}

export function topicOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** One summary of all the cases given. */
export function summarize(cases: readonly CaseResult[]): Summary {
  const ofAspect = (aspect: Aspect): Count => ({
    passed: cases.filter((result) => result.aspects[aspect] === 'right').length,
    total: cases.filter((result) => result.aspects[aspect] !== 'not asked').length,
  });
  return {
    cases: { passed: cases.filter((result) => result.passed).length, total: cases.length },
    aspects: Object.fromEntries(aspects.map((aspect) => [aspect, ofAspect(aspect)])) as Record<Aspect, Count>,
    texts: add(cases.map((result) => result.texts)),
    singleSliceTexts: add(cases.map((result) => result.singleSliceTexts)),
  };
}

/** Summaries by topic, in order of their names. */
export function summarizeTopics(cases: readonly CaseResult[]): Readonly<Record<string, Summary>> {
  const topics = [...new Set(cases.map((result) => topicOf(result.id)))].sort();
  return Object.fromEntries(
    topics.map((topic) => [topic, summarize(cases.filter((result) => topicOf(result.id) === topic))]),
  );
}

/** What breaks the promise: claimed cases with a wrong aspect that has no exception, and exceptions that are needed no more. */
export function brokenClaims(
  cases: readonly CaseResult[],
  claimed: readonly string[],
  exceptions: readonly Exception[],
): readonly string[] {
  const excepted = (id: string, aspect: Aspect): boolean =>
    exceptions.some((entry) => entry.case === id && entry.aspect === aspect);
  const failed = cases
    .filter((result) => claimed.includes(topicOf(result.id)))
    .flatMap((result) => [
      ...aspects
        .filter((aspect) => result.aspects[aspect] === 'wrong' && !excepted(result.id, aspect))
        .map((aspect) => `${result.id}: ${aspect} is wrong`),
      ...(result.errors.length > 0 ? [`${result.id}: threw`] : []),
    ]);
  const stale = exceptions.filter((entry) =>
    cases.some((result) => result.id === entry.case && result.aspects[entry.aspect] !== 'wrong'),
  );
  return [...failed, ...stale.map((entry) => `${entry.case}: ${entry.aspect} passes, its exception is needed no more`)];
}

function add(counts: readonly TextCount[]): TextCount {
  return {
    equal: counts.reduce((sum, count) => sum + count.equal, 0),
    total: counts.reduce((sum, count) => sum + count.total, 0),
  };
}
