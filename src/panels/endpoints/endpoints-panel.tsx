/** The list as people know it, and why every pod is in it, waiting in it, or out of it. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelStrings } from '../../i18n/panels.ts';
import { isLit } from '../../view/lit-rows.ts';
import type { EndpointGroup, EndpointRow, EndpointsView } from '../../view/view-models.ts';
import type { Actions } from '../actions.ts';
import { ChangeBadge } from '../parts/change-mark.tsx';
import { GlyphIcon, toneOf } from '../parts/glyph.tsx';
import { LineLink } from '../parts/line-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { Picker } from '../parts/picker.tsx';
import { ToolOutput } from '../parts/tool-output.tsx';
import { plainText, Words } from '../parts/words.tsx';

export interface PanelProps<View> {
  readonly view: View;
  readonly strings: PanelStrings;
  readonly actions?: Actions | undefined;
}

/** `lit`: whose rows stand out, because the editor's caret is on a field of theirs. */
export function EndpointsPanel({
  view,
  strings,
  actions,
  lit = [],
}: PanelProps<EndpointsView> & { readonly lit?: readonly string[] | undefined }): JSX.Element {
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => bringIntoPanel(rows.current?.querySelector('.row.lit')), [lit, view.service]);
  return (
    <Panel
      id="endpoints"
      title={strings.panel.endpoints}
      strings={strings}
      actions={actions}
      summary={view.summary}
      text={() => endpointsText(view)}
      tools={view.service && <ServicePicker view={view} strings={strings} actions={actions} />}
    >
      {view.service ? (
        <ToolOutput command={view.command} output={view.output} />
      ) : (
        <p class="panel-empty">{strings.endpoints.empty}</p>
      )}
      {view.notes.map((note, i) => (
        <div class="endpoint-note" key={i}>
          <GlyphIcon glyph={note.glyph} />
          <p>
            <Words words={note.words} />
            {actions && note.fixes.length > 0 && (
              <span class="fixes">
                {note.fixes.map((fix) => (
                  <button type="button" class="button small" key={fix.title} onClick={() => actions.applyFix(fix)}>
                    {fix.title}
                  </button>
                ))}
              </span>
            )}
          </p>
          <LineLink place={note.place} strings={strings} actions={actions} />
        </div>
      ))}
      <div ref={rows}>
        {view.groups.map((group) => (
          <Group
            key={group.id}
            group={group}
            strings={strings}
            actions={actions}
            alone={view.groups.length === 1}
            lit={lit}
          />
        ))}
      </div>
    </Panel>
  );
}

function ServicePicker({ view, strings, actions }: PanelProps<EndpointsView>): JSX.Element | null {
  if (!view.service) return null;
  const value = `${view.service.namespace}/${view.service.name}`;
  const choices = view.services.map((s) => ({ value: `${s.namespace}/${s.name}`, label: s.label }));
  const choose = (chosen: string): void => {
    const [namespace = '', name = ''] = chosen.split('/');
    actions?.select({ service: { namespace, name } });
  };
  return <Picker label={strings.endpoints.service} value={value} choices={choices} onChoose={actions && choose} />;
}

function Group({
  group,
  strings,
  actions,
  alone,
  lit,
}: {
  readonly lit: readonly string[];
  readonly group: EndpointGroup;
  readonly strings: PanelStrings;
  readonly actions: Actions | undefined;
  readonly alone: boolean;
}): JSX.Element {
  return (
    <>
      {!(alone && group.id === 'in') && (
        <h4 class="group-title">
          {group.title} <span class="count">{group.count}</span>
        </h4>
      )}
      <ul class={`endpoint-rows group-${group.id}`}>
        {group.rows.map((row) => (
          <Row key={row.id} row={row} strings={strings} actions={actions} lit={isLit(row.id, lit)} />
        ))}
        {group.count > group.rows.length && (
          <li class="more">{strings.common.more(group.count - group.rows.length)}</li>
        )}
      </ul>
    </>
  );
}

function Row({
  lit,
  row,
  strings,
  actions,
}: {
  readonly lit: boolean;
  readonly row: EndpointRow;
  readonly strings: PanelStrings;
  readonly actions: Actions | undefined;
}): JSX.Element {
  return (
    <li class={['row', row.change, lit && 'lit'].filter(Boolean).join(' ')} data-row={row.id}>
      <GlyphIcon glyph={row.glyph} />
      <span class="row-title">
        <span class="mono">{row.title}</span> <small>{row.detail}</small>{' '}
        <ChangeBadge change={row.change} strings={strings} />
      </span>
      <span class="row-reason">
        <b class={`tone-${toneOf(row.glyph)}`}>{row.state}</b> · <Words words={row.reason} />
      </span>
      <LineLink place={row.place} strings={strings} actions={actions} />
    </li>
  );
}

/** Scrolls the panel alone, never the page. */
function bringIntoPanel(row: Element | null | undefined): void {
  const body = row?.closest('.panel-body');
  if (!row || !body) return;
  const [place, frame] = [row.getBoundingClientRect(), body.getBoundingClientRect()];
  if (place.top < frame.top) body.scrollTop += place.top - frame.top;
  else if (place.bottom > frame.bottom) body.scrollTop += place.bottom - frame.bottom;
}

/** The panel's facts as plain text. */
export function endpointsText(view: EndpointsView): string {
  const rows = view.groups.flatMap((g) => [
    `${g.title} (${g.count})`,
    ...g.rows.map((r) => `  ${r.title}  ${r.detail}  ${r.state}: ${plainText(r.reason)}`),
  ]);
  return (
    [`$ ${view.command}`, view.output.trimEnd(), ...view.notes.map((n) => plainText(n.words)), ...rows].join('\n') +
    '\n'
  );
}
