/** The captions under the picture: each as wide as its neighbours let it be, in as many lines as it takes. Pixels. */
import { fit, sansWidth, wrap } from './measure.ts';

export interface Caption {
  readonly x: number;
  readonly title: string;
  readonly detail: string;
  readonly anchor: 'start' | 'middle';
}

/** A caption that has its place. */
export interface Column {
  readonly x: number;
  readonly title: string;
  readonly lines: readonly string[];
  readonly anchor: 'start' | 'middle';
}

const titleWidth = (text: string): number => sansWidth(text, 12.5);
const gap = 12;

/** Captions from left to right in a picture of this width. */
export function placeColumns(captions: readonly Caption[], width: number): readonly Column[] {
  return captions.map((caption, i) => {
    const { x, title, detail, anchor } = caption;
    const [before, after] = [captions[i - 1], captions[i + 1]];
    const right = after ? sharedRoom(caption, after).left : width - x;
    const left = before ? sharedRoom(before, caption).right : x;
    const room = anchor === 'start' ? right : 2 * Math.max(24, Math.min(left, right));
    return { x, title: fit(title, room, titleWidth), lines: wrap(detail, room, sansWidth, 3), anchor };
  });
}

/** How far two neighbours may reach towards each other: as far as they want, else each its part of what there is. */
function sharedRoom(left: Caption, right: Caption): { readonly left: number; readonly right: number } {
  const wants = [reach(left, 'right'), reach(right, 'left')] as const;
  const room = right.x - left.x - gap;
  const wanted = wants[0] + wants[1];
  if (wanted <= room) return { left: room - wants[1], right: room - wants[0] };
  // Addresses cannot be broken, and stand at the left: the neighbour's words make way, as far as words can.
  const rest = room - wants[0];
  if (left.anchor === 'start' && rest >= wants[1] * 0.4) return { left: wants[0], right: rest };
  return { left: (room * wants[0]) / wanted, right: (room * wants[1]) / wanted };
}

/** Pixels a caption wants on one side of its `x`. */
function reach({ title, detail, anchor }: Caption, side: 'left' | 'right'): number {
  const width = Math.max(titleWidth(title), sansWidth(detail));
  if (anchor === 'middle') return width / 2;
  return side === 'right' ? width : 0;
}
