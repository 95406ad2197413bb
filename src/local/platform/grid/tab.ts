/** One tab: its cells, and what belongs to rows, columns and ranges and moves with them. */
import { ScriptException } from '../host';
import { a1Of, contains, overlaps, type Rect, type Size } from './a1';
import { displayOf, GENERAL, isDateFormat } from './number-format';
import type { Stored } from './value';

export interface Cell {
  value: string | number | boolean;
  formula: string;
  /** Null: never set. */
  format: string | null;
  note: string;
}

interface Protection {
  readonly rect: Rect | null;
  readonly editors: readonly string[];
}

interface Validation {
  rect: Rect;
  readonly allowed: readonly string[];
}

/** Developer metadata of a column; it moves with the column and goes with it. */
export interface ColumnMetadata {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  column: number;
}

const NEW_TAB: Size = { rows: 1000, columns: 26 };
const EMPTY: Readonly<Cell> = { value: '', formula: '', format: null, note: '' };

/** The order of ascending sorts: numbers, texts, booleans, blanks. */
const RANKS: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

export class Tab {
  maxRows = NEW_TAB.rows;
  maxColumns = NEW_TAB.columns;
  hidden = false;
  frozenRows = 0;
  /** A filter is on: only then are rows hidden by it. */
  filtered = false;
  hiddenRows = new Map<number, 'user' | 'filter'>();
  merges: Rect[] = [];
  protections: Protection[] = [];
  validations: Validation[] = [];
  metadata: ColumnMetadata[] = [];
  private cells: (Cell | undefined)[][] = [];

  constructor(
    readonly id: number,
    public name: string,
  ) {}

  get size(): Size {
    return { rows: this.maxRows, columns: this.maxColumns };
  }

  at(row: number, column: number): Readonly<Cell> {
    return this.cells[row - 1]?.[column - 1] ?? EMPTY;
  }

  format(row: number, column: number): string {
    return this.at(row, column).format ?? GENERAL;
  }

  display(row: number, column: number): string {
    return displayOf(this.at(row, column).value, this.format(row, column));
  }

  isDate(row: number, column: number): boolean {
    const cell = this.at(row, column);
    return typeof cell.value === 'number' && cell.format !== null && isDateFormat(cell.format);
  }

  change(row: number, column: number, part: Partial<Cell>): void {
    const line = (this.cells[row - 1] ??= []);
    line[column - 1] = { ...(line[column - 1] ?? EMPTY), ...part };
  }

  store(row: number, column: number, { value, formula, format }: Stored): void {
    const allowed = this.validations.find(({ rect }) => contains(rect, row, column))?.allowed;
    if (allowed && value !== '' && !allowed.includes(String(value))) {
      const cell = a1Of({ row, column, rows: 1, columns: 1 }, this.size);
      throw new ScriptException(
        `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
      );
    }
    this.change(row, column, { value, formula, ...(format === null ? {} : { format }) });
  }

  /** The last row and column with content. */
  used(): Size {
    let rows = 0;
    let columns = 0;
    this.cells.forEach((line, index) => {
      for (let column = line.length; column > 0; column--) {
        const cell = line[column - 1];
        if (!cell || (cell.value === '' && cell.formula === '')) continue;
        rows = index + 1;
        columns = Math.max(columns, column);
        break;
      }
    });
    return { rows, columns };
  }

  /** Whether this address may edit the rectangle. */
  mayEdit(email: string, rect: Rect): boolean {
    return this.protections.every(
      ({ rect: guarded, editors }) =>
        editors.includes(email) || (guarded !== null && !overlaps(guarded, rect)),
    );
  }

  insertRows(before: number, count: number): void {
    if (this.cells.length >= before) {
      this.cells.splice(before - 1, 0, ...Array.from({ length: count }, () => [] as (Cell | undefined)[]));
    }
    this.maxRows += count;
    this.shiftRows((row) => (row >= before ? row + count : row));
  }

  deleteRows(from: number, count: number): void {
    this.cells.splice(from - 1, count);
    this.maxRows -= count;
    this.shiftRows((row) => (row < from ? row : row >= from + count ? row - count : null));
  }

  insertColumns(before: number, count: number): void {
    for (const line of this.cells) {
      if (line.length >= before)
        line.splice(before - 1, 0, ...Array.from({ length: count }, () => undefined));
    }
    this.maxColumns += count;
    this.shiftColumns((column) => (column >= before ? column + count : column));
  }

  deleteColumns(from: number, count: number): void {
    for (const line of this.cells) line.splice(from - 1, count);
    this.maxColumns -= count;
    this.metadata = this.metadata.filter(({ column }) => column < from || column >= from + count);
    this.shiftColumns((column) => (column >= from + count ? column - count : column));
  }

  /** Moves a column to where `to` is now, as dragging its head does. */
  moveColumn(from: number, to: number): void {
    for (const line of this.cells) {
      while (line.length < Math.max(from, to)) line.push(undefined);
      const [cell] = line.splice(from - 1, 1);
      line.splice(to - 1, 0, cell);
    }
    this.shiftColumns((column) => {
      if (column === from) return to;
      if (from < to) return column > from && column <= to ? column - 1 : column;
      return column >= to && column < from ? column + 1 : column;
    });
  }

  /** Sorts the rows in use below the header; values, formats and notes move together. */
  sort(column: number, descending: boolean, headerRows: number): void {
    const head = this.cells.slice(0, headerRows);
    const { rows } = this.used();
    const body = Array.from(
      { length: Math.max(0, rows - headerRows) },
      (_, index) => this.cells[headerRows + index] ?? [],
    );
    body.sort((a, b) => compare(a[column - 1]?.value ?? '', b[column - 1]?.value ?? '', descending));
    this.cells = [...head, ...body, ...this.cells.slice(rows)];
  }

  private shiftRows(move: (row: number) => number | null): void {
    const moved = [...this.hiddenRows].map(([row, by]) => [move(row), by] as const);
    this.hiddenRows = new Map(
      moved.filter((entry): entry is [number, 'user' | 'filter'] => entry[0] !== null),
    );
    for (const validation of this.validations) {
      const row = move(validation.rect.row);
      if (row !== null) validation.rect = { ...validation.rect, row };
    }
  }

  private shiftColumns(move: (column: number) => number): void {
    for (const one of this.metadata) one.column = move(one.column);
    for (const validation of this.validations) {
      validation.rect = { ...validation.rect, column: move(validation.rect.column) };
    }
  }
}

/** Blanks come last in either direction. */
function compare(a: Cell['value'], b: Cell['value'], descending: boolean): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const rank = (RANKS[typeof a] ?? 0) - (RANKS[typeof b] ?? 0);
  const order =
    rank !== 0
      ? rank
      : typeof a === 'string' && typeof b === 'string'
        ? a.localeCompare(b, 'en', { sensitivity: 'base', numeric: true })
        : Number(a) - Number(b);
  return descending ? -order : order;
}
