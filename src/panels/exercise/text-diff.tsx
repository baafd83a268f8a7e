/** Lines taken out and put in, by sign as well as by colour. */
import type { JSX } from 'preact';
import type { DiffLine } from '../../view/text-diff.ts';

interface Props {
  readonly pieces: readonly (readonly DiffLine[])[];
  readonly label: string;
}

export function TextDiff({ pieces, label }: Props): JSX.Element {
  return (
    <section class="text-diff" aria-label={label} tabIndex={0}>
      {pieces.map((piece, i) => (
        <pre key={i}>{piece.map((line, j) => lineOf(line, j))}</pre>
      ))}
    </section>
  );
}

function lineOf({ sign, text }: DiffLine, key: number): JSX.Element {
  const line = (
    <>
      <span class="diff-sign">{sign === '-' ? '−' : sign}</span>
      {`${text}\n`}
    </>
  );
  if (sign === '+') return <ins key={key}>{line}</ins>;
  return sign === '-' ? <del key={key}>{line}</del> : <span key={key}>{line}</span>;
}
