/** How the engine compares with the recorded cluster: `content/conformance.json`, written by `npm run conformance -- --save`. */
import { z } from 'astro/zod';
import { AuthorError } from './author-error.ts';
import { readYaml } from './read-yaml.ts';

/** What is compared, in the order of the report. */
export const aspects = ['apply', 'objects', 'kubectl', 'events', 'dns', 'traffic'] as const;

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

const inBoth = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1) });
const words = 'content/conformance-words.yaml';
const wordsSchema = z.strictObject({
  /** What the scenes of a topic are about. */
  topics: z.record(z.string(), inBoth),
  /** Reasons in Chinese, by case and aspect. */
  exceptions: z.record(z.string(), z.string().min(1)).default({}),
});

type Summary = z.infer<typeof summary>;
type InBoth = z.infer<typeof inBoth>;

/** The report with its words in both languages. */
export interface ConformanceReport {
  readonly versions: Readonly<Record<string, string>>;
  readonly all: Summary;
  readonly topics: readonly { readonly id: string; readonly title: InBoth; readonly summary: Summary }[];
  readonly exceptions: readonly {
    readonly case: string;
    readonly aspect: (typeof aspects)[number];
    readonly reason: InBoth;
  }[];
}

/** Reads the report and its words. Throws an `AuthorError` if a word is missing. Call it from the project's root. */
export function readConformanceReport(): ConformanceReport {
  const { versions, all, topics, exceptions } = readYaml('content/conformance.json', reportSchema);
  const said = readYaml(words, wordsSchema);
  return {
    versions,
    all,
    topics: Object.entries(topics).map(([id, summed]) => ({
      id,
      title: said.topics[id] ?? missing(`topics.${id}`, 'what the topic is about, in both languages'),
      summary: summed,
    })),
    exceptions: exceptions.map(({ reason, ...one }) => {
      const key = `${one.case} ${one.aspect}`;
      const chinese = said.exceptions[key] ?? missing(`exceptions.${key}`, 'the reason in Chinese');
      return { ...one, reason: { en: reason, 'zh-cn': chinese } };
    }),
  };
}

function missing(at: string, wanted: string): never {
  throw new AuthorError(words, at, 'nothing', wanted);
}
