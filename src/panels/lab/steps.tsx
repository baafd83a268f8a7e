/** The strip of states: go to any of them, and open a new step. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { StepView } from '../../view/view-models.ts';
import type { Actions } from '../actions.ts';
import { GlyphIcon } from '../parts/glyph.tsx';

interface Props {
  readonly steps: readonly StepView[];
  readonly state: number;
  readonly strings: PanelStrings;
  readonly actions?: Actions | undefined;
  readonly onAddStep?: (() => void) | undefined;
}

/** Steps with the words a lesson gives them, by their note. */
export function namedSteps(steps: readonly StepView[], words: Readonly<Record<string, string>>): readonly StepView[] {
  return steps.map((step) => ({
    ...step,
    title: Object.hasOwn(words, step.title) ? (words[step.title] ?? '') : step.title,
  }));
}

export function Steps({ steps, state, strings, actions, onAddStep }: Props): JSX.Element {
  return (
    <div class="steps">
      {steps.map((step) => (
        <>
          {step.index > 0 && <span class="step-line" aria-hidden="true" />}
          <button
            type="button"
            class="step"
            key={step.index}
            disabled={!actions}
            aria-pressed={step.index === state}
            title={step.title}
            onClick={() => actions?.select({ state: step.index })}
          >
            <span class="step-number" aria-hidden="true">
              {step.index}
            </span>
            <span class="visually-hidden">{strings.lab.step(step.index)}:</span>
            <span class="step-words">{step.title}</span>
            <GlyphIcon glyph={step.glyph} size={14} />
          </button>
        </>
      ))}
      {onAddStep && (
        <>
          <span class="step-line open" aria-hidden="true" />
          <button type="button" class="step add" onClick={onAddStep}>
            + <span class="step-words">{strings.lab.addStep}</span>
          </button>
        </>
      )}
    </div>
  );
}
