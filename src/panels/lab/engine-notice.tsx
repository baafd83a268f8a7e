/** What became of the engine, whose fault it was, and the one thing to do. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';

interface Props {
  readonly engine: 'stopped' | 'failed';
  /** Our own mistake, in the engine's words. */
  readonly failure: string;
  readonly strings: PanelStrings;
  readonly onTryAgain: () => void;
}

export function EngineNotice({ engine, failure, strings, onTryAgain }: Props): JSX.Element {
  return (
    <p class="engine-note" role="alert">
      {engine === 'stopped' ? strings.lab.engineStopped : `${strings.lab.ourFault} ${failure}`}
      <button type="button" class="button small" onClick={onTryAgain}>
        {strings.lab.tryAgain}
      </button>
    </p>
  );
}
