/** How long the properties run: a fixed sample with every `npm test`, a long random one with `LONG=1` (`npm run test:long`). */
import type { Parameters } from 'fast-check';

export const long = process.env['LONG'] === '1';

/** Milliseconds that one test may take. */
export const patience = long ? 7_200_000 : 300_000;

/** Settings of a property: `normal` runs, in the long run `factor` times as many. Seeds: `tests/seed.ts`. */
export function effort(normal: number, factor = 20): Parameters<unknown> {
  return { numRuns: long ? normal * factor : normal };
}
