/** The words of the course in both languages: `content/glossary.yaml`. */
import { z } from 'astro/zod';
import { readYaml } from './read-yaml.ts';

const inBoth = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1) });
const id = z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens');

const termSchema = z.strictObject({
  /** The anchor on the glossary page; never changes. */
  id,
  term: inBoth,
  /** Definitions. */
  en: z.string().min(1),
  'zh-cn': z.string().min(1),
  /** What the official Chinese documentation writes, where it is another word. */
  official: z.string().optional(),
});

const glossarySchema = z.strictObject({
  groups: z.array(z.strictObject({ id, title: inBoth, terms: z.array(termSchema).min(1) })).min(1),
  /** A search for one of a line finds what has any of them. */
  synonyms: z.array(z.array(z.string().min(1)).min(2)),
});

export type Term = z.infer<typeof termSchema>;
export type Glossary = z.infer<typeof glossarySchema>;

/** Reads the glossary. Throws an `AuthorError` at the first mistake. Call it from the project's root. */
export function readGlossary(): Glossary {
  return readYaml('content/glossary.yaml', glossarySchema);
}
