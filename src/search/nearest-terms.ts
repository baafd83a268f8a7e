import type { NearTerm } from './search-data.ts';

const most = 5;
/** Below this two words have next to nothing in common. */
const least = 0.3;

/** The terms that look most like what was typed, in either language, best first; may be none. */
export function nearestTerms(words: string, terms: readonly NearTerm[]): readonly NearTerm[] {
  const typed = piecesOf(words);
  return terms
    .map((term) => ({
      term,
      likeness: Math.max(likeness(typed, piecesOf(term.en)), likeness(typed, piecesOf(term.zh))),
    }))
    .filter((one) => one.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ term }) => term);
}

/** Pairs of Latin letters, single Han characters. */
function piecesOf(words: string): ReadonlySet<string> {
  const latin = (words.toLowerCase().match(/[\p{Script=Latin}\p{N}]+/gu) ?? []).flatMap((word) =>
    word.length === 1 ? [word] : [...word].slice(1).map((letter, i) => `${word[i] ?? ''}${letter}`),
  );
  return new Set([...latin, ...(words.match(/\p{Script=Han}/gu) ?? [])]);
}

/** Shared pieces as a part of all: 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * [...a].filter((piece) => b.has(piece)).length) / (a.size + b.size);
}
