/** The index of a language, made at build. */
import MiniSearch from 'minisearch';
import type { Locale } from '../i18n/locale.ts';
import type { Glossary, Term } from '../lessons/glossary.ts';
import { indexOptions, type Entry, type SearchData } from './search-data.ts';

/** A page with its text as the author wrote it (MDX). */
export interface PageToIndex extends Entry {
  readonly body: string;
}

/** The index of the pages and of the glossary's terms; `glossaryPath` is where the terms have their anchors. */
export function indexPages(
  pages: readonly PageToIndex[],
  glossary: Glossary,
  glossaryPath: string,
  locale: Locale,
): SearchData {
  const terms = glossary.groups.flatMap((group) => group.terms);
  const index = new MiniSearch(indexOptions);
  index.addAll([
    ...pages.map(({ body, ...entry }, id) => ({ id, ...entry, ...textOf(body) })),
    ...terms.map((term, i) => ({
      id: pages.length + i,
      path: `${glossaryPath}#${term.id}`,
      kind: 'term' as const,
      title: plain(term.term[locale]),
      note: plain(term[locale]),
      headings: phrasesOf(term).join(' · '),
      text: '',
    })),
  ]);
  return {
    index: index.toJSON(),
    synonyms: [...glossary.synonyms, ...terms.map(phrasesOf).filter((phrases) => phrases.length > 1)],
    terms: terms.map(({ term }) => ({ en: plain(term.en), zh: plain(term['zh-cn']) })),
  };
}

/** The index as a classic script: pages opened as files may not fetch. */
export function searchScript(data: SearchData): string {
  return `globalThis.endpointLabSearch=${JSON.stringify(data)};\n`;
}

/** Headings and text of an MDX page, without marks, tags and expressions. What stands in code is kept as it is. */
export function textOf(mdx: string): { readonly headings: string; readonly text: string } {
  const lines: string[] = [];
  const headings: string[] = [];
  for (const [i, piece] of mdx.split(/^```.*$/m).entries()) {
    if (i % 2 === 1) lines.push(piece);
    else {
      for (const line of proseOf(piece).split('\n')) {
        const heading = /^#+ (.*)$/.exec(line)?.[1];
        (heading === undefined ? lines : headings).push(heading ?? line);
      }
    }
  }
  return { headings: headings.join(' · '), text: lines.join('\n').replace(/\s+/g, ' ').trim() };
}

/** Outside of code spans, tags, expressions, imports and addresses of links go. */
function proseOf(mdx: string): string {
  return mdx
    .split('`')
    .map((piece, i) =>
      i % 2 === 1
        ? piece
        : piece
            .replace(/^(?:import|export) .*$/gm, '')
            .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
            .replace(/\{[^}]*\}/g, ' ')
            .replace(/\]\([^)]*\)/g, ' ')
            .replace(/[*_|[\]]/g, ' '),
    )
    .join('');
}

/** What a term is called in both languages: the words outside and inside the brackets of the Chinese one. */
function phrasesOf({ term, official }: Term): string[] {
  const [outside = '', inside] = plain(term['zh-cn']).split(/[（）]/);
  const english = plain(term.en).replace(/\s*\(.*\)$/, '');
  return [...new Set([english, outside, inside, official].flatMap((one) => one?.trim() || []))];
}

function plain(words: string): string {
  return words.replaceAll('`', '');
}
