/** Rectangles of cells and the notations that name them: A1, whole rows and columns, R1C1. Rows and columns are one-based. */
import type { MessageKey } from './messages';

/** A rectangle. `whole` marks one that was given as entire rows (`5:7`) or columns (`D:F`). */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly whole?: 'rows' | 'columns';
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** Column letters: 1 is `A`, 27 is `AA`. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function columnOf(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The area as Google's getA1Notation gives it. */
export function a1Of(area: Area): string {
  const { row, column, rows, columns, whole } = area;
  const bottom = row + rows - 1;
  const right = column + columns - 1;
  if (whole === 'columns') return `${lettersOf(column)}:${lettersOf(right)}`;
  if (whole === 'rows') return `${row}:${bottom}`;
  const start = `${lettersOf(column)}${row}`;
  return rows === 1 && columns === 1 ? start : `${start}:${lettersOf(right)}${bottom}`;
}

const A1 = /^\$?([A-Z]{1,3})?\$?(\d+)?$/i;
const R1C1 = /^R(\d+)C(\d+)$/i;

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function cornerOf(text: string): Corner | null {
  const cell = R1C1.exec(text);
  if (cell) return { row: Number(cell[1]), column: Number(cell[2]) };
  const match = A1.exec(text);
  if (!match || text === '') return null;
  const [, letters, digits] = match;
  return {
    row: digits === undefined ? null : Number(digits),
    column: letters === undefined ? null : columnOf(letters),
  };
}

/**
 * Reads a notation without a sheet name. Open ends (`B2:B`) reach to the end of the grid. Null where it means nothing,
 * as `B` alone does.
 */
export function parseArea(text: string, size: GridSize): Area | null {
  const [first = '', second, ...more] = text.trim().split(':');
  const a = cornerOf(first);
  const b = second === undefined ? a : cornerOf(second);
  if (!a || !b || more.length > 0) return null;
  if (second === undefined && (a.row === null || a.column === null)) return null;
  const rows = [a.row, b.row].filter((row) => row !== null);
  const columns = [a.column, b.column].filter((column) => column !== null);
  if (rows.includes(0)) return null;
  if (rows.length === 0) {
    if (columns.length < 2) return null;
    return { ...between(1, size.rows, Math.min(...columns), Math.max(...columns)), whole: 'columns' };
  }
  if (columns.length === 0) {
    if (rows.length < 2) return null;
    return { ...between(Math.min(...rows), Math.max(...rows), 1, size.columns), whole: 'rows' };
  }
  const bottom = rows.length < 2 ? size.rows : Math.max(...rows);
  const right = columns.length < 2 ? size.columns : Math.max(...columns);
  return between(Math.min(...rows), bottom, Math.min(...columns), right);
}

function between(top: number, bottom: number, left: number, right: number): Area {
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Splits `'My sheet'!A1` into the sheet's name (null where none is given) and the rest. */
export function splitSheet(text: string): { readonly sheet: string | null; readonly rest: string } {
  const match = /^(?:'((?:[^']|'')*)'|([^'!]*))!(.*)$/s.exec(text);
  if (!match) return { sheet: null, rest: text };
  const name = match[1]?.replace(/''/g, "'") ?? match[2] ?? '';
  return { sheet: name === '' ? null : name, rest: match[3] ?? '' };
}

export function contains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** What is left of an area around another one: above, below, to the left and to the right of it. */
export function without(area: Area, cut: Area): readonly Area[] {
  if (!overlap(area, cut)) return [area];
  const [bottom, right] = [area.row + area.rows, area.column + area.columns];
  const top = Math.max(area.row, cut.row);
  const middle = Math.min(bottom, cut.row + cut.rows) - top;
  const after = cut.column + cut.columns;
  const { row, column, columns } = area;
  return [
    { row, column, rows: cut.row - row, columns },
    { row: cut.row + cut.rows, column, rows: bottom - cut.row - cut.rows, columns },
    { row: top, column, rows: middle, columns: cut.column - column },
    { row: top, column: after, rows: middle, columns: right - after },
  ].filter((rest) => rest.rows > 0 && rest.columns > 0);
}

/** Why a grid does not have an area; null where it does. */
export function misfit(area: Area, size: GridSize): MessageKey | null {
  if (area.row < 1) return 'rowTooSmall';
  if (area.column < 1) return 'columnTooSmall';
  if (area.rows < 1) return 'noRows';
  if (area.columns < 1) return 'noColumns';
  const fits = area.row + area.rows - 1 <= size.rows && area.column + area.columns - 1 <= size.columns;
  return fits ? null : 'outsideGrid';
}

/** The first cell. */
export const CELL_A1: Area = { row: 1, column: 1, rows: 1, columns: 1 };

/** A whole row or column goes as far as the grid does now. */
export function withinGrid(area: Area, size: GridSize): Area {
  if (area.whole === 'columns') return { ...area, row: 1, rows: size.rows };
  if (area.whole === 'rows') return { ...area, column: 1, columns: size.columns };
  return area;
}
