/** Connections as dots along the way: to the endpoint drawn for each, back from a refusal, fading where nothing answers. */
import type { Outcome } from '../../sim/api/questions.ts';

const atOnce = 60;
const flightMs = 700;
const ns = 'http://www.w3.org/2000/svg';

interface Way {
  readonly trunk: SVGPathElement;
  readonly ribbons: ReadonlyMap<string, SVGPathElement>;
}

/** Starts the animation in the picture inside `box` and returns what stops it. Nothing moves under reduced motion. */
export function playPackets(box: HTMLElement, played: readonly string[], outcome: Outcome): () => void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  const svg = box.querySelector<SVGSVGElement>('svg.picture');
  const way = svg && wayOf(svg);
  if (!svg || !way) return () => undefined;
  const layer = svg.appendChild(document.createElementNS(ns, 'g'));
  layer.setAttribute('class', 'pic-packets');
  const flights = played.slice(0, atOnce).map((id, i) => ({
    dot: newDot(layer),
    ribbon: way.ribbons.get(id) ?? way.ribbons.get('wedge'),
    starts: i * Math.min(90, 1400 / Math.min(played.length, atOnce)),
  }));
  const began = performance.now();
  let frame = requestAnimationFrame(function tick(now: number) {
    let flying = false;
    for (const flight of flights) {
      const t = (now - began - flight.starts) / flightMs;
      if (t < 0) flying = true;
      else if (t < 1) {
        flying = true;
        place(flight.dot, way.trunk, flight.ribbon, t, outcome);
      } else flight.dot.remove();
    }
    if (flying) frame = requestAnimationFrame(tick);
    else layer.remove();
  });
  return () => {
    cancelAnimationFrame(frame);
    layer.remove();
  };
}

function wayOf(svg: SVGSVGElement): Way | undefined {
  const trunk = svg.querySelector<SVGPathElement>('[data-way="trunk"]');
  if (!trunk) return undefined;
  const paths = [...svg.querySelectorAll<SVGPathElement>('[data-way]')].filter((p) => p !== trunk);
  return { trunk, ribbons: new Map(paths.map((p) => [p.dataset['way'] ?? '', p])) };
}

function newDot(layer: SVGElement): SVGCircleElement {
  const dot = document.createElementNS(ns, 'circle');
  dot.setAttribute('r', '3');
  dot.setAttribute('class', 'pic-packet');
  dot.setAttribute('visibility', 'hidden');
  layer.appendChild(dot);
  return dot;
}

function place(
  dot: SVGCircleElement,
  trunk: SVGPathElement,
  ribbon: SVGPathElement | undefined,
  t: number,
  outcome: Outcome,
): void {
  const comesBack = outcome === 'REJECT';
  const along = comesBack ? (t < 0.5 ? t * 2 : 2 - t * 2) : t;
  const trunkLength = trunk.getTotalLength();
  const all = trunkLength + (ribbon?.getTotalLength() ?? 0);
  const at = along * all;
  const point = at <= trunkLength || !ribbon ? trunk.getPointAtLength(at) : ribbon.getPointAtLength(at - trunkLength);
  dot.setAttribute('cx', String(point.x));
  dot.setAttribute('cy', String(point.y));
  dot.setAttribute('visibility', 'visible');
  if (comesBack && t >= 0.5) dot.classList.add('bad');
  if (!ribbon && !comesBack) dot.setAttribute('opacity', String(1 - Math.max(0, t - 0.7) / 0.3));
}
