/** The pending marker of a row: stands in `Chat checked` until the row is answered, and goes where its row is sorted to. */
import type { Catalogue } from '../locales/catalogue';
import type { WorkbookPort } from '../ports';
import type { Cell } from '../table/cell';
import { markedColumns, markOf } from '../table/column-set';
import { readRows } from '../table/row-range';
import { LOOK_UP_COLUMNS } from './columns';

/** The word that a person reads, then the run id. */
export function pendingMarker(runId: string, catalogue: Catalogue): string {
  return `${catalogue.job.waiting} ${runId}`;
}

/** Finds the run id in a marker, in whatever language it was written; null where the cell holds none. */
export function markedRun(cell: Cell): string | null {
  return typeof cell === 'string' ? (/ (run-[a-z\d]{8})$/.exec(cell)?.[1] ?? null) : null;
}

/**
 * Takes markers out of a tab, where the tab still is, but those of the run that is kept. What was answered stays. Returns how
 * many there were.
 */
export function sweepMarkers(workbook: WorkbookPort, tab: number, kept: string | null = null): number {
  const columns = markedColumns(workbook.marks(), tab).get(markOf(LOOK_UP_COLUMNS, 'checked')) ?? [];
  const table = workbook.table(tab);
  const rows = columns.length === 0 ? 0 : (table?.used().rows ?? 0);
  if (table === null || rows === 0) return 0;
  const read = readRows(table, columns, [1, rows]);
  let swept = 0;
  for (const column of columns) {
    for (const row of read.rows) {
      const run = markedRun(read.cell(row, column));
      if (run === null || run === kept) continue;
      table.write({ row, column, rows: 1, columns: 1 }, [['']]);
      swept += 1;
    }
  }
  if (swept > 0) table.flush();
  return swept;
}
