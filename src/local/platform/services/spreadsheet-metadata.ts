/** Developer metadata as scripts find it: on the rows and columns of a tab. */
import type { MetadataRef } from '../spreadsheet/wire';
import { call, sealed } from './inside';
import { rangeOf, type Range } from './spreadsheet-range';
import type { Offers } from './spreadsheet-wire';

type Finder = Offers<GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder, 'find' | 'withKey'>;
type Metadata = Offers<
  GoogleAppsScript.Spreadsheet.DeveloperMetadata,
  'getKey' | 'getLocation' | 'getValue' | 'remove'
>;

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

function metadataOf({ id, key, value, kind, sheet, area }: MetadataRef): Metadata {
  const lineOf = (wanted: MetadataRef['kind']) => (): Range | null =>
    kind === wanted ? rangeOf(sheet, area) : null;
  return sealed('SpreadsheetApp.DeveloperMetadata', {
    toString: () => 'DeveloperMetadata',
    getKey: () => key,
    getValue: () => value,
    getLocation: () =>
      sealed('SpreadsheetApp.DeveloperMetadataLocation', {
        toString: () => 'DeveloperMetadataLocation',
        getColumn: lineOf('column'),
        getRow: lineOf('row'),
      }),
    remove: () => {
      call('DeveloperMetadata', 'remove', id);
    },
  });
}
