/** A1 notation: texts such as `B2:C5`, `D:F`, `5:7`, `'My sheet'!A1` and what they cover. */

/** A rectangle of cells, one-based. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export function lettersOf(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Splits the sheet's name off; null where the text names none. */
export function splitTab(text: string): { readonly tab: string | null; readonly cells: string } {
  const [, quoted, plain, cells] = /^(?:'((?:[^']|'')*)'!|([^'!]*)!)?(.*)$/.exec(text) ?? [];
  const tab = quoted?.replace(/''/g, "'") ?? plain ?? null;
  return { tab: tab === '' ? null : tab, cells: cells ?? text };
}

/** Reads A1 text on a grid of this size; null where it means nothing. */
export function parseA1(text: string, size: Size): Rect | null {
  const ends = text
    .replace(/\$/g, '')
    .split(':')
    .map((end) => /^([A-Za-z]*)(\d*)$/.exec(end));
  const [first, last = first] = ends;
  if (ends.length > 2 || !first || !last || first[0] === '' || last[0] === '') return null;
  if (ends.length === 1 && (first[1] === '' || first[2] === '')) return null;
  const rows = [first, last].map((end) => (end[2] === '' ? null : Number(end[2])));
  const columns = [first, last].map((end) => (end[1] === '' ? null : columnOf(end[1] ?? '')));
  return spanOf(rows, columns, size);
}

/** An end that is left open reaches to the edge of the grid. */
function spanOf(
  [r1 = null, r2 = null]: readonly (number | null)[],
  [c1 = null, c2 = null]: readonly (number | null)[],
  size: Size,
): Rect | null {
  const [top, bottom] = inOrder(r1 ?? 1, r2 ?? size.rows);
  const [left, right] = inOrder(c1 ?? 1, c2 ?? size.columns);
  if (top < 1 || left < 1) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function inOrder(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}

/** Writes a rectangle; one that covers whole rows or columns is written as such. */
export function a1Of({ row, column, rows, columns }: Rect, size: Size): string {
  const right = column + columns - 1;
  const bottom = row + rows - 1;
  if (row === 1 && rows === size.rows && columns < size.columns)
    return `${lettersOf(column)}:${lettersOf(right)}`;
  if (column === 1 && columns === size.columns && rows < size.rows) return `${row}:${bottom}`;
  const first = `${lettersOf(column)}${row}`;
  return rows === 1 && columns === 1 ? first : `${first}:${lettersOf(right)}${bottom}`;
}

export function contains(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

export function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
