/** Sheet: one tab, known by its id. */
import { parseArea, splitSheet, type Area } from '../spreadsheet/area';
import type { RuleRef, SheetRef } from '../spreadsheet/wire';
import { call, refusal, sealed, signatureError } from './inside';
import { ruleOf, rulesInput } from './spreadsheet-conditional-format';
import { SheetGrid } from './spreadsheet-grid';
import { finderOf } from './spreadsheet-metadata';
import type { Range } from './spreadsheet-range';
import { rangeListOf } from './spreadsheet-range-list';
import { cellInput, colorFor, requireNumbers, textFor, type Offers } from './spreadsheet-wire';

const MEMBER = 'SpreadsheetApp.Sheet';

/** The grid of a sheet with the sheet that scripts get. */
export function gridOf(known: SheetRef): SheetGrid {
  const grid = new SheetGrid(known);
  grid.sheet = sealed(MEMBER, new Sheet(grid));
  return grid;
}

export function sheetOf(known: SheetRef): Sheet {
  return gridOf(known).sheet as Sheet;
}

export class Sheet implements Offers<
  GoogleAppsScript.Spreadsheet.Sheet,
  | 'activate'
  | 'addDeveloperMetadata'
  | 'appendRow'
  | 'clearConditionalFormatRules'
  | 'copyTo'
  | 'createDeveloperMetadataFinder'
  | 'deleteColumn'
  | 'deleteColumns'
  | 'deleteRows'
  | 'getColumnWidth'
  | 'getConditionalFormatRules'
  | 'getDataRange'
  | 'getFilter'
  | 'getIndex'
  | 'getLastColumn'
  | 'getLastRow'
  | 'getMaxColumns'
  | 'getMaxRows'
  | 'getName'
  | 'getRangeList'
  | 'getSheetId'
  | 'insertColumnsAfter'
  | 'insertColumnsBefore'
  | 'insertRowsAfter'
  | 'isRowHiddenByFilter'
  | 'isSheetHidden'
  | 'setColumnWidth'
  | 'setColumnWidths'
  | 'setConditionalFormatRules'
  | 'setFrozenRows'
  | 'setName'
  | 'setTabColor'
  | 'showColumns'
> {
  constructor(private readonly grid: SheetGrid) {}

  toString(): string {
    return 'Sheet';
  }

  getSheetId(): number {
    return this.grid.id;
  }

  getName(): string {
    return this.grid.ask('getName');
  }

  setName(name: unknown): this {
    this.grid.learn('setName', textFor(`${MEMBER}.setName`)(name));
    return this;
  }

  getIndex(): number {
    return this.grid.ask('getIndex');
  }

  /** `(a1)`, `(row, column)`, `(row, column, rows)` or `(row, column, rows, columns)`. */
  getRange(...args: readonly unknown[]): Range {
    const [first] = args;
    if (typeof first === 'string' && args.length === 1) return this.rangeByText(first);
    if (args.length < 2 || args.length > 4) throw signatureError(`${MEMBER}.getRange`, args);
    requireNumbers(`${MEMBER}.getRange`, args);
    const [row = 0, column = 0, rows = 1, columns = 1] = args.map(Math.trunc);
    return this.grid.rangeWithin({ row, column, rows, columns });
  }

  getRangeList(texts: unknown): object {
    if (!Array.isArray(texts) || texts.length === 0) throw signatureError(`${MEMBER}.getRangeList`, [texts]);
    const text = textFor(`${MEMBER}.getRangeList`);
    return rangeListOf(
      this.grid,
      texts.map((one: unknown) => this.rangeByText(text(one))),
    );
  }

  getDataRange(): Range {
    return this.grid.rangeWithin(this.grid.ask<Area>('getDataRange'));
  }

  getLastRow(): number {
    return this.grid.ask('getLastRow');
  }

  getLastColumn(): number {
    return this.grid.ask('getLastColumn');
  }

  getMaxRows(): number {
    return this.grid.learn('getMaxRows').rows;
  }

  getMaxColumns(): number {
    return this.grid.learn('getMaxColumns').columns;
  }

  insertRowsAfter(after: number, count: number): this {
    return this.reshape('insertRowsAfter', after, count);
  }

  insertColumnsAfter(after: number, count: number): this {
    return this.reshape('insertColumnsAfter', after, count);
  }

  insertColumnsBefore(before: number, count: number): this {
    return this.reshape('insertColumnsBefore', before, count);
  }

  deleteColumn(column: number): this {
    requireNumbers(`${MEMBER}.deleteColumn`, [column]);
    return this.reshape('deleteColumns', column, 1);
  }

  /** Gives null, as measured on Google. */
  deleteColumns(from: number, count: number): null {
    this.reshape('deleteColumns', from, count);
    return null;
  }

  /** Gives null, as measured on Google. */
  deleteRows(from: number, count: number): null {
    this.reshape('deleteRows', from, count);
    return null;
  }

  appendRow(cells: unknown): this {
    const member = `${MEMBER}.appendRow`;
    this.grid.noteReshape();
    if (!Array.isArray(cells) || cells.length === 0) throw signatureError(member, [cells]);
    this.grid.ask(
      'appendRow',
      Array.from(cells, (cell: unknown) => cellInput(cell, member)),
    );
    return this;
  }

  /** Gives null, as measured on Google. */
  setFrozenRows(rows: number): null {
    requireNumbers(`${MEMBER}.setFrozenRows`, [rows]);
    this.grid.ask('setFrozenRows', rows);
    return null;
  }

  getColumnWidth(column: number): number {
    requireNumbers(`${MEMBER}.getColumnWidth`, [column]);
    return this.grid.ask('getColumnWidth', column);
  }

  setColumnWidth(column: number, width: number): this {
    requireNumbers(`${MEMBER}.setColumnWidth`, [column, width]);
    this.grid.ask('setColumnWidths', column, 1, width);
    return this;
  }

  setColumnWidths(from: number, count: number, width: number): this {
    requireNumbers(`${MEMBER}.setColumnWidths`, [from, count, width]);
    this.grid.ask('setColumnWidths', from, count, width);
    return this;
  }

  showColumns(column: number, count = 1): void {
    requireNumbers(`${MEMBER}.showColumns`, [column, count]);
    this.grid.ask('showColumns', column, count);
  }

  setTabColor(color: unknown): this {
    this.grid.ask('setTabColor', colorFor(`${MEMBER}.setTabColor`)(color));
    return this;
  }

  /** Into the own file: a script that sees no other cannot name one. */
  copyTo(spreadsheet: unknown): Sheet {
    if (String(spreadsheet) !== 'Spreadsheet') throw signatureError(`${MEMBER}.copyTo`, [spreadsheet]);
    return sheetOf(this.grid.ask('copyTo'));
  }

  getFilter(): object | null {
    return this.grid.ask<boolean>('getFilter')
      ? sealed('SpreadsheetApp.Filter', { toString: () => 'Filter' })
      : null;
  }

  isRowHiddenByFilter(row: number): boolean {
    requireNumbers(`${MEMBER}.isRowHiddenByFilter`, [row]);
    return this.grid.ask('isRowHiddenByFilter', row);
  }

  isSheetHidden(): boolean {
    return this.grid.ask('isSheetHidden');
  }

  activate(): this {
    this.grid.ask('activate');
    return this;
  }

  addDeveloperMetadata(key: unknown, value?: unknown): this {
    const text = textFor(`${MEMBER}.addDeveloperMetadata`);
    this.grid.ask('addDeveloperMetadata', text(key), value === undefined ? null : text(value));
    return this;
  }

  createDeveloperMetadataFinder(): object {
    return finderOf(this.grid.id, gridOf);
  }

  getConditionalFormatRules(): object[] {
    return this.grid.ask<RuleRef[]>('getConditionalFormatRules').map((rule) => ruleOf(rule, gridOf));
  }

  /** Gives null, as measured on Google. */
  setConditionalFormatRules(rules: unknown): null {
    const member = `${MEMBER}.setConditionalFormatRules`;
    this.grid.ask('setConditionalFormatRules', rulesInput(rules, member));
    return null;
  }

  /** Gives null, as measured on Google. */
  clearConditionalFormatRules(): null {
    this.grid.ask('setConditionalFormatRules', []);
    return null;
  }

  private rangeByText(text: string): Range {
    const { sheet, rest } = splitSheet(text);
    const known = this.grid.current();
    if (sheet !== null && sheet !== known.name) {
      const other = call<SheetRef | null>('Spreadsheet', 'getSheetByName', sheet);
      if (other === null) throw refusal('rangeNotFound');
      return sheetOf(other).getRange(rest);
    }
    // An open end is the end of the grid.
    const area = parseArea(rest, known);
    if (area === null) throw refusal('rangeNotFound');
    return this.grid.rangeWithin(area);
  }

  private reshape(method: string, position: number, count: number): this {
    requireNumbers(`${MEMBER}.${method}`, [position, count]);
    this.grid.noteReshape();
    this.grid.learn(method, position, count);
    return this;
  }
}
