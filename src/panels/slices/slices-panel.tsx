/** The slices of a Service: who wrote them, their conditions, hints and ports. */
import type { JSX } from 'preact';
import type { SlicesView } from '../../view/view-models.ts';
import type { PanelProps } from '../endpoints/endpoints-panel.tsx';
import { ChangeBadge } from '../parts/change-mark.tsx';
import { GlyphIcon } from '../parts/glyph.tsx';
import { Panel } from '../parts/panel.tsx';
import { ToolOutput } from '../parts/tool-output.tsx';
import { plainText, Words } from '../parts/words.tsx';

export function SlicesPanel({ view, strings, actions }: PanelProps<SlicesView>): JSX.Element {
  return (
    <Panel
      id="slices"
      title={strings.panel.slices}
      strings={strings}
      actions={actions}
      summary={String(view.slices.length)}
      text={() => slicesText(view)}
    >
      {view.command !== '' && <ToolOutput command={view.command} output={view.output} />}
      {view.slices.length === 0 && <p class="panel-empty">{strings.slices.empty}</p>}
      {view.differences.map((words, i) => (
        <p class="why" key={i}>
          <Words words={words} />
        </p>
      ))}
      {view.slices.map((slice) => (
        <div class="slice" key={slice.name}>
          <h4 class="group-title mono">
            {slice.name} <small>{`${slice.addressType} · ${slice.ports} · ${slice.writer}`}</small>{' '}
            <span class="count">{slice.count}</span>
          </h4>
          <ul class="endpoint-rows">
            {slice.rows.map((row) => (
              <li class={row.change ? `row ${row.change}` : 'row'} key={row.id}>
                <GlyphIcon glyph={row.glyph} />
                <span class="row-title">
                  <span class="mono">{row.address}</span> <small>{row.detail}</small>{' '}
                  <ChangeBadge change={row.change} strings={strings} />
                </span>
                <span class="row-reason mono">
                  {row.conditions}
                  {row.hints && ` · ${row.hints}`}
                </span>
              </li>
            ))}
            {slice.count > slice.rows.length && (
              <li class="more">{strings.common.more(slice.count - slice.rows.length)}</li>
            )}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

function slicesText(view: SlicesView): string {
  const rows = view.slices.flatMap((s) => [
    `${s.name}  ${s.addressType}  ${s.ports}  ${s.writer}`,
    ...s.rows.map((r) => `  ${r.address}  ${r.detail}  ${r.conditions}  ${r.hints}`.trimEnd()),
  ]);
  return [`$ ${view.command}`, view.output.trimEnd(), ...view.differences.map(plainText), ...rows].join('\n') + '\n';
}
