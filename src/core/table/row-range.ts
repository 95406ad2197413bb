/** Rows of a tab as they were read: some columns of them, in as few calls as the number of cells allows. */
import type { CellsPort } from '../ports';
import { rowsWithin, type Rows } from './area';
import { isSameCell, type Cell } from './cell';

/** Cells between two wanted columns that are read along rather than with a call of their own [estimate]. */
const CELLS_WORTH_A_CALL = 2_000;

interface Part {
  readonly left: number;
  /** Its first row; the first of the range unless told. */
  readonly top?: number;
  readonly cells: readonly (readonly Cell[])[];
}

export class RowRange {
  constructor(
    readonly top: number,
    readonly bottom: number,
    private readonly parts: readonly Part[],
  ) {}

  get rows(): readonly number[] {
    return rowsWithin([this.top, this.bottom]);
  }

  /** The cell as it was read; undefined where the row or the column was not. */
  read(row: number, column: number): Cell | undefined {
    for (const { left, top = this.top, cells } of this.parts) {
      const cell = cells[row - top]?.[column - left];
      if (cell !== undefined) return cell;
    }
    return undefined;
  }

  /** The cell as it was read; empty where it was not. */
  cell(row: number, column: number | null | undefined): Cell {
    return column === null || column === undefined ? '' : (this.read(row, column) ?? '');
  }

  /** Tells whether a row holds the same here and there, in these columns. */
  isSameRow(row: number, other: RowRange, columns: readonly number[]): boolean {
    return columns.every((column) => isSameCell(this.cell(row, column), other.cell(row, column)));
  }
}

/** Reads columns of rows. Throws where the tab no longer has them. */
export function readRows(cells: CellsPort, columns: Iterable<number>, [top, bottom]: Rows): RowRange {
  return new RowRange(top, bottom, readParts(cells, columns, [top, bottom]));
}

/** Reads some columns of all rows, and others only in some ranges of them. Throws where the tab no longer has them. */
export function readPartly(
  cells: CellsPort,
  columns: Iterable<number>,
  [top, bottom]: Rows,
  inRanges: { readonly columns: readonly number[]; readonly ranges: readonly Rows[] },
): RowRange {
  return new RowRange(top, bottom, [
    ...readParts(cells, columns, [top, bottom]),
    ...inRanges.ranges.flatMap((rows) => readParts(cells, inRanges.columns, rows)),
  ]);
}

function readParts(cells: CellsPort, columns: Iterable<number>, [top, bottom]: Rows): readonly Part[] {
  const rows = bottom - top + 1;
  return columnGroups(columns, rows).map(([left, right]) => ({
    left,
    top,
    cells: cells.values({ row: top, column: left, rows, columns: right - left + 1 }),
  }));
}

/** Columns as ranges: neighbours together, and what lies between two where that costs less than another call. */
function columnGroups(columns: Iterable<number>, rows: number): readonly (readonly [number, number])[] {
  const groups: [number, number][] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = groups[groups.length - 1];
    if (last !== undefined && (column - last[1] - 1) * rows <= CELLS_WORTH_A_CALL) last[1] = column;
    else groups.push([column, column]);
  }
  return groups;
}

/** Cells that one call reads at most, so that a step needs the same memory for a large job and for a huge one. */
const MOST_CELLS = 120_000;

/** Rows 1 to `bottom` in parts that are read in one call each, for so many columns. */
export function partsOf(bottom: number, columns: number): readonly Rows[] {
  const height = Math.max(500, Math.floor(MOST_CELLS / Math.max(1, columns)));
  const parts: Rows[] = [];
  for (let from = 1; from <= bottom; from += height) parts.push([from, Math.min(bottom, from + height - 1)]);
  return parts;
}
