/** RangeList: several ranges of a sheet. */
import { call, sealed } from './inside';
import { placeOf, type Range, type RangeSheet } from './spreadsheet-range';
import { colorFor, type Offers } from './spreadsheet-wire';

export function rangeListOf(
  grid: RangeSheet,
  ranges: readonly Range[],
): Offers<
  GoogleAppsScript.Spreadsheet.RangeList,
  'activate' | 'getRanges' | 'setBackground' | 'setFontColor'
> {
  const paint = (method: 'setBackground' | 'setFontColor') => (color: unknown) => {
    const value = colorFor(`SpreadsheetApp.RangeList.${method}`)(color);
    const areas = ranges.map((range) => placeOf(range)?.area);
    call('RangeList', method, grid.current().id, areas, value);
    return list;
  };
  const list = sealed('SpreadsheetApp.RangeList', {
    toString: () => 'RangeList',
    getRanges: () => [...ranges],
    /** Null clears. [doc] */
    setBackground: paint('setBackground'),
    setFontColor: paint('setFontColor'),
    activate: () => {
      const areas = ranges.map((range) => placeOf(range)?.area);
      call('RangeList', 'activate', grid.current().id, areas);
      return list;
    },
  });
  return list;
}
