/** How the engine compares with the recorded cluster: `content/conformance.json`, written by `npm run conformance -- --save`. */
import { z } from 'astro/zod';
import { readYaml } from './read-yaml.ts';

/** What is compared, in the order of the report. */
export const aspects = ['apply', 'objects', 'kubectl', 'events', 'dns', 'traffic'] as const;
export type Aspect = (typeof aspects)[number];

const count = z.object({ passed: z.number(), total: z.number() });
const texts = z.object({ equal: z.number(), total: z.number() });
const summary = z.object({
  cases: count,
  aspects: z.record(z.enum(aspects), count),
  texts,
  singleSliceTexts: texts,
});

const reportSchema = z.object({
  /** By the program's name. */
  versions: z.record(z.string(), z.string()),
  /** Topics that must pass. */
  claimed: z.array(z.string()),
  all: summary,
  topics: z.record(z.string(), summary),
  exceptions: z.array(z.object({ case: z.string(), aspect: z.enum(aspects), reason: z.string() })),
});

export type ConformanceReport = z.infer<typeof reportSchema>;

/** Reads the report. Throws an `AuthorError` if it is missing or of another shape. Call it from the project's root. */
export function readConformanceReport(): ConformanceReport {
  return readYaml('content/conformance.json', reportSchema);
}
