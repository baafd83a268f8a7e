/** Search in the page: the index is a script, loaded when somebody wants to search. */
import MiniSearch, { type Query } from 'minisearch';
import { nearestTerms } from './nearest-terms.ts';
import { indexOptions, type Entry, type NearTerm, type SearchData } from './search-data.ts';
import { isHan } from './tokenize.ts';

declare global {
  var endpointLabSearch: SearchData | undefined;
}

export interface Answer {
  /** Best first. */
  readonly results: readonly Entry[];
  /** Words of the glossary that look like what was asked; only where nothing was found. */
  readonly nearest: readonly NearTerm[];
}

export type Search = (words: string) => Answer;

/** Loads the index from a script's address. Rejects if it cannot be loaded. */
export async function loadSearch(address: string): Promise<Search> {
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${address} could not be loaded`));
    });
    document.head.append(script);
  });
  if (!globalThis.endpointLabSearch) throw new Error(`${address} holds no index`);
  return searchIn(globalThis.endpointLabSearch);
}

/** Searches an index: every word must be found, itself or by a synonym. No words: nothing. */
export function searchIn({ index, synonyms, terms }: SearchData): Search {
  const engine = MiniSearch.loadJS(index, indexOptions);
  return (words) => {
    if (words.trim() === '') return { results: [], nearest: [] };
    const found = engine
      .search(withSynonyms(words, synonyms))
      .map(({ path, kind, title, note }): Entry => ({ path, kind, title, note }) as Entry);
    // What is called exactly so stands first, however its synonyms are counted.
    const results = [
      ...found.filter((entry) => isCalled(entry, words)),
      ...found.filter((entry) => !isCalled(entry, words)),
    ];
    return { results, nearest: results.length === 0 ? nearestTerms(words, terms) : [] };
  };
}

/** True if the title, or the part of it before its brackets, is what was typed. */
function isCalled({ title }: Entry, words: string): boolean {
  const typed = words.trim().toLowerCase();
  return [title, title.replace(/[（(].*$/, '')].some((name) => name.trim().toLowerCase() === typed);
}

/** The query, each phrase that has synonyms widened to them; the longest phrase wins (没有选择器 before 选择器). */
export function withSynonyms(words: string, synonyms: SearchData['synonyms']): Query {
  const phrases = [...new Set(synonyms.flat())].sort((a, b) => b.length - a.length);
  const widened: Query[] = [];
  let rest = words.toLowerCase();
  for (const phrase of phrases) {
    const at = placeOf(phrase.toLowerCase(), rest);
    if (at < 0) continue;
    // As long as before: places in it stay those of the words.
    rest = rest.slice(0, at) + ' '.repeat(phrase.length) + rest.slice(at + phrase.length);
    const meant = new Set(synonyms.filter((line) => line.includes(phrase)).flat());
    const typed = words.slice(at, at + phrase.length);
    widened.push({
      combineWith: 'OR',
      queries: [{ combineWith: 'AND', queries: [typed] }, ...[...meant].map(exactly)],
    });
  }
  return { combineWith: 'AND', queries: [...widened, ...(rest.trim() === '' ? [] : [rest])] };
}

function exactly(phrase: string): Query {
  return { combineWith: 'AND', queries: [phrase], prefix: false, fuzzy: false };
}

/** Where a phrase stands in the words; Latin phrases as whole words only. */
function placeOf(phrase: string, words: string): number {
  const found = words.indexOf(phrase);
  if (found < 0 || isHan(phrase)) return found;
  const around = `${words[found - 1] ?? ' '}${words[found + phrase.length] ?? ' '}`;
  return /[a-z0-9]/.test(around) ? -1 : found;
}
