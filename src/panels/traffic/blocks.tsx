/** Many endpoints: a wedge of ribbons into a grid of dots, one block per EndpointSlice with its name and count. */
import type { JSX } from 'preact';
import type { PictureModel } from '../../view/view-models.ts';
import { toneOf } from '../parts/glyph.tsx';
import { dotCentre, dotPitch, dotsPerRow, type DotGrid, type WideGeometry } from './geometry.ts';
import { fit, monoWidth } from './measure.ts';
import { fraction } from './ribbons.ts';
import { blockHits, hitsOf, inWords, type Counts } from './tally.ts';

export function Blocks({
  model,
  at,
  counts,
}: {
  readonly model: PictureModel;
  readonly at: WideGeometry;
  readonly counts: Counts | undefined;
}): JSX.Element {
  const left = at.endpointX - 8;
  const reached = model.blocks.some((b) => b.dots.some((d) => d.reached));
  const topY = (at.endpointYs[0] ?? at.y) + 8;
  const bottomY = at.captionY - 36;
  return (
    <>
      {reached && <Wedge from={at.splitX} to={left - 8} y={at.y} top={topY} bottom={bottomY} />}
      {reached && model.blockShare && (
        <text x={left - 14} y={topY - 8} class="pic-mono strong accent halo" text-anchor="end">
          {fraction(model.blockShare)}
        </text>
      )}
      {model.blocks.map((block, i) => (
        <Block
          key={block.id}
          block={block}
          counts={counts}
          x={left}
          y={(at.endpointYs[i] ?? at.y) + 12}
          room={at.endpointRoom + 18}
        />
      ))}
    </>
  );
}

/**
 * One block: its title, its count, and a dot for each endpoint. Dots alike are one path: a thousand elements would cost more
 * than a frame. `data-dots` says where they stand, for connections that fly to one.
 */
export function Block({
  block,
  counts,
  x,
  y,
  room,
}: {
  readonly block: PictureModel['blocks'][number];
  readonly counts: Counts | undefined;
  readonly x: number;
  readonly y: number;
  readonly room: number;
}): JSX.Element {
  const grid = { x: x + 2.5, y: y + 9, perRow: dotsPerRow(room - 18) };
  const count = inWords(counts, blockHits(counts, block)) ?? String(block.dots.length);
  const lit = block.dots.flatMap((dot, i) => (dot.lit ? [i] : []));
  const hits = counts ? block.dots.flatMap(({ id }, i) => (id && hitsOf(counts, id) ? [i] : [])) : [];
  return (
    <g data-block={block.id} data-dots={`${grid.x} ${grid.y} ${grid.perRow}`}>
      <text x={x} y={y} class="pic-mono small">
        {fit(block.title, room - monoWidth(count, 11.5) - 16, (t) => monoWidth(t, 11.5))}
      </text>
      <text x={x + grid.perRow * dotPitch - 3} y={y} class="pic-mono small" text-anchor="end">
        {count}
      </text>
      {[...kindsOf(block)].map(([kind, places]) => (
        <path key={kind} d={dotsPath(places, grid, 2.5)} class={`pic-dot ${kind}`} />
      ))}
      {lit.length > 0 && <path d={dotsPath(lit, grid, 3.6)} class="pic-dot lit" />}
      {hits.length > 0 && <path d={dotsPath(hits, grid, 3.4)} class="pic-dot hit" />}
    </g>
  );
}

/** The places of the dots that look alike, by their class. */
function kindsOf({ dots }: PictureModel['blocks'][number]): ReadonlyMap<string, readonly number[]> {
  const kinds = new Map<string, number[]>();
  dots.forEach(({ glyph, reached }, i) => {
    const kind = `glyph-${toneOf(glyph)}${reached ? '' : ' hollow'}`;
    const places = kinds.get(kind);
    if (places) places.push(i);
    else kinds.set(kind, [i]);
  });
  return kinds;
}

const dotsPath = (places: readonly number[], grid: DotGrid, r: number): string =>
  places
    .map((place) => {
      const { x, y } = dotCentre(grid, place);
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    })
    .join('');

function Wedge({
  from,
  to,
  y,
  top,
  bottom,
}: {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}): JSX.Element {
  const bend = (from + to) / 2;
  const line = (end: number, start = y): string => `M${from} ${start}C${bend} ${start} ${bend} ${end} ${to} ${end}`;
  return (
    <>
      <path
        d={`${line(top, y - 4)}V${bottom}C${bend} ${bottom} ${bend} ${y + 4} ${from} ${y + 4}z`}
        class="pic-wedge"
      />
      {Array.from({ length: 6 }, (_, i) => (
        <path key={i} d={line(top + ((bottom - top) * i) / 5)} class="pic-wedge-line" />
      ))}
    </>
  );
}
