/** The trunk splits like a river: each ribbon is as wide as its share of the trunk's 8 px, stacked in order, never crossing. */
import type { PictureEndpoint } from '../../view/view-models.ts';
import type { WideGeometry } from './geometry.ts';

export const trunkWidth = 8;

export interface Ribbon {
  readonly id: string;
  readonly path: string;
  /** Pixels, at least 1 so that a small share is still seen. */
  readonly width: number;
  /** The exact share as a fraction: "1/3"; empty for the only endpoint. */
  readonly word: string;
  readonly wordX: number;
  readonly wordY: number;
  /** Where the process or host refuses: the thin line back from there, and its arrow. */
  readonly refused?: { readonly path: string; readonly arrow: string };
}

/** An exact share in words; empty where one endpoint gets everything. */
export const fraction = ([numerator, denominator]: readonly [number, number]): string =>
  numerator === denominator ? '' : `${numerator}/${denominator}`;

/** The ribbons of the endpoints that have a share; empty where nothing is reached. */
export function ribbons(endpoints: readonly PictureEndpoint[], at: WideGeometry): readonly Ribbon[] {
  let offset = -trunkWidth / 2;
  return endpoints.flatMap((endpoint, i) => {
    if (!endpoint.share) return [];
    const width = (trunkWidth * endpoint.share[0]) / endpoint.share[1];
    const from = at.y + offset + width / 2;
    offset += width;
    const to = at.endpointYs[i] ?? at.y;
    const end = at.endpointX - 5;
    const bend = (at.splitX + end) / 2;
    return [
      {
        id: endpoint.id,
        path: `M${at.splitX} ${round(from)}C${round(bend)} ${round(from)} ${round(bend)} ${round(to)} ${round(end)} ${round(to)}`,
        width: Math.max(1, round(width)),
        word: fraction(endpoint.share),
        wordX: end - 8,
        wordY: to > at.y + 1 ? to + 17 : to - 8,
        ...(endpoint.ending === 'REFUSED' ? { refused: wayBack({ x: at.splitX, y: from }, { x: end, y: to }) } : {}),
      },
    ];
  });
}

/** Back beside the ribbon, on the side where its share does not stand. */
function wayBack(
  split: { readonly x: number; readonly y: number },
  end: { readonly x: number; readonly y: number },
): NonNullable<Ribbon['refused']> {
  const aside = end.y > split.y + 2 ? -6 : 6;
  const [x, y] = [split.x + 26, split.y + (end.y - split.y) * 0.16 + aside];
  const bend = (x + end.x) / 2;
  return {
    path: `M${round(end.x)} ${round(end.y + aside)}C${round(bend)} ${round(end.y + aside)} ${round(bend)} ${round(y)} ${round(x)} ${round(y)}`,
    arrow: `M${round(x + 2)} ${round(y - 4)}l-8 4 8 4z`,
  };
}

const round = (n: number): number => Math.round(n * 100) / 100;
