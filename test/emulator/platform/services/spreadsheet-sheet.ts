/** Sheet: one tab, known by its id. */
import { parseArea, splitSheet, type Area } from '../spreadsheet/area';
import type { SheetRef } from '../spreadsheet/wire';
import { call, Exception, sealed, signatureError } from './inside';
import { finderOf } from './spreadsheet-metadata';
import { rangeOf, type Range } from './spreadsheet-range';
import { cellInput, requireNumbers, type Offers } from './spreadsheet-wire';

const MEMBER = 'SpreadsheetApp.Sheet';

/** How often this execution has made a grid larger: what was known of a size before that is stale. */
let growths = 0;

export function sheetOf(known: SheetRef): Sheet {
  return sealed(MEMBER, new Sheet(known));
}

export class Sheet implements Offers<
  GoogleAppsScript.Spreadsheet.Sheet,
  | 'activate'
  | 'appendRow'
  | 'createDeveloperMetadataFinder'
  | 'getDataRange'
  | 'getFilter'
  | 'getLastColumn'
  | 'getLastRow'
  | 'getMaxColumns'
  | 'getMaxRows'
  | 'getName'
  | 'getSheetId'
  | 'insertColumnsAfter'
  | 'insertRowsAfter'
  | 'isRowHiddenByFilter'
  | 'setFrozenRows'
> {
  /** @param known What was true of the tab when it was last asked about; only the id never changes. */
  constructor(private known: SheetRef) {}

  private knownAt = growths;

  toString(): string {
    return 'Sheet';
  }

  getSheetId(): number {
    return this.known.id;
  }

  getName(): string {
    return call('Sheet', 'getName', this.known.id);
  }

  /** `(a1)`, `(row, column)`, `(row, column, rows)` or `(row, column, rows, columns)`. */
  getRange(...args: readonly unknown[]): Range {
    const [first] = args;
    if (typeof first === 'string' && args.length === 1) return this.rangeByText(first);
    if (args.length < 2 || args.length > 4) throw signatureError(`${MEMBER}.getRange`, args);
    requireNumbers(`${MEMBER}.getRange`, args);
    const [row = 0, column = 0, rows = 1, columns = 1] = args.map(Math.trunc);
    return this.rangeWithin({ row, column, rows, columns });
  }

  getDataRange(): Range {
    return this.rangeWithin(call<Area>('Sheet', 'getDataRange', this.known.id));
  }

  getLastRow(): number {
    return call('Sheet', 'getLastRow', this.known.id);
  }

  getLastColumn(): number {
    return call('Sheet', 'getLastColumn', this.known.id);
  }

  getMaxRows(): number {
    return this.learn('getMaxRows').rows;
  }

  getMaxColumns(): number {
    return this.learn('getMaxColumns').columns;
  }

  insertRowsAfter(after: number, count: number): this {
    requireNumbers(`${MEMBER}.insertRowsAfter`, [after, count]);
    growths += 1;
    this.learn('insertRowsAfter', after, count);
    return this;
  }

  insertColumnsAfter(after: number, count: number): this {
    requireNumbers(`${MEMBER}.insertColumnsAfter`, [after, count]);
    growths += 1;
    this.learn('insertColumnsAfter', after, count);
    return this;
  }

  appendRow(cells: unknown): this {
    const member = `${MEMBER}.appendRow`;
    growths += 1;
    if (!Array.isArray(cells) || cells.length === 0) throw signatureError(member, [cells]);
    call(
      'Sheet',
      'appendRow',
      this.known.id,
      Array.from(cells, (cell: unknown) => cellInput(cell, member)),
    );
    return this;
  }

  /** Gives null, as measured on Google. */
  setFrozenRows(rows: number): null {
    requireNumbers(`${MEMBER}.setFrozenRows`, [rows]);
    call('Sheet', 'setFrozenRows', this.known.id, rows);
    return null;
  }

  getFilter(): object | null {
    return call<boolean>('Sheet', 'getFilter', this.known.id)
      ? sealed('SpreadsheetApp.Filter', { toString: () => 'Filter' })
      : null;
  }

  isRowHiddenByFilter(row: number): boolean {
    requireNumbers(`${MEMBER}.isRowHiddenByFilter`, [row]);
    return call('Sheet', 'isRowHiddenByFilter', this.known.id, row);
  }

  activate(): this {
    call('Sheet', 'activate', this.known.id);
    return this;
  }

  createDeveloperMetadataFinder(): object {
    return finderOf(this.known.id);
  }

  private rangeByText(text: string): Range {
    const { sheet, rest } = splitSheet(text);
    if (sheet !== null && sheet !== this.known.name) {
      const other = call<SheetRef | null>('Spreadsheet', 'getSheetByName', sheet);
      if (other === null) throw new Exception('Range not found');
      return sheetOf(other).getRange(rest);
    }
    // An open end is the end of the grid.
    if (this.knownAt < growths) this.learn('getMaxRows');
    const area = parseArea(rest, this.known);
    if (area === null) throw new Exception('Range not found');
    return this.rangeWithin(area);
  }

  /** Somebody may have added rows since the size was asked for: a range beyond it is worth asking again. */
  private rangeWithin(area: Area): Range {
    const { row, column, rows, columns } = area;
    if (row + rows - 1 > this.known.rows || column + columns - 1 > this.known.columns)
      this.learn('getMaxRows');
    return rangeOf(this.known, area);
  }

  private learn(method: string, ...args: readonly unknown[]): SheetRef {
    this.known = call<SheetRef>('Sheet', method, this.known.id, ...args);
    this.knownAt = growths;
    return this.known;
  }
}
