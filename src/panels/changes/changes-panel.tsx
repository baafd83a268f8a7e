/** The difference between two states, or between a state and what it was before the last edit, subject by subject. */
import type { JSX } from 'preact';
import type { ChangesView, Choice, StepView } from '../../view/view-models.ts';
import type { PanelProps } from '../endpoints/endpoints-panel.tsx';
import { LineLink } from '../parts/line-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { Picker } from '../parts/picker.tsx';

const signs = { added: '+', removed: '−', changed: '~', same: '' } as const;

interface Props extends PanelProps<ChangesView> {
  readonly steps: readonly StepView[];
}

export function ChangesPanel({ view, steps, strings, actions }: Props): JSX.Element {
  const { changes } = strings;
  const states = steps.map(({ index, title }): Choice => ({
    value: String(index),
    label: changes.state(index, title),
  }));
  const others = states.filter(({ value }) => value !== String(view.to));
  const compared = view.from !== view.to;
  const from = view.edited ? [...others, { value: 'edit', label: changes.beforeEdit }] : others;
  const choose = (value: string): void => {
    if (value !== '') actions?.select({ changesFrom: value === 'edit' ? 'edit' : Number(value) });
  };
  return (
    <Panel
      id="changes"
      title={strings.panel.changes}
      strings={strings}
      actions={actions}
      tools={
        from.length > 0 && (
          <>
            <Picker
              label={changes.from}
              value={compared ? String(view.from) : ''}
              choices={compared ? from : [{ value: '', label: changes.choose }, ...from]}
              onChoose={actions && choose}
            />
            <span class="arrow-to" aria-hidden="true">
              →
            </span>
            <Picker
              label={changes.to}
              value={String(view.to)}
              choices={states}
              onChoose={actions && ((value) => actions.select({ state: Number(value) }))}
            />
          </>
        )
      }
      text={() => changesText(view)}
    >
      {view.rows.length === 0 && <p class="panel-empty">{compared ? changes.none : changes.nothingYet}</p>}
      <table class="changes">
        <tbody>
          {view.rows.map((row, i) => (
            <tr key={i} class={row.mark}>
              <th scope="row">{row.subject}</th>
              <td class="sign">
                {row.mark !== 'same' && (
                  <>
                    <span aria-hidden="true">{signs[row.mark]}</span>
                    <span class="visually-hidden">{strings.common[row.mark]}</span>
                  </>
                )}
              </td>
              <td class="mono">
                {row.mark === 'changed' ? (
                  <>
                    <del>{row.before}</del> → <ins>{row.after}</ins>
                  </>
                ) : row.mark === 'removed' ? (
                  <del>{row.before}</del>
                ) : (
                  row.after
                )}
                {row.mark === 'same' && <small>{changes.same}</small>}
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

/** The panel's facts as plain text. */
export function changesText({ rows }: ChangesView): string {
  return rows.map((row) => `${signs[row.mark]} ${row.subject}: ${row.before} → ${row.after}`).join('\n') + '\n';
}
