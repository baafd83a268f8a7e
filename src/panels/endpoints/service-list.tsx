/** Every Service of the scene with its result in a word, those with trouble first: the way into a team's manifests. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { EndpointsView, Glyph } from '../../view/view-models.ts';
import type { Actions } from '../actions.ts';
import { GlyphIcon } from '../parts/glyph.tsx';

interface Props {
  readonly view: EndpointsView;
  readonly strings: PanelStrings;
  readonly actions: Actions;
}

const healthy: ReadonlySet<Glyph> = new Set(['ready', 'ready-outside', 'ok', 'outside']);

export function ServiceList({ view, strings, actions }: Props): JSX.Element {
  const { services, service: selected } = view;
  const sorted = [...services.filter((s) => !healthy.has(s.glyph)), ...services.filter((s) => healthy.has(s.glyph))];
  return (
    <details class="service-list" open={services.length > 3}>
      <summary>{strings.services.title(services.length)}</summary>
      <ul>
        {sorted.map(({ namespace, name, label, verdict, glyph }) => (
          <li key={`${namespace}/${name}`}>
            <button
              type="button"
              aria-pressed={selected?.name === name && selected.namespace === namespace}
              onClick={() => actions.select({ service: { namespace, name } })}
            >
              <GlyphIcon glyph={glyph} />
              <span class="mono">{label}</span>
              <span>{verdict}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
