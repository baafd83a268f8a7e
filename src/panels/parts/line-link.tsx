/** The line of the manifest that decided something: a way there. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { Place } from '../../view/view-models.ts';
import type { Actions } from '../actions.ts';

interface Props {
  readonly place: Place | undefined;
  readonly strings: PanelStrings;
  readonly actions?: Actions | undefined;
}

export function LineLink({ place, strings, actions }: Props): JSX.Element | null {
  if (!place) return null;
  const text = strings.common.line(place.line);
  if (!actions) return <span class="line-link">{text}</span>;
  return (
    <button
      type="button"
      class="line-link"
      aria-label={strings.common.goToLine(place.line)}
      onClick={() => actions.goTo(place)}
    >
      {text}
    </button>
  );
}
