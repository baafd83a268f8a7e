/** What the field under the pointer is, and what it does in this cluster now. */
import { fieldValues } from '../../sim/index.ts';
import { caretAt, subjectOf } from './caret.ts';
import { shapeAt, typeWord } from './field-shape.ts';
import { hereAndNow } from './here-and-now.ts';
import type { HelpContext } from './help-context.ts';
import type { HoverHelp } from './help-models.ts';
import type { Caret, Subject } from './caret.ts';
import type { Step } from './outline.ts';

/** A field of the text and the object it belongs to. */
export interface FieldPlace {
  readonly context: HelpContext;
  readonly caret: Caret;
  readonly subject: Subject;
  /** The field's own path in its object. */
  readonly path: readonly Step[];
}

/** The field that the offset is in; undefined between fields. */
export function fieldAt(context: HelpContext, offset: number): FieldPlace | undefined {
  const caret = caretAt(context.text, offset);
  if (!caret || (caret.word === '' && caret.at === 'key')) return undefined;
  const subject = subjectOf(context.text, caret.document, caret.steps);
  const steps = caret.steps.slice(subject.inside);
  // A scalar of a list is found as a word that could become a key.
  const isItem = caret.at === 'key' && !caret.hasColon && !caret.flow && typeof steps.at(-1) === 'number';
  const path = caret.at === 'key' && !isItem ? [...steps, caret.word] : steps;
  return path.length === 0 ? undefined : { context, caret, subject, path };
}

export function hover(context: HelpContext, offset: number): HoverHelp | undefined {
  const place = fieldAt(context, offset);
  const shape = place && shapeAt(place.subject.kind, place.path);
  if (!place || !shape) return undefined;
  const { start, end } = place.caret;
  return {
    what: 'hover',
    start,
    end,
    path: pathWord(place.path),
    type: typeWord(shape.shape),
    values: (fieldValues(shape.field) ?? []).filter((value) => value !== ''),
    field: shape.field,
    here: hereAndNow(place),
  };
}

/** As Kubernetes prints it. */
function pathWord(steps: readonly Step[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number' || /[./[\]]/.test(step)) return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}
