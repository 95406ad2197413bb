/** Developer metadata as scripts find it: on the rows and columns of sheets, and on the sheets. */
import type { MetadataQuery, MetadataRef, SheetRef } from '../spreadsheet/wire';
import { call, enumOf, sealed } from './inside';
import type { RangeSheet } from './spreadsheet-range';
import { textFor, type Offers } from './spreadsheet-wire';

export const DeveloperMetadataLocationType = enumOf('SPREADSHEET', 'SHEET', 'ROW', 'COLUMN');

const TYPES = {
  sheet: DeveloperMetadataLocationType.SHEET,
  row: DeveloperMetadataLocationType.ROW,
  column: DeveloperMetadataLocationType.COLUMN,
} as const;

type Finder = Offers<GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder, 'find' | 'withKey' | 'withValue'>;
type Metadata = Offers<
  GoogleAppsScript.Spreadsheet.DeveloperMetadata,
  'getId' | 'getKey' | 'getLocation' | 'getValue' | 'remove'
>;

/** A finder of a sheet's metadata, or of all in the file, as it is when `find` is called. */
export function finderOf(sheet: number | null, gridOf: (ref: SheetRef) => RangeSheet): Finder {
  let query: MetadataQuery = { sheet, key: null, value: null };
  const member = 'SpreadsheetApp.DeveloperMetadataFinder';
  const finder: Finder = sealed('SpreadsheetApp.DeveloperMetadataFinder', {
    toString: () => 'DeveloperMetadataFinder',
    withKey: (key: unknown) => {
      query = { ...query, key: textFor(`${member}.withKey`)(key) };
      return finder;
    },
    withValue: (value: unknown) => {
      query = { ...query, value: textFor(`${member}.withValue`)(value) };
      return finder;
    },
    find: () =>
      call<MetadataRef[]>('DeveloperMetadataFinder', 'find', query).map((one) => metadataOf(one, gridOf)),
  });
  return finder;
}

function metadataOf(
  { id, key, value, kind, sheet, area }: MetadataRef,
  gridOf: (ref: SheetRef) => RangeSheet,
): Metadata {
  return sealed('SpreadsheetApp.DeveloperMetadata', {
    toString: () => 'DeveloperMetadata',
    getId: () => id,
    getKey: () => key,
    getValue: () => value,
    /** What is not of the location's type is null, the sheet of a column too. [doc] */
    getLocation: () =>
      sealed('SpreadsheetApp.DeveloperMetadataLocation', {
        toString: () => 'DeveloperMetadataLocation',
        getLocationType: () => TYPES[kind],
        getSpreadsheet: () => null,
        getSheet: () => (kind === 'sheet' ? gridOf(sheet).sheet : null),
        getRow: () => (kind === 'row' && area ? gridOf(sheet).rangeWithin(area) : null),
        getColumn: () => (kind === 'column' && area ? gridOf(sheet).rangeWithin(area) : null),
      }),
    remove: () => {
      call('DeveloperMetadata', 'remove', id);
    },
  });
}
