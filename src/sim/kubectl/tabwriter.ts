/** Columns of text as Go's tab writer lines them up. */

/**
 * `text` with its tabs replaced by blanks. A cell ends with a tab; what follows a line's last tab belongs to no column.
 * A column is a run of lines that all have the cell, as wide as its widest cell plus `padding`, and at least `minWidth`.
 * Widths count characters (code points).
 * Models text/tabwriter Writer.format with blanks for padding and no flags, as kubectl uses it.
 */
export function alignColumns(
  text: string,
  { minWidth, padding }: { readonly minWidth: number; readonly padding: number },
): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const widest = lines.reduce((most, cells) => Math.max(most, cells.length - 1), 0);
  const padded = lines.map((cells) => [...cells]);
  for (let column = 0; column < widest; column += 1) {
    let start = 0;
    while (start < lines.length) {
      if (!hasCell(lines[start], column)) {
        start += 1;
        continue;
      }
      let end = start;
      let width = minWidth;
      for (; end < lines.length && hasCell(lines[end], column); end += 1)
        width = Math.max(width, lengthOf(lines[end]?.[column] ?? '') + padding);
      for (let line = start; line < end; line += 1) pad(padded[line], column, width);
      start = end;
    }
  }
  return padded.map((cells) => cells.join('')).join('\n');
}

/** What `get` prints tables with. Models cli-runtime/pkg/printers GetNewTabWriter. */
export const tableColumns = { minWidth: 6, padding: 3 } as const;
/** What `describe` prints with. Models kubectl/pkg/describe tabbedString. */
export const describeColumns = { minWidth: 0, padding: 2 } as const;

function hasCell(cells: readonly string[] | undefined, column: number): boolean {
  return cells !== undefined && column < cells.length - 1;
}

function lengthOf(cell: string): number {
  let length = 0;
  for (const _ of cell) length += 1;
  return length;
}

function pad(cells: string[] | undefined, column: number, width: number): void {
  const cell = cells?.[column];
  if (cells && cell !== undefined) cells[column] = cell + ' '.repeat(width - lengthOf(cell));
}
