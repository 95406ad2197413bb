/** RangeList: several ranges of a sheet. */
import { call, sealed } from './inside';
import { placeOf, type Range, type RangeSheet } from './spreadsheet-range';
import type { Offers } from './spreadsheet-wire';

export function rangeListOf(
  grid: RangeSheet,
  ranges: readonly Range[],
): Offers<GoogleAppsScript.Spreadsheet.RangeList, 'activate' | 'getRanges'> {
  const list = sealed('SpreadsheetApp.RangeList', {
    toString: () => 'RangeList',
    getRanges: () => [...ranges],
    activate: () => {
      const areas = ranges.map((range) => placeOf(range)?.area);
      call('RangeList', 'activate', grid.current().id, areas);
      return list;
    },
  });
  return list;
}
