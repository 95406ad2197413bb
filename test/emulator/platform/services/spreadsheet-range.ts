/** Range and RangeList. A range only names a place; every read and write of its cells is one call. */
import { a1Of, misfit, type Area } from '../spreadsheet/area';
import type { RangeRef, SheetRef } from '../spreadsheet/wire';
import { call, Exception, sealed, signatureError } from './inside';
import { sheetOf } from './spreadsheet-sheet';
import { blockOf, cellInput, requireNumbers, type Offers } from './spreadsheet-wire';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** Makes a range; throws Google's message where the grid does not have it. */
export function rangeOf(sheet: SheetRef, area: Area): Range {
  const message = misfit(area, sheet);
  if (message !== null) throw new Exception(message);
  return sealed('SpreadsheetApp.Range', new Range(sheet, area));
}

const MEMBER = 'SpreadsheetApp.Range';

export class Range implements Offers<
  GoogleRange,
  | 'activate'
  | 'addDeveloperMetadata'
  | 'clearContent'
  | 'getA1Notation'
  | 'getColumn'
  | 'getDisplayValue'
  | 'getDisplayValues'
  | 'getFormula'
  | 'getFormulas'
  | 'getLastColumn'
  | 'getLastRow'
  | 'getNumberFormat'
  | 'getNumberFormats'
  | 'getNumColumns'
  | 'getNumRows'
  | 'getRow'
  | 'getSheet'
  | 'getValue'
  | 'getValues'
  | 'isPartOfMerge'
  | 'offset'
  | 'setNumberFormat'
  | 'setNumberFormats'
  | 'setValue'
  | 'setValues'
> {
  constructor(
    private readonly sheet: SheetRef,
    private readonly area: Area,
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
    return sheetOf(this.sheet);
  }

  /** Keeps the size, or what of it is not given. */
  offset(down: number, right: number, rows = this.area.rows, columns = this.area.columns): Range {
    requireNumbers(`${MEMBER}.offset`, [down, right, rows, columns]);
    return sheetOf(this.sheet).getRange(this.area.row + down, this.area.column + right, rows, columns);
  }

  getValues(): unknown[][] {
    return call('Range', 'getValues', ...this.place);
  }

  getValue(): unknown {
    return call('Range', 'getValue', ...this.place);
  }

  getDisplayValues(): string[][] {
    return call('Range', 'getDisplayValues', ...this.place);
  }

  getDisplayValue(): string {
    return call('Range', 'getDisplayValue', ...this.place);
  }

  getFormulas(): string[][] {
    return call('Range', 'getFormulas', ...this.place);
  }

  getFormula(): string {
    return call('Range', 'getFormula', ...this.place);
  }

  getNumberFormats(): string[][] {
    return call('Range', 'getNumberFormats', ...this.place);
  }

  getNumberFormat(): string {
    return call('Range', 'getNumberFormat', ...this.place);
  }

  isPartOfMerge(): boolean {
    return call('Range', 'isPartOfMerge', ...this.place);
  }

  setValues(values: unknown): this {
    const member = `${MEMBER}.setValues`;
    call(
      'Range',
      'setValues',
      ...this.place,
      blockOf(values, this.area, member, (value) => cellInput(value, member)),
    );
    return this;
  }

  setValue(value: unknown): this {
    call('Range', 'setValue', ...this.place, cellInput(value, `${MEMBER}.setValue`));
    return this;
  }

  setNumberFormats(formats: unknown): this {
    const member = `${MEMBER}.setNumberFormats`;
    call('Range', 'setNumberFormats', ...this.place, blockOf(formats, this.area, member, textFor(member)));
    return this;
  }

  setNumberFormat(format: unknown): this {
    call('Range', 'setNumberFormat', ...this.place, textFor(`${MEMBER}.setNumberFormat`)(format));
    return this;
  }

  clearContent(): this {
    call('Range', 'clearContent', ...this.place);
    return this;
  }

  addDeveloperMetadata(key: unknown, value?: unknown): this {
    const member = `${MEMBER}.addDeveloperMetadata`;
    call(
      'Range',
      'addDeveloperMetadata',
      ...this.place,
      textFor(member)(key),
      value === undefined ? null : textFor(member)(value),
    );
    return this;
  }

  activate(): this {
    call('Range', 'activate', ...this.place);
    return this;
  }

  /** What every call says first: where. */
  private get place(): readonly [sheet: number, area: Area] {
    return [this.sheet.id, this.area];
  }
}

/** A text, or the signature message. A number format of null is refused. [field report, compared live] */
function textFor(member: string): (value: unknown) => string {
  return (value) => {
    if (typeof value !== 'string') throw signatureError(member, [value]);
    return value;
  };
}

/** The ranges of a selection. */
export function rangeListOf({
  sheet,
  areas,
}: RangeRef): Offers<GoogleAppsScript.Spreadsheet.RangeList, 'getRanges'> {
  return sealed('SpreadsheetApp.RangeList', {
    toString: () => 'RangeList',
    getRanges: () => areas.map((area) => rangeOf(sheet, area)),
  });
}
