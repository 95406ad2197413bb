/** Reads what is selected in the open sheet and says what looking it up would mean. Sends nothing. */
import type { Survey } from '../core/contract';
import { COLUMN_KEYS, type Cell } from '../core/columns';
import { problemOf, ProblemError } from '../core/problem';
import { cellText, measure, readSelection, type Selection, type SelectedRange } from '../core/selection';
import { recognise } from '../core/reference';
import { readCells } from './block';
import type { JobWorld } from './job-world';
import { openTable, type Table } from './table';

/** A selection, read. */
export interface Surveyed {
  readonly table: Table;
  readonly selection: Selection;
  readonly range: string;
}

/** Counts what is selected, for the person to decide. */
export function survey(world: JobWorld, space: string): Survey {
  const { table, selection, range } = readSelected();
  const extent = measure(selection.rows, space, world.asker);
  return {
    tab: table.sheet.getName(),
    range,
    rows: selection.rows.length,
    ...extent,
    hiddenRows: selection.hiddenRows,
    headerRow: selection.headerRow !== null,
    needsSpace: selection.needsSpace && space === '',
    parallel: world.chat.batchSize > 1,
  };
}

/** Reads the selection of the open sheet. Throws a `ProblemError` where it cannot be one. */
export function readSelected(): Surveyed {
  const ranges = activeRanges()?.getRanges() ?? [];
  const [first] = ranges;
  if (first === undefined) throw new ProblemError(problemOf('nothingSelected'));
  const sheet = first.getSheet();
  const range = ranges.map((one) => one.getA1Notation()).join(', ');
  const used = { rows: sheet.getLastRow(), columns: sheet.getLastColumn() };
  const cut = ranges.flatMap((one) => cutToUse(one, used));
  if (cut.length === 0) throw new ProblemError(problemOf('nothingToAsk'));
  if (cut.some((one) => one.isPartOfMerge())) throw new ProblemError(problemOf('mergedCells', { range }));
  const table = openTable(sheet);
  const filtered = sheet.getFilter() !== null;
  const selection = readSelection(cut.map(read), {
    // Only a filter makes this one call per row, and there is no other way to ask.
    isHidden: (row) => filtered && sheet.isRowHiddenByFilter(row),
    ours: new Set(table.ours.values()),
    range,
  });
  if (!selection.ok) throw new ProblemError(selection.problem);
  return { table, selection: selection.value, range };
}

/** Reads the table of a tab whole: its columns of questions, and those rows that have no answer yet. */
export function readUnanswered(sheet: GoogleAppsScript.Spreadsheet.Sheet): Surveyed {
  const table = openTable(sheet);
  const used = { rows: sheet.getLastRow(), columns: sheet.getLastColumn() };
  if (used.rows === 0 || used.columns === 0) throw new ProblemError(problemOf('nothingToAsk'));
  const whole = sheet.getRange(1, 1, used.rows, used.columns);
  const range = whole.getA1Notation();
  const cells = readCells(whole);
  const asked = table.questions === null ? null : [table.questions.space, table.questions.member];
  const columns = (asked ?? guessColumns(cells, new Set(table.ours.values()))).filter(
    (column): column is number => column !== null,
  );
  const ranges = columns.map((column) => ({
    row: 1,
    column,
    cells: cells.map((row) => [row[column - 1] ?? '']),
  }));
  const selection = readSelection(ranges, { isHidden: () => false, ours: new Set(), range });
  if (!selection.ok) throw new ProblemError(selection.problem);
  const checked = table.ours.get('checked');
  const rows = selection.value.rows.filter(
    ({ row }) => checked === undefined || !(cells[row - 1]?.[checked - 1] instanceof Date),
  );
  if (rows.length === 0) throw new ProblemError(problemOf('nothingToAsk'));
  return { table, selection: { ...selection.value, rows }, range };
}

/** Columns in which something looks like a question; more than two are refused as a selection would be. */
function guessColumns(cells: readonly (readonly Cell[])[], ours: ReadonlySet<number>): readonly number[] {
  const width = cells[0]?.length ?? 0;
  return Array.from({ length: width }, (_, index) => index + 1).filter(
    (column) =>
      !ours.has(column) && cells.some((row) => recognise(cellText(row[column - 1] ?? '')) !== 'none'),
  );
}

/**
 * Finds the header above a selection that does not hold it: the first row upwards in which nothing looks like a question.
 * Null where the table begins with a question: then our columns stay without titles, since no row may be pushed down.
 */
export function findHeaderRow({ table, selection }: Surveyed): number | null {
  if (selection.headerRow !== null) return selection.headerRow;
  const first = selection.rows[0]?.row ?? 1;
  if (first === 1 || COLUMN_KEYS.every((key) => table.ours.has(key))) return null;
  const { space, member } = selection.columns;
  const columns = space === null ? [member] : [space, member];
  const above = columns.map((column) => readCells(table.sheet.getRange(1, column, first - 1, 1)));
  for (let row = first - 1; row >= 1; row--) {
    const texts = above.map((column) => cellText(column[row - 1]?.[0] ?? '').trim());
    if (texts.every((text) => text === '')) return null;
    if (texts.every((text) => recognise(text) === 'none')) return row;
  }
  return null;
}

/** Null where a chart is selected, or nothing; the typings do not say so. */
function activeRanges(): GoogleAppsScript.Spreadsheet.RangeList | null {
  return SpreadsheetApp.getActiveRangeList();
}

/** The part of a range that lies within the rows and columns in use: whole columns may be selected. */
function cutToUse(
  range: GoogleAppsScript.Spreadsheet.Range,
  used: { readonly rows: number; readonly columns: number },
): readonly GoogleAppsScript.Spreadsheet.Range[] {
  const rows = Math.min(range.getLastRow(), used.rows) - range.getRow() + 1;
  const columns = Math.min(range.getLastColumn(), used.columns) - range.getColumn() + 1;
  return rows < 1 || columns < 1 ? [] : [range.offset(0, 0, rows, columns)];
}

function read(range: GoogleAppsScript.Spreadsheet.Range): SelectedRange {
  return { row: range.getRow(), column: range.getColumn(), cells: readCells(range) };
}
