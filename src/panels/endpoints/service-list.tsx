/** Every Service with its verdict, those with trouble first: from each one click leads to its pod, its line and its change. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import { litService } from '../../view/lit-rows.ts';
import type { Segment, ServiceLine, ServiceRef, ServicesView } from '../../view/view-models.ts';
import type { Actions } from '../actions.ts';
import { GlyphIcon, toneOf } from '../parts/glyph.tsx';
import { LineLink } from '../parts/line-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { plainText, Words } from '../parts/words.tsx';

interface Props {
  readonly view: ServicesView;
  /** The Service looked at. */
  readonly selected: ServiceRef | undefined;
  /** Whose lines stand out, because the editor's caret is on a field of theirs. */
  readonly lit?: readonly string[] | undefined;
  readonly strings: PanelStrings;
  readonly actions?: Actions | undefined;
}

export function ServiceList({ view, selected, lit = [], strings, actions }: Props): JSX.Element {
  const { lines, trouble, taken } = view;
  return (
    <Panel
      id="services"
      title={strings.services.title}
      strings={strings}
      actions={actions}
      summary={strings.services.summary(lines.length, trouble)}
      text={() => servicesText(view)}
    >
      {taken.length > 0 && (
        <p class="services-taken">
          <Words words={taken} />
        </p>
      )}
      <ul class="service-lines">
        {lines.map((line) => (
          <Line
            key={`${line.namespace}/${line.name}`}
            line={line}
            current={selected?.name === line.name && selected.namespace === line.namespace}
            lit={lit.includes(litService(line))}
            strings={strings}
            actions={actions}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Line({
  line,
  current,
  lit,
  strings,
  actions,
}: Pick<Props, 'strings' | 'actions'> & {
  readonly line: ServiceLine;
  readonly current: boolean;
  readonly lit: boolean;
}): JSX.Element {
  const { label, glyph, words, trouble, place, pod } = line;
  const selection = selectionOf(line);
  return (
    <li
      class={['service-line', current && 'current', lit && 'lit'].filter(Boolean).join(' ')}
      data-service={`${line.namespace}/${line.name}`}
    >
      <GlyphIcon glyph={glyph} />
      {actions ? (
        <button
          type="button"
          class="service-name mono"
          aria-pressed={current}
          onClick={() => (glyph === 'error' && place ? actions.goTo(place) : actions.select(selection))}
        >
          {label}
        </button>
      ) : (
        <span class="service-name mono">{label}</span>
      )}
      <LineLink place={place} strings={strings} actions={actions} />
      <span class={trouble ? `service-words tone-${toneOf(glyph)}` : 'service-words'}>
        {words.map((segment, i) =>
          actions && pod && isPod(segment, pod) ? (
            <button
              type="button"
              class="service-pod mono"
              key={i}
              title={strings.services.showPod}
              onClick={() => actions.showPod(selection, pod)}
            >
              {segment.code}
            </button>
          ) : (
            <Words key={i} words={[segment]} />
          ),
        )}
      </span>
      {actions && line.fixes.length > 0 && (
        <span class="fixes">
          {line.fixes.slice(0, current ? 2 : 1).map((fix) => (
            <button type="button" class="button small" key={fix.title} onClick={() => actions.applyFix(fix)}>
              {fix.title}
            </button>
          ))}
        </span>
      )}
    </li>
  );
}

/** The name of the pod among the words: it leads to its row. */
const isPod = (segment: Segment, pod: string): segment is { readonly code: string } =>
  typeof segment === 'object' && 'code' in segment && (pod === segment.code || pod.endsWith(`/${segment.code}`));

/** The Service in every panel: its list, its name asked in its namespace, a call to its first port. */
function selectionOf({ namespace, name, target }: ServiceLine): Parameters<Actions['select']>[0] {
  return {
    service: { namespace, name },
    ...(target && {
      dns: { host: name, type: 'A', ns: namespace },
      traffic: { from: target.from, to: target.to },
    }),
  };
}

/** The list as plain text. */
export function servicesText({ lines, taken }: ServicesView): string {
  const wide = Math.max(0, ...lines.map(({ label }) => label.length));
  const rows = lines.map(({ label, words }) => `${label.padEnd(wide)}  ${plainText(words)}`);
  return `${[plainText(taken), ...rows].filter(Boolean).join('\n')}\n`;
}
