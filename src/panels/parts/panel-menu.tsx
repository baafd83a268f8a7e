/** What can be done with a panel as a whole: copy its facts, copy a link to it, hide it. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { Actions } from '../actions.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly text: () => string;
  readonly strings: PanelStrings;
  readonly actions: Actions;
}

export function PanelMenu({ id, title, text, strings: { common }, actions }: Props): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };
  const item = (label: string, act: () => void): JSX.Element => (
    <button
      type="button"
      onClick={() => {
        close();
        act();
      }}
    >
      {label}
    </button>
  );
  return (
    <details
      class="panel-menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        close();
        menu.current.querySelector('summary')?.focus();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && menu.current?.contains(relatedTarget))) close();
      }}
    >
      <summary class="icon-button" title={common.panelMenu(title)} aria-label={common.panelMenu(title)}>
        <Icon name="more" />
      </summary>
      <div class="panel-menu-items">
        {item(common.copyPanel(title), () => actions.copy(text()))}
        {item(common.linkPanel(title), () => actions.link(id))}
        {actions.hide && item(common.hidePanel(title), () => actions.hide?.(id))}
      </div>
    </details>
  );
}
