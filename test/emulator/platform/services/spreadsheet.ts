/** SpreadsheetApp and Spreadsheet: the file that the script is bound to, and what is active in it. */
import type { RangeRef, SheetRef } from '../spreadsheet/wire';
import { call, sealed, signatureError } from './inside';
import { rangeListOf, rangeOf, type Range } from './spreadsheet-range';
import { Sheet, sheetOf } from './spreadsheet-sheet';
import type { Offers } from './spreadsheet-wire';
import { getUi } from './ui';

const MEMBER = 'SpreadsheetApp.Spreadsheet';

class Spreadsheet implements Offers<
  GoogleAppsScript.Spreadsheet.Spreadsheet,
  | 'getActiveSheet'
  | 'getEditors'
  | 'getId'
  | 'getName'
  | 'getSheetById'
  | 'getSheetByName'
  | 'getSheets'
  | 'getSpreadsheetLocale'
  | 'getSpreadsheetTimeZone'
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

  getEditors(): object[] {
    return call<string[]>('Spreadsheet', 'getEditors').map((email) =>
      sealed('User', { getEmail: () => email, toString: () => email }),
    );
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

  toast(message: unknown, title: unknown = '', seconds: unknown = 5): void {
    call('Ui', 'toast', String(message), String(title), seconds);
  }
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
    return found && area ? rangeOf(found.sheet, area) : null;
  },
  getActiveRangeList: () => {
    const found = call<RangeRef | null>('SpreadsheetApp', 'getActiveRangeList');
    return found && rangeListOf(found);
  },
  getUi,
  /** Gives null, as measured on Google. */
  flush: (): null => {
    call('SpreadsheetApp', 'flush');
    return null;
  },
});
