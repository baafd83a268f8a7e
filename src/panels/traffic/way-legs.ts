/** The way of one connection through a drawn picture: pieces of known length, end to end. */
import type { PictureModel } from '../../view/view-models.ts';
import { dotCentre } from './geometry.ts';

interface Leg {
  readonly length: number;
  /** The point so many pixels from its start. */
  readonly at: (distance: number) => { readonly x: number; readonly y: number };
}

export type Way = readonly Leg[];

/** The way to an endpoint, from one of several clients by its place among them. Empty where that one sends nothing. */
export type FindWay = (id: string, lane: number) => Way;

/** Finds ways by the marks in the picture (`data-way`, `data-dots`); undefined where no packet leaves any client. */
export function wayFinder(svg: SVGSVGElement, blocks: PictureModel['blocks'], lanes: number): FindWay | undefined {
  if (!svg.querySelector('path[data-way^="trunk"]')) return undefined;
  const ways = new Map<string, Way>();
  return (id, lane) => {
    const key = `${lane} ${id}`;
    const known = ways.get(key) ?? wayTo(svg, blocks, id, lanes > 1 ? lane : undefined);
    ways.set(key, known);
    return known;
  };
}

function wayTo(svg: SVGSVGElement, blocks: PictureModel['blocks'], id: string, lane: number | undefined): Way {
  const trunk = legAt(svg, lane === undefined ? 'trunk' : `trunk ${lane}`);
  if (!trunk) return [];
  const ribbonTo = (end: string): Leg | undefined => legAt(svg, lane === undefined ? end : `${lane} ${end}`);
  const ribbon = ribbonTo(id);
  return [trunk, ...(ribbon ? [ribbon] : dotLegs(svg, blocks, id, trunk, ribbonTo))];
}

function legAt(svg: SVGSVGElement, mark: string): Leg | undefined {
  const path = svg.querySelector<SVGPathElement>(`path[data-way="${CSS.escape(mark)}"]`);
  return path ? pathLeg(path) : undefined;
}

/** To an endpoint's dot, along its block's ribbon where there is one; empty where it has none. */
function dotLegs(
  svg: SVGSVGElement,
  blocks: PictureModel['blocks'],
  id: string,
  trunk: Leg,
  ribbonTo: (end: string) => Leg | undefined,
): readonly Leg[] {
  for (const block of blocks) {
    const place = block.dots.findIndex((dot) => dot.id === id);
    if (place < 0) continue;
    const drawn = svg.querySelector<SVGGElement>(`[data-block="${CSS.escape(block.id)}"]`);
    const [x = 0, y = 0, perRow = 1] = (drawn?.dataset['dots'] ?? '').split(' ').map(Number);
    const before = ribbonTo(block.id) ?? ribbonTo('wedge');
    const last = before ?? trunk;
    return [...(before ? [before] : []), curve(last.at(last.length), dotCentre({ x, y, perRow }, place))];
  }
  return [];
}

function pathLeg(path: SVGPathElement): Leg {
  const length = path.getTotalLength();
  return { length, at: (distance) => path.getPointAtLength(distance) };
}

/** Leaves and arrives level, as the ribbons do. */
function curve(from: { x: number; y: number }, to: { x: number; y: number }): Leg {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return {
    length,
    at(distance) {
      const t = length === 0 ? 1 : Math.min(1, distance / length);
      return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t * t * (3 - 2 * t) };
    },
  };
}

/** The point at a part of the whole way, from 0 to 1. */
export function pointOn(way: Way, part: number): { readonly x: number; readonly y: number } {
  let left = part * way.reduce((sum, { length }) => sum + length, 0);
  for (const leg of way) {
    if (left <= leg.length) return leg.at(left);
    left -= leg.length;
  }
  const last = way.at(-1);
  return last ? last.at(last.length) : { x: 0, y: 0 };
}
