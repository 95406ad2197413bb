/** SpreadsheetApp and its classes, as the product calls them. Each call here is one call to the stand-in, unless it only names a place. */
import { call, Exception, sealed, signatureError } from './inside';
import { getUi } from './ui';

interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly sheet: number;
  readonly a1: string;
}

interface SheetData {
  readonly id: number;
  readonly name: string;
}

interface BookData {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
}

interface MetadataRecord {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly column: number;
}

/** What a cell may be given; anything else becomes what Google was seen to make of it. */
function cellValue(value: unknown): unknown {
  if (Array.isArray(value)) return '[Ljava.lang.Object;@5d23044d';
  if (['function', 'symbol', 'bigint'].includes(typeof value)) {
    throw signatureError('SpreadsheetApp.Range.setValues', [[value]]);
  }
  return value;
}

/** Google's messages for a block of the wrong shape. */
function shaped<T>(method: string, area: Area, block: readonly (readonly T[])[]): readonly (readonly T[])[] {
  if (!Array.isArray(block) || (block.length > 0 && !block.every(Array.isArray))) {
    throw signatureError(`SpreadsheetApp.Range.${method}`, [block]);
  }
  if (block.length !== area.rows) {
    throw new Exception(
      `The number of rows in the data does not match the number of rows in the range. The data has ${block.length} but the range has ${area.rows}.`,
    );
  }
  const wrong = block.find((row) => row.length !== area.columns);
  if (wrong) {
    throw new Exception(
      `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${area.columns}.`,
    );
  }
  return block;
}

type SheetObject = ReturnType<typeof sheetOf>;

interface RangeObject {
  toString(): string;
  getA1Notation(): string;
  getRow(): number;
  getColumn(): number;
  getNumRows(): number;
  getNumColumns(): number;
  getLastRow(): number;
  getLastColumn(): number;
  getSheet(): SheetObject;
  offset(down: number, right: number, rows?: number, columns?: number): RangeObject;
  getValues(): unknown[][];
  getDisplayValues(): string[][];
  getFormulas(): string[][];
  getNumberFormats(): string[][];
  isPartOfMerge(): boolean;
  setValues(values: readonly (readonly unknown[])[]): RangeObject;
  setNumberFormats(formats: readonly (readonly string[])[]): RangeObject;
  addDeveloperMetadata(key: string, value: string): RangeObject;
}

function rangeOf(area: Area): RangeObject {
  const range: RangeObject = sealed('SpreadsheetApp.Range', {
    toString: () => 'Range',
    getA1Notation: () => area.a1,
    getRow: () => area.row,
    getColumn: () => area.column,
    getNumRows: () => area.rows,
    getNumColumns: () => area.columns,
    getLastRow: () => area.row + area.rows - 1,
    getLastColumn: () => area.column + area.columns - 1,
    getSheet: (): SheetObject => sheetOf({ id: area.sheet }),
    offset: (down: number, right: number, rows = area.rows, columns = area.columns): RangeObject =>
      rangeOf(
        call<Area>('Range', 'offset', area, {
          row: area.row + down,
          column: area.column + right,
          rows,
          columns,
        }),
      ),
    getValues: () => call<unknown[][]>('Range', 'getValues', area),
    getDisplayValues: () => call<string[][]>('Range', 'getDisplayValues', area),
    getFormulas: () => call<string[][]>('Range', 'getFormulas', area),
    getNumberFormats: () => call<string[][]>('Range', 'getNumberFormats', area),
    isPartOfMerge: () => call<boolean>('Range', 'isPartOfMerge', area),
    setValues: (values: readonly (readonly unknown[])[]): RangeObject => {
      const block = shaped('setValues', area, values);
      call('Range', 'setValues', area, block.map((row) => row.map(cellValue)));
      return range;
    },
    setNumberFormats: (formats: readonly (readonly string[])[]): RangeObject => {
      call('Range', 'setNumberFormats', area, shaped('setNumberFormats', area, formats));
      return range;
    },
    setNumberFormat: (format: string): RangeObject => {
      call('Range', 'setNumberFormat', area, format);
      return sealed('SpreadsheetApp.Range', range);
    },
    addDeveloperMetadata: (key: string, value: string): RangeObject => {
      call('Range', 'addDeveloperMetadata', area, key, value);
      return range;
    },
  });
  return range;
}

function metadataOf(sheet: number, { id, key, value, column }: MetadataRecord) {
  const letters = () => call<Area>('Sheet', 'getRange', sheet, [1, column]);
  return sealed('SpreadsheetApp.DeveloperMetadata', {
    getKey: () => key,
    getValue: () => value,
    getLocation: () =>
      sealed('SpreadsheetApp.DeveloperMetadataLocation', {
        getColumn: () => rangeOf({ ...letters(), column }),
      }),
    remove: () => {
      call('DeveloperMetadata', 'remove', sheet, id);
    },
  });
}

function metadataFinder(sheet: number) {
  let wanted = '';
  const finder = sealed('SpreadsheetApp.DeveloperMetadataFinder', {
    withKey: (key: string) => {
      wanted = key;
      return finder;
    },
    find: () =>
      call<MetadataRecord[]>('Sheet', 'findDeveloperMetadata', sheet, wanted).map((one) => metadataOf(sheet, one)),
  });
  return finder;
}

/** @param data A sheet that is reached through a range knows its id alone. */
function sheetOf({ id }: Pick<SheetData, 'id'>) {
  const sheet = sealed('SpreadsheetApp.Sheet', {
    toString: () => 'Sheet',
    getSheetId: () => id,
    getName: () => call<string>('Sheet', 'getName', id),
    getRange: (...args: readonly unknown[]) => {
      const fits =
        args.length > 0 && args.length <= 4 && (typeof args[0] === 'string' ? args.length === 1 : args.length > 1);
      if (!fits) throw signatureError('SpreadsheetApp.Sheet.getRange', args);
      return rangeOf(call<Area>('Sheet', 'getRange', id, args));
    },
    getLastRow: () => call<number>('Sheet', 'getLastRow', id),
    getLastColumn: () => call<number>('Sheet', 'getLastColumn', id),
    getMaxRows: () => call<number>('Sheet', 'getMaxRows', id),
    getMaxColumns: () => call<number>('Sheet', 'getMaxColumns', id),
    getFilter: () =>
      call<boolean>('Sheet', 'getFilter', id) ? sealed('SpreadsheetApp.Filter', { toString: () => 'Filter' }) : null,
    isRowHiddenByFilter: (row: number) => call<boolean>('Sheet', 'isRowHiddenByFilter', id, row),
    insertColumnsAfter: (after: number, count: number) => {
      call('Sheet', 'insertColumnsAfter', id, after, count);
      return sheet;
    },
    insertRowsAfter: (after: number, count: number) => {
      call('Sheet', 'insertRowsAfter', id, after, count);
      return sheet;
    },
    setFrozenRows: (rows: number) => {
      call('Sheet', 'setFrozenRows', id, rows);
      return null;
    },
    appendRow: (values: readonly unknown[]) => {
      if (!Array.isArray(values) || values.length === 0) {
        throw signatureError('SpreadsheetApp.Sheet.appendRow', [values]);
      }
      call('Sheet', 'appendRow', id, values.map(cellValue));
      return sheet;
    },
    createDeveloperMetadataFinder: () => metadataFinder(id),
  });
  return sheet;
}

function spreadsheetOf(data: () => BookData) {
  const wrap = (found: SheetData | null) => (found === null ? null : sheetOf(found));
  return sealed('SpreadsheetApp.Spreadsheet', {
    toString: () => 'Spreadsheet',
    getName: () => data().name,
    getId: () => data().id,
    getSpreadsheetTimeZone: () => data().timeZone,
    getSpreadsheetLocale: () => data().locale,
    getSheets: () => call<SheetData[]>('Spreadsheet', 'getSheets').map(sheetOf),
    getSheetByName: (name: string) => wrap(call<SheetData | null>('Spreadsheet', 'getSheetByName', name)),
    getSheetById: (id: number) => wrap(call<SheetData | null>('Spreadsheet', 'getSheetById', id)),
    getActiveSheet: () => sheetOf(call<SheetData>('SpreadsheetApp', 'getActiveSheet')),
    insertSheet: (name: string) => sheetOf(call<SheetData>('Spreadsheet', 'insertSheet', name)),
    setActiveSheet: (sheet: { getSheetId(): number }) => {
      call('Spreadsheet', 'setActiveSheet', sheet.getSheetId());
      return sheet;
    },
    getEditors: () =>
      call<string[]>('Spreadsheet', 'getEditors').map((email) => sealed('User', { getEmail: () => email })),
    toast: (message: string, title = '', seconds = 5) => {
      call('Ui', 'toast', message, title, seconds);
    },
  });
}

let opened: BookData | null = null;
/** Asked once an execution, and only where something of it is needed: a simple trigger's event names it for free. */
const bookData = (): BookData => (opened ??= call<BookData>('SpreadsheetApp', 'getActiveSpreadsheet'));

export const boundSpreadsheet = spreadsheetOf(bookData);

export const SpreadsheetApp = sealed('SpreadsheetApp', {
  getActiveSpreadsheet: () => {
    bookData();
    return boundSpreadsheet;
  },
  getActiveSheet: () => sheetOf(call<SheetData>('SpreadsheetApp', 'getActiveSheet')),
  getActiveRangeList: () => {
    const areas = call<Area[] | null>('SpreadsheetApp', 'getActiveRangeList');
    return areas === null
      ? null
      : sealed('SpreadsheetApp.RangeList', { getRanges: () => areas.map(rangeOf) });
  },
  getUi,
  flush: () => {
    call('SpreadsheetApp', 'flush');
    return null;
  },
});
