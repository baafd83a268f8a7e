/** The difference between two states, subject by subject. */
import type { JSX } from 'preact';
import type { ChangesView } from '../../view/view-models.ts';
import type { PanelProps } from '../endpoints/endpoints-panel.tsx';
import { LineLink } from '../parts/line-link.tsx';
import { Panel } from '../parts/panel.tsx';

const signs = { added: '+', removed: '−', changed: '~', same: '' } as const;

export function ChangesPanel({ view, strings, actions }: PanelProps<ChangesView>): JSX.Element {
  return (
    <Panel
      id="changes"
      title={strings.panel.changes}
      strings={strings}
      actions={actions}
      summary={strings.changes.between(view.from, view.to)}
      text={() => view.rows.map((r) => `${signs[r.mark]} ${r.subject}: ${r.before} → ${r.after}`).join('\n') + '\n'}
    >
      {view.rows.length === 0 && <p class="panel-empty">{strings.changes.none}</p>}
      <table class="changes">
        <tbody>
          {view.rows.map((row, i) => (
            <tr key={i} class={row.mark}>
              <th scope="row">{row.subject}</th>
              <td class="sign" aria-label={row.mark === 'same' ? undefined : strings.common[row.mark]}>
                {signs[row.mark]}
              </td>
              <td class="mono">
                {row.mark === 'changed' ? (
                  <>
                    <del>{row.before}</del> → <ins>{row.after}</ins>
                  </>
                ) : (
                  row.after || row.before
                )}
              </td>
              <td>
                <LineLink place={row.place} strings={strings} actions={actions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
