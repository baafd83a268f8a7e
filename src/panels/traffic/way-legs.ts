/** The way of one connection through a drawn picture: pieces of known length, end to end. */
interface Leg {
  readonly length: number;
  /** The point so many pixels from its start. */
  readonly at: (distance: number) => { readonly x: number; readonly y: number };
}

export type Way = readonly Leg[];

/** Finds ways by the marks in the picture (`data-way`, `data-block`); undefined where no packet leaves the client. */
export function wayFinder(svg: SVGSVGElement): ((id: string) => Way) | undefined {
  const trunkPath = svg.querySelector<SVGPathElement>('path[data-way="trunk"]');
  if (!trunkPath) return undefined;
  const trunk = pathLeg(trunkPath);
  const ways = new Map<string, Way>();
  return (id) => {
    const known = ways.get(id) ?? [trunk, ...branch(svg, id, trunk)];
    ways.set(id, known);
    return known;
  };
}

/** Behind the trunk: along the endpoint's ribbon, or to its dot, by way of its block's ribbon where there is one. */
function branch(svg: SVGSVGElement, id: string, trunk: Leg): readonly Leg[] {
  const drawn = svg.querySelector(`[data-way="${CSS.escape(id)}"]`);
  if (drawn instanceof SVGPathElement) return [pathLeg(drawn)];
  if (!(drawn instanceof SVGCircleElement)) return [];
  const block = drawn.closest<SVGGElement>('[data-block]')?.dataset['block'] ?? '';
  const ribbon = svg.querySelector(`path[data-way="${CSS.escape(block)}"]`);
  const before = ribbon instanceof SVGPathElement ? [pathLeg(ribbon)] : [];
  const last = before[0] ?? trunk;
  const from = last.at(last.length);
  return [...before, curve(from, { x: drawn.cx.baseVal.value, y: drawn.cy.baseVal.value })];
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
