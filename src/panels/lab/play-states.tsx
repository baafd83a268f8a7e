/** Plays a scene through: the next state at once, then one after the other. Where no motion is wanted, one at a time. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { Actions } from '../actions.ts';
import { Icon } from '../parts/icon.tsx';
import { wantsNoMotion } from '../parts/motion.ts';

/** From one state to the next. Milliseconds. */
const pause = 2500;

interface Props {
  readonly state: number;
  readonly last: number;
  readonly strings: PanelStrings;
  readonly actions: Actions;
}

export function PlayStates({ state, last, strings, actions }: Props): JSX.Element {
  const [playing, setPlaying] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  /** From one state to the next; any other one was chosen by the reader, who then goes on alone. */
  const way = useRef({ from: state, to: state });
  const next = (): void => {
    way.current = { from: state, to: state < last ? state + 1 : 0 };
    actions.select({ state: way.current.to });
  };
  useEffect(() => {
    if (!playing) return undefined;
    const lab = button.current?.closest('.lab');
    const stop = ({ target }: Event): void => {
      if (target instanceof Element && target.closest('.editor, .steps, .lab-tools')) setPlaying(false);
    };
    lab?.addEventListener('pointerdown', stop);
    lab?.addEventListener('keydown', stop);
    return () => {
      lab?.removeEventListener('pointerdown', stop);
      lab?.removeEventListener('keydown', stop);
    };
  }, [playing]);
  useEffect(() => {
    const { from, to } = way.current;
    if (!playing || (state === from && from !== to)) return undefined;
    if (state !== to || state >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(next, pause);
    return () => clearTimeout(timer);
  }, [playing, state, last]);
  const still = wantsNoMotion();
  const label = playing ? strings.lab.pausePlay : still ? strings.lab.nextState : strings.lab.playStates;
  return (
    <button
      type="button"
      ref={button}
      class="icon-button play-states"
      title={label}
      aria-label={label}
      onClick={() => {
        if (!playing) next();
        setPlaying(!playing && !still);
      }}
    >
      <Icon name={playing ? 'pause' : still ? 'step' : 'play'} />
    </button>
  );
}
