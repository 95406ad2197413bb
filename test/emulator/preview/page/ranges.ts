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

/** How far the grid can be made to reach by naming a cell. */
const MOST = { row: 50_000, column: 702 };

/** Reads a cell or a range in A1 notation; null where it is none. */
export function parseRange(text: string): Range | null {
  const match = /^\s*\$?([a-z]{1,2})\$?(\d{1,5})(?::\$?([a-z]{1,2})\$?(\d{1,5}))?\s*$/i.exec(text);
  if (!match) return null;
  const [, letters = '', digits = '', toLetters = letters, toDigits = digits] = match;
  const range = {
    row: Number(digits),
    column: columnNumber(letters),
    toRow: Number(toDigits),
    toColumn: columnNumber(toLetters),
  };
  const fits = [range.row, range.toRow].every((row) => row >= 1 && row <= MOST.row);
  return fits && Math.max(range.column, range.toColumn) <= MOST.column ? range : null;
}

function columnNumber(letters: string): number {
  return letters
    .toUpperCase()
    .split('')
    .reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Cells in a range. */
export function cellCount(range: Range): number {
  const { top, left, bottom, right } = edges(range);
  return (bottom - top + 1) * (right - left + 1);
}

/** The part of a range that holds anything, or its first cell. */
export function usedPart(range: Range, used: Size): Range {
  const { top, left, bottom, right } = edges(range);
  return {
    row: top,
    column: left,
    toRow: Math.min(bottom, Math.max(used.rows, top)),
    toColumn: Math.min(right, Math.max(used.columns, left)),
  };
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

/** Moves the far corner of a range; the anchor stays where it is. */
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
