/** Adds Rollcall's columns to a table that lacks some: made, marked and formatted before anything is written into them. */
import { problemOf, ProblemError } from '../chat/problem';
import type { ColumnPlace } from '../contract';
import type { WorkbookPort } from '../ports';
import type { Rows } from '../table/area';
import type { ManagedColumns } from '../table/column-set';
import { formatAdded } from '../table/managed-columns';
import type { QuestionColumns } from '../table/selection';
import { LOOK_UP_COLUMNS, type LookUpColumn } from './columns';
import {
  completeLookUpTable,
  isComplete,
  openLookUpTable,
  questionColumns,
  rightEnd,
  withoutMarks,
  type LookUpTable,
} from './look-up-table';

export interface AddColumns {
  readonly found: LookUpTable;
  /** The columns of questions. */
  readonly asked: QuestionColumns;
  readonly usedColumns: number;
  /** Rows that are about to be written: only they are formatted where whole columns may not be. */
  readonly rows: readonly Rows[];
  /** Where the columns of a new table go; right of everything unless told. */
  readonly place?: ColumnPlace;
}

export interface AddedColumns {
  readonly found: LookUpTable;
  /** Without titles yet. */
  readonly added: ManagedColumns<LookUpColumn>;
}

/**
 * Adds what is missing. Making the marks takes its time: a column that somebody inserts meanwhile would leave two of them on one
 * column, or one on a column of the user's. Then they are made again. Throws `sheetChanged` where that never ends.
 */
export function addColumns(workbook: WorkbookPort, given: AddColumns): AddedColumns {
  const { found, asked, usedColumns, rows } = given;
  const { table } = found;
  if (isComplete(found))
    return {
      found: completeLookUpTable(found, asked, rightEnd(found, asked, usedColumns)),
      added: new Map(),
    };
  let inserted = insertColumns(given);
  let [base, used] = [found, usedColumns];
  for (let attempt = 1; attempt <= 3; attempt++) {
    completeLookUpTable(base, asked, inserted ?? rightEnd(base, asked, used));
    const now = openLookUpTable(table, workbook.marks());
    const added = new Map([...now.managed].filter(([key]) => !found.managed.has(key)));
    used = table.used().columns;
    const columns = [...added.values()];
    const areFree = inserted === null ? columns.every((column) => column > used) : areSideBySide(columns);
    if (isComplete(now) && areFree) {
      formatAdded(table, LOOK_UP_COLUMNS, added, rows);
      return { found: now, added };
    }
    base = withoutMarks(workbook, table, new Set(found.managed.keys()));
    // Columns that were inserted in vain stay, since somebody may have typed into them.
    inserted = null;
  }
  throw new ProblemError(problemOf('sheetChanged'));
}

/** Inserts columns right after the question. Returns the column before them; null where they go to the right end. */
function insertColumns({ found, asked, place }: AddColumns): number | null {
  if (place !== 'afterQuestion' || !isNewTable(found)) return null;
  const after = Math.max(...questionColumns(asked));
  try {
    found.table.insertColumnsAfter(after, LOOK_UP_COLUMNS.keys.length);
    found.table.flush();
    return after;
  } catch {
    // The tab is protected against it: there is still room at the right end.
    return null;
  }
}

/** Whether a table has none of Rollcall's columns, so that it can be chosen where they go. */
export function isNewTable({ managed }: LookUpTable): boolean {
  return managed.size === 0;
}

/** Another column between them was inserted while they were marked. */
function areSideBySide(columns: readonly number[]): boolean {
  return columns.every((column, index) => index === 0 || column === (columns[index - 1] ?? 0) + 1);
}

/** The first column after which new ones would go, for each place; null where there is nothing to choose. */
export function placesFor(
  found: LookUpTable,
  asked: QuestionColumns,
  usedColumns: number,
): Readonly<Record<ColumnPlace, number>> | null {
  if (!isNewTable(found)) return null;
  return {
    end: rightEnd(found, asked, usedColumns) + 1,
    afterQuestion: Math.max(...questionColumns(asked)) + 1,
  };
}
