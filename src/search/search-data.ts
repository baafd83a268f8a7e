/** What the built index holds: `/search.js` and `/zh-cn/search.js`. */
import type { AsPlainObject, Options } from 'minisearch';
import { isHan, tokenize } from './tokenize.ts';

export const kinds = ['lesson', 'case', 'myth', 'page', 'term', 'place'] as const;
export type Kind = (typeof kinds)[number];

/** One entry of the index: a page, or a term of the glossary. */
export interface Entry {
  /** From the folder of the language, without a slash in front; may end in an anchor: `lessons/x/`. */
  readonly path: string;
  readonly kind: Kind;
  readonly title: string;
  /** One sentence shown below the title; may be empty. */
  readonly note: string;
}

/** A term of the glossary as it is offered where nothing was found. */
export interface NearTerm {
  readonly en: string;
  readonly zh: string;
}

export interface SearchData {
  readonly index: AsPlainObject;
  /** A search for one phrase of a line finds what has any of them. */
  readonly synonyms: readonly (readonly string[])[];
  readonly terms: readonly NearTerm[];
}

/** How an entry stands in the index; the same where it is built and where it is read. */
export const indexOptions: Options<Entry & { readonly id: number; readonly headings: string; readonly text: string }> =
  {
    fields: ['title', 'headings', 'text'],
    storeFields: ['path', 'kind', 'title', 'note'],
    tokenize,
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'AND',
      boost: { title: 5, headings: 2 },
      // A beginning of a Latin word, or one Han character of a pair, stands for the whole; longer Latin words may be mistyped.
      prefix: (term) => !isHan(term) || [...term].length === 1,
      fuzzy: (term) => (!isHan(term) && term.length > 4 && !/\d/.test(term) ? 0.2 : false),
    },
  };
