/** Widths of texts in the picture, estimated alike at build and in the browser, so that both draw the same. Pixels. */

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Advance of one character as a part of the font size. */
const monoAdvance = 0.605;
const sansAdvance = 0.57;
const boldAdvance = 0.68;

export const monoWidth = (text: string, size = 13): number => widthOf(text, size, monoAdvance);
/** Bold names in lanes, at their own size. */
export const boldWidth = (text: string): number => widthOf(text, 12.5, boldAdvance);
export const sansWidth = (text: string, size = 12): number => widthOf(text, size, sansAdvance);

function widthOf(text: string, size: number, advance: number): number {
  let units = 0;
  for (const char of text) units += wide.test(char) ? 1 : advance;
  return units * size;
}

/** The text cut to a width, with an ellipsis where it does not fit. */
export function fit(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) return text;
  const chars = [...text];
  while (chars.length > 1 && width(chars.join('') + '…') > room) chars.pop();
  return chars.join('').trimEnd() + '…';
}

/** The text in at most `most` lines of a width, broken at spaces and between Han characters; the last one is cut where it must be. */
export function wrap(text: string, room: number, width: (text: string) => number, most = 2): readonly string[] {
  if (width(text) <= room) return [text];
  const lines: string[] = [];
  let line = '';
  for (const unit of unitsOf(text)) {
    const full = line.trim() !== '' && unit.trim() !== '' && width(line + unit) > room;
    if (full && lines.length < most - 1) {
      lines.push(line.trim());
      line = '';
    }
    line += unit;
  }
  return [...lines, line.trim()].map((each) => fit(each, room, width));
}

/** Words, runs of spaces, and wide characters one by one with the punctuation after them. */
function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  for (const char of text) {
    const last = units.at(-1);
    const alone = wide.test(char) && !closing.test(char);
    const joins = last !== undefined && !alone && !wide.test(last.at(-1) ?? '') && /\s/.test(char) === /\s/.test(last);
    if (last !== undefined && (joins || closing.test(char))) units[units.length - 1] = last + char;
    else units.push(char);
  }
  return units;
}

/** What does not begin a line. */
const closing = /[，。、；：！？）」』》]/;
