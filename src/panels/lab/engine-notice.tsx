/** What became of the engine, whose fault it was, and what can be done. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';

interface Props {
  readonly engine: 'stopped' | 'failed';
  /** Our own mistake, in the engine's words. */
  readonly failure: string;
  readonly strings: PanelStrings;
  readonly onTryAgain: () => void;
  /** Where no other button brings the start back. */
  readonly onReset?: () => void;
}

export function EngineNotice({ engine, failure, strings, onTryAgain, onReset }: Props): JSX.Element {
  return (
    <p class="engine-note" role="alert">
      {engine === 'stopped' ? strings.lab.engineStopped : `${strings.lab.ourFault} ${failure}`}
      <button type="button" class="button small" onClick={onTryAgain}>
        {strings.lab.tryAgain}
      </button>
      {onReset && (
        <button type="button" class="button small" onClick={onReset}>
          {strings.lab.reset}
        </button>
      )}
    </p>
  );
}
