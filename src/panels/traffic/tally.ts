/** What became of the connections played so far. */
import type { PictureModel } from '../../view/view-models.ts';

export interface Tally {
  readonly sent: number;
  /** Connections by endpoint, or by outcome where they reached none. */
  readonly hits: ReadonlyMap<string, number>;
}

/** A tally with its words: "18 of 30". */
export interface Counts {
  readonly tally: Tally;
  readonly of: (hits: number, sent: number) => string;
}

/** Counts the first `sent` of `played`. */
export function tallyOf(played: readonly string[], sent: number): Tally {
  const hits = new Map<string, number>();
  for (const id of played.slice(0, sent)) hits.set(id, (hits.get(id) ?? 0) + 1);
  return { sent, hits };
}

/** What an endpoint got of what was sent so far; undefined before anything was sent. */
export const hitsOf = (counts: Counts | undefined, id: string): number | undefined =>
  counts && counts.tally.sent > 0 ? (counts.tally.hits.get(id) ?? 0) : undefined;

/** What a block's endpoints got together. */
export function blockHits(counts: Counts | undefined, { dots }: PictureModel['blocks'][number]): number | undefined {
  if (!counts || counts.tally.sent === 0) return undefined;
  return dots.reduce((sum, { id }) => sum + (id === undefined ? 0 : (hitsOf(counts, id) ?? 0)), 0);
}

/** "18 of 30", or nothing where nothing was sent. */
export const inWords = (counts: Counts | undefined, hits: number | undefined): string | undefined =>
  counts && hits !== undefined ? counts.of(hits, counts.tally.sent) : undefined;

/** The tally in a line, most first: `11.11.11.11:80 18`; at most `limit` of them, and how many more there are. */
export function tallyList(
  { hits }: Tally,
  limit: number,
): { readonly shown: readonly string[]; readonly more: number } {
  const sorted = [...hits].sort(([, a], [, b]) => b - a);
  return {
    shown: sorted.slice(0, limit).map(([id, count]) => `${id} ${count}`),
    more: Math.max(0, sorted.length - limit),
  };
}
