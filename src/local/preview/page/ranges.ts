/** Selected ranges of a grid: one-based, ends included. */

/** `row`, `column`: the corner where the selection began; `toRow`, `toColumn`: the opposite corner. */
export interface Range {
  readonly row: number;
  readonly column: number;
  readonly toRow: number;
  readonly toColumn: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export function cellRange(row: number, column: number): Range {
  return { row, column, toRow: row, toColumn: column };
}

export function contains(range: Range, row: number, column: number): boolean {
  return between(row, range.row, range.toRow) && between(column, range.column, range.toColumn);
}

function between(value: number, one: number, other: number): boolean {
  return value >= Math.min(one, other) && value <= Math.max(one, other);
}

/** `A` for 1, `Z` for 26, `AA` for 27. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  const before = (column - 1 - rest) / 26;
  return before === 0 ? letter : columnLetters(before) + letter;
}

export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A1 notation, the top left corner first. */
export function rangeName(range: Range): string {
  const { top, left, bottom, right } = edges(range);
  const start = cellName(top, left);
  return top === bottom && left === right ? start : `${start}:${cellName(bottom, right)}`;
}

export function edges(range: Range): { top: number; left: number; bottom: number; right: number } {
  return {
    top: Math.min(range.row, range.toRow),
    left: Math.min(range.column, range.toColumn),
    bottom: Math.max(range.row, range.toRow),
    right: Math.max(range.column, range.toColumn),
  };
}

/** Moves a single cell by so many rows and columns, staying inside the grid. */
export function moved({ row, column }: Range, down: number, right: number, size: Size): Range {
  return cellRange(clamp(row + down, size.rows), clamp(column + right, size.columns));
}

/** Moves the far corner of a range, the anchor standing still. */
export function extended(range: Range, down: number, right: number, size: Size): Range {
  return {
    ...range,
    toRow: clamp(range.toRow + down, size.rows),
    toColumn: clamp(range.toColumn + right, size.columns),
  };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 1), most);
}
