/** How wide the columns of a tab are drawn: as their first rows need. */
import type { TabView } from '../wire';
import type { CellAt } from './rows';

export const HEAD_WIDTH = 46;

/** Widths and left edges of the columns, and the width of all with the row heads; in pixels. */
export interface Columns {
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  readonly total: number;
}

const WIDTH_PX = { least: 92, most: 232, perCharacter: 7.2, padding: 26 };
const MEASURED_ROWS = 30;
const WIDE = /[\u1100-\u11ff\u2e80-\uff60]/g;
/** A character of East Asian width takes so many more than another. */
const WIDE_EXTRA = 0.8;

export function columnsOf(tab: TabView, count: number, cellAt: CellAt): Columns {
  const rows = Math.min(MEASURED_ROWS, tab.rows);
  const widths = Array.from({ length: count }, (_, index) => {
    const lengths = Array.from({ length: rows }, (__, row) =>
      lengthOf(cellAt(row + 1, index + 1)?.text ?? ''),
    );
    const wish = Math.max(0, ...lengths) * WIDTH_PX.perCharacter + WIDTH_PX.padding;
    return Math.round(Math.min(WIDTH_PX.most, Math.max(WIDTH_PX.least, wish)));
  });
  const lefts: number[] = [];
  let left = HEAD_WIDTH;
  for (const width of widths) {
    lefts.push(left);
    left += width;
  }
  return { widths, lefts, total: left };
}

function lengthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0) * WIDE_EXTRA;
}
