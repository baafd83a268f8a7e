/** What the API server stored, with the fields it filled in marked. */
import type { JSX } from 'preact';
import type { ObjectsView } from '../../view/view-models.ts';
import type { PanelProps } from '../endpoints/endpoints-panel.tsx';
import { Panel } from '../parts/panel.tsx';
import { Picker } from '../parts/picker.tsx';

export function ObjectsPanel({ view, strings, actions }: PanelProps<ObjectsView>): JSX.Element {
  const selected = view.selected;
  const keyOf = (o: { readonly kind: string; readonly namespace: string; readonly name: string }): string =>
    `${o.kind}/${o.namespace}/${o.name}`;
  const choose = (value: string): void => {
    const [kind = '', namespace = '', name = ''] = value.split('/');
    actions?.select({ object: { kind, namespace, name } });
  };
  return (
    <Panel
      id="objects"
      title={strings.panel.objects}
      strings={strings}
      actions={actions}
      text={() => view.lines.flatMap((l) => (l.change === 'removed' ? [] : [l.text])).join('\n') + '\n'}
      tools={
        selected && (
          <Picker
            label={strings.objects.object}
            value={keyOf(selected)}
            choices={view.objects.map((o) => ({ value: keyOf(o), label: o.title }))}
            onChoose={actions && choose}
          />
        )
      }
    >
      {view.lines.length === 0 && <p class="panel-empty">{strings.objects.empty}</p>}
      <pre class="object-lines tool-output" tabIndex={0}>
        {view.lines.map((line, i) => (
          <span key={i} class={`object-line ${line.origin}${line.change ? ` marked ${line.change}` : ''}`}>
            {line.change === 'removed' ? <del>{line.text}</del> : line.text}
            {line.origin !== 'typed' && <small>{strings.objects[line.origin]}</small>}
            {line.change && <span class="visually-hidden"> ({strings.common[line.change]})</span>}
            {'\n'}
          </span>
        ))}
      </pre>
      <p class="legend faint">
        <span class="object-line default">{strings.objects.default}</span>{' '}
        <span class="object-line allocated">{strings.objects.allocated}</span>{' '}
        <span class="object-line controller">{strings.objects.controller}</span>{' '}
        <span class="object-line kubectl">{strings.objects.kubectl}</span>
      </p>
    </Panel>
  );
}
