/** The strip of states: go to any of them, play them one after the other, take one out, open a new one. */
import type { JSX } from 'preact';
import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { StepView } from '../../view/view-models.ts';
import type { Actions } from '../actions.ts';
import { GlyphIcon } from '../parts/glyph.tsx';
import { Icon } from '../parts/icon.tsx';
import { PlayStates } from './play-states.tsx';

interface Props {
  readonly steps: readonly StepView[];
  readonly state: number;
  readonly strings: PanelStrings;
  readonly actions?: Actions | undefined;
  readonly onAddStep?: (() => void) | undefined;
  readonly onRemoveStep?: ((state: number) => void) | undefined;
}

/** Steps with the words a lesson gives them, by their note. */
export function namedSteps(steps: readonly StepView[], words: Readonly<Record<string, string>>): readonly StepView[] {
  return steps.map((step) => ({
    ...step,
    title: Object.hasOwn(words, step.title) ? (words[step.title] ?? '') : step.title,
  }));
}

export function Steps({ steps, state, strings, actions, onAddStep, onRemoveStep }: Props): JSX.Element {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => showSelected(strip.current), [state, steps.length]);
  const go = (to: number): void => {
    if (!actions || to < 0 || to >= steps.length) return;
    actions.select({ state: to });
    buttonsOf(strip.current)[to]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = buttonsOf(strip.current).findIndex((button) => button === document.activeElement);
    const to = from < 0 ? undefined : targetOf(event.key, from, steps.length - 1);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <>
      {actions && steps.length > 1 && (
        <PlayStates state={state} last={steps.length - 1} strings={strings} actions={actions} />
      )}
      <div class="steps" ref={strip} onKeyDown={onKeyDown} role="group" aria-label={strings.lab.steps}>
        {steps.map((step) => (
          <Fragment key={step.index}>
            {step.index > 0 && <span class="step-line" aria-hidden="true" />}
            <button
              type="button"
              class="step"
              disabled={!actions}
              aria-pressed={step.index === state}
              title={step.title}
              data-step={step.index}
              onClick={() => go(step.index)}
            >
              <span class="step-number" aria-hidden="true">
                {step.index}
              </span>
              <span class="visually-hidden">{strings.lab.step(step.index)}:</span>
              <span class="step-words">{step.title}</span>
              <GlyphIcon glyph={step.glyph} size={14} />
            </button>
            {onRemoveStep && step.index > 0 && step.index === state && (
              <button
                type="button"
                class="icon-button step-remove"
                title={strings.lab.removeStep(step.index)}
                aria-label={strings.lab.removeStep(step.index)}
                onClick={() => {
                  onRemoveStep(step.index);
                  buttonsOf(strip.current)[step.index - 1]?.focus();
                }}
              >
                <Icon name="cross" />
              </button>
            )}
          </Fragment>
        ))}
        {onAddStep && (
          <>
            <span class="step-line open" aria-hidden="true" />
            <button type="button" class="step add" title={strings.lab.addStep} onClick={onAddStep}>
              + <span class="step-words">{strings.lab.addStep}</span>
            </button>
          </>
        )}
      </div>
    </>
  );
}

const buttonsOf = (strip: HTMLElement | null): readonly HTMLButtonElement[] => [
  ...(strip?.querySelectorAll<HTMLButtonElement>('[data-step]') ?? []),
];

function targetOf(key: string, from: number, last: number): number | undefined {
  if (key === 'ArrowRight') return Math.min(from + 1, last);
  if (key === 'ArrowLeft') return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}

/** Scrolls the strip, never the page. */
function showSelected(strip: HTMLElement | null): void {
  const chosen = strip?.querySelector<HTMLElement>('[aria-pressed="true"]');
  if (!strip || !chosen) return;
  const [frame, box] = [strip.getBoundingClientRect(), chosen.getBoundingClientRect()];
  const room = 14;
  if (box.left - room < frame.left) strip.scrollLeft += box.left - room - frame.left;
  else if (box.right + room > frame.right)
    strip.scrollLeft += Math.min(box.right + room - frame.right, box.left - room - frame.left);
}
