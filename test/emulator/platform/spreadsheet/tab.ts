/** One tab: its cells, and what sticks to rows, columns and areas. Knows nothing of users, zones or buffering. JSON only. */
import { contains, overlap, type Area, type GridSize } from './area';
import { follow, shrink, stretch, type Axis } from './area-moves';
import { EMPTY, hasContent, lookOf, type Cell } from './cell';
import {
  marksOf,
  moveMarks,
  NO_MARKS,
  type Marks,
  type Protection,
  type TypedColumn,
  type Validation,
} from './marks';
import { NEW_TAB } from './sizes';
import { settleSpills } from './spill';
import type { SheetRef } from './wire';

/** What a cell becomes; from the cell and its place within the area, counted from 0. */
export type Change = (cell: Cell, down: number, right: number) => Cell;

/** Rows and columns keep their identity when others are inserted or they are moved: metadata hangs on it. */
export interface Row {
  cells: (Cell | undefined)[];
  hiddenByUser: boolean;
  hiddenByFilter: boolean;
}

export interface Column {
  /** In pixels. */
  width: number;
  hidden: boolean;
}

/** Rows or columns that were taken out, as undoing puts them back. */
export type Removed =
  | { readonly axis: 'rows'; readonly at: number; readonly rows: readonly Row[] }
  | {
      readonly axis: 'columns';
      readonly at: number;
      readonly columns: readonly Column[];
      readonly cells: readonly (readonly (Cell | undefined)[])[];
    };

/** [weak] */
const COLUMN_WIDTH = 100;

const newRow = (): Row => ({ cells: [], hiddenByUser: false, hiddenByFilter: false });
const newColumn = (): Column => ({ width: COLUMN_WIDTH, hidden: false });

export class Tab implements Marks {
  rows: Row[] = Array.from({ length: NEW_TAB.rows }, newRow);
  columns: Column[] = Array.from({ length: NEW_TAB.columns }, newColumn);
  frozenRows = 0;
  hidden = false;
  /** Lower-case hex; null without. */
  color: string | null = null;
  /** Some cell may hold an array formula that fills its neighbours. */
  hasSpills = false;
  filter = NO_MARKS.filter;
  merges = NO_MARKS.merges;
  protections = NO_MARKS.protections;
  validations = NO_MARKS.validations;
  typedColumns = NO_MARKS.typedColumns;
  conditionalRules = NO_MARKS.conditionalRules;

  constructor(
    readonly id: number,
    public name: string,
  ) {}

  get size(): GridSize {
    return { rows: this.rows.length, columns: this.columns.length };
  }

  /** The tab as scripts get it. */
  get ref(): SheetRef {
    return { id: this.id, name: this.name, ...this.size };
  }

  /** Last row with content; 0 where there is none. Formats and notes do not count. */
  lastRow(): number {
    return this.rows.findLastIndex(({ cells }) => cells.some(hasContent)) + 1;
  }

  lastColumn(): number {
    return this.rows.reduce((last, { cells }) => Math.max(last, cells.findLastIndex(hasContent) + 1), 0);
  }

  cell(row: number, column: number): Cell {
    return this.rows[row - 1]?.cells[column - 1] ?? EMPTY;
  }

  /** A part of the cells of an area, row by row. */
  read<T>(area: Area, part: (cell: Cell) => T): T[][] {
    return this.rows.slice(area.row - 1, area.row - 1 + area.rows).map(({ cells }) => {
      const parts: T[] = [];
      for (let right = 0; right < area.columns; right++) {
        parts.push(part(cells[area.column - 1 + right] ?? EMPTY));
      }
      return parts;
    });
  }

  write(area: Area, change: Change): void {
    for (let down = 0; down < area.rows; down++) {
      const cells = this.rows[area.row - 1 + down]?.cells;
      if (!cells) continue;
      for (let right = 0; right < area.columns; right++) {
        const at = area.column - 1 + right;
        cells[at] = change(cells[at] ?? EMPTY, down, right);
      }
    }
    this.settle();
  }

  /** Lets array formulas fill their neighbours again after cells have changed or moved. */
  settle(): void {
    if (this.hasSpills) settleSpills(this);
  }

  /** Inserts before a row; new rows take the formats of the row above, as rows inserted by hand do. */
  insertRows(before: number, count: number): void {
    const above = this.rows[before - 2]?.cells ?? [];
    this.putRows(
      before,
      Array.from({ length: count }, () => ({ ...newRow(), cells: above.map(lookOf) })),
    );
  }

  /** Adds rows at the end of the grid, without formats: what appendRow does. [field report] */
  growRows(count: number): void {
    this.putRows(this.rows.length + 1, Array.from({ length: count }, newRow));
  }

  deleteRows(from: number, count: number): Removed {
    const rows = this.rows.splice(from - 1, count);
    this.moveAreas((area) => shrink(area, 'rows', from, count));
    this.frozenRows -= Math.max(0, Math.min(this.frozenRows, from + count - 1) - from + 1);
    this.settle();
    return { axis: 'rows', at: from, rows };
  }

  /** Inserts before a column; new columns take the formats of the column to the left, and its validation [weak]. */
  insertColumns(before: number, count: number): void {
    const cells = this.rows.map((row) => {
      const left = lookOf(row.cells[before - 2]);
      return left === undefined ? [] : Array.from({ length: count }, () => left);
    });
    this.putColumns(before, Array.from({ length: count }, newColumn), cells);
    this.validations = this.validations.map((one) =>
      one.area.column + one.area.columns === before
        ? { ...one, area: { ...one.area, columns: one.area.columns + count } }
        : one,
    );
  }

  deleteColumns(from: number, count: number): Removed {
    const columns = this.columns.splice(from - 1, count);
    const cells = this.rows.map((row) => row.cells.splice(from - 1, count));
    this.moveAreas((area) => shrink(area, 'columns', from, count));
    this.settle();
    return { axis: 'columns', at: from, columns, cells };
  }

  /** Puts rows or columns back where they were taken out. */
  putBack(removed: Removed): void {
    if (removed.axis === 'rows') this.putRows(removed.at, removed.rows);
    else this.putColumns(removed.at, removed.columns, removed.cells);
  }

  /** Moves a column so that it then stands at `to`. */
  moveColumn(from: number, to: number): void {
    moveItem(this.columns, from - 1, to - 1);
    for (const { cells } of this.rows) {
      cells.length = Math.max(cells.length, from, to);
      moveItem(cells, from - 1, to - 1);
    }
    this.moveAreas((area) => follow(area, from, to));
    this.settle();
  }

  /** Sets which of all cells of a range of rows comes where, and nothing else: rows keep what hangs on them. */
  reorderCells(from: number, cells: readonly Row['cells'][]): void {
    cells.forEach((one, index) => {
      const row = this.rows[from - 1 + index];
      if (row) row.cells = one;
    });
    this.settle();
  }

  /** A tab like this one, with rows and columns of its own. */
  copy(id: number, name: string): Tab {
    const tab = new Tab(id, name);
    tab.rows = this.rows.map((row) => ({ ...row, cells: [...row.cells] }));
    tab.columns = this.columns.map((column) => ({ ...column }));
    const { frozenRows, hidden, color, hasSpills } = this;
    return Object.assign(tab, marksOf(this), { frozenRows, hidden, color, hasSpills });
  }

  merged(area: Area): readonly Area[] {
    return this.merges.filter((merge) => overlap(merge, area));
  }

  /** Tells whether somebody, by any of these names, may edit the whole area. */
  canEdit(area: Area, names: readonly string[]): boolean {
    return this.protections.every(
      ({ area: guarded, editors }: Protection) =>
        (guarded !== null && !overlap(guarded, area)) || editors.some((editor) => names.includes(editor)),
    );
  }

  validationAt(row: number, column: number): Validation | undefined {
    return this.validations.find(({ area }) => contains(area, row, column));
  }

  typedColumnAt(row: number, column: number): TypedColumn | undefined {
    return this.typedColumns.find(({ area }) => contains(area, row, column));
  }

  private putRows(before: number, rows: readonly Row[]): void {
    this.rows = [...this.rows.slice(0, before - 1), ...rows, ...this.rows.slice(before - 1)];
    this.inserted('rows', before, rows.length);
    if (before <= this.frozenRows) this.frozenRows += rows.length;
  }

  private putColumns(
    before: number,
    columns: readonly Column[],
    cells: readonly (readonly (Cell | undefined)[])[],
  ): void {
    this.columns.splice(before - 1, 0, ...columns);
    this.rows.forEach((row, index) => {
      const own = cells[index] ?? [];
      if (own.length === 0 && row.cells.length < before) return;
      row.cells.length = Math.max(row.cells.length, before - 1);
      row.cells.splice(before - 1, 0, ...Array.from({ length: columns.length }, (_, right) => own[right]));
    });
    this.inserted('columns', before, columns.length);
  }

  private inserted(axis: Axis, before: number, count: number): void {
    this.moveAreas((area) => stretch(area, axis, before, count));
    this.settle();
  }

  private moveAreas(move: (area: Area) => Area | null): void {
    Object.assign(this, moveMarks(this, move));
  }
}

function moveItem(items: unknown[], from: number, to: number): void {
  const [item] = items.splice(from, 1);
  items.splice(to, 0, item);
}

/** Everything up to the last cell with content; of an empty tab its first cell. [doc: Sheet.getDataRange] */
export function usedArea(tab: Tab): Area {
  return { row: 1, column: 1, rows: Math.max(1, tab.lastRow()), columns: Math.max(1, tab.lastColumn()) };
}
