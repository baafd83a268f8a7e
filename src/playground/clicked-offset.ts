/** Where in the highlighted text a reader pressed: the offset of the caret that belongs there, 0 where none does. */

/** Looks at the line under the pointer, whose number it carries. */
export function clickedOffset(text: string, { target, clientX, clientY }: MouseEvent): number {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  if (!line) return 0;
  const lines = text.split('\n').slice(0, Number(line.dataset['line']));
  const last = lines.pop() ?? '';
  const before = lines.reduce((sum, { length }) => sum + length + 1, 0);
  return before + Math.min(columnAt(line, clientX, clientY), last.length);
}

function columnAt(line: Element, x: number, y: number): number {
  const hit = document.caretPositionFromPoint?.(x, y);
  if (!hit || !line.contains(hit.offsetNode)) return 0;
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(hit.offsetNode, hit.offset);
  return range.toString().length;
}
