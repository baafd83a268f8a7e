/** One endpoint of the picture: glyph, address, who it is, and its own ending where the process or host does not simply answer. */
import type { JSX } from 'preact';
import type { PictureEndpoint } from '../../view/view-models.ts';
import { GlyphShape } from '../parts/glyph.tsx';
import { detailOf } from './geometry.ts';
import { fit, monoWidth, sansWidth } from './measure.ts';

interface Props {
  readonly endpoint: PictureEndpoint;
  readonly x: number;
  readonly y: number;
  /** Pixels for the text right of the glyph. */
  readonly room: number;
  /** What an endpoint got of the connections played: "18 of 30". */
  readonly count?: string | undefined;
}

export function EndpointMark({ endpoint, x, y, room, count }: Props): JSX.Element {
  const used = endpoint.share !== undefined;
  const title = fit(endpoint.title, room - (endpoint.change === 'added' ? 20 : 0), monoWidth);
  return (
    <g class={`pic-endpoint${used ? '' : ' unused'}${endpoint.change ? ` ${endpoint.change}` : ''}`}>
      <title>{`${endpoint.title} · ${endpoint.detail}`}</title>
      <circle cx={x} cy={y} r="10.5" class="pic-clear" />
      <g transform={`translate(${x - 9.2} ${y - 9.2}) scale(1.15)`}>
        <GlyphShape glyph={endpoint.glyph} />
      </g>
      <text x={x + 18} y={y - 1.5} class={`pic-mono title${used ? ' strong' : ''}`}>
        {title}
      </text>
      {endpoint.change === 'added' && (
        <g transform={`translate(${x + 18 + monoWidth(title) + 14} ${y - 6})`}>
          <circle r="7.5" class="pic-added" />
          <path d="M-3.6 0h7.2M0-3.6v7.2" class="pic-added-sign" />
        </g>
      )}
      <text
        x={x + 18}
        y={y + 14.5}
        class={`pic-small${endpoint.ending && endpoint.ending !== 'ENDPOINTS' ? ' bad' : ''}`}
      >
        {fit(count ?? detailOf(endpoint), room, sansWidth)}
      </text>
    </g>
  );
}
