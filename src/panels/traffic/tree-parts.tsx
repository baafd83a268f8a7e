/** The parts of the narrow picture: name, address, ending, and texts beside the trunk. */
import type { JSX } from 'preact';
import type { PictureModel } from '../../view/view-models.ts';
import { GlyphShape } from '../parts/glyph.tsx';
import { fit, monoWidth, sansWidth } from './measure.ts';

/** The trunk runs down here; texts stand right of it. Pixels. */
export const trunkX = 26;
export const textX = 50;

/** Two lines beside the trunk. */
export function Text({
  x,
  y,
  title,
  detail,
  room,
}: {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly detail: string;
  readonly room: number;
}): JSX.Element {
  return (
    <>
      <text x={x} y={y} class="pic-caption">
        {fit(title, room, (t) => sansWidth(t, 12.5))}
      </text>
      <text x={x} y={y + 16} class="pic-small">
        {fit(detail, room, sansWidth)}
      </text>
    </>
  );
}

type NameModel = NonNullable<PictureModel['name']>;

interface NameLine {
  readonly text: string;
  readonly rcode?: string | undefined;
  readonly mono: boolean;
}

const smallMono = (text: string): number => monoWidth(text, 11.5);

/** The lines under the tag: a rcode has its own where the name before it leaves no room. */
export function nameLines({ captions }: NameModel, width: number): readonly NameLine[] {
  return captions.flatMap(({ text, rcode }, i): readonly NameLine[] => {
    const mono = rcode !== undefined || i === 0;
    if (rcode === undefined || smallMono(text) <= width - 66 - 74) return [{ text, rcode, mono }];
    return [
      { text, mono },
      { text: '', rcode, mono },
    ];
  });
}

/** The question to DNS, beside the trunk. */
export function Name({
  name,
  y,
  land,
  width,
}: {
  readonly name: NameModel;
  readonly y: number;
  readonly land: number;
  readonly width: number;
}): JSX.Element {
  const after = y + (name.tags.length - 1) * 32;
  return (
    <g class={name.found ? 'pic-name' : 'pic-name failed'}>
      <path
        d={
          name.found
            ? `M32 ${y - 16}H38Q48 ${y - 16} 48 ${y - 6}V${land - 10}Q48 ${land} 38 ${land}H34`
            : `M32 ${y - 16}H38Q48 ${y - 16} 48 ${y - 6}V${y}`
        }
        class="pic-arch"
      />
      {name.found && <path d={`M40 ${land - 4.5}l-8 4.5 8 4.5z`} class="pic-arrow" />}
      {name.tags.map((tag, i) => {
        const text = fit(tag, width - 48 - 60, monoWidth);
        const flat = monoWidth(text) + 22;
        return (
          <g key={i}>
            <path
              d={`M48 ${y - 13 + i * 32}h${flat}l11 13-11 13h-${flat}z`}
              class={i > 0 ? 'pic-tag alias' : 'pic-tag'}
            />
            <text x="59" y={y + 4.5 + i * 32} class="pic-mono strong">
              {text}
            </text>
            {!name.found && i === 0 && (
              <g transform={`translate(${48 + flat + 16} ${y - 8})`}>
                <GlyphShape glyph="no-name" />
              </g>
            )}
          </g>
        );
      })}
      {nameLines(name, width).map(({ text, rcode, mono }, i) => (
        <text key={i} x="59" y={after + 30 + i * 16} class={mono ? 'pic-mono small' : 'pic-small'}>
          {fit(text, width - 66, mono ? smallMono : sansWidth)}
          {rcode && (
            <tspan x={width - 8} text-anchor="end" class={rcode === 'NOERROR' ? 'pic-good' : 'pic-bad-word'}>
              {rcode}
            </tspan>
          )}
        </text>
      ))}
    </g>
  );
}

type AddressModel = NonNullable<PictureModel['address']>;

const capsuleWidth = ({ text }: AddressModel, width: number): number => Math.min(monoWidth(text) + 28, width - 16);

/** What the address is stands right of it where there is room for the words, else under it. */
export const isBeside = (model: AddressModel, width: number): boolean =>
  Math.max(sansWidth(model.title, 12.5), sansWidth(model.detail)) <= width - capsuleWidth(model, width) - 24;

/** The address on the trunk. */
export function Address({
  model,
  y,
  width,
}: {
  readonly model: AddressModel;
  readonly y: number;
  readonly width: number;
}): JSX.Element {
  const wide = capsuleWidth(model, width);
  const [x, top] = isBeside(model, width) ? [wide + 18, y - 1.5] : [textX, y + 32];
  return (
    <>
      <rect
        x="8"
        y={y - 15}
        width={wide}
        height="30"
        rx="15"
        class={model.virtual ? 'pic-address' : 'pic-address solid'}
      />
      <text x={8 + wide / 2} y={y + 4.5} class="pic-mono strong" text-anchor="middle">
        {fit(model.text, wide - 12, monoWidth)}
      </text>
      <Text x={x} y={top} title={model.title} detail={model.detail} room={width - x - 6} />
    </>
  );
}

/** How the trunk ends where nothing is reached. */
export function Ending({
  model,
  y,
  width,
}: {
  readonly model: PictureModel;
  readonly y: number;
  readonly width: number;
}): JSX.Element | null {
  const word = (at: number): JSX.Element => (
    <text x={textX} y={at + (model.rule?.notes.length ?? 0) * 15} class="pic-small strong bad">
      {fit(model.endingWord, width - textX - 8, sansWidth)}
    </text>
  );
  if (model.ending === 'REJECT')
    return (
      <>
        <path d={`M${trunkX - 17} ${y + 20}h34`} class="pic-bar" />
        <path d={`M${trunkX - 11} ${y}H10Q2 ${y} 2 ${y - 8}V29Q2 22 6 22`} class="pic-return" />
        <path d="M4 17.5l8 4.5-8 4.5z" class="pic-arrow bad" />
        {word(y + 38)}
      </>
    );
  if (model.ending === 'DROP')
    return (
      <>
        <g class="pic-fade">
          {Array.from({ length: 5 }, (_, i) => (
            <circle key={i} cx={trunkX} cy={y + 18 + i * 9} r={3.4 - i * 0.5} />
          ))}
        </g>
        {word(y + 38)}
      </>
    );
  if (model.ending === 'NOROUTE')
    return (
      <>
        <path d={`M${trunkX - 11} ${y + 5}h22M${trunkX - 11} ${y + 14}h22`} class="pic-gap" />
        {word(y + 34)}
      </>
    );
  return model.endingWord ? word(y + 24) : null;
}
