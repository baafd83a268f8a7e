/** An exercise under way: the way in and out of it, and what its checks find. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { CheckInWords } from '../../view/check-words.ts';
import { GlyphIcon } from '../parts/glyph.tsx';
import { useSettled } from '../parts/settled.ts';
import { Words } from '../parts/words.tsx';

interface Props {
  readonly running: boolean;
  /** Empty until the engine has judged them. */
  readonly checks: readonly CheckInWords[];
  readonly strings: PanelStrings;
  readonly onToggle: () => void;
}

export const areAllPassed = (checks: readonly CheckInWords[]): boolean =>
  checks.length > 0 && checks.every(({ passed }) => passed);

export function ExercisePanel({ running, checks, strings: { exercise }, onToggle }: Props): JSX.Element {
  const passed = checks.filter((check) => check.passed).length;
  const result =
    checks.length === 0 ? '' : areAllPassed(checks) ? exercise.passed : exercise.done(passed, checks.length);
  const said = useSettled(result, 300);
  return (
    <>
      <p class="exercise-bar">
        <button type="button" class={running ? 'button' : 'button primary'} onClick={onToggle}>
          {running ? exercise.backToLesson : exercise.start}
        </button>
        <span aria-hidden="true">{result}</span>
        <span class="visually-hidden" role="status">
          {said || null}
        </span>
      </p>
      {checks.length > 0 && (
        <ul class="checks">
          {checks.map((check, i) => (
            <li key={i} class={check.passed ? 'passed' : 'failed'}>
              <GlyphIcon glyph={check.passed ? 'ok' : 'error'} />
              <span>
                <Words words={check.words} />
                {!check.passed && check.observed.length > 0 && (
                  <small>
                    {exercise.observed} <Words words={check.observed} />
                  </small>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
