/** Developer metadata as scripts find it: on the rows and columns of a tab. */
import type { MetadataRef } from '../spreadsheet/wire';
import { call, sealed } from './inside';
import { rangeOf, type Range } from './spreadsheet-range';
import type { Offers } from './spreadsheet-wire';

type Finder = Offers<GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder, 'find' | 'withKey'>;
type Metadata = Offers<GoogleAppsScript.Spreadsheet.DeveloperMetadata, 'getLocation' | 'getValue' | 'remove'>;

/** A finder sees what hangs on the tab's rows and columns when `find` is called. */
export function finderOf(sheet: number): Finder {
  let key: string | null = null;
  const finder: Finder = sealed('SpreadsheetApp.DeveloperMetadataFinder', {
    toString: () => 'DeveloperMetadataFinder',
    withKey: (wanted: string) => {
      key = wanted;
      return finder;
    },
    find: () => call<MetadataRef[]>('DeveloperMetadataFinder', 'find', { sheet, key }).map(metadataOf),
  });
  return finder;
}

function metadataOf({ id, value, kind, sheet, area }: MetadataRef): Metadata {
  return sealed('SpreadsheetApp.DeveloperMetadata', {
    toString: () => 'DeveloperMetadata',
    getValue: () => value,
    getLocation: () =>
      sealed('SpreadsheetApp.DeveloperMetadataLocation', {
        toString: () => 'DeveloperMetadataLocation',
        getColumn: (): Range | null => (kind === 'column' ? rangeOf(sheet, area) : null),
      }),
    remove: () => {
      call('DeveloperMetadata', 'remove', id);
    },
  });
}
