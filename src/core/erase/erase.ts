/** Takes everything of Rollcall's out of a spreadsheet, and nothing else. */
import { problemOf, ProblemError } from '../chat/problem';
import type { EraseSummary } from '../contract';
import type { Execution } from '../execution';
import { leaseHeldBy } from '../job/lease';
import { loadRecord } from '../job/open-job';
import type { Mark, TablePort, WorkbookPort } from '../ports';
import { contiguousRuns, lettersOf, type Rows } from '../table/area';
import { isBlank } from '../table/cell';
import { isOwnTab } from '../table/own-tab';
import { partsOf, readRows } from '../table/row-range';

/** Marks that stand on what is the user's: the mark goes, the column stays. */
const ON_USERS_COLUMNS = 'question:';

/** One tab in which something is ours. */
interface Traces {
  readonly table: TablePort;
  /** Columns that Rollcall made, from left to right. */
  readonly columns: readonly number[];
  /** The tab itself is ours, and holds nothing that somebody added. */
  readonly isWhole: boolean;
}

/** Says what would go. */
export function summariseErase({ workbook }: Execution): EraseSummary {
  const all = tracesIn(workbook);
  return {
    tabs: all.filter(({ isWhole }) => isWhole).map(({ table }) => table.name()),
    columns: all
      .filter(({ isWhole, columns }) => !isWhole && columns.length > 0)
      .map(({ table, columns }) => ({ tab: table.name(), columns: contiguousRuns(columns).map(namesOf) })),
  };
}

/**
 * Erases what the person was shown: our columns, our tabs, every mark, the job, the settings, this person's trigger. Throws a
 * `ProblemError` where something else would go than was shown, or while somebody else's job is at work.
 */
export function erase(execution: Execution, shown: unknown): void {
  const { workbook, store, clock, continuation } = execution;
  store.locked(() => {
    const record = loadRecord(execution);
    const held = record === null ? null : leaseHeldBy(record, store.owner(), clock.now());
    if (held !== null) throw new ProblemError(held);
    if (JSON.stringify(summariseErase(execution)) !== JSON.stringify(shown))
      throw new ProblemError(problemOf('eraseChanged'));
    store.remove();
    for (const { table, isWhole } of tracesIn(workbook)) {
      if (!isWhole || !workbook.remove(table.id)) deleteColumns(workbook, table);
    }
    for (const { tab, column, value } of workbook.marks()) workbook.table(tab)?.removeMark(column, value);
  });
  continuation.disarm();
  execution.forget();
}

function tracesIn(workbook: WorkbookPort): readonly Traces[] {
  const marks = workbook.marks();
  return [...new Set(marks.map(({ tab }) => tab))].flatMap((tab) => {
    const table = workbook.table(tab);
    return table === null ? [] : [tracesOf(table, marks)];
  });
}

function tracesOf(table: TablePort, marks: readonly Mark[]): Traces {
  const here = marks.filter(({ tab }) => tab === table.id);
  const known = new Set(here.flatMap(({ column }) => column ?? []));
  const columns = ownColumns(here);
  return { table, columns, isWhole: isOwnTab(marks, table.id) && !holdsOthers(table, known) };
}

/** Columns that Rollcall made, by their marks. */
function ownColumns(marks: readonly Mark[]): readonly number[] {
  const columns = marks.flatMap(({ column, value }) =>
    column === null || value.startsWith(ON_USERS_COLUMNS) ? [] : [column],
  );
  return [...new Set(columns)].sort((a, b) => a - b);
}

/** Whether somebody put something into a column that we do not know. */
function holdsOthers(table: TablePort, known: ReadonlySet<number>): boolean {
  const used = table.used();
  const others = Array.from({ length: used.columns }, (_, index) => index + 1).filter(
    (column) => !known.has(column),
  );
  if (others.length === 0 || used.rows === 0) return false;
  return partsOf(used.rows, others.length).some((rows) => {
    const read = readRows(table, others, rows);
    return read.rows.some((row) => others.some((column) => !isBlank(read.cell(row, column))));
  });
}

/** From right to left. Where a run stands is read right before it goes: columns may be inserted meanwhile. */
function deleteColumns(workbook: WorkbookPort, table: TablePort): void {
  for (;;) {
    const here = workbook.marks().filter(({ tab }) => tab === table.id);
    const [first, last] = contiguousRuns(ownColumns(here)).slice(-1)[0] ?? [0, 0];
    if (first === 0) return;
    table.removeColumns(first, last - first + 1);
  }
}

function namesOf([first, last]: Rows): string {
  return first === last ? lettersOf(first) : `${lettersOf(first)}:${lettersOf(last)}`;
}
