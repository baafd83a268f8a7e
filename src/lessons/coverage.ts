/** What is simulated, what is simplified, what is left out: `content/coverage.yaml`. */
import { z } from 'astro/zod';
import { readYaml } from './read-yaml.ts';

const inBoth = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1) });

const topicSchema = z.strictObject({
  topic: inBoth,
  is: z.enum(['simulated', 'simplified', 'not']),
  /** One sentence in each language. */
  en: z.string().regex(/\.$/, 'a sentence with its full stop'),
  'zh-cn': z.string().regex(/。$/, 'a sentence with its full stop'),
  /** Files with a comment `Simplified:` that the topic speaks of. */
  code: z.array(z.string()).default([]),
  /** Commands of kubectl that the topic speaks of. */
  commands: z.array(z.string()).default([]),
});

const coverageSchema = z.strictObject({
  groups: z.array(z.strictObject({ id: z.string(), title: inBoth, topics: z.array(topicSchema).min(1) })).min(1),
});

export type CoveredTopic = z.infer<typeof topicSchema>;
export type Coverage = z.infer<typeof coverageSchema>;

/** Reads the list. Throws an `AuthorError` at the first mistake. Call it from the project's root. */
export function readCoverage(): Coverage {
  return readYaml('content/coverage.yaml', coverageSchema);
}
