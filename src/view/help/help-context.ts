/** The place asked about, joined to the state whose text it is in. */
import { objectIn, readDocument, simulate, setText, type Simulation, type State } from '../../sim/index.ts';
import { viewContext, type ViewContext } from '../context.ts';
import type { Language } from '../view-models.ts';
import { dictionaryOf } from '../words/dictionaries.ts';
import { helpWords, type HelpWords } from '../words/help-words.ts';
import { outlineOf } from './outline.ts';
import type { Subject } from './caret.ts';

export interface HelpContext {
  readonly view: ViewContext;
  readonly state: State;
  readonly text: string;
  readonly words: HelpWords;
}

/**
 * The state to answer from. A document that cannot be read hides all that follow it, so it is read without the line of the
 * caret, or left out, while its line is typed.
 */
export function helpContext(
  simulation: Simulation,
  { state: index, offset, language }: { readonly state: number; readonly offset: number; readonly language: Language },
): HelpContext {
  const shown = simulation.states[Math.max(0, Math.min(index, simulation.states.length - 1))] as State;
  const mended = mendedText(shown.text, offset);
  const run =
    mended === undefined
      ? simulation
      : simulate(setText(simulation.scene.text, shown.index, mended), { previous: simulation });
  const view = viewContext(run, { state: shown.index }, dictionaryOf(language), {});
  return { view, state: view.state, text: shown.text, words: helpWords(language) };
}

function mendedText(text: string, offset: number): string | undefined {
  const document = outlineOf(text).findLast(({ start }) => start <= offset);
  if (!document) return undefined;
  const { start, end } = document;
  const reads = (whole: string): boolean => !readDocument(whole.slice(start, end)).error;
  if (reads(text)) return undefined;
  const lineStart = Math.max(start, text.lastIndexOf('\n', offset - 1) + 1);
  const found = text.indexOf('\n', offset);
  const lineEnd = Math.min(end, found < 0 ? text.length : found);
  const withoutLine = blanked(text, lineStart, lineEnd);
  return reads(withoutLine) ? withoutLine : blanked(text, start, end);
}

/** Same offsets, nothing there. */
const blanked = (text: string, start: number, end: number): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);

type Named = Pick<Subject, 'namespace' | 'name'>;

export const serviceOf = ({ state }: HelpContext, { namespace, name }: Named) =>
  name === undefined ? undefined : objectIn(state.cluster, 'services', namespace, name);

export const endpointsOf = ({ state }: HelpContext, { namespace, name }: Named) =>
  name === undefined ? undefined : objectIn(state.cluster, 'endpoints', namespace, name);
