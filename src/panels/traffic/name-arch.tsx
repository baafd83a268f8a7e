/** The question to DNS, as an arch over the trunk: up at the client, the name on it as a tag, down where the answer leads. */
import type { JSX } from 'preact';
import type { PictureModel } from '../../view/view-models.ts';
import { GlyphShape } from '../parts/glyph.tsx';
import type { NameLine } from './geometry.ts';
import { fit, monoWidth, sansWidth } from './measure.ts';

type Name = NonNullable<PictureModel['name']>;

interface Props {
  readonly name: Name;
  /** The lines under the tag. */
  readonly lines: readonly NameLine[];
  readonly clientX: number;
  /** Where the answer comes down. */
  readonly landX: number;
  /** Height of the trunk. */
  readonly y: number;
  readonly width: number;
}

const top = 22;
const tagX = 58;

export function NameArch({ name, lines, clientX, landX, y, width }: Props): JSX.Element {
  const tags = tagsOf(name, width);
  const right = tags.at(-1)?.right ?? tagX;
  const down = Math.max(landX, right + 16);
  const rise = `M${clientX} ${y - 14}V${top + 14}Q${clientX} ${top} ${clientX + 14} ${top}`;
  const fall = name.found && name.lands !== 'nowhere';
  const landsAt = name.lands === 'address' ? y - 17 : y - 7;
  return (
    <g class={name.found ? 'pic-name' : 'pic-name failed'}>
      <path
        d={fall ? `${rise}H${down - 14}Q${down} ${top} ${down} ${top + 14}V${landsAt}` : `${rise}H${right}`}
        class="pic-arch"
      />
      <path d={`M${clientX - 4.5} ${y - 34}l4.5-8 4.5 8z`} class="pic-arrow" />
      {fall && <path d={`M${down - 4.5} ${landsAt - 30}l4.5 8 4.5-8z`} class="pic-arrow" />}
      {tags.map((tag, i) => (
        <g key={i}>
          <path
            d={`M${tag.x} ${top - 13}h${tag.right - tag.x - 11}l11 13-11 13h-${tag.right - tag.x - 11}z`}
            class={i > 0 ? 'pic-tag alias' : 'pic-tag'}
          />
          <text x={tag.x + 11} y={top + 4.5} class="pic-mono strong">
            {tag.text}
          </text>
        </g>
      ))}
      {!name.found && (
        <g transform={`translate(${right + 8} ${top - 8})`}>
          <GlyphShape glyph="no-name" />
        </g>
      )}
      <Captions lines={lines} right={fall ? down - 12 : width - 12} />
    </g>
  );
}

function Captions({ lines, right }: { readonly lines: readonly NameLine[]; readonly right: number }): JSX.Element {
  const wordX = Math.min(right - 66, tagX + 11 + Math.max(...lines.map((line) => monoWidth(line.text, 11.5)), 60) + 14);
  return (
    <>
      {lines.map((caption, i) => (
        <text key={i} x={tagX + 11} y={53 + i * 16} class={caption.mono ? 'pic-mono small' : 'pic-small'}>
          {fit(
            caption.text,
            (caption.rcode ? wordX : right) - tagX - 14,
            caption.mono ? (t) => monoWidth(t, 11.5) : sansWidth,
          )}
          {caption.rcode && (
            <tspan x={wordX} class={caption.rcode === 'NOERROR' ? 'pic-good' : 'pic-bad-word'}>
              {caption.rcode}
            </tspan>
          )}
        </text>
      ))}
    </>
  );
}

function tagsOf(name: Name, width: number): readonly { x: number; right: number; text: string }[] {
  const natural = name.tags.reduce((sum, tag) => sum + monoWidth(tag) + 36, 0);
  const room = natural <= width - tagX - 30 ? Infinity : Math.max(90, (width - tagX - 40) / name.tags.length - 30);
  let x = tagX;
  return name.tags.map((tag) => {
    const text = fit(tag, room, monoWidth);
    const right = x + monoWidth(text) + 33;
    const placed = { x, right, text };
    x = right + 3;
    return placed;
  });
}
