/** The state vocabulary: one 16 × 16 shape a state, so that no state rests on colour alone. */
import type { JSX } from 'preact';
import type { Glyph } from '../../view/view-models.ts';

const tick = <path d="M4.8 8.2l2.3 2.3 4.2-4.7" class="glyph-cut" />;
const cross = <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" class="glyph-cut" />;
const minus = <path d="M4.9 8h6.2" class="glyph-line" />;

const shapes: Record<Glyph, { readonly tone: string; readonly shape: JSX.Element }> = {
  ready: {
    tone: 'ready',
    shape: (
      <>
        <circle cx="8" cy="8" r="7" class="glyph-fill" />
        {tick}
      </>
    ),
  },
  ok: {
    tone: 'ready',
    shape: (
      <>
        <circle cx="8" cy="8" r="7" class="glyph-fill" />
        {tick}
      </>
    ),
  },
  'ready-outside': {
    tone: 'ready',
    shape: (
      <>
        <rect x="1.5" y="1.5" width="13" height="13" rx="2" class="glyph-fill" />
        {tick}
      </>
    ),
  },
  'not-ready': {
    tone: 'wait',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.2" class="glyph-line" />
        <path d="M1.8 8a6.2 6.2 0 0 0 12.4 0z" class="glyph-fill" />
      </>
    ),
  },
  terminating: {
    tone: 'term',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.2" class="glyph-line glyph-dotted" />
        <circle cx="8" cy="8" r="2.6" class="glyph-fill" />
      </>
    ),
  },
  out: {
    tone: 'out',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.2" class="glyph-line" />
        {minus}
      </>
    ),
  },
  'out-outside': {
    tone: 'out',
    shape: (
      <>
        <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="2" class="glyph-line" />
        {minus}
      </>
    ),
  },
  reject: {
    tone: 'bad',
    shape: (
      <>
        <path d="M12.8 2v12" class="glyph-line glyph-thick" />
        <path d="M9.6 8H2.4M5.2 5L2.2 8l3 3" class="glyph-line" />
      </>
    ),
  },
  refused: {
    tone: 'bad',
    shape: (
      <>
        <path d="M12.8 2v12" class="glyph-line glyph-thick" />
        <path d="M9.6 8H2.4M5.2 5L2.2 8l3 3" class="glyph-line" />
      </>
    ),
  },
  drop: {
    tone: 'bad',
    shape: (
      <>
        <path d="M1.5 8h5.2" class="glyph-line" />
        <circle cx="9" cy="8" r="1.3" class="glyph-fill" />
        <circle cx="12" cy="8" r="1" class="glyph-fill" />
        <circle cx="14.6" cy="8" r=".7" class="glyph-fill" />
      </>
    ),
  },
  timeout: {
    tone: 'bad',
    shape: (
      <>
        <path d="M1.5 8h5.2" class="glyph-line" />
        <circle cx="9" cy="8" r="1.3" class="glyph-fill" />
        <circle cx="12" cy="8" r="1" class="glyph-fill" />
        <circle cx="14.6" cy="8" r=".7" class="glyph-fill" />
      </>
    ),
  },
  'no-route': { tone: 'bad', shape: <path d="M1 8h4.4M10.6 8H15M5.4 3.6v8.8M10.6 3.6v8.8" class="glyph-line" /> },
  'no-name': {
    tone: 'bad',
    shape: (
      <>
        <path d="M1.5 3.5h8.7L14.5 8l-4.3 4.5H1.5z" class="glyph-line" />
        <path d="M4.3 6l4 4M8.3 6l-4 4" class="glyph-line" />
      </>
    ),
  },
  mismatch: {
    tone: 'bad',
    shape: (
      <>
        <path d="M1.5 3.5h8.7L14.5 8l-4.3 4.5H1.5z" class="glyph-line" />
        <path d="M4.3 6l4 4M8.3 6l-4 4" class="glyph-line" />
      </>
    ),
  },
  outside: {
    tone: 'plain',
    shape: <path d="M7 2.5H2.5v11h11V9M9.5 2.2h4.3v4.3M13.6 2.4L7.6 8.4" class="glyph-line" />,
  },
  info: {
    tone: 'plain',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.2" class="glyph-line" />
        <path d="M8 7.4v3.6M8 4.9v.2" class="glyph-line" />
      </>
    ),
  },
  warning: { tone: 'wait', shape: <path d="M8 2.2l6.3 11.3H1.7zM8 6.6v3.2M8 11.7v.1" class="glyph-line" /> },
  error: {
    tone: 'bad',
    shape: (
      <>
        <circle cx="8" cy="8" r="7" class="glyph-fill" />
        {cross}
      </>
    ),
  },
};

/** Name of the colour token a state is drawn in: ready, wait, term, bad, out, plain. */
export const toneOf = (glyph: Glyph): string => shapes[glyph].tone;

/** The shape alone, to be placed in a larger drawing; its box is 16 × 16. */
export function GlyphShape({ glyph }: { readonly glyph: Glyph }): JSX.Element {
  return <g class={`glyph glyph-${shapes[glyph].tone}`}>{shapes[glyph].shape}</g>;
}

/** A state's glyph in running text. Decorative: the state's word always stands beside it. */
export function GlyphIcon({ glyph, size = 16 }: { readonly glyph: Glyph; readonly size?: number }): JSX.Element {
  return (
    <svg class="glyph-icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <GlyphShape glyph={glyph} />
    </svg>
  );
}
