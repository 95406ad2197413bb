/** The pending marker of a row: stands in `Chat checked` until the row is answered, and goes where its row is sorted to. */
import { markedRun } from '../job/marker';
import type { TablePort, WorkbookPort } from '../ports';
import { contiguousRuns, rowsWithin } from '../table/area';
import { markedColumns, markOf } from '../table/column-set';
import { readRows } from '../table/row-range';
import { LOOK_UP_COLUMNS } from './columns';

/** Rows and columns may move while they are swept: then it is done again. */
const MOST_SWEEPS = 4;

/**
 * Takes markers out of a tab, where the tab still is, but those of the run that is kept, and looks whether they are gone. What was
 * answered stays. Returns how many there were.
 */
export function sweepMarkers(workbook: WorkbookPort, tab: number, kept: string | null = null): number {
  let swept = 0;
  let columns = columnsOfMarkers(workbook, tab);
  for (let sweep = 1; sweep <= MOST_SWEEPS && columns.length > 0; sweep++) {
    const found = sweepOnce(workbook.table(tab), columns, kept);
    swept = Math.max(swept, found);
    const now = columnsOfMarkers(workbook, tab);
    if (found === 0 && now.join() === columns.join()) break;
    columns = now;
  }
  return swept;
}

function columnsOfMarkers(workbook: WorkbookPort, tab: number): readonly number[] {
  return markedColumns(workbook.marks(), tab).get(markOf(LOOK_UP_COLUMNS, 'checked')) ?? [];
}

function sweepOnce(table: TablePort | null, columns: readonly number[], kept: string | null): number {
  const rows = table?.used().rows ?? 0;
  if (table === null || rows === 0) return 0;
  const read = readRows(table, columns, [1, rows]);
  let swept = 0;
  for (const column of columns) {
    const marked = read.rows.filter((row) => {
      const run = markedRun(read.cell(row, column));
      return run !== null && run !== kept;
    });
    for (const [top, bottom] of contiguousRuns(marked)) {
      const area = { row: top, column, rows: bottom - top + 1, columns: 1 };
      table.write(
        area,
        rowsWithin([top, bottom]).map(() => ['']),
      );
    }
    swept += marked.length;
  }
  if (swept > 0) table.flush();
  return swept;
}
