/** Where everything stands in the picture of several clients: a lane for each, the endpoints once. Pixels. */
import type { PictureLane, PictureModel } from '../../view/view-models.ts';
import { detailOf, dotPitch, dotsPerRow } from './geometry.ts';
import { boldWidth, monoWidth, sansWidth } from './measure.ts';

/** Lanes are thinner than a trunk of its own. */
export const laneTrunk = 6;

export interface LaneGeometry {
  readonly height: number;
  readonly laneYs: readonly number[];
  readonly addressX: number;
  readonly addressWidth: number;
  readonly ruleX: number;
  readonly textX: number;
  /** Pixels for the texts left of the address. */
  readonly textRoom: number;
  readonly endpointX: number;
  readonly endpointRoom: number;
  /** Of each endpoint, or of each block's title. */
  readonly endpointYs: readonly number[];
  readonly captionY: number;
  readonly edgeX?: number;
}

export const clientX = 28;

const widest = (lanes: readonly PictureLane[]): number =>
  Math.max(90, ...lanes.map(({ address }) => (address ? monoWidth(address.text) + 28 : 0)));

const textOf = ({ client, name }: PictureLane): number =>
  Math.max(boldWidth(client.title) + sansWidth(client.detail) + 10, monoWidth(name, 11.5));

const endpointTexts = ({ endpoints, blocks }: PictureModel): number =>
  blocks.length > 0
    ? 190
    : Math.max(118, ...endpoints.map((end) => Math.max(monoWidth(end.title), sansWidth(detailOf(end)))));

/** The width under which several clients are drawn as a tree instead. */
export const laneWidthWanted = (model: PictureModel): number =>
  48 + 150 + widest(model.lanes ?? []) + 190 + Math.min(200, endpointTexts(model));

export function laneGeometry(model: PictureModel, width: number): LaneGeometry {
  const lanes = model.lanes ?? [];
  const notes = Math.max(0, ...lanes.map(({ rule }) => rule?.notes.length ?? 0));
  const pitch = 88 + notes * 15;
  const top = model.edge ? 46 : 36;
  const addressWidth = widest(lanes);
  const endpointRoom = Math.min(endpointTexts(model), Math.max(110, width - 48 - 150 - addressWidth - 190));
  const endpointX = width - 30 - endpointRoom;
  const ruleX = endpointX - Math.min(170, Math.max(110, width * 0.17));
  const addressX = ruleX - 34 - addressWidth / 2;
  const textX = clientX + 22;
  const textRoom = addressX - addressWidth / 2 - textX - 10;
  const lanesHeight = (lanes.length - 1) * pitch;
  const heights = heightsOf(model, endpointRoom);
  const total = heights.reduce((a, b) => a + b, 0);
  const middle = Math.max(top + lanesHeight / 2, total / 2 + 10 + (model.edge ? 10 : 0));
  const laneYs = lanes.map((_, i) => middle - lanesHeight / 2 + i * pitch);
  let y = middle - total / 2;
  const endpointYs = heights.map((height) => {
    const at = model.blocks.length > 0 ? y + 12 : y + height / 2;
    y += height;
    return at;
  });
  const captionY = Math.max(middle + lanesHeight / 2 + 52 + notes * 15, middle + total / 2 + 20);
  return {
    height: captionY + 26,
    laneYs,
    addressX,
    addressWidth,
    ruleX,
    textX,
    textRoom: Math.min(textRoom, Math.max(120, ...lanes.map(textOf))),
    endpointX,
    endpointRoom,
    endpointYs,
    captionY,
    ...(model.edge ? { edgeX: endpointX - 34 } : {}),
  };
}

function heightsOf({ endpoints, blocks }: PictureModel, room: number): readonly number[] {
  if (blocks.length > 0) return blocks.map(({ dots }) => 32 + Math.ceil(dots.length / dotsPerRow(room)) * dotPitch);
  const pitch = endpoints.length <= 4 ? 56 : endpoints.length <= 6 ? 48 : 42;
  return endpoints.map(() => pitch);
}

/** Where the ribbon of a lane arrives: each lane of its own height, so that none hides another. */
export const landing = (y: number, lane: number, lanes: number): number => y + (lane - (lanes - 1) / 2) * 3.5;
