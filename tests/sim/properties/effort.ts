/** How long the properties run: a fixed sample with every `npm test`, a long random one with `LONG=1` (`npm run test:long`). */
import type { Parameters } from 'fast-check';

export const long = process.env['LONG'] === '1';

/** Milliseconds that one test may take. */
export const patience = long ? 7_200_000 : 300_000;

/**
 * Settings of a property: `normal` runs, in the long run `factor` times as many. A normal run draws the same every time, so that it
 * fails for the change that broke something; a long run draws anew (or with `SEED=n` again) and prints its seed when it fails.
 */
export function effort(normal: number, factor = 20): Parameters<unknown> {
  const seed = process.env['SEED'];
  if (!long) return { numRuns: normal, seed: Number(seed ?? 20_000_101) };
  return { numRuns: normal * factor, ...(seed !== undefined && { seed: Number(seed) }) };
}
