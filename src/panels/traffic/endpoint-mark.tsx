/** One endpoint of the picture: glyph, address, who it is, and its own ending where the process or host does not simply answer. */
import type { JSX } from 'preact';
import type { PictureEndpoint } from '../../view/view-models.ts';
import { GlyphShape } from '../parts/glyph.tsx';
import { detailOf } from './geometry.ts';
import { fit, monoWidth, sansWidth, wrap } from './measure.ts';

interface Props {
  readonly endpoint: PictureEndpoint;
  readonly x: number;
  readonly y: number;
  /** Pixels for the text right of the glyph. */
  readonly room: number;
  /** What an endpoint got of the connections played: "18 of 30". */
  readonly count?: string | undefined;
  /** Lines that what is said under its title may take. */
  readonly lines?: number;
}

export function EndpointMark({ endpoint, x, y, room, count, lines = 1 }: Props): JSX.Element {
  const used = endpoint.share !== undefined;
  const { lit } = endpoint;
  const detail = wrap(detailOf(endpoint, count), room, sansWidth, lines);
  const title = fit(endpoint.title, room - (endpoint.change === 'added' ? 20 : 0), monoWidth);
  return (
    <g class={['pic-endpoint', !used && 'unused', endpoint.change, lit && 'lit'].filter(Boolean).join(' ')}>
      <title>{`${endpoint.title} · ${detailOf(endpoint)}`}</title>
      {lit && <rect x={x - 11} y={y - 17} width={room + 33} height={24 + 14 * detail.length} rx="6" class="pic-lit" />}
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
      {detail.map((line, i) => (
        <text
          key={i}
          x={x + 18}
          y={y + 14.5 + 14 * i}
          class={`pic-small${endpoint.ending && endpoint.ending !== 'ENDPOINTS' ? ' bad' : ''}`}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
