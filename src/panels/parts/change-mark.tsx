/** What the last edit did to a row. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { ChangeMark } from '../../view/view-models.ts';

export function ChangeBadge({
  change,
  strings,
}: {
  readonly change: ChangeMark | undefined;
  readonly strings: PanelStrings;
}): JSX.Element | null {
  return change ? <span class="change-badge">{strings.common[change]}</span> : null;
}
