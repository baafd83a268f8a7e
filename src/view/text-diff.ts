/** What differs between two texts, line by line. */
import { diffLines } from 'diff';

export interface DiffLine {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
}

/** Lines around a change that are kept. */
const around = 3;

/** The lines that differ with those around them, in pieces; a piece for each place. Equal texts have none. */
export function textDiff(before: string, after: string): readonly (readonly DiffLine[])[] {
  const lines = diffLines(before, after).flatMap(({ value, added, removed }): readonly DiffLine[] =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ sign: added ? '+' : removed ? '-' : ' ', text })),
  );
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - around), i + around + 1).some(({ sign }) => sign !== ' '),
  );
  const pieces: DiffLine[][] = [];
  lines.forEach((line, i) => {
    if (!near[i]) return;
    if (!near[i - 1]) pieces.push([]);
    pieces.at(-1)?.push(line);
  });
  return pieces;
}
