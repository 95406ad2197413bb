/** One tab: its cells, and what sticks to rows, columns and areas. Knows nothing of users, zones or buffering. */
import { contains, overlap, type Area, type GridSize } from './area';
import { GENERAL } from './display';
import type { CellValue } from './typing';
import type { SheetRef } from './wire';

export interface Cell {
  readonly value: CellValue;
  readonly formula: string;
  readonly format: string;
  readonly note: string;
}

export const EMPTY: Cell = { value: '', formula: '', format: GENERAL, note: '' };

/** What of a cell changes; from the cell and its place within the area, counted from 0. */
export type Change = (cell: Cell, down: number, right: number) => Partial<Cell>;

/** Rows and columns keep their identity when others are inserted or they are moved: metadata hangs on it. */
export interface Row {
  cells: (Cell | undefined)[];
  hiddenByUser: boolean;
  hiddenByFilter: boolean;
}

export type Column = object;

/** `area` null: the whole tab. */
export interface Protection {
  readonly area: Area | null;
  /** `users/…` or addresses of those who may edit all the same. */
  readonly editors: readonly string[];
}

/** Only these texts are accepted in the area, and an empty cell. */
export interface Validation {
  readonly area: Area;
  readonly allowed: readonly string[];
}

const newRow = (): Row => ({ cells: [], hiddenByUser: false, hiddenByFilter: false });
const newColumn = (): Column => ({});

/** Size of a new tab. [tested live by gas-fakes] */
export const NEW_TAB: GridSize = { rows: 1000, columns: 26 };

export class Tab {
  rows: Row[] = Array.from({ length: NEW_TAB.rows }, newRow);
  columns: Column[] = Array.from({ length: NEW_TAB.columns }, newColumn);
  frozenRows = 0;
  hidden = false;
  hasFilter = false;
  merges: Area[] = [];
  protections: Protection[] = [];
  validations: Validation[] = [];

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
    return this.rows
      .slice(area.row - 1, area.row - 1 + area.rows)
      .map(({ cells }) =>
        Array.from({ length: area.columns }, (_, right) => part(cells[area.column - 1 + right] ?? EMPTY)),
      );
  }

  write(area: Area, change: Change): void {
    for (let down = 0; down < area.rows; down++) {
      const cells = this.rows[area.row - 1 + down]?.cells;
      if (!cells) continue;
      for (let right = 0; right < area.columns; right++) {
        const at = area.column - 1 + right;
        const cell = cells[at] ?? EMPTY;
        cells[at] = { ...cell, ...change(cell, down, right) };
      }
    }
  }

  /** Inserts before a row; new rows take the formats of the row above, as rows inserted by hand do. */
  insertRows(before: number, count: number): void {
    const above = this.rows[before - 2]?.cells ?? [];
    const rows = Array.from({ length: count }, () => ({ ...newRow(), cells: above.map(formatOnly) }));
    this.rows = [...this.rows.slice(0, before - 1), ...rows, ...this.rows.slice(before - 1)];
    this.moveAreas((area) => stretch(area, 'row', 'rows', before, count));
    if (before <= this.frozenRows) this.frozenRows += count;
  }

  /** Adds rows at the end of the grid, without formats: what appendRow does. [field report] */
  growRows(count: number): void {
    for (let added = 0; added < count; added++) this.rows.push(newRow());
  }

  deleteRows(from: number, count: number): void {
    this.rows.splice(from - 1, count);
    this.moveAreas((area) => shrink(area, 'row', 'rows', from, count));
    this.frozenRows -= Math.max(0, Math.min(this.frozenRows, from + count - 1) - from + 1);
  }

  /** Inserts before a column; new columns take the formats of the column to the left. */
  insertColumns(before: number, count: number): void {
    this.columns.splice(before - 1, 0, ...Array.from({ length: count }, newColumn));
    for (const { cells } of this.rows) {
      if (cells.length < before - 1) continue;
      const left = formatOnly(cells[before - 2]);
      cells.splice(before - 1, 0, ...Array.from({ length: count }, () => left));
    }
    this.moveAreas((area) => stretch(area, 'column', 'columns', before, count));
  }

  deleteColumns(from: number, count: number): void {
    this.columns.splice(from - 1, count);
    for (const { cells } of this.rows) cells.splice(from - 1, count);
    this.moveAreas((area) => shrink(area, 'column', 'columns', from, count));
  }

  /** Moves a column so that it then stands at `to`. */
  moveColumn(from: number, to: number): void {
    moveItem(this.columns, from - 1, to - 1);
    for (const { cells } of this.rows) {
      cells.length = Math.max(cells.length, from, to);
      moveItem(cells, from - 1, to - 1);
    }
    this.moveAreas((area) => follow(area, from, to));
  }

  merged(area: Area): readonly Area[] {
    return this.merges.filter((merge) => overlap(merge, area));
  }

  /** Tells whether somebody, by any of these names, may edit the whole area. */
  canEdit(area: Area, names: readonly string[]): boolean {
    return this.protections.every(
      ({ area: guarded, editors }) =>
        (guarded !== null && !overlap(guarded, area)) || editors.some((editor) => names.includes(editor)),
    );
  }

  validationAt(row: number, column: number): Validation | undefined {
    return this.validations.find(({ area }) => contains(area, row, column));
  }

  private moveAreas(move: (area: Area) => Area | null): void {
    const kept = <T extends { readonly area: Area }>(one: T): T[] => {
      const area = move(one.area);
      return area ? [{ ...one, area }] : [];
    };
    this.merges = this.merges.flatMap((area) => move(area) ?? []);
    this.validations = this.validations.flatMap(kept);
    this.protections = this.protections.flatMap((one) =>
      one.area === null ? [one] : kept({ ...one, area: one.area }),
    );
  }
}

export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.value !== '' || cell.formula !== '');
}

function formatOnly(cell: Cell | undefined): Cell | undefined {
  return cell && { ...EMPTY, format: cell.format };
}

function moveItem(items: unknown[], from: number, to: number): void {
  const [item] = items.splice(from, 1);
  items.splice(to, 0, item);
}

type Start = 'row' | 'column';
type Extent = 'rows' | 'columns';

function stretch(area: Area, start: Start, extent: Extent, before: number, count: number): Area {
  if (before <= area[start]) return { ...area, [start]: area[start] + count };
  return before < area[start] + area[extent] ? { ...area, [extent]: area[extent] + count } : area;
}

function shrink(area: Area, start: Start, extent: Extent, from: number, count: number): Area | null {
  const gone = (a: number, b: number): number => Math.max(0, Math.min(b, from + count) - Math.max(a, from));
  const length = area[extent] - gone(area[start], area[start] + area[extent]);
  return length === 0 ? null : { ...area, [start]: area[start] - gone(1, area[start]), [extent]: length };
}

/** An area of one column goes with it; a wider one stays where it is. */
function follow(area: Area, from: number, to: number): Area {
  if (area.columns > 1) return area;
  if (area.column === from) return { ...area, column: to };
  const without = area.column > from ? area.column - 1 : area.column;
  return { ...area, column: without >= to ? without + 1 : without };
}
