/** Connections as dots along the way: to the endpoint drawn for each, back from a refusal, fading where nothing answers. */
import type { PictureModel } from '../../view/view-models.ts';
import { pointOn, wayFinder, type Way } from './way-legs.ts';

/** Dots at once, and how long one is under way in milliseconds. */
const atOnce = 60;
const flightTime = 700;
/** All but few connections leave within this time: a thousand are played in four seconds. Milliseconds. */
const launchTime = 3000;
/** Counts are drawn so often at most: a picture of a thousand dots costs more than a frame. Milliseconds. */
const tellEvery = 60;
const ns = 'http://www.w3.org/2000/svg';

/** How a connection ends: it arrives, comes back refused, or is never heard of again. */
export type Fate = 'arrives' | 'returns' | 'fades';

export interface Packets {
  /** Sends what is left, one after the other. */
  play(): void;
  /** Sends one, after those under way have ended. */
  step(): void;
  pause(): void;
  /** Takes the dots out of the picture. */
  dispose(): void;
}

interface Flight {
  /** Absent where so many are under way that only some are drawn; they are counted all the same. */
  readonly dot: SVGCircleElement | undefined;
  readonly way: Way;
  readonly fate: Fate;
  readonly start: number;
}

interface Listener {
  /** So many have ended. */
  onSent(count: number): void;
  /** Nothing moves any more. */
  onRest(): void;
}

/** Undefined where the picture shows no way to go. */
export function createPackets(
  svg: SVGSVGElement,
  blocks: PictureModel['blocks'],
  played: readonly string[],
  lanes: number,
  fateOf: (id: string) => Fate,
  already: number,
  { onSent, onRest }: Listener,
): Packets | undefined {
  const wayOf = wayFinder(svg, blocks, lanes);
  if (!wayOf) return undefined;
  const layer = svg.appendChild(document.createElementNS(ns, 'g'));
  layer.setAttribute('class', 'pic-packets');
  const interval = Math.min(90, launchTime / played.length);
  /** One of so many has a dot. */
  const drawn = Math.ceil(flightTime / interval / atOnce);
  let flights: Flight[] = [];
  let sent = already;
  let wanted = already;
  let clock = 0;
  let lastLaunch = -interval;
  let told = already;
  let lastTold = 0;
  let lastFrame: number | undefined;
  let frame: number | undefined;

  /** Sends those whose time came since the last frame. */
  const launch = (since: number): void => {
    while (sent + flights.length < wanted && clock >= lastLaunch + interval) {
      const index = sent + flights.length;
      const id = played[index] ?? '';
      lastLaunch = Math.max(lastLaunch + interval, since);
      const dot = index % drawn === 0 || flights.length === 0 ? newDot(layer) : undefined;
      flights.push({ dot, way: wayOf(id, index % lanes), fate: fateOf(id), start: lastLaunch });
    }
  };
  const tick = (now: number): void => {
    const since = clock;
    clock += Math.min(250, now - (lastFrame ?? now));
    lastFrame = now;
    launch(since);
    const ended = flights.filter(({ start }) => clock - start >= flightTime);
    for (const { dot } of ended) dot?.remove();
    flights = flights.filter(({ start }) => clock - start < flightTime);
    for (const flight of flights) place(flight, (clock - flight.start) / flightTime);
    sent += ended.length;
    frame = sent < wanted ? requestAnimationFrame(tick) : undefined;
    if (sent > told && (frame === undefined || now - lastTold >= tellEvery)) {
      lastTold = now;
      onSent((told = sent));
    }
    if (frame === undefined) onRest();
  };
  const go = (upTo: number): void => {
    wanted = Math.min(upTo, played.length);
    lastFrame = undefined;
    frame ??= requestAnimationFrame(tick);
  };
  const stop = (): void => {
    if (sent > told) onSent((told = sent));
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
  };
  return {
    play: () => go(played.length),
    step: () => go(sent + flights.length + 1),
    pause: stop,
    dispose() {
      stop();
      layer.remove();
    },
  };
}

function newDot(layer: SVGElement): SVGCircleElement {
  const dot = document.createElementNS(ns, 'circle');
  dot.setAttribute('r', '3');
  dot.setAttribute('class', 'pic-packet');
  layer.appendChild(dot);
  return dot;
}

function place({ dot, way, fate }: Flight, t: number): void {
  if (!dot) return;
  const part = fate !== 'returns' ? t : t < 0.5 ? t * 2 : 2 - t * 2;
  if (way.length === 0) dot.setAttribute('visibility', 'hidden');
  const { x, y } = pointOn(way, part);
  dot.setAttribute('cx', String(x));
  dot.setAttribute('cy', String(y));
  if (fate === 'returns' && t >= 0.5) dot.classList.add('bad');
  if (fate === 'fades' && t > 0.6) {
    dot.classList.add('bad');
    dot.setAttribute('opacity', String((1 - t) / 0.4));
  }
}

const returning = new Set(['REJECT', 'REFUSED']);
const fading = new Set(['DROP', 'TIMEOUT', 'NOROUTE']);

/** By the endpoint's own ending, or by the outcome where no endpoint was reached. */
export function fateOf(id: string, { endpoints }: PictureModel): Fate {
  const end = endpoints.find((endpoint) => endpoint.id === id)?.ending ?? id;
  return returning.has(end) ? 'returns' : fading.has(end) ? 'fades' : 'arrives';
}
