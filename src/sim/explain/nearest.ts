/** "Did you mean": the nearest of some words. */

/**
 * The candidate nearest to `word`, if it is near enough to be meant: a third of the letters may differ, not counted the parts that
 * both begin with (`thanos-ruler` is not meant by `thanos-query`).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const from = sharedParts(word, candidate);
    const limit = Math.max(1, Math.floor((word.length - from) / 3));
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.slice(from), candidate.slice(from));
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? containing(word, candidates);
}

/** Where the first part begins that differs. */
function sharedParts(a: string, b: string): number {
  let from = 0;
  for (let i = 0; i < a.length && a[i] === b[i]; i += 1) if (/[-._/]/.test(a[i] ?? '')) from = i + 1;
  return from;
}

/** Letters to insert, delete, replace or swap with a neighbour to make `b` of `a`. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** `web` is meant by `web-v2` as well. */
function containing(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length < 2) return undefined;
  for (const candidate of candidates) {
    if (candidate === word || candidate.length < 2) continue;
    if (candidate.startsWith(`${word}-`) || word.startsWith(`${candidate}-`) || candidate.endsWith(`-${word}`))
      return candidate;
  }
  return undefined;
}
