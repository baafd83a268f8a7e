/** Another tab went on with this lab: its draft is offered, and nothing happens until the reader chooses. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';

interface Props {
  /** When it was saved. Milliseconds since 1970. */
  readonly at: number;
  readonly language: string;
  readonly strings: PanelStrings;
  readonly onAnswer: (take: boolean) => void;
}

export function NewerDraft({ at, language, strings, onAnswer }: Props): JSX.Element {
  const time = new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  return (
    <p class="engine-note newer-draft">
      {strings.lab.newerDraft(time)}
      <button type="button" class="button small" onClick={() => onAnswer(true)}>
        {strings.lab.takeNewer}
      </button>
      <button type="button" class="button ghost small" onClick={() => onAnswer(false)}>
        {strings.lab.keepMine}
      </button>
    </p>
  );
}
