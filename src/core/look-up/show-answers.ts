/** Moves the person's view to answers: of one row, of a job, or of one verdict. */
import type { ShowArgument } from '../arguments';
import { problemOf, ProblemError } from '../chat/problem';
import type { VerdictKind } from '../chat/verdict';
import type { Shown } from '../contract';
import type { WorkbookPort } from '../ports';
import { contiguousRuns, type Area } from '../table/area';
import { isDate } from '../table/cell';
import { readRows, type RowRange } from '../table/row-range';
import { findLookUpTable, type LookUpTable } from './look-up-table';
import { markedRun } from '../job/marker';
import { readAnswered } from './question-key';

/** Areas that are selected at once: what is more scattered would take long and show nothing [estimate]. */
const MOST_AREAS = 500;

/** Selects status cells. Throws a `ProblemError` where there are none. */
export function showAnswers(workbook: WorkbookPort, request: ShowArgument): Shown {
  if ('rows' in request) return showRows(workbook, request);
  const found = findLookUpTable(workbook, request.tab);
  const status = found.managed.get('verdict');
  const rows = 'row' in request ? [request.row] : rowsSince(found, request);
  const [first] = rows;
  if (status === undefined || first === undefined) throw new ProblemError(problemOf('noAnswers'));
  const isVerdict = 'verdict' in request && request.verdict !== null;
  const runs = contiguousRuns(isVerdict ? rows : [first]).slice(0, MOST_AREAS);
  const areas = runs.map(([top, bottom]): Area => ({
    row: top,
    column: status,
    rows: bottom - top + 1,
    columns: 1,
  }));
  // The view goes to the last of the areas: that is where reading begins.
  workbook.show(found.table.id, areas.reverse());
  return {
    tab: found.table.name(),
    rows: rows.length,
    selected: areas.reduce((sum, area) => sum + area.rows, 0),
  };
}

/** Selects whole rows. Throws a `ProblemError` where the tab is gone. */
function showRows(workbook: WorkbookPort, { tab, rows }: Extract<ShowArgument, { rows: unknown }>): Shown {
  const { table } = findLookUpTable(workbook, tab);
  const columns = Math.max(1, table.used().columns);
  const wanted = [...new Set(rows)].sort((a, b) => a - b);
  const areas = contiguousRuns(wanted)
    .slice(0, MOST_AREAS)
    .map(([top, bottom]): Area => ({ row: top, column: 1, rows: bottom - top + 1, columns }));
  workbook.show(tab, areas.reverse());
  return {
    tab: table.name(),
    rows: wanted.length,
    selected: areas.reduce((sum, area) => sum + area.rows, 0),
  };
}

/** Rows that were answered since a time, or that still wait. */
function rowsSince(
  { table, managed }: LookUpTable,
  { since, verdict }: Extract<ShowArgument, { since: number }>,
): readonly number[] {
  const checked = managed.get('checked');
  const used = table.used().rows;
  if (checked === undefined || used === 0) return [];
  const question = managed.get('question');
  const columns = verdict === null || question === undefined ? [checked] : [checked, question];
  const read = readRows(table, columns, [1, used]);
  const isAnswered = (row: number): boolean => {
    const cell = read.cell(row, checked);
    return isDate(cell) && cell.getTime() >= since;
  };
  if (verdict !== null)
    return read.rows.filter((row) => {
      const kind = kindIn(read, row, question);
      return isAnswered(row) && kind !== null && verdict.includes(kind);
    });
  return read.rows.filter((row) => isAnswered(row) || markedRun(read.cell(row, checked)) !== null);
}

function kindIn(read: RowRange, row: number, question: number | undefined): VerdictKind | null {
  return readAnswered(read.cell(row, question))?.kind ?? null;
}
