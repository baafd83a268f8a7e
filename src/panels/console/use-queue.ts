/** Commands that were typed or pasted together, run one after the other. */
import { useEffect, useRef } from 'preact/hooks';
import { splitLine, type NextLine } from '../../view/console/line-parts.ts';
import type { Actions, TranscriptEntry } from '../actions.ts';

/** Takes what was typed; each command waits for the answer of the one before it, which may be a step. */
export function useQueue(transcript: readonly TranscriptEntry[], actions: Actions | undefined): (text: string) => void {
  const waiting = useRef<readonly NextLine[]>([]);
  const { length } = transcript;
  const next = (code: number): void => {
    const [line, ...rest] = waiting.current.slice(waiting.current.findIndex(({ after }) => fits(after, code)));
    const runs = line && fits(line.after, code);
    waiting.current = runs ? rest : [];
    if (runs) actions?.run(line.line);
  };
  useEffect(() => {
    if (length > 0) next(transcript.at(-1)?.code ?? 0);
  }, [length]);
  return (text) => {
    const [first, ...rest] = splitLine(text.replace(/^\s*\$\s+/, ''));
    if (!first) return;
    waiting.current = rest;
    actions?.run(first.line);
  };
}

const fits = (after: NextLine['after'], code: number): boolean =>
  after === 'always' || (after === 'success') === (code === 0);
