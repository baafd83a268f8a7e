/** One recorded case: run, compared, counted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAlternatives, readCase, type RecordedAllocations, type RecordedCase } from './answers.ts';
import { type Aspect, aspects, compareCase } from './compare/compare.ts';
import { severalSlices } from './compare/roles.ts';
import { runCase } from './run-case.ts';

export type AspectResult = 'right' | 'wrong' | 'not asked';

export interface CaseResult {
  readonly id: string;
  readonly aspects: Readonly<Record<Aspect, AspectResult>>;
  readonly passed: boolean;
  /** Recorded kubectl texts, and those that came out byte for byte. */
  readonly texts: TextCount;
  /** The same in states without a Service of several generated slices: there every text can be equal. */
  readonly singleSliceTexts: TextCount;
  /** Differences by aspect, in lines for people. */
  readonly differences: Readonly<Partial<Record<Aspect, readonly string[]>>>;
  /** What threw, with its stack. */
  readonly errors: readonly string[];
}

export interface TextCount {
  readonly equal: number;
  readonly total: number;
}

/** The draws of a recorded case, state by state: all that the engine may know of it. */
export function drawsOf(recorded: RecordedCase): readonly RecordedAllocations[] {
  return recorded.states.map((state) => state.allocations ?? {});
}

/** Runs and compares one case of a folder with `scenes/` and `answers/`. Never throws: what goes wrong is a failed case. */
export function checkCase(dir: string, id: string): CaseResult {
  try {
    const recorded = readCase(join(dir, 'answers'), id);
    const scene = readFileSync(join(dir, 'scenes', `${id}.yaml`), 'utf8');
    const { result, errors } = runCase(id, scene, drawsOf(recorded));
    return judge(id, result, errors, [recorded, ...readAlternatives(join(dir, 'answers'), id)]);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return judge(id, { id, states: [] }, [message], undefined);
  }
}

function judge(
  id: string,
  engine: RecordedCase,
  errors: readonly string[],
  recorded: readonly [RecordedCase, ...RecordedCase[]] | undefined,
): CaseResult {
  const comparison = recorded && compareCase(engine, recorded);
  const results = aspects.map((aspect): [Aspect, AspectResult] => {
    const found = comparison?.[aspect];
    if (!found) return [aspect, 'wrong'];
    return [aspect, found.asked ? (found.right ? 'right' : 'wrong') : 'not asked'];
  });
  const wrong = aspects.filter((aspect) => comparison && !comparison[aspect].right);
  return {
    id,
    aspects: Object.fromEntries(results) as Record<Aspect, AspectResult>,
    passed: errors.length === 0 && results.every(([, result]) => result !== 'wrong'),
    texts: countTexts(engine, recorded?.[0], () => true),
    singleSliceTexts: countTexts(engine, recorded?.[0], (allocations) => severalSlices(allocations).length === 0),
    differences: Object.fromEntries(wrong.map((aspect) => [aspect, comparison?.[aspect].differences ?? []])),
    errors,
  };
}

function countTexts(
  engine: RecordedCase,
  recorded: RecordedCase | undefined,
  counts: (allocations: RecordedAllocations | undefined) => boolean,
): TextCount {
  let [equal, total] = [0, 0];
  for (const [index, state] of (recorded?.states ?? []).entries()) {
    if (!counts(state.allocations)) continue;
    for (const [command, text] of Object.entries(state.kubectl)) {
      if (text === null) continue;
      total += 1;
      if (engine.states[index]?.kubectl[command] === text) equal += 1;
    }
  }
  return { equal, total };
}
