/** One small interface, two editors: Monaco (lazy) and a plain text field. */
import type { PanelStrings } from '../i18n/panels.ts';
import type { AskHelp } from '../view/help/help-models.ts';
import type { Fix, Language, Place, Words } from '../view/view-models.ts';

/** Offsets in the text; `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Marker extends Span {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** At most two repairs of the text. */
  readonly fixes: readonly Fix[];
}

/** What stands under a line: a cause, and at most two buttons. */
export interface Zone extends Span {
  readonly severity: Marker['severity'];
  readonly words: Words;
  readonly fixes: readonly Fix[];
}

/** What an editor asks of the engine. */
export interface EditorHelper {
  readonly ask: AskHelp;
  /** Our words for a field, named as `ServiceSpec.ports`; empty where there are none. */
  readonly describe: (field: string) => Promise<string>;
}

export interface EditorOptions {
  readonly text: string;
  /** The accessible name: Manifest / 清单. */
  readonly label: string;
  readonly words: PanelStrings['editor'];
  readonly language: Language;
  readonly readOnly: boolean;
  readonly dark: boolean;
  /** Documents folded to one line at first: `pod/client`. */
  readonly fold: readonly string[];
  readonly helper: EditorHelper;
  readonly onChange: (text: string) => void;
  /** Where the caret came to rest. */
  readonly onCaret: (offset: number) => void;
  readonly onFix: (fix: Fix) => void;
  /** A keyboard's way to where a name leads, which may be another state's text. */
  readonly onGoTo: (place: Place) => void;
}

export interface Editor {
  readonly kind: 'monaco' | 'plain';
  text(): string;
  /** Replaces the text without an `onChange`; caret and folds stay where they can. */
  setText(text: string): void;
  setMarkers(markers: readonly Marker[]): void;
  /** What stands under a line; undefined: nothing. */
  setZone(zone: Zone | undefined): void;
  /** Underlines the fields that decide the result. */
  setDeciding(places: readonly Span[]): void;
  /** Puts the caret on a place and brings it into view. */
  reveal(place: Span): void;
  /** Offset of the caret in the text. */
  caret(): number;
  setCaret(offset: number): void;
  setReadOnly(readOnly: boolean): void;
  setDark(dark: boolean): void;
  focus(): void;
  /** Ends it and everything it made. */
  dispose(): void;
}

/** The one stretch in which two texts differ: what a `setText` has to replace. */
export function differingSpan(before: string, after: string): Span & { readonly text: string } {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  // A line break of two characters is not cut.
  if (start > 0 && before[start - 1] === '\r') start -= 1;
  if (tail > 0 && before[before.length - tail] === '\n' && before[before.length - tail - 1] === '\r') tail -= 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Whether two zones look the same and do the same. */
export const sameZone = (a: Zone | undefined, b: Zone | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
