/** The kind of job that looks up rows: a row is pending while its marker stands in `Chat checked`, wherever it was sorted to. */
import { VERDICTS } from '../chat/verdict';
import { jobKind, type JobKind } from '../job/kind';
import { withoutMarks } from './look-up-table';
import { sweepMarkers } from './pending-marker';
import { progressOf, readRowsState, type RowsState } from './rows-state';
import { RowsWork } from './rows-work';
import type { Answered } from './space-plan';

export const ROWS_JOB: JobKind = jobKind<RowsState, Answered>({
  id: 'look-up',
  parse: readRowsState,
  open: (state, run) => new RowsWork(state, run),
  progress: progressOf,
  forget: (state) => ({ ...state, spaces: [] }),
  sweepAll: ({ workbook }) => {
    for (const tab of new Set(workbook.marks().map((mark) => mark.tab))) sweepMarkers(workbook, tab);
  },
  sweep: ({ tab, isNewTable, counts }, { workbook }) => {
    // There is one job at a time: whatever other markers stand here belong to none.
    sweepMarkers(workbook, tab);
    // Columns in which nothing was answered, and which have no titles yet, are left to the user again.
    const table = workbook.table(tab);
    const isUntouched = isNewTable && VERDICTS.every((kind) => counts[kind] === 0);
    if (isUntouched && table !== null) withoutMarks(workbook, table, new Set());
  },
});
