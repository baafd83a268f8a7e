/** Who calls whom, the picture of the way taken, and the same facts as a table. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PictureModel, TrafficView } from '../../view/view-models.ts';
import type { PanelProps } from '../endpoints/endpoints-panel.tsx';
import { LineLink } from '../parts/line-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { Picker, TypedPicker } from '../parts/picker.tsx';
import { plainText, Words } from '../parts/words.tsx';
import { AddClient, Clients } from './clients.tsx';
import { litPicture } from './lit.ts';
import { keepTabStop, walkParts, type GoTo } from './part.tsx';
import { Picture } from './picture.tsx';
import { PlayedLine, PlayTools } from './play-tools.tsx';
import { tallyOf, type Counts } from './tally.ts';
import { usePlay } from './use-play.ts';

/** `lit`: whose endpoints stand out, because the editor's caret is on a field of theirs. */
export function TrafficPanel({
  view,
  strings,
  actions,
  lit = nobody,
}: PanelProps<TrafficView> & { readonly lit?: readonly string[] | undefined }): JSX.Element {
  const [shown, setShown] = useState(() => ({ picture: true, table: roomForBoth() }));
  const model = useMemo(() => litPicture(view.picture, lit), [view.picture, lit]);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, shown.picture);
  const play = usePlay(box, view, width);
  const counts =
    view.played.length > 0 ? { tally: tallyOf(view.played, play.sent), of: strings.traffic.of } : undefined;
  const ask = (change: Partial<{ from: string; to: string; also: readonly string[] }>): void =>
    actions?.select({
      traffic: {
        from: view.from,
        to: view.to,
        proto: view.protocol as 'TCP',
        family: view.family as 'IPv4',
        also: view.also,
        ...change,
      },
    });
  const toggle = (which: 'picture' | 'table'): void =>
    setShown((s) => {
      const next = { ...s, [which]: !s[which] };
      return next.picture || next.table ? next : { ...next, [which === 'picture' ? 'table' : 'picture']: true };
    });
  return (
    <Panel
      id="traffic"
      title={strings.panel.traffic}
      strings={strings}
      actions={actions}
      text={() => trafficText(view)}
      tools={
        <>
          <Picker
            label={strings.traffic.client}
            value={view.from}
            choices={view.clients}
            onChoose={actions && ((from) => ask({ from, also: view.also.filter((client) => client !== from) }))}
          />
          {actions && <AddClient view={view} strings={strings} onAlso={(also) => ask({ also })} />}
          <span class="arrow-to" role="img" aria-label={strings.traffic.to}>
            →
          </span>
          <TypedPicker
            id="traffic-targets"
            label={strings.traffic.target}
            value={view.to}
            choices={view.targets}
            onChoose={actions && ((to) => ask({ to }))}
          />
        </>
      }
      end={
        actions && (
          <>
            <PlayTools view={view} play={play} strings={strings} actions={actions} />
            <span class="segmented">
              <button type="button" aria-pressed={shown.picture} onClick={() => toggle('picture')}>
                {strings.traffic.picture}
              </button>
              <button type="button" aria-pressed={shown.table} onClick={() => toggle('table')}>
                {strings.traffic.table}
              </button>
            </span>
          </>
        )
      }
    >
      {view.also.length > 0 && <Clients view={view} strings={strings} onAlso={actions && ((also) => ask({ also }))} />}
      {shown.picture && <MeasuredPicture model={model} box={box} width={width} counts={counts} go={actions?.goTo} />}
      {counts && <PlayedLine play={play} counts={counts} all={view.played.length} strings={strings} />}
      <TrafficTable view={view} strings={strings} actions={actions} hidden={!shown.table && actions !== undefined} />
    </Panel>
  );
}

const nobody: readonly string[] = [];

/** From this height on the table stands under the picture. */
const roomForBoth = (): boolean =>
  'matchMedia' in globalThis && matchMedia('(min-height: 1200px) and (min-width: 1100px)').matches;

/** The picture at the width of its column. */
function MeasuredPicture({
  model,
  box,
  width,
  counts,
  go,
}: {
  readonly model: PictureModel;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly width: number | undefined;
  readonly counts: Counts | undefined;
  readonly go: GoTo;
}): JSX.Element {
  useLayoutEffect(() => keepTabStop(box.current));
  return (
    <div class="picture-box" ref={box} onKeyDown={walkParts}>
      <Picture model={model} width={width} counts={counts} go={go} />
    </div>
  );
}

/** Pixels inside the box, once it is in the page; measured again when `shown` changes. */
function useWidth(box: RefObject<HTMLDivElement | null>, shown: boolean): number | undefined {
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.max(260, Math.floor(element.clientWidth - 24)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [shown]);
  return width;
}

function TrafficTable({
  view,
  strings,
  actions,
  hidden,
}: PanelProps<TrafficView> & { readonly hidden: boolean }): JSX.Element {
  return (
    <table class={hidden ? 'traffic-table visually-hidden' : 'traffic-table'}>
      <thead>
        <tr>
          <th scope="col">{strings.traffic.step}</th>
          <th scope="col">{strings.traffic.result}</th>
          <th scope="col">{strings.traffic.decidedBy}</th>
        </tr>
      </thead>
      <tbody>
        {view.table.map((row) => (
          <tr key={row.id} class={`tone-row-${row.tone}${row.change ? ` row-${row.change}` : ''}`}>
            <th scope="row">
              {row.step}
              {row.change && <span class="visually-hidden"> ({strings.common[row.change]})</span>}
            </th>
            <td>
              <Words words={row.result} />
            </td>
            <td>
              <Words words={row.decidedBy} />{' '}
              {!hidden && <LineLink place={row.place} strings={strings} actions={actions} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The panel's facts as plain text. */
export function trafficText(view: TrafficView): string {
  const rows = view.table.map((r) => `${r.step}: ${plainText(r.result)} (${plainText(r.decidedBy)})`);
  return [`${view.from} → ${view.to}  ${view.protocol}`, view.summary, ...rows].join('\n') + '\n';
}
