/** Tables as CSV, for other programs: whatever stands in the tab, nothing in it acts there. */
import { problemOf, ProblemError } from '../chat/problem';
import type { ExportedTable, TableInfo } from '../contract';
import type { Execution } from '../execution';
import { rowsWithin } from '../table/area';
import { isDate, type Cell } from '../table/cell';
import { csvOf } from '../table/csv';
import { partsOf, readRows } from '../table/row-range';

/** More than this, in characters, is for the menu of Sheets itself. */
const LONGEST_CSV = 20_000_000;

/** Tabs that hold something of ours, in the order of the marks. */
export function listTables({ workbook }: Execution): readonly TableInfo[] {
  const tabs = new Set(workbook.marks().map(({ tab }) => tab));
  return [...tabs].flatMap((id) => {
    const table = workbook.table(id);
    return table === null ? [] : [{ tab: id, name: table.name() }];
  });
}

/** One tab as CSV. Throws a `ProblemError` where it is gone, holds nothing of ours or is too large. */
export function exportTable(execution: Execution, tab: unknown): ExportedTable {
  const { workbook, catalogue } = execution;
  const isOurs = workbook.marks().some((mark) => mark.tab === tab);
  const table = isOurs && typeof tab === 'number' ? workbook.table(tab) : null;
  if (table === null) throw new ProblemError(problemOf('sheetGone'));
  const used = table.used();
  const columns = rowsWithin([1, used.columns]);
  const textOf = (cell: Cell): string | number => {
    if (isDate(cell)) return execution.formatTime(cell.getTime(), catalogue.card.timePattern);
    return typeof cell === 'boolean' ? String(cell).toUpperCase() : cell;
  };
  let csv = '';
  for (const rows of partsOf(used.rows, used.columns)) {
    const read = readRows(table, columns, rows);
    csv += csvOf(read.rows.map((row) => columns.map((column) => textOf(read.cell(row, column)))));
    if (csv.length > LONGEST_CSV) throw new ProblemError(problemOf('exportTooLarge'));
  }
  return { name: `${table.name()}.csv`, csv };
}
