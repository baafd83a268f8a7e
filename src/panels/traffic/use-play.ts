/** Plays the connections drawn for a question through the picture: all, one at a time, again from the first. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrafficView } from '../../view/view-models.ts';
import { wantsNoMotion } from '../parts/motion.ts';
import type { Fate, Packets } from './play-packets.ts';

export interface Play {
  /** How many have ended. */
  readonly sent: number;
  readonly moving: boolean;
  play(): void;
  pause(): void;
  /** Sends the next one. */
  step(): void;
  again(): void;
  /** What to do with the next connections that are drawn: all of them, or one. */
  begin(with_: 'play' | 'step'): void;
}

/** `box` holds the picture, of `width` pixels; without one, or where no motion is wanted, connections are only counted. */
export function usePlay(
  box: RefObject<HTMLElement | null>,
  { played, picture }: Pick<TrafficView, 'played' | 'picture'>,
  width: number | undefined,
): Play {
  const [sent, setSent] = useState(0);
  const [moving, setMoving] = useState(false);
  const packets = useRef<Packets | undefined>(undefined);
  const beginning = useRef<'play' | 'step'>('play');
  const going = useRef<'play' | 'step' | undefined>(undefined);
  const rest = (): void => {
    going.current = undefined;
    setMoving(false);
  };
  /** Counts what was begun: what is drawn by then has no say. */
  const turn = useRef(0);
  const drop = (): void => {
    turn.current += 1;
    packets.current?.dispose();
    packets.current = undefined;
    rest();
  };
  const run = (how: 'play' | 'step', from: number): void => {
    const svg = wantsNoMotion() ? null : box.current?.querySelector<SVGSVGElement>('svg.picture');
    const count = (): void => setSent(how === 'play' ? played.length : Math.min(from + 1, played.length));
    if (!svg) {
      count();
      return;
    }
    going.current = how;
    setMoving(true);
    if (packets.current) {
      packets.current[how]();
      return;
    }
    turn.current += 1;
    const mine = turn.current;
    const nothing = (): void => {
      rest();
      count();
    };
    const begin = ({ createPackets, fateOf }: typeof import('./play-packets.ts')): void => {
      if (turn.current !== mine) return;
      const fate = (id: string): Fate => fateOf(id, picture);
      const hears = { onSent: setSent, onRest: rest };
      const made = createPackets(svg, picture.blocks, played, picture.lanes?.length ?? 1, fate, from, hears);
      packets.current = made;
      if (made) made[how]();
      else nothing();
    };
    import('./play-packets.ts').then(begin, () => {
      if (turn.current === mine) nothing();
    });
  };
  useEffect(() => {
    setSent(0);
    if (played.length > 0) run(beginning.current, 0);
    beginning.current = 'play';
    return drop;
  }, [played]);
  // Another width is another drawing: what is under way starts again in it.
  useEffect(() => {
    const how = going.current;
    drop();
    if (how) run(how, sent);
  }, [width]);
  return {
    sent,
    moving,
    play: () => run('play', sent),
    step: () => run('step', sent),
    pause() {
      turn.current += 1;
      packets.current?.pause();
      rest();
    },
    again() {
      drop();
      setSent(0);
      run('play', 0);
    },
    begin(how) {
      beginning.current = how;
    },
  };
}
