/** A part of the picture that leads to the line which decides it: by a click, or by the keyboard. */
import type { ComponentChildren, JSX } from 'preact';
import type { Place } from '../../view/view-models.ts';

/** Absent at build, where nothing can be done. */
export type GoTo = ((place: Place) => void) | undefined;

interface Props {
  readonly go: GoTo;
  readonly place: Place | undefined;
  /** Its name, where it holds no words: else those are its name. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

export function Part({ go, place, label, children }: Props): JSX.Element {
  if (!go || !place) return <g>{children}</g>;
  return (
    <g
      class="pic-go"
      role="button"
      tabindex={-1}
      aria-label={label}
      data-go
      onClick={() => go(place)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        go(place);
      }}
    >
      {children}
    </g>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One stop of Tab for the whole picture: inside it the arrow keys go from part to part. */
export function walkParts(event: KeyboardEvent): void {
  const { currentTarget: picture, key } = event;
  if (!(picture instanceof Element)) return;
  const parts = [...picture.querySelectorAll<SVGGElement>('[data-go]')];
  const from = parts.findIndex((part) => part === document.activeElement);
  const step = steps[key];
  const to = key === 'Home' ? 0 : key === 'End' ? parts.length - 1 : step === undefined ? -1 : from + step;
  const next = from < 0 ? undefined : parts[to];
  if (!next) return;
  event.preventDefault();
  parts[from]?.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}

/** Gives the picture its stop of Tab, where a drawing has taken it away. */
export function keepTabStop(picture: Element | null): void {
  const parts = picture?.querySelectorAll('[data-go]') ?? [];
  if (![...parts].some((part) => part.getAttribute('tabindex') === '0')) parts[0]?.setAttribute('tabindex', '0');
}
