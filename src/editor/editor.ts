/** One small interface, two editors: Monaco (lazy) and a plain text field. */
import type { Place } from '../view/view-models.ts';

export interface Marker {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Offsets in the text; `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface EditorOptions {
  readonly text: string;
  /** The accessible name: Manifest / 清单. */
  readonly label: string;
  readonly readOnly: boolean;
  readonly dark: boolean;
  readonly onChange: (text: string) => void;
}

export interface Editor {
  readonly kind: 'monaco' | 'plain';
  text(): string;
  /** Replaces the text without an `onChange`; the caret stays where it can. */
  setText(text: string): void;
  setMarkers(markers: readonly Marker[]): void;
  /** Underlines the fields that decide the result. */
  setDeciding(places: readonly Place[]): void;
  /** Puts the caret on a place and brings it into view. */
  reveal(place: Pick<Place, 'start' | 'end'>): void;
  setReadOnly(readOnly: boolean): void;
  setDark(dark: boolean): void;
  focus(): void;
  /** Ends it and everything it made. */
  dispose(): void;
}
