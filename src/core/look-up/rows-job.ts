/** The kind of job that looks up rows: a row is pending while its marker stands in `Chat checked`, wherever it was sorted to. */
import { VERDICTS } from '../chat/verdict';
import { jobKind, type JobKind, type JobKindOf } from '../job/kind';
import type { Mark, TablePort } from '../ports';
import { markedColumns, markOf } from '../table/column-set';
import { partsOf, readRows } from '../table/row-range';
import { LOOK_UP_COLUMNS } from './columns';
import { withoutMarks } from './look-up-table';
import { sweepMarkers } from './pending-marker';
import { progressOf, readRowsState, type RowsState } from './rows-state';
import { RowsWork } from './rows-work';
import type { Answered } from './space-plan';

/** With its types, for kinds that look rows up and then do more. */
export const ROWS: JobKindOf<RowsState, Answered> = {
  id: 'look-up',
  parse: readRowsState,
  open: (state, run) => new RowsWork(state, run),
  progress: progressOf,
  words: (state, { job }) => {
    const { total, done } = progressOf(state);
    return { progress: job.progress(done, total), done: job.done({ ...state.counts, total }) };
  },
  forget: (state) => ({ ...state, spaces: [] }),
  sweepAll: ({ workbook }) => {
    for (const tab of new Set(workbook.marks().map((mark) => mark.tab))) sweepMarkers(workbook, tab);
  },
  sweep: ({ tab, isNewTable, counts }, { workbook }) => {
    // There is one job at a time: whatever other markers stand here belong to none.
    sweepMarkers(workbook, tab);
    // Columns in which nothing was answered, and which have no titles yet, are left to the user again.
    const table = workbook.table(tab);
    const hasNoAnswer = isNewTable && VERDICTS.every((kind) => counts[kind] === 0);
    if (hasNoAnswer && table !== null && isBlankTable(table, workbook.marks()))
      withoutMarks(workbook, table, new Set());
  },
};

export const ROWS_JOB: JobKind = jobKind(ROWS);

/** Whether our columns hold nothing: what was written right before an execution ended is in no count. */
function isBlankTable(table: TablePort, marks: readonly Mark[]): boolean {
  const columns = LOOK_UP_COLUMNS.keys.flatMap(
    (key) => markedColumns(marks, table.id).get(markOf(LOOK_UP_COLUMNS, key)) ?? [],
  );
  if (columns.length === 0) return true;
  return partsOf(table.used().rows, columns.length).every((rows) => {
    const read = readRows(table, columns, rows);
    return read.rows.every((row) => columns.every((column) => read.cell(row, column) === ''));
  });
}
