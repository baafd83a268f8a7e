/** The parts of the wide picture, and what both forms share of them. */
import type { JSX } from 'preact';
import type { PictureModel } from '../../view/view-models.ts';
import type { WideGeometry } from './geometry.ts';
import { fit, monoWidth, sansWidth } from './measure.ts';

/** Who asks. */
export function Client({ x, y }: { readonly x: number; readonly y: number }): JSX.Element {
  return (
    <>
      <circle cx={x} cy={y} r="13" class="pic-client" />
      <path d={`M${x - 4.5} ${y - 5}l4.6 5-4.6 5M${x + 1.5} ${y + 5}h4.5`} class="pic-prompt" />
    </>
  );
}

/** The address dialled: dashed where no machine has it. */
export function Address({
  text,
  virtual,
  x,
  y,
  width,
}: {
  readonly text: string;
  readonly virtual: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}): JSX.Element {
  return (
    <>
      <rect
        x={x - width / 2}
        y={y - 15}
        width={width}
        height="30"
        rx="15"
        class={virtual ? 'pic-address' : 'pic-address solid'}
      />
      <text x={x} y={y + 4.5} class="pic-mono strong" text-anchor="middle">
        {fit(text, width - 12, monoWidth)}
      </text>
    </>
  );
}

/** The rule of kube-proxy, big enough to be pressed. */
export function Rule({ x, y, bad }: { readonly x: number; readonly y: number; readonly bad: boolean }): JSX.Element {
  return (
    <>
      <rect x={x - 14} y={y - 14} width="28" height="28" class="pic-hit" />
      <path d={`M${x} ${y - 10.5}l10.5 10.5-10.5 10.5-10.5-10.5z`} class={bad ? 'pic-rule bad' : 'pic-rule'} />
    </>
  );
}

/** Policies that decide at the rule, and the new source address: under the trunk, ending at the diamond. */
export function Notes({
  notes,
  x,
  y,
}: {
  readonly notes: readonly string[];
  readonly x: number;
  readonly y: number;
}): JSX.Element {
  return (
    <>
      {notes.map((note, i) => (
        <text key={note} x={x + 10} y={y + i * 15} class="pic-mono small note halo" text-anchor="end">
          {note}
        </text>
      ))}
    </>
  );
}

/** The edge of the cluster. */
export function ClusterEdge({
  x,
  bottom,
  words,
  narrow,
}: {
  readonly x: number;
  readonly bottom: number;
  readonly words: PictureModel['edgeWords'];
  /** An alias' tag stands where the inner word would. */
  readonly narrow: boolean;
}): JSX.Element {
  return (
    <>
      <path d={`M${x} 2V${bottom}`} class="pic-edge" />
      {!narrow && (
        <text x={x - 8} y="12" class="pic-tiny" text-anchor="end">
          {words.inside}
        </text>
      )}
      <text x={x + 8} y="12" class="pic-tiny">
        {words.outside}
      </text>
    </>
  );
}

/** Hairlines from the trunk to the captions. */
export function Leads({ at }: { readonly at: WideGeometry }): JSX.Element {
  const xs = [at.clientX, at.addressX, at.ruleX].filter((x) => x !== undefined);
  return (
    <>
      {xs.map((x) => (
        <path key={x} d={`M${x} ${at.y + 16}V${at.captionY - 15}`} class="pic-lead" />
      ))}
    </>
  );
}

/** A caption and its lines. */
export function Caption({
  column,
  y,
}: {
  readonly column: WideGeometry['columns'][number];
  readonly y: number;
}): JSX.Element {
  return (
    <>
      <text x={column.x} y={y} class="pic-caption" text-anchor={column.anchor}>
        {column.title}
      </text>
      {column.lines.map((line, i) => (
        <text key={i} x={column.x} y={y + 16 * (i + 1)} class="pic-small" text-anchor={column.anchor}>
          {line}
        </text>
      ))}
    </>
  );
}

/** Words on a line, which is broken for them. */
export function OnLine({
  text,
  x,
  y,
  bad = false,
}: {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly bad?: boolean;
}): JSX.Element {
  const width = sansWidth(text) * 1.06 + 12;
  return (
    <>
      <rect x={x - width / 2} y={y - 9} width={width} height="18" class="pic-clear" />
      <text x={x} y={y + 4} class={bad ? 'pic-small strong bad' : 'pic-small strong'} text-anchor="middle">
        {text}
      </text>
    </>
  );
}
