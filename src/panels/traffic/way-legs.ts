/** The way of one connection through a drawn picture: pieces of known length, end to end. */
import type { PictureModel } from '../../view/view-models.ts';
import { dotCentre } from './geometry.ts';

interface Leg {
  readonly length: number;
  /** The point so many pixels from its start. */
  readonly at: (distance: number) => { readonly x: number; readonly y: number };
}

export type Way = readonly Leg[];

/** Finds ways by the marks in the picture (`data-way`, `data-dots`); undefined where no packet leaves the client. */
export function wayFinder(svg: SVGSVGElement, blocks: PictureModel['blocks']): ((id: string) => Way) | undefined {
  const trunkPath = svg.querySelector<SVGPathElement>('path[data-way="trunk"]');
  if (!trunkPath) return undefined;
  const trunk = pathLeg(trunkPath);
  const ways = new Map<string, Way>();
  return (id) => {
    const known = ways.get(id) ?? [trunk, ...(ribbonTo(svg, id) ?? dotLegs(svg, blocks, id, trunk))];
    ways.set(id, known);
    return known;
  };
}

function ribbonTo(svg: SVGSVGElement, id: string): readonly [Leg] | undefined {
  const path = svg.querySelector<SVGPathElement>(`path[data-way="${CSS.escape(id)}"]`);
  return path ? [pathLeg(path)] : undefined;
}

/** To an endpoint's dot, along its block's ribbon where there is one; empty where it has none. */
function dotLegs(svg: SVGSVGElement, blocks: PictureModel['blocks'], id: string, trunk: Leg): readonly Leg[] {
  for (const block of blocks) {
    const place = block.dots.findIndex((dot) => dot.id === id);
    if (place < 0) continue;
    const drawn = svg.querySelector<SVGGElement>(`[data-block="${CSS.escape(block.id)}"]`);
    const [x = 0, y = 0, perRow = 1] = (drawn?.dataset['dots'] ?? '').split(' ').map(Number);
    const before = ribbonTo(svg, block.id) ?? [];
    const last = before[0] ?? trunk;
    return [...before, curve(last.at(last.length), dotCentre({ x, y, perRow }, place))];
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
