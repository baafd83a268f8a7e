/** Several clients in a narrow column: their trunks run down side by side and turn off to the endpoints. */
import type { JSX } from 'preact';
import type { PictureLane, PictureModel } from '../../view/view-models.ts';
import { Block } from './blocks.tsx';
import { EndpointMark } from './endpoint-mark.tsx';
import { detailOf, dotPitch, dotsPerRow } from './geometry.ts';
import { LaneEnd, sendsNothing } from './lane-ends.tsx';
import { landing, laneTrunk } from './lane-geometry.ts';
import { boldWidth, fit, monoWidth, sansWidth, wrap } from './measure.ts';
import { Part, type GoTo } from './part.tsx';
import { hitsOf, inWords, type Counts } from './tally.ts';
import { Client, Rule } from './picture-parts.tsx';

interface Props {
  readonly model: PictureModel;
  readonly width: number;
  readonly counts?: Counts | undefined;
  readonly go?: GoTo;
}

const laneGap = 24;
const smallMono = (text: string): number => monoWidth(text, 11.5);

export function LanesTree({ model, width, counts, go }: Props): JSX.Element {
  const { lanes = [] } = model;
  const at = treeOf(model, width);
  return (
    <svg
      class="picture lanes tree"
      viewBox={`0 0 ${width} ${at.height}`}
      width={width}
      height={at.height}
      role={go ? 'group' : 'img'}
      aria-label={model.description}
    >
      {lanes.map((lane, i) => (
        <Ways key={lane.id} lane={lane} index={i} at={at} model={model} counts={counts} />
      ))}
      {lanes.map((lane, i) => (
        <Lane key={lane.id} lane={lane} x={at.laneXs[i] ?? 0} y={at.laneYs[i] ?? 0} at={at} width={width} />
      ))}
      {model.edge && (
        <>
          <path d={`M8 ${at.ruleY + 34}H${width - 8}`} class="pic-edge" />
          <text x={width - 8} y={at.ruleY + 48} class="pic-tiny" text-anchor="end">
            {model.edgeWords.outside}
          </text>
        </>
      )}
      {model.blocks.map((block, i) => (
        <Block
          key={block.id}
          block={block}
          counts={counts}
          x={at.endpointX - 8}
          y={at.endpointYs[i] ?? 0}
          room={width - at.endpointX}
        />
      ))}
      {model.endpoints.map((endpoint, i) => (
        <Part key={endpoint.id} go={go} place={endpoint.place}>
          <EndpointMark
            endpoint={endpoint}
            x={at.endpointX}
            y={at.endpointYs[i] ?? 0}
            room={width - at.endpointX - 24}
            lines={2}
            count={endpoint.share && inWords(counts, hitsOf(counts, endpoint.id))}
          />
        </Part>
      ))}
      <text x="16" y={at.height - 24} class="pic-caption">
        {fit(model.captionEndpoints.title, width - 24, (t) => sansWidth(t, 12.5))}
      </text>
      <text x="16" y={at.height - 8} class="pic-small">
        {fit(model.captionEndpoints.detail, width - 24, sansWidth)}
      </text>
    </svg>
  );
}

interface Tree {
  readonly laneXs: readonly number[];
  readonly laneYs: readonly number[];
  readonly textX: number;
  readonly ruleY: number;
  readonly endpointX: number;
  readonly endpointYs: readonly number[];
  readonly height: number;
}

/** The first client stands highest and farthest to the right, so that no text lies on a trunk. */
function treeOf({ lanes = [], endpoints, blocks, edge }: PictureModel, width: number): Tree {
  const laneXs = lanes.map((_, i) => 20 + (lanes.length - 1 - i) * laneGap);
  const textX = 20 + (lanes.length - 1) * laneGap + 22;
  let y = 22;
  const laneYs = lanes.map((lane) => {
    const at = y;
    y += 68 + linesOf(lane, width - textX - 8).length * 15;
    return at;
  });
  const ruleY = y + 2;
  y = ruleY + (edge ? 52 : 34);
  const endpointX = textX + 26;
  const endpointYs: number[] = [];
  for (const block of blocks) {
    endpointYs.push(y + 20);
    y += 36 + Math.ceil(block.dots.length / dotsPerRow(width - endpointX - 20)) * dotPitch;
  }
  endpoints.forEach((endpoint, i) => {
    endpointYs.push((y += i === 0 ? 26 : 46));
    y += 14 * (wrap(detailOf(endpoint), width - endpointX - 24, sansWidth).length - 1);
  });
  return { laneXs, laneYs, textX, ruleY, endpointX, endpointYs, height: y + 66 };
}

interface Line {
  readonly text: string;
  readonly look: string;
}

/** What becomes of a client's question, and what decides it: each in as many lines as it takes. */
function linesOf({ rule, summary, endingWord }: PictureLane, room: number): readonly Line[] {
  const how = endingWord || [rule?.detail ?? '', summary].filter(Boolean).join(' · ');
  const look = endingWord ? 'pic-small strong bad' : 'pic-small';
  return [
    ...wrap(how, room, sansWidth).map((text) => ({ text, look })),
    ...(rule?.notes ?? []).flatMap((note) =>
      wrap(note, room, smallMono).map((text) => ({ text, look: 'pic-mono small note' })),
    ),
  ];
}

function Ways({
  lane,
  index,
  at,
  model,
  counts,
}: {
  readonly lane: PictureLane;
  readonly index: number;
  readonly at: Tree;
  readonly model: PictureModel;
  readonly counts: Counts | undefined;
}): JSX.Element {
  const x = at.laneXs[index] ?? 0;
  const y = at.laneYs[index] ?? 0;
  if (sendsNothing(lane)) return <path d={`M${x} ${y + 16}V${at.ruleY}`} class="pic-nothing" />;
  let offset = laneTrunk / 2;
  const many = model.blocks.length > 0;
  const ends = many
    ? model.blocks.map(({ id }, i) => ({
        id,
        y: (at.endpointYs[i] ?? 0) + 4,
        share: [1, model.blocks.length] as const,
      }))
    : lane.reaches.map(({ id, share }) => ({
        id,
        share,
        y: at.endpointYs[model.endpoints.findIndex((end) => end.id === id)] ?? 0,
      }));
  return (
    <>
      <path d={`M${x} ${y}V${at.ruleY}`} class="pic-trunk lane" data-way={`trunk ${index}`} />
      {lane.reaches.length > 0 &&
        ends.map((end) => {
          const width = (laneTrunk * end.share[0]) / end.share[1];
          const from = x + offset - width / 2;
          offset -= width;
          const to = landing(end.y, index, at.laneXs.length);
          return (
            <path
              key={end.id}
              d={`M${from} ${at.ruleY}V${to - 14}Q${from} ${to} ${from + 14} ${to}H${at.endpointX - 12}`}
              class={hitsOf(counts, end.id) === 0 ? 'pic-ribbon idle' : 'pic-ribbon'}
              stroke-width={Math.max(1, width)}
              data-way={`${index} ${end.id}`}
            />
          );
        })}
    </>
  );
}

function Lane({
  lane,
  x,
  y,
  at,
  width,
}: {
  readonly lane: PictureLane;
  readonly x: number;
  readonly y: number;
  readonly at: Tree;
  readonly width: number;
}): JSX.Element {
  const { client, name, address, rule, endingWord } = lane;
  const room = width - at.textX - 8;
  return (
    <>
      <Client x={x} y={y} />
      <text x={at.textX} y={y - 2} class="pic-caption">
        {fit(client.title, room, boldWidth)}
      </text>
      <text x={at.textX} y={y + 14} class="pic-small">
        {fit(client.detail, room, sansWidth)}
      </text>
      <text x={at.textX} y={y + 30} class={sendsNothing(lane) ? 'pic-mono small bad' : 'pic-mono small'}>
        {fit(name || (address?.text ?? ''), room, smallMono)}
      </text>
      {linesOf(lane, room).map(({ text, look }, i) => (
        <text key={i} x={at.textX} y={y + 46 + i * 15} class={look}>
          {text}
        </text>
      ))}
      {rule && <Rule x={x} y={at.ruleY} bad={endingWord !== ''} />}
      <LaneEnd lane={lane} x={x} y={at.ruleY} down />
    </>
  );
}
