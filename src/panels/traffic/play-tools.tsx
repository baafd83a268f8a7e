/** What plays connections through the picture, and how far they have come. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { TrafficView } from '../../view/view-models.ts';
import type { Actions } from '../actions.ts';
import { Icon, IconButton } from '../parts/icon.tsx';
import { Picker } from '../parts/picker.tsx';
import { tallyList, type Counts } from './tally.ts';
import type { Play } from './use-play.ts';

const requestCounts = [1, 10, 30, 100, 300, 1000] as const;
/** Where no packet ever leaves the client. */
const unsent = new Set(['NXDOMAIN', 'NODATA', 'NOSOURCE', 'CNAME']);
/** So many endpoints are counted by name. */
const listed = 8;

/** How far the connections played have come; said aloud when they rest. */
export function PlayedLine({
  play,
  counts,
  all,
  strings,
}: {
  readonly play: Play;
  readonly counts: Counts;
  readonly all: number;
  readonly strings: PanelStrings;
}): JSX.Element {
  const { shown, more } = tallyList(counts.tally, listed);
  const words = [
    strings.traffic.sent(play.sent, all),
    ...shown,
    ...(more > 0 ? [strings.traffic.moreEndpoints(more)] : []),
  ].join(' · ');
  return (
    <>
      <p class="played" aria-hidden="true">
        {words}
      </p>
      <p class="visually-hidden" role="status">
        {play.moving ? '' : words}
      </p>
    </>
  );
}

/** Sends, holds, sends one, plays again. */
export function PlayTools({
  view,
  play,
  strings,
  actions,
}: {
  readonly view: TrafficView;
  readonly play: Play;
  readonly strings: PanelStrings;
  readonly actions: Actions;
}): JSX.Element {
  const [count, setCount] = useState<number>(30);
  const { traffic } = strings;
  const all = view.played.length;
  const held = !play.moving && play.sent < all && all === count;
  const draw = (how: 'play' | 'step'): void => {
    play.begin(how);
    actions.play(count);
  };
  const main = play.moving
    ? { icon: 'pause' as const, word: traffic.pause, act: () => play.pause() }
    : held
      ? { icon: 'play' as const, word: traffic.goOn, act: () => play.play() }
      : { icon: 'play' as const, word: traffic.sendWord, label: traffic.send(count), act: () => draw('play') };
  const lanes = view.picture.lanes ?? [{ ending: view.outcome }];
  const none = lanes.every(({ ending }) => unsent.has(ending));
  return (
    <span class="send">
      <button
        type="button"
        class="button"
        aria-label={main.label}
        disabled={none}
        title={none ? traffic.noPacket : undefined}
        onClick={main.act}
      >
        <Icon name={main.icon} />
        {main.word}
      </button>
      <Picker
        label={traffic.count}
        value={String(count)}
        choices={requestCounts.map((n) => ({ value: String(n), label: String(n) }))}
        onChoose={(n) => setCount(Number(n))}
      />
      <IconButton
        icon="step"
        label={traffic.sendOne}
        disabled={none}
        onClick={() => (play.moving || held ? play.step() : draw('step'))}
      />
      <IconButton
        icon="again"
        label={traffic.again}
        disabled={all === 0 || play.sent === 0}
        onClick={() => play.again()}
      />
    </span>
  );
}
