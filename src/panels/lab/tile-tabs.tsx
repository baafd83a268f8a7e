/** On a phone one tile is open; the tabs over it show every result all the time. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { Glyph, LabView } from '../../view/view-models.ts';
import { GlyphIcon } from '../parts/glyph.tsx';

export type TileName = 'endpoints' | 'dns' | 'traffic';

export type Tile = 'editor' | TileName;

interface Props {
  readonly view: LabView;
  readonly strings: PanelStrings;
  /** The tiles of this lab besides the editor. */
  readonly tiles: readonly Tile[];
  /** The list of Services stands over Endpoints. */
  readonly many: boolean;
  readonly tile: Tile;
  readonly onTile: (tile: Tile) => void;
}

export function TileTabs({ view, strings, tiles, many, tile, onTile }: Props): JSX.Element {
  const { problems, services, endpoints, dns, traffic } = view;
  const editorGlyph: Glyph = problems.errors > 0 ? 'error' : problems.warnings > 0 ? 'warning' : 'ok';
  const all: readonly {
    readonly name: Tile;
    readonly title: string;
    readonly glyph: Glyph;
    readonly result: string;
  }[] = [
    {
      name: 'editor',
      title: 'YAML',
      glyph: editorGlyph,
      result: problems.problems.length > 0 ? String(problems.problems.length) : 'OK',
    },
    many
      ? {
          name: 'endpoints',
          title: strings.services.title,
          glyph: services.trouble > 0 ? 'warning' : 'ready',
          result: `${services.lines.length - services.trouble}/${services.lines.length}`,
        }
      : {
          name: 'endpoints',
          title: strings.panel.endpoints,
          glyph: endpoints.counts.in > 0 ? 'ready' : 'out',
          result: endpoints.summary,
        },
    { name: 'dns', title: strings.panel.dns, glyph: dns.glyph, result: dns.rcode },
    {
      name: 'traffic',
      title: strings.panel.traffic,
      glyph: traffic.glyph,
      result: traffic.outcome === 'ENDPOINTS' ? traffic.summary : traffic.outcome,
    },
  ];
  const tabs = all.filter(({ name }) => name === 'editor' || tiles.includes(name));
  return (
    <div class="tile-tabs" role="group" aria-label={strings.lab.results}>
      {tabs.map((tab) => (
        <button
          type="button"
          class="tile-tab"
          key={tab.name}
          aria-pressed={tile === tab.name}
          onClick={() => onTile(tab.name)}
        >
          <b>{tab.title}</b>
          <span>
            <GlyphIcon glyph={tab.glyph} size={13} /> {tab.result}
          </span>
        </button>
      ))}
    </div>
  );
}
