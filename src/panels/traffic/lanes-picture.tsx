/** Several clients at once: a lane for each, with the rule of its own node, to endpoints that stand there once. */
import type { JSX } from 'preact';
import type { PictureLane, PictureModel } from '../../view/view-models.ts';
import { Block } from './blocks.tsx';
import { EndpointMark } from './endpoint-mark.tsx';
import { LaneEnd, sendsNothing } from './lane-ends.tsx';
import { clientX, laneGeometry, landing, laneTrunk, laneWidthWanted, type LaneGeometry } from './lane-geometry.ts';
import { LanesTree } from './lanes-tree.tsx';
import { boldWidth, fit, monoWidth, sansWidth } from './measure.ts';
import { Part, type GoTo } from './part.tsx';
import { hitsOf, inWords, type Counts } from './tally.ts';
import { Address, Client, Rule } from './picture-parts.tsx';

interface Props {
  readonly model: PictureModel;
  readonly width: number;
  readonly counts?: Counts | undefined;
  readonly go?: GoTo;
}

export function LanesPicture(props: Props): JSX.Element {
  const { model, width } = props;
  return width >= laneWidthWanted(model) ? (
    <WideLanes {...props} width={Math.min(width, 900)} />
  ) : (
    <LanesTree {...props} width={Math.min(width, 460)} />
  );
}

function WideLanes({ model, width, counts, go }: Props): JSX.Element {
  const at = laneGeometry(model, width);
  const { lanes = [], captionEndpoints, edgeWords } = model;
  return (
    <svg
      class="picture lanes"
      viewBox={`0 0 ${width} ${at.height}`}
      width={width}
      height={at.height}
      role={go ? 'group' : 'img'}
      aria-label={model.description}
    >
      {at.edgeX !== undefined && (
        <>
          <path d={`M${at.edgeX} 2V${at.captionY - 18}`} class="pic-edge" />
          <text x={at.edgeX - 8} y="12" class="pic-tiny" text-anchor="end">
            {edgeWords.inside}
          </text>
          <text x={at.edgeX + 8} y="12" class="pic-tiny">
            {edgeWords.outside}
          </text>
        </>
      )}
      {lanes.map((lane, i) => (
        <Ways key={lane.id} lane={lane} index={i} at={at} model={model} counts={counts} />
      ))}
      {lanes.map((lane, i) => (
        <Lane key={lane.id} lane={lane} y={at.laneYs[i] ?? 0} at={at} />
      ))}
      {model.blocks.map((block, i) => (
        <Block
          key={block.id}
          block={block}
          counts={counts}
          x={at.endpointX - 8}
          y={at.endpointYs[i] ?? 0}
          room={at.endpointRoom + 18}
        />
      ))}
      {model.endpoints.map((endpoint, i) => (
        <Part key={endpoint.id} go={go} place={endpoint.place}>
          <EndpointMark
            endpoint={endpoint}
            x={at.endpointX}
            y={at.endpointYs[i] ?? 0}
            room={at.endpointRoom}
            count={endpoint.share && inWords(counts, hitsOf(counts, endpoint.id))}
          />
        </Part>
      ))}
      <text x={at.endpointX - 8} y={at.captionY} class="pic-caption">
        {fit(captionEndpoints.title, at.endpointRoom + 26, (t) => sansWidth(t, 12.5))}
      </text>
      <text x={at.endpointX - 8} y={at.captionY + 16} class="pic-small">
        {fit(captionEndpoints.detail, at.endpointRoom + 30, sansWidth)}
      </text>
    </svg>
  );
}

/** The trunk of a lane and its ribbons, under everything else. */
function Ways({
  lane,
  index,
  at,
  model,
  counts,
}: {
  readonly lane: PictureLane;
  readonly index: number;
  readonly at: LaneGeometry;
  readonly model: PictureModel;
  readonly counts: Counts | undefined;
}): JSX.Element {
  const y = at.laneYs[index] ?? 0;
  const split = splitOf(lane, at);
  if (sendsNothing(lane)) return <path d={`M${clientX + 16} ${y}H${at.ruleX}`} class="pic-nothing" />;
  let offset = -laneTrunk / 2;
  const places = new Map(model.endpoints.map(({ id }, i) => [id, at.endpointYs[i] ?? y]));
  const curve = (from: number, to: number): string => {
    const end = at.endpointX - (model.blocks.length > 0 ? 14 : 5);
    const bend = (split + end) / 2;
    return `M${split} ${from}C${bend} ${from} ${bend} ${to} ${end} ${to}`;
  };
  return (
    <>
      <path d={`M${clientX} ${y}H${split}`} class="pic-trunk lane" data-way={`trunk ${index}`} />
      {model.blocks.length > 0 && lane.reaches.length > 0 && (
        <path
          d={curve(y, landing(middleOf(at), index, at.laneYs.length))}
          class="pic-ribbon"
          stroke-width={laneTrunk}
          data-way={`${index} wedge`}
        />
      )}
      {model.blocks.length === 0 &&
        lane.reaches.map(({ id, share }) => {
          const width = (laneTrunk * share[0]) / share[1];
          const from = y + offset + width / 2;
          offset += width;
          const to = landing(places.get(id) ?? y, index, at.laneYs.length);
          return (
            <path
              key={id}
              d={curve(from, to)}
              class={hitsOf(counts, id) === 0 ? 'pic-ribbon idle' : 'pic-ribbon'}
              stroke-width={Math.max(1, width)}
              data-way={`${index} ${id}`}
            />
          );
        })}
    </>
  );
}

/** Where a lane's ribbons begin: at its rule, else at the address, else where the client has chosen. */
const splitOf = ({ rule, address }: PictureLane, at: LaneGeometry): number =>
  rule ? at.ruleX : at.addressX + (address ? at.addressWidth / 2 : 0);

const middleOf = ({ endpointYs, captionY }: LaneGeometry): number => ((endpointYs[0] ?? 0) + captionY - 30) / 2;

function Lane({
  lane,
  y,
  at,
}: {
  readonly lane: PictureLane;
  readonly y: number;
  readonly at: LaneGeometry;
}): JSX.Element {
  const { client, name, address, rule, summary, endingWord } = lane;
  const nothing = sendsNothing(lane);
  const title = fit(client.title, at.textRoom, boldWidth);
  const besides = at.textRoom - boldWidth(title) - 10;
  const wordX = rule || nothing ? at.ruleX + 12 : splitOf(lane, at) - 4;
  const lines = rule ? [rule.title, rule.detail] : [];
  return (
    <>
      <Client x={clientX} y={y} />
      <text x={at.textX} y={y - 12} class="pic-caption halo">
        {title}
      </text>
      {besides > 40 && (
        <text x={at.textX + boldWidth(title) + 10} y={y - 12} class="pic-small halo">
          {fit(client.detail, besides, sansWidth)}
        </text>
      )}
      <text x={at.textX} y={y + 21} class={nothing ? 'pic-mono small bad halo' : 'pic-mono small halo'}>
        {fit(name, at.textRoom, (t) => monoWidth(t, 11.5))}
      </text>
      {address && !nothing && (
        <Address text={address.text} virtual={address.virtual} x={at.addressX} y={y} width={at.addressWidth} />
      )}
      {rule && <Rule x={at.ruleX} y={y} bad={endingWord !== ''} />}
      <text
        x={wordX}
        y={rule || nothing ? y - 21 : y - 12}
        class={`pic-mono strong halo ${endingWord ? 'bad' : 'accent'}`}
        text-anchor="end"
      >
        {endingWord || summary}
      </text>
      {lines.map((line, i) => (
        <text key={i} x={at.ruleX + 12} y={y + 30 + i * 15} class="pic-small halo" text-anchor="end">
          {line}
        </text>
      ))}
      {rule?.notes.map((note, i) => (
        <text key={note} x={at.ruleX + 12} y={y + 60 + i * 15} class="pic-mono small note halo" text-anchor="end">
          {note}
        </text>
      ))}
      <LaneEnd lane={lane} x={rule ? at.ruleX : at.addressX + at.addressWidth / 2} y={y} />
    </>
  );
}
