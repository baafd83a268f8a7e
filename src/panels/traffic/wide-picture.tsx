/** The picture from left to right: client, name, address, rule, endpoints. Drawn for its width, never scaled. */
import type { JSX } from 'preact';
import type { PictureModel } from '../../view/view-models.ts';
import { Blocks } from './blocks.tsx';
import { EndpointMark } from './endpoint-mark.tsx';
import { wideGeometry, type WideGeometry } from './geometry.ts';
import { fit, sansWidth } from './measure.ts';
import { NameArch } from './name-arch.tsx';
import { Part, type GoTo } from './part.tsx';
import { Address, Caption, Client, ClusterEdge, Leads, Notes, OnLine, Rule } from './picture-parts.tsx';
import { ribbons } from './ribbons.ts';
import { hitsOf, inWords, type Counts } from './tally.ts';

interface Props {
  readonly model: PictureModel;
  /** Pixels. */
  readonly width: number;
  readonly counts?: Counts | undefined;
  readonly go?: GoTo;
}

export function WidePicture({ model, width, counts, go }: Props): JSX.Element {
  const at = wideGeometry(model, width);
  return (
    <svg
      class="picture wide"
      viewBox={`0 0 ${width} ${at.height}`}
      width={width}
      height={at.height}
      role={go ? 'group' : 'img'}
      aria-label={model.description}
    >
      <Leads at={at} />
      {at.edgeX !== undefined && (
        <ClusterEdge
          x={at.edgeX}
          bottom={at.captionY - 18}
          words={model.edgeWords}
          narrow={(model.name?.tags.length ?? 0) > 1}
        />
      )}
      <Way model={model} at={at} counts={counts} />
      {model.name && (
        <Part go={go} place={model.name.place}>
          <NameArch
            name={model.name}
            lines={at.nameLines}
            clientX={at.clientX}
            landX={at.landX}
            y={at.y}
            width={at.edgeX ?? at.endpointX}
          />
        </Part>
      )}
      <Client x={at.clientX} y={at.y} />
      {model.address && at.addressX !== undefined && (
        <Part go={go} place={model.address.place}>
          <Address
            text={model.address.text}
            virtual={model.address.virtual}
            x={at.addressX}
            y={at.y}
            width={at.addressWidth}
          />
        </Part>
      )}
      {model.blocks.length > 0 ? (
        <Blocks model={model} at={at} counts={counts} />
      ) : (
        model.endpoints.map((endpoint, i) => (
          <Part key={endpoint.id} go={go} place={endpoint.place}>
            <EndpointMark
              endpoint={endpoint}
              x={at.endpointX}
              y={at.endpointYs[i] ?? at.y}
              room={at.endpointRoom}
              count={endpoint.share && inWords(counts, hitsOf(counts, endpoint.id))}
            />
          </Part>
        ))
      )}
      {model.rule && at.ruleX !== undefined && (
        <Part go={go} place={model.rule.place} label={`${model.rule.title}: ${model.rule.detail}`}>
          <Rule x={at.ruleX} y={at.y} bad={isRefusal(model)} />
        </Part>
      )}
      {model.rule && at.ruleX !== undefined && <Notes notes={model.rule.notes} x={at.ruleX} y={at.notesY} />}
      {at.columns.map((column, i) => (
        <Caption key={i} column={column} y={at.captionY} />
      ))}
    </svg>
  );
}

const isRefusal = (model: PictureModel): boolean => model.ending === 'REJECT' || model.ending === 'DROP';

/** The trunk, and how it ends: in ribbons, refused, dropped, without a route, or not at all. */
function Way({
  model,
  at,
  counts,
}: {
  readonly model: PictureModel;
  readonly at: WideGeometry;
  readonly counts: Counts | undefined;
}): JSX.Element {
  const { y, clientX, splitX } = at;
  if (model.ending === 'NXDOMAIN' || model.ending === 'NODATA' || model.ending === 'NOSOURCE') {
    const end = at.edgeX ? at.edgeX + 14 : at.endpointX - 30;
    const middle = (clientX + end) / 2;
    return (
      <>
        <path d={`M${clientX + 16} ${y}H${end}`} class="pic-nothing" />
        <OnLine text={model.endingWord} x={middle} y={y} />
      </>
    );
  }
  const trunkEnd = model.ending === 'NOROUTE' ? splitX + 14 : splitX;
  return (
    <>
      <path d={`M${clientX} ${y}H${trunkEnd}`} class="pic-trunk" data-way="trunk" />
      {model.ending === 'REJECT' && <Refused model={model} x={splitX} y={y} clientX={clientX} />}
      {model.ending === 'DROP' && (
        <g class="pic-fade">
          {Array.from({ length: 7 }, (_, i) => (
            <circle key={i} cx={splitX + 20 + i * 11} cy={y} r={3.6 - i * 0.42} opacity={1 - i * 0.12} />
          ))}
        </g>
      )}
      {model.ending === 'NOROUTE' && (
        <path d={`M${trunkEnd + 4} ${y - 11}v22M${trunkEnd + 13} ${y - 11}v22`} class="pic-gap" />
      )}
      {model.blocks.length === 0 &&
        ribbons(model.endpoints, at).map((r) => (
          <g key={r.id}>
            {r.refused && (
              <>
                <path d={r.refused.path} class="pic-return" />
                <path d={r.refused.arrow} class="pic-arrow bad" />
              </>
            )}
            <path
              d={r.path}
              class={hitsOf(counts, r.id) === 0 ? 'pic-ribbon idle' : 'pic-ribbon'}
              stroke-width={r.width}
              data-way={r.id}
            />
            {r.word && (
              <text x={r.wordX} y={r.wordY} class="pic-mono strong accent halo" text-anchor="end">
                {r.word}
              </text>
            )}
          </g>
        ))}
    </>
  );
}

function Refused({
  model,
  x,
  y,
  clientX,
}: {
  readonly model: PictureModel;
  readonly x: number;
  readonly y: number;
  readonly clientX: number;
}): JSX.Element {
  const low = y + 34;
  return (
    <>
      <path d={`M${x + 17} ${y - 17}v34`} class="pic-bar" />
      <path
        d={`M${x} ${y + 11}V${low - 10}Q${x} ${low} ${x - 10} ${low}H${clientX + 10}Q${clientX} ${low} ${clientX} ${low - 10}V${y + 22}`}
        class="pic-return"
      />
      <path d={`M${clientX - 4.5} ${y + 25}l4.5-8 4.5 8z`} class="pic-arrow bad" />
      <OnLine text={fit(model.endingWord, x - clientX - 40, sansWidth)} x={(x + clientX) / 2} y={low} bad />
    </>
  );
}
