/** Where everything stands in the wide picture: pure numbers from the model and the width in pixels. */
import type { PictureEndpoint, PictureModel } from '../../view/view-models.ts';
import { placeColumns, type Caption, type Column } from './captions.ts';
import { monoWidth, sansWidth, wrap } from './measure.ts';

export interface WideGeometry {
  readonly width: number;
  readonly height: number;
  /** Height of the trunk. */
  readonly y: number;
  readonly clientX: number;
  readonly addressX?: number;
  readonly addressWidth: number;
  readonly ruleX?: number;
  /** Where the trunk ends and the ribbons begin. */
  readonly splitX: number;
  /** Centre of the endpoints' glyphs. */
  readonly endpointX: number;
  readonly endpointRoom: number;
  readonly endpointYs: readonly number[];
  readonly edgeX?: number;
  /** Where the arch comes down; absent when it never does. */
  readonly landX: number;
  readonly captionY: number;
  readonly columns: readonly Column[];
  /** The lines under the name's tag. */
  readonly nameLines: readonly NameLine[];
  /** First line of the rule's notes. */
  readonly notesY: number;
}

export interface NameLine {
  readonly text: string;
  readonly rcode?: string;
  readonly mono: boolean;
}

const clientX = 28;
const margin = 12;
export const dotPitch = 8;

/** The second line of an endpoint: its own ending first, where it does not simply answer; then what it got, once something was sent. */
export const detailOf = ({ ending, detail }: PictureEndpoint, said = detail): string =>
  ending && ending !== 'ENDPOINTS' ? `${ending} · ${said}` : said;

/** Width of an endpoint's two lines of text. */
const textWidth = (endpoint: PictureEndpoint): number =>
  Math.max(monoWidth(endpoint.title) + (endpoint.change === 'added' ? 24 : 0), sansWidth(detailOf(endpoint)));

/** The width under which the picture is drawn as a tree instead. */
export function widthWanted(model: PictureModel): number {
  const address = model.address ? monoWidth(model.address.text) + 36 : 90;
  const texts = Math.min(
    230,
    Math.max(130, ...model.endpoints.map(textWidth), sansWidth(model.captionEndpoints.detail) - 20),
  );
  const { captions = [], found = true } = model.name ?? {};
  const tries = found ? 0 : Math.max(0, ...captions.map(({ text }) => monoWidth(text, 11.5))) + 260 + texts;
  const tags = (model.name?.tags ?? []).reduce((sum, tag) => sum + monoWidth(tag) + 36, 58);
  const aliases = (model.name?.tags.length ?? 0) > 1 ? tags + 60 + texts + 60 : 0;
  return Math.max(540, aliases, tries, clientX + 60 + address + (model.rule ? 100 : 40) + 50 + texts + 30);
}

/** Right end of the lines under the name's tag. */
const captionRight = (model: PictureModel): number =>
  69 +
  Math.max(0, ...(model.name?.captions ?? []).map((c, i) => (i === 0 ? monoWidth(c.text, 11.5) : sansWidth(c.text))));

/** Where the dots of a block stand: the centre of the first, and how many are in a row. */
export interface DotGrid {
  readonly x: number;
  readonly y: number;
  readonly perRow: number;
}

export const dotCentre = ({ x, y, perRow }: DotGrid, place: number): { readonly x: number; readonly y: number } => ({
  x: x + (place % perRow) * dotPitch,
  y: y + Math.floor(place / perRow) * dotPitch,
});

/** Rows of dots under a block's title when the column is `room` pixels wide. */
export const dotsPerRow = (room: number): number => Math.max(8, Math.floor(room / dotPitch));

export function wideGeometry(model: PictureModel, width: number): WideGeometry {
  const addressWidth = model.address ? monoWidth(model.address.text) + 32 : 0;
  const many = model.blocks.length > 0;
  const wantedRoom = many
    ? 190
    : Math.max(118, ...model.endpoints.map(textWidth), sansWidth(model.captionEndpoints.detail) - 20);
  const fixed = clientX + 60 + addressWidth + (model.rule ? 40 : 0) + 96;
  const endpointRoom = Math.min(wantedRoom, Math.max(100, width - fixed - 24 - margin));
  const endpointX = width - margin - endpointRoom - 18;
  const ruleX = model.rule ? endpointX - Math.min(150, Math.max(70, (width - 640) * 0.25 + 78)) : undefined;
  const splitX = ruleX ?? (model.address ? endpointX - 70 : chosenX(model, endpointX));
  const addressRight = (ruleX ?? splitX) - (model.rule ? 30 : 24);
  const farthest = addressRight - addressWidth / 2;
  const nearest = clientX + 34 + addressWidth / 2;
  const addressX = model.address
    ? Math.max(
        nearest,
        Math.min(farthest, model.name ? captionRight(model) + 16 : besideClient(model, (clientX + farthest) / 2)),
      )
    : undefined;
  const landX =
    model.name?.lands === 'client' || model.name?.lands === 'outside' || addressX === undefined
      ? splitX
      : Math.max(addressX, Math.min(addressX + addressWidth / 2 - 22, captionRight(model) + 14));
  const lines = nameLines(model, model.name?.found ? landX - 84 : Infinity);
  const { y, endpointYs, bottom, notesY } = rows(model, endpointRoom, lines.length);
  const captionY = bottom + 26;
  const placed = placeColumns(columns(model, { addressX, ruleX, endpointX }), width);
  return {
    width,
    height: captionY + 10 + 16 * Math.max(1, ...placed.map((column) => column.lines.length)),
    y,
    clientX,
    addressWidth,
    splitX,
    endpointX,
    endpointRoom,
    endpointYs,
    landX,
    captionY,
    columns: placed,
    nameLines: lines,
    notesY,
    ...(addressX === undefined ? {} : { addressX }),
    ...(ruleX === undefined ? {} : { ruleX }),
    ...(model.edge ? { edgeX: endpointX - Math.min(58, Math.max(34, (endpointX - splitX) / 2)) } : {}),
  };
}

/** Tries each with its rcode; of an answer the suffix, then the answer in as many lines as it takes. */
function nameLines({ name }: PictureModel, room: number): readonly NameLine[] {
  return (name?.captions ?? []).flatMap(({ text, rcode }, i): readonly NameLine[] => {
    if (rcode !== undefined) return [{ text, rcode, mono: true }];
    return i === 0 ? [{ text, mono: true }] : wrap(text, room, sansWidth).map((line) => ({ text: line, mono: false }));
  });
}

interface Rows {
  readonly y: number;
  readonly endpointYs: readonly number[];
  readonly bottom: number;
  readonly notesY: number;
}

function rows(model: PictureModel, room: number, nameLines: number): Rows {
  const archTop = model.name ? 100 + Math.max(0, nameLines - 2) * 16 : 44;
  const notes = model.rule?.notes.length ?? 0;
  const notesAt = model.ending === 'REJECT' ? 54 : 30;
  const below = Math.max(model.ending === 'REJECT' ? 50 : 30, notes > 0 ? notesAt + notes * 15 : 0);
  const edgeTop = model.edge ? 18 : 0;
  if (model.blocks.length > 0) {
    const heights = model.blocks.map((b) => 20 + Math.ceil(b.dots.length / dotsPerRow(room)) * dotPitch + 12);
    const total = heights.reduce((a, b) => a + b, 0);
    const y = Math.max(archTop, total / 2 + 8);
    let top = y - total / 2;
    const endpointYs = heights.map((h) => {
      const at = top;
      top += h;
      return at;
    });
    return { y, endpointYs, bottom: Math.max(y + total / 2, y + 36, y + below), notesY: y + notesAt };
  }
  const n = model.endpoints.length;
  const pitch = n <= 2 ? 60 : n <= 4 ? 50 : n <= 6 ? 44 : 40;
  const span = (Math.max(n, 1) - 1) * pitch;
  const y = Math.max(archTop, span / 2 + 26 + edgeTop);
  const endpointYs = Array.from({ length: n }, (_, i) => y - span / 2 + i * pitch);
  return { y, endpointYs, bottom: Math.max(y + span / 2 + 26, y + below), notesY: y + notesAt };
}

/** Where a client without an address to dial has chosen an endpoint: behind the answer of its question. */
const chosenX = (model: PictureModel, endpointX: number): number =>
  Math.max(endpointX - Math.min(230, (endpointX - clientX) * 0.45), Math.min(captionRight(model) + 20, endpointX - 90));

/** Right end of the client's caption. */
const clientEnd = ({ client }: PictureModel): number =>
  16 + Math.max(sansWidth(client.title, 12.5), sansWidth(client.detail));

/** An address without a name stands where its caption does not meet the client's. */
function besideClient(model: PictureModel, x: number): number {
  const { title = '', detail = '' } = model.address ?? {};
  return Math.max(x, clientEnd(model) + 14 + Math.max(sansWidth(title, 12.5), sansWidth(detail)) / 2);
}

/** In the middle of what the client's and the endpoints' captions leave. */
const directX = (model: PictureModel, endpointX: number): number => (clientEnd(model) + endpointX) / 2;

function columns(
  model: PictureModel,
  at: { addressX: number | undefined; ruleX: number | undefined; endpointX: number },
): readonly Caption[] {
  const list: Caption[] = [{ x: 16, ...model.client, anchor: 'start' }];
  if (model.direct) list.push({ x: directX(model, at.endpointX), ...model.direct, anchor: 'middle' });
  if (model.address && at.addressX !== undefined)
    list.push({ x: at.addressX, title: model.address.title, detail: model.address.detail, anchor: 'middle' });
  if (model.rule && at.ruleX !== undefined) list.push({ x: at.ruleX, ...model.rule, anchor: 'middle' });
  list.push({ x: at.endpointX + (model.blocks.length > 0 ? 0 : -8), ...model.captionEndpoints, anchor: 'start' });
  return list;
}
