/** Range: it only names a place; every read and write of its cells is one call. */
import { a1Of, misfit, withinGrid, type Area } from '../spreadsheet/area';
import type { RichText, SheetRef } from '../spreadsheet/wire';
import { call, missing, refusal, sealed, signatureError } from './inside';
import { richTextInput, richTextOf, WrapStrategy } from './spreadsheet-rich-text';
import { validationInput } from './spreadsheet-validation';
import { blockOf, cellInput, colorFor, requireNumbers, textFor, type Offers } from './spreadsheet-wire';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** The grid of a sheet as its ranges need it. */
export interface RangeSheet {
  readonly sheet: object;
  /** With its size as far as this execution has changed it. */
  current(): SheetRef;
  rangeWithin(area: Area): Range;
}

const PLACES = new WeakMap<object, { readonly grid: RangeSheet; readonly area: Area }>();

/** Makes a range; throws Google's message where the grid does not have it. */
export function rangeOf(grid: RangeSheet, known: SheetRef, area: Area): Range {
  const key = misfit(area, known);
  if (key !== null) throw refusal(key);
  const range = sealed('SpreadsheetApp.Range', new Range(grid, known.id, area));
  PLACES.set(range, { grid, area });
  return range;
}

/** Where a range is; null for anything else. */
export function placeOf(range: unknown): { readonly sheet: SheetRef; readonly area: Area } | null {
  const place = PLACES.get(Object(range) as object);
  return place ? { sheet: place.grid.current(), area: place.area } : null;
}

const MEMBER = 'SpreadsheetApp.Range';

export class Range implements Offers<
  GoogleRange,
  | 'activate'
  | 'addDeveloperMetadata'
  | 'clear'
  | 'clearContent'
  | 'clearDataValidations'
  | 'getA1Notation'
  | 'getBackgrounds'
  | 'getColumn'
  | 'getDisplayValue'
  | 'getDisplayValues'
  | 'getFormula'
  | 'getFormulas'
  | 'getLastColumn'
  | 'getLastRow'
  | 'getMergedRanges'
  | 'getNumberFormat'
  | 'getNumberFormats'
  | 'getNumColumns'
  | 'getNumRows'
  | 'getRichTextValues'
  | 'getRow'
  | 'getSheet'
  | 'getValue'
  | 'getValues'
  | 'isPartOfMerge'
  | 'offset'
  | 'setBackground'
  | 'setBackgrounds'
  | 'setDataValidation'
  | 'setFontColor'
  | 'setFontColors'
  | 'setFontWeight'
  | 'setNumberFormat'
  | 'setNumberFormats'
  | 'setRichTextValue'
  | 'setRichTextValues'
  | 'setValue'
  | 'setValues'
  | 'setWrap'
  | 'setWrapStrategy'
> {
  constructor(
    private readonly grid: RangeSheet,
    private readonly sheetId: number,
    private readonly given: Area,
  ) {}

  toString(): string {
    return 'Range';
  }

  getA1Notation(): string {
    return a1Of(this.area);
  }

  getRow(): number {
    return this.area.row;
  }

  getColumn(): number {
    return this.area.column;
  }

  getNumRows(): number {
    return this.area.rows;
  }

  getNumColumns(): number {
    return this.area.columns;
  }

  getLastRow(): number {
    return this.area.row + this.area.rows - 1;
  }

  getLastColumn(): number {
    return this.area.column + this.area.columns - 1;
  }

  getSheet(): object {
    return this.grid.sheet;
  }

  /** Keeps the size, or what of it is not given. */
  offset(down: number, right: number, rows = this.area.rows, columns = this.area.columns): Range {
    requireNumbers(`${MEMBER}.offset`, [down, right, rows, columns]);
    const { row, column } = this.area;
    return this.grid.rangeWithin({ row: row + down, column: column + right, rows, columns });
  }

  getValues(): unknown[][] {
    return this.ask('getValues');
  }

  getValue(): unknown {
    return this.ask('getValue');
  }

  getDisplayValues(): string[][] {
    return this.ask('getDisplayValues');
  }

  getDisplayValue(): string {
    return this.ask('getDisplayValue');
  }

  getFormulas(): string[][] {
    return this.ask('getFormulas');
  }

  getFormula(): string {
    return this.ask('getFormula');
  }

  getNumberFormats(): string[][] {
    return this.ask('getNumberFormats');
  }

  getNumberFormat(): string {
    return this.ask('getNumberFormat');
  }

  getRichTextValues(): (object | null)[][] {
    const found = this.ask<(RichText | null)[][]>('getRichTextValues');
    return found.map((row) => row.map((one) => (one === null ? null : richTextOf(one))));
  }

  getBackgrounds(): string[][] {
    return this.ask('getBackgrounds');
  }

  getMergedRanges(): Range[] {
    return this.ask<Area[]>('getMergedRanges').map((area) => this.grid.rangeWithin(area));
  }

  isPartOfMerge(): boolean {
    return this.ask('isPartOfMerge');
  }

  setValues(values: unknown): this {
    return this.setBlock('setValues', values, (member) => (value) => cellInput(value, member));
  }

  setValue(value: unknown): this {
    return this.set('setValue', value, (member) => (one) => cellInput(one, member));
  }

  setNumberFormats(formats: unknown): this {
    return this.setBlock('setNumberFormats', formats, textFor);
  }

  /** A number format of null is refused. [field report, compared live] */
  setNumberFormat(format: unknown): this {
    return this.set('setNumberFormat', format, textFor);
  }

  setRichTextValues(values: unknown): this {
    return this.setBlock('setRichTextValues', values, richTextInput);
  }

  setRichTextValue(value: unknown): this {
    return this.set('setRichTextValue', value, richTextInput);
  }

  setBackgrounds(colors: unknown): this {
    return this.setBlock('setBackgrounds', colors, colorFor);
  }

  setBackground(color: unknown): this {
    return this.set('setBackground', color, colorFor);
  }

  setFontColors(colors: unknown): this {
    return this.setBlock('setFontColors', colors, colorFor);
  }

  setFontColor(color: unknown): this {
    return this.set('setFontColor', color, colorFor);
  }

  setFontWeight(weight: unknown): this {
    return this.set('setFontWeight', weight, (member) => (one) => {
      if (one !== null && one !== 'bold' && one !== 'normal') throw signatureError(member, [one]);
      return one === 'bold';
    });
  }

  setDataValidation(rule: unknown): this {
    return this.set('setDataValidation', rule, validationInput);
  }

  setWrap(isWrapped: unknown): this {
    return this.set('setWrap', isWrapped, (member) => (one) => {
      if (typeof one !== 'boolean') throw signatureError(member, [one]);
      return one;
    });
  }

  setWrapStrategy(strategy: unknown): this {
    return this.set('setWrapStrategy', strategy, (member) => (one) => {
      const found = Object.values(WrapStrategy).find((known) => known === one);
      if (!found) throw signatureError(member, [one]);
      return found.name();
    });
  }

  clearContent(): this {
    this.ask('clearContent');
    return this;
  }

  clearDataValidations(): this {
    this.ask('clearDataValidations');
    return this;
  }

  clear(...options: readonly unknown[]): this {
    if (options.length > 0) throw missing(`${MEMBER}.clear(options)`);
    this.ask('clear');
    return this;
  }

  addDeveloperMetadata(key: unknown, value?: unknown): this {
    const text = textFor(`${MEMBER}.addDeveloperMetadata`);
    this.ask('addDeveloperMetadata', text(key), value === undefined ? null : text(value));
    return this;
  }

  activate(): this {
    this.ask('activate');
    return this;
  }

  /** One that was given as whole rows or columns grows and shrinks with the grid. [not established] */
  private get area(): Area {
    return this.given.whole === undefined ? this.given : withinGrid(this.given, this.grid.current());
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- each member knows what its host answers.
  private ask<T>(method: string, ...args: readonly unknown[]): T {
    return call('Range', method, this.sheetId, this.given, ...args);
  }

  private set(method: string, value: unknown, part: (member: string) => (value: unknown) => unknown): this {
    this.ask(method, part(`${MEMBER}.${method}`)(value));
    return this;
  }

  private setBlock(
    method: string,
    block: unknown,
    part: (member: string) => (value: unknown) => unknown,
  ): this {
    const member = `${MEMBER}.${method}`;
    this.ask(method, blockOf(block, this.area, member, part(member)));
    return this;
  }
}
