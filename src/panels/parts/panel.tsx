/** The frame of a panel: a named region with its heading, pickers, summary and tools. */
import type { ComponentChildren, JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { Actions } from '../actions.ts';
import { PanelMenu } from './panel-menu.tsx';

interface Props {
  readonly id: string;
  readonly title: string;
  /** Pickers beside the heading. */
  readonly tools?: ComponentChildren;
  readonly summary?: string | undefined;
  /** The panel's facts as plain text, to copy. */
  readonly text?: (() => string) | undefined;
  readonly end?: ComponentChildren;
  readonly strings: PanelStrings;
  readonly actions?: Actions | undefined;
  readonly children: ComponentChildren;
}

export function Panel({ id, title, tools, summary, text, end, strings, actions, children }: Props): JSX.Element {
  return (
    <section class={`panel panel-${id}`} data-panel={id} aria-label={title}>
      <header class="panel-head">
        <h3>{title}</h3>
        {tools}
        {summary && <span class="panel-summary">{summary}</span>}
        <span class="panel-end">
          {end}
          {actions && text && <PanelMenu {...{ id, title, text, strings, actions }} />}
        </span>
      </header>
      <div class="panel-body" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
