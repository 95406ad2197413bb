/** SpreadsheetApp and Spreadsheet: the file that the script is bound to, and what is active in it. */
import type { RangeRef, SheetRef } from '../spreadsheet/wire';
import { call, sealed, signatureError } from './inside';
import { BooleanCriteria, newConditionalFormatRule } from './spreadsheet-conditional-format';
import { DeveloperMetadataLocationType, finderOf } from './spreadsheet-metadata';
import type { Range } from './spreadsheet-range';
import { rangeListOf } from './spreadsheet-range-list';
import { newRichTextValue, WrapStrategy } from './spreadsheet-rich-text';
import { gridOf, Sheet, sheetOf } from './spreadsheet-sheet';
import { newDataValidation } from './spreadsheet-validation';
import type { Offers } from './spreadsheet-wire';
import { getUi } from './ui';

const MEMBER = 'SpreadsheetApp.Spreadsheet';

class Spreadsheet implements Offers<
  GoogleAppsScript.Spreadsheet.Spreadsheet,
  | 'createDeveloperMetadataFinder'
  | 'deleteSheet'
  | 'getActiveSheet'
  | 'getEditors'
  | 'getId'
  | 'getName'
  | 'getSheetById'
  | 'getSheetByName'
  | 'getSheets'
  | 'getSpreadsheetLocale'
  | 'getSpreadsheetTimeZone'
  | 'getUrl'
  | 'getViewers'
  | 'insertSheet'
  | 'setActiveSheet'
  | 'toast'
> {
  toString(): string {
    return 'Spreadsheet';
  }

  getId(): string {
    return call('Spreadsheet', 'getId');
  }

  getName(): string {
    return call('Spreadsheet', 'getName');
  }

  getSpreadsheetTimeZone(): string {
    return call('Spreadsheet', 'getSpreadsheetTimeZone');
  }

  getSpreadsheetLocale(): string {
    return call('Spreadsheet', 'getSpreadsheetLocale');
  }

  getUrl(): string {
    return call('Spreadsheet', 'getUrl');
  }

  getEditors(): object[] {
    return call<string[]>('Spreadsheet', 'getEditors').map(userOf);
  }

  /** Those who may look or comment, not the editors. [doc] */
  getViewers(): object[] {
    return call<string[]>('Spreadsheet', 'getViewers').map(userOf);
  }

  createDeveloperMetadataFinder(): object {
    return finderOf(null, gridOf);
  }

  getSheets(): Sheet[] {
    return call<SheetRef[]>('Spreadsheet', 'getSheets').map(sheetOf);
  }

  getSheetByName(name: unknown): Sheet | null {
    if (typeof name !== 'string') throw signatureError(`${MEMBER}.getSheetByName`, [name]);
    return sheetOrNull(call('Spreadsheet', 'getSheetByName', name));
  }

  getSheetById(id: unknown): Sheet | null {
    if (typeof id !== 'number') throw signatureError(`${MEMBER}.getSheetById`, [id]);
    return sheetOrNull(call('Spreadsheet', 'getSheetById', id));
  }

  getActiveSheet(): Sheet {
    return SpreadsheetApp.getActiveSheet();
  }

  setActiveSheet(sheet: unknown): Sheet {
    if (!(sheet instanceof Sheet)) throw signatureError(`${MEMBER}.setActiveSheet`, [sheet]);
    return sheet.activate();
  }

  /** `()`, `(name)`, `(index)` or `(name, index)`; the index counts from 0. */
  insertSheet(...args: readonly unknown[]): Sheet {
    const [name, index] = typeof args[0] === 'number' ? [undefined, args[0]] : args;
    const named = name === undefined || typeof name === 'string';
    if (!named || (index !== undefined && typeof index !== 'number')) {
      throw signatureError(`${MEMBER}.insertSheet`, args);
    }
    return sheetOf(call('Spreadsheet', 'insertSheet', name ?? null, index ?? null));
  }

  deleteSheet(sheet: unknown): void {
    if (!(sheet instanceof Sheet)) throw signatureError(`${MEMBER}.deleteSheet`, [sheet]);
    call('Spreadsheet', 'deleteSheet', sheet.getSheetId());
  }

  toast(message: unknown, title: unknown = '', seconds: unknown = 5): void {
    call('Ui', 'toast', String(message), String(title), seconds);
  }
}

function userOf(email: string): object {
  return sealed('User', { getEmail: () => email, toString: () => email });
}

function sheetOrNull(found: SheetRef | null): Sheet | null {
  return found === null ? null : sheetOf(found);
}

/** The file, without asking for it: a trigger's event names it. */
export const boundSpreadsheet = sealed(MEMBER, new Spreadsheet());

function getActiveSpreadsheet(): Spreadsheet {
  call('SpreadsheetApp', 'getActiveSpreadsheet');
  return boundSpreadsheet;
}

export const SpreadsheetApp = sealed('SpreadsheetApp', {
  toString: () => 'SpreadsheetApp',
  getActive: getActiveSpreadsheet,
  getActiveSpreadsheet,
  getActiveSheet: (): Sheet => sheetOf(call('SpreadsheetApp', 'getActiveSheet')),
  /** Of several, the last. */
  getActiveRange: (): Range | null => {
    const found = call<RangeRef | null>('SpreadsheetApp', 'getActiveRange');
    const area = found?.areas[found.areas.length - 1];
    return found && area ? gridOf(found.sheet).rangeWithin(area) : null;
  },
  getActiveRangeList: () => {
    const found = call<RangeRef | null>('SpreadsheetApp', 'getActiveRangeList');
    if (!found) return null;
    const grid = gridOf(found.sheet);
    return rangeListOf(
      grid,
      found.areas.map((area) => grid.rangeWithin(area)),
    );
  },
  newConditionalFormatRule,
  newDataValidation,
  newRichTextValue,
  BooleanCriteria,
  DeveloperMetadataLocationType,
  WrapStrategy,
  getUi,
  /** Gives null, as measured on Google. */
  flush: (): null => {
    call('SpreadsheetApp', 'flush');
    return null;
  },
});
