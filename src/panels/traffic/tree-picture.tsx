/** The same picture for a narrow column: the trunk runs down, ribbons turn off to the right as a tree. */
import type { JSX } from 'preact';
import type { PictureModel } from '../../view/view-models.ts';
import { Block } from './blocks.tsx';
import { EndpointMark } from './endpoint-mark.tsx';
import { detailOf, dotPitch, dotsPerRow } from './geometry.ts';
import { fit, monoWidth, sansWidth, wrap } from './measure.ts';
import { Part, type GoTo } from './part.tsx';
import { fraction, trunkWidth } from './ribbons.ts';
import { blockHits, hitsOf, inWords, type Counts } from './tally.ts';
import { Address, Ending, isBeside, Name, nameLines, Text, textX, trunkX } from './tree-parts.tsx';
import { Rule } from './picture-parts.tsx';

interface Props {
  readonly model: PictureModel;
  readonly width: number;
  readonly counts?: Counts | undefined;
  readonly go?: GoTo;
}

const endpointX = 84;

/** Pixels for the text of an endpoint. */
const roomOf = (width: number): number => width - endpointX - 24;

interface TreeGeometry {
  readonly nameY: number;
  readonly addressY: number;
  readonly ruleY: number;
  readonly edgeY: number | undefined;
  readonly endpointYs: readonly number[];
  readonly height: number;
}

function treeGeometry(model: PictureModel, width: number): TreeGeometry {
  let y = 22;
  const nameY = y + 52;
  if (model.name) y = nameY + 26 + nameLines(model.name, width).length * 16 + (model.name.tags.length - 1) * 32;
  const addressY = y + (model.name ? 22 : 46);
  if (model.address) y = addressY + (isBeside(model.address, width) ? 15 : 49);
  const ruleY = y + 42;
  if (model.rule) y = ruleY + 16 + model.rule.notes.length * 15;
  if (model.direct) y += 34;
  if (model.ending === 'REJECT' || model.ending === 'DROP' || model.ending === 'NOROUTE') y += 34;
  if (!model.name?.found && model.name) y += 30;
  const edgeY = model.edge ? y + 20 : undefined;
  if (edgeY) y = edgeY + 8;
  const endpointYs: number[] = [];
  for (const block of model.blocks) {
    endpointYs.push(y + 34);
    y += 40 + Math.ceil(block.dots.length / dotsPerRow(width - endpointX - 20)) * dotPitch;
  }
  model.endpoints.forEach((endpoint, i) => {
    endpointYs.push((y += i === 0 ? 36 : 46));
    y += 14 * (wrap(detailOf(endpoint), roomOf(width), sansWidth).length - 1);
  });
  return { nameY, addressY, ruleY, edgeY, endpointYs, height: y + 62 };
}

export function TreePicture({ model, width, counts, go }: Props): JSX.Element {
  const at = treeGeometry(model, width);
  const noPacket = model.ending === 'NXDOMAIN' || model.ending === 'NODATA' || model.ending === 'NOSOURCE';
  const trunkEnd = model.rule ? at.ruleY : model.address ? at.ruleY - 27 : model.name ? at.addressY : 70;
  return (
    <svg
      class="picture tree"
      viewBox={`0 0 ${width} ${at.height}`}
      width={width}
      height={at.height}
      role={go ? 'group' : 'img'}
      aria-label={model.description}
    >
      <path
        d={`M${trunkX} 22V${trunkEnd}`}
        class={noPacket ? 'pic-nothing' : 'pic-trunk'}
        data-way={noPacket ? undefined : 'trunk'}
      />
      <circle cx={trunkX} cy="22" r="13" class="pic-client" />
      <path d={`M${trunkX - 4.5} 17l4.6 5-4.6 5M${trunkX + 1.5} 27h4.5`} class="pic-prompt" />
      <Text x={textX} y={20} title={model.client.title} detail={model.client.detail} room={width - textX - 8} />
      {model.name && (
        <Part go={go} place={model.name.place}>
          <Name name={model.name} y={at.nameY} land={at.addressY - 20} width={width} />
        </Part>
      )}
      {model.direct && (
        <Text
          x={textX}
          y={at.addressY}
          title={model.direct.title}
          detail={model.direct.detail}
          room={width - textX - 8}
        />
      )}
      {model.address && (
        <Part go={go} place={model.address.place}>
          <Address model={model.address} y={at.addressY} width={width} />
        </Part>
      )}
      <Ribbons model={model} from={trunkEnd} ys={at.endpointYs} counts={counts} />
      {model.rule && (
        <Part go={go} place={model.rule.place}>
          <Rule x={trunkX} y={at.ruleY} bad={model.ending === 'REJECT' || model.ending === 'DROP'} />
          <Text
            x={textX}
            y={at.ruleY - 1.5}
            title={model.rule.title}
            detail={model.rule.detail}
            room={width - textX - 8}
          />
          {model.rule.notes.map((note, i) => (
            <text key={note} x={textX} y={at.ruleY + 30 + i * 15} class="pic-mono small note halo">
              {fit(note, width - textX - 8, (t) => monoWidth(t, 11.5))}
            </text>
          ))}
        </Part>
      )}
      <Ending model={model} y={trunkEnd} width={width} />
      {at.edgeY !== undefined && (
        <>
          <path d={`M8 ${at.edgeY}H${width - 8}`} class="pic-edge" />
          <text x={width - 8} y={at.edgeY + 14} class="pic-tiny" text-anchor="end">
            {model.edgeWords.outside}
          </text>
        </>
      )}
      {model.blocks.length > 0
        ? model.blocks.map((block, i) => (
            <Block
              key={block.id}
              block={block}
              counts={counts}
              x={endpointX - 8}
              y={at.endpointYs[i] ?? 0}
              room={width - endpointX}
            />
          ))
        : model.endpoints.map((e, i) => (
            <Part key={e.id} go={go} place={e.place}>
              <EndpointMark
                endpoint={e}
                x={endpointX}
                y={at.endpointYs[i] ?? 0}
                room={roomOf(width)}
                lines={2}
                count={e.share && inWords(counts, hitsOf(counts, e.id))}
              />
            </Part>
          ))}
      <Text
        x={16}
        y={at.height - 24}
        title={model.captionEndpoints.title}
        detail={model.captionEndpoints.detail}
        room={width - 24}
      />
    </svg>
  );
}

function Ribbons({
  model,
  from,
  ys,
  counts,
}: {
  readonly model: PictureModel;
  readonly from: number;
  readonly ys: readonly number[];
  readonly counts: Counts | undefined;
}): JSX.Element {
  let offset = trunkWidth / 2;
  const items =
    model.blocks.length > 0
      ? model.blocks.map((b) => ({
          id: b.id,
          refused: false,
          share: b.dots.some((d) => d.reached) ? ([1, model.blocks.length] as const) : undefined,
          word: '',
          hits: blockHits(counts, b),
        }))
      : model.endpoints.map((e) => ({
          id: e.id,
          refused: e.ending === 'REFUSED',
          share: e.share,
          word: e.share ? fraction(e.share) : '',
          hits: hitsOf(counts, e.id),
        }));
  return (
    <>
      {items.map((item, i) => {
        const y = (ys[i] ?? 0) + (model.blocks.length > 0 ? 8 : 0);
        if (!item.share) return null;
        const width = (trunkWidth * item.share[0]) / item.share[1];
        const x = trunkX + offset - width / 2;
        offset -= width;
        return (
          <g key={item.id}>
            <path
              d={`M${x} ${from}V${y - 14}Q${x} ${y} ${x + 14} ${y}H${endpointX - (model.blocks.length > 0 ? 14 : 12)}`}
              class={item.hits === 0 ? 'pic-ribbon idle' : 'pic-ribbon'}
              stroke-width={Math.max(1, width)}
              data-way={item.id}
            />
            {item.refused && (
              <>
                <path d={`M${endpointX - 12} ${y + 8}H${trunkX + 20}`} class="pic-return" />
                <path d={`M${trunkX + 22} ${y + 4}l-8 4 8 4z`} class="pic-arrow bad" />
              </>
            )}
            {item.word && (
              <text x={endpointX - 16} y={y - 7} class="pic-mono strong accent halo" text-anchor="end">
                {item.word}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
