/** Medians over several runs in one process. Figures of these machines are orders of magnitude: compare ratios. */
export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly p95: number;
}

/** Runs `work` with the index of the run; the first runs warm up and do not count. Milliseconds. */
export function measure(name: string, runs: number, work: (run: number) => void, warmUp = 3): Result {
  const times: number[] = [];
  for (let run = 0; run < runs + warmUp; run += 1) {
    const began = performance.now();
    work(run);
    if (run >= warmUp) times.push(performance.now() - began);
  }
  return summary(name, 'ms', times);
}

export function summary(name: string, unit: string, values: readonly number[]): Result {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
  return { name, unit, median: round(at(0.5)), p95: round(at(0.95)) };
}

/** One figure that does not vary from run to run. */
export const figure = (name: string, unit: string, value: number): Result => ({
  name,
  unit,
  median: round(value),
  p95: round(value),
});

const round = (n: number): number => Math.round(n * 1000) / 1000;
