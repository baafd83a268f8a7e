/** The engine's answers to the editor about a place of the text: what can be typed, what it does, where it leads. */
import type { Simulation } from '../sim/index.ts';
import { caretRows } from './help/caret-rows.ts';
import { completion } from './help/completion.ts';
import { definition } from './help/definition.ts';
import { format } from './help/format.ts';
import { helpContext } from './help/help-context.ts';
import type { EditorHelp, HelpKind } from './help/help-models.ts';
import { hover } from './help/hover.ts';
import type { Language } from './view-models.ts';

export interface HelpQuestion {
  readonly what: HelpKind;
  /** Index of the state whose text is in the editor. */
  readonly state: number;
  /** In that text. */
  readonly offset: number;
  readonly language: Language;
}

/** Pure. Works while the text cannot be read; undefined where there is nothing to say. */
export function editorHelp(simulation: Simulation, question: HelpQuestion): EditorHelp {
  const { what, offset } = question;
  const context = helpContext(simulation, question);
  switch (what) {
    case 'completion':
      return completion(context, offset);
    case 'hover':
      return hover(context, offset);
    case 'definition':
      return definition(context, offset);
    case 'caret':
      return caretRows(context, offset);
    case 'format':
      return { what: 'format', text: format(context.text) };
  }
}
