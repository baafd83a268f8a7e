/** Pods and nodes, with the switches that set what the scene declares of them. */
import type { JSX } from 'preact';
import type { PodRow, PodsView } from '../../view/view-models.ts';
import type { PanelProps } from '../endpoints/endpoints-panel.tsx';
import { ChangeBadge } from '../parts/change-mark.tsx';
import { GlyphIcon } from '../parts/glyph.tsx';
import { LineLink } from '../parts/line-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { Picker } from '../parts/picker.tsx';

export function PodsPanel({
  view,
  strings,
  actions,
  lit = [],
}: PanelProps<PodsView> & { readonly lit?: readonly string[] | undefined }): JSX.Element {
  const nodes = view.nodes.map((n) => ({ value: n.name, label: n.name }));
  return (
    <Panel
      id="pods"
      title={strings.panel.pods}
      strings={strings}
      actions={actions}
      summary={String(view.count)}
      text={() => `$ ${view.command}\n${view.output}`}
    >
      {view.count === 0 && <p class="panel-empty">{strings.pods.empty}</p>}
      <ul class="pod-rows">
        {view.pods.map((pod) => (
          <li class={lit.includes(pod.id) ? 'row lit' : 'row'} key={pod.id}>
            <GlyphIcon glyph={pod.glyph} />
            <span class="row-title">
              <span class="mono">{pod.name}</span>{' '}
              <small>{[pod.namespace, pod.ip, pod.phase].filter(Boolean).join(' · ')}</small>{' '}
              <ChangeBadge change={pod.change} strings={strings} />
            </span>
            <span class="row-reason mono">
              {pod.labels.split(' ').map((label) => (
                <span class="pod-label" key={label}>
                  {label}
                </span>
              ))}
            </span>
            {actions ? (
              <span class="switches">
                <Switch
                  label={strings.pods.setReady(pod.name)}
                  text={strings.pods.ready}
                  on={pod.ready}
                  onSwitch={(ready) => actions.setPod(pod.id, { ready })}
                />
                <Switch
                  label={strings.pods.setTerminating(pod.name)}
                  text={strings.pods.terminating}
                  on={pod.terminating}
                  onSwitch={(terminating) => actions.setPod(pod.id, { terminating })}
                />
                <Picker
                  label={strings.pods.setNode(pod.name)}
                  value={pod.node}
                  choices={nodes}
                  onChoose={(node) => actions.setPod(pod.id, { node })}
                />
              </span>
            ) : (
              <span class="faint">{stateWords(pod, strings.pods)}</span>
            )}
            <LineLink place={pod.place} strings={strings} actions={actions} />
          </li>
        ))}
        {view.left?.map((pod) => (
          <li class="row removed" key={pod}>
            <GlyphIcon glyph="out" />
            <span class="row-title">
              <span class="mono">{pod}</span> <ChangeBadge change="removed" strings={strings} />
            </span>
          </li>
        ))}
        {view.count > view.pods.length && <li class="more">{strings.common.more(view.count - view.pods.length)}</li>}
      </ul>
      <h4 class="group-title">{strings.pods.nodes}</h4>
      <ul class="pod-rows">
        {view.nodes.map((node) => (
          <li class="row" key={node.name}>
            <GlyphIcon glyph={node.ready ? 'ready' : 'not-ready'} />
            <span class="row-title">
              <span class="mono">{node.name}</span> <small>{[node.ip, node.zone].filter(Boolean).join(' · ')}</small>
            </span>
            {actions && (
              <Switch
                label={strings.pods.setNodeReady(node.name)}
                text={strings.pods.nodeReady}
                on={node.ready}
                onSwitch={(ready) => actions.setNode(node.name, { ready })}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Switch({
  label,
  text,
  on,
  onSwitch,
}: {
  readonly label: string;
  readonly text: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}): JSX.Element {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        checked={on}
        onChange={(e) => onSwitch(e.currentTarget.checked)}
      />
      <span aria-hidden="true">{text}</span>
    </label>
  );
}

const stateWords = (pod: PodRow, words: { readonly ready: string; readonly terminating: string }): string =>
  [pod.ready ? words.ready : '', pod.terminating ? words.terminating : '', pod.node].filter(Boolean).join(' · ');
