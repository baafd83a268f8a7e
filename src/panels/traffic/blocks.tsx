/** Many endpoints: a wedge of ribbons into a grid of dots, one block per EndpointSlice with its name and count. */
import type { JSX } from 'preact';
import type { PictureModel } from '../../view/view-models.ts';
import { toneOf } from '../parts/glyph.tsx';
import { dotPitch, dotsPerRow, type WideGeometry } from './geometry.ts';
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

/** One block: its title, its count, and a dot for each endpoint. */
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
  const perRow = dotsPerRow(room - 18);
  const count = inWords(counts, blockHits(counts, block)) ?? String(block.dots.length);
  return (
    <g data-block={block.id}>
      <text x={x} y={y} class="pic-mono small">
        {fit(block.title, room - monoWidth(count, 11.5) - 16, (t) => monoWidth(t, 11.5))}
      </text>
      <text x={x + perRow * dotPitch - 3} y={y} class="pic-mono small" text-anchor="end">
        {count}
      </text>
      {block.dots.map((dot, i) => {
        const hit = dot.id !== undefined && (hitsOf(counts, dot.id) ?? 0) > 0;
        return (
          <circle
            key={i}
            cx={x + 2.5 + (i % perRow) * dotPitch}
            cy={y + 9 + Math.floor(i / perRow) * dotPitch}
            r={hit ? 3.4 : 2.5}
            class={`pic-dot glyph-${toneOf(dot.glyph)}${dot.reached ? '' : ' hollow'}${hit ? ' hit' : ''}`}
            data-way={dot.id}
          />
        );
      })}
    </g>
  );
}

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
        <path
          key={i}
          d={line(top + ((bottom - top) * i) / 5)}
          class="pic-wedge-line"
          data-way={i === 0 ? 'wedge' : undefined}
        />
      ))}
    </>
  );
}
