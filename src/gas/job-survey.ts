/** Reads what is selected in the open sheet and says what looking it up would mean. Sends nothing. */
import type { Survey } from '../core/contract';
import { COLUMN_KEYS, mayAnswer } from '../core/look-up/columns';
import { problemOf, ProblemError } from '../core/chat/problem';
import {
  cellText,
  estimate,
  readQuestion,
  SelectionReading,
  type Area,
  type Selection,
} from '../core/table/selection';
import { recognise, saysMe, type CurrentUser } from '../core/chat/reference';
import { CHECKED_TITLES } from '../core/locales/catalogue';
import { columnsOf, ourCell, partsOf, questionIn, readCells, rowsOf, type Block } from './block';
import type { JobWorld } from './job-world';
import { openTable, type Table } from './table';

/** A selection, read. */
export interface Surveyed {
  readonly table: Table;
  readonly selection: Selection;
  readonly range: string;
  /** The selected rows with our columns, where one reading held them all. */
  readonly block: Block | null;
}

/** Counts what is selected, for the person to decide. */
export function survey(world: JobWorld, space: string): Survey {
  return count(world, space, readSelected());
}

/**
 * Reads the selection for a start. `shown` is the survey that the person has seen, where there was one; throws a
 * `ProblemError` where the selection is no longer that.
 */
export function readShown(world: JobWorld, space: string, shown: unknown): Surveyed {
  const surveyed = readSelected();
  if (shown === undefined || shown === null) return surveyed;
  const seen = Object(shown) as Readonly<Record<string, unknown>>;
  const now = Object.entries(count(world, space, surveyed));
  if (now.some(([key, value]) => seen[key] !== value)) throw new ProblemError(problemOf('selectionChanged'));
  return surveyed;
}

function count(world: JobWorld, space: string, { table, selection, range }: Surveyed): Survey {
  const extent = estimate(selection.rows, spaceFor(selection, space), world.currentUser);
  return {
    tab: table.sheet.getName(),
    range,
    rows: selection.rows.length,
    ...extent,
    hiddenRows: selection.hiddenRows,
    headerRow: selection.headerRow !== null,
    peopleAlone: selection.needsSpace,
    needsSpace: selection.needsSpace && space === '',
    parallel: world.chat.batchSize > 1,
  };
}

/** The space that was chosen goes with people alone: a row that has a cell for its space and leaves it blank asks nothing. */
export function spaceFor({ needsSpace }: Selection, chosen: string): string {
  return needsSpace ? chosen : '';
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
  const areas = withSpaces(cut.map(areaOf), table);
  const ours = new Set(table.ours.values());
  const reading = new SelectionReading(areas, {
    isHidden: hiddenIn(sheet),
    ours,
    isFilledAbove: (row, columns) => isFilledAbove(sheet, row, columns),
    range,
  });
  const block = readParts(table, areas, reading);
  const selection = reading.read();
  if (!selection.ok) throw new ProblemError(selection.problem);
  return { table, selection: selection.value, range, block };
}

/** In a table whose columns are known, who selects its members means them in the spaces that stand beside them. */
function withSpaces(areas: readonly Area[], { ours, questions }: Table): readonly Area[] {
  const { space = null, member = 0 } = questions ?? {};
  if (space === null) return areas;
  const known = new Set([member, ...ours.values()]);
  const selected = areas.flatMap(({ column, columns }) =>
    Array.from({ length: columns }, (_, index) => column + index),
  );
  const isMembers = selected.includes(member) && selected.every((column) => known.has(column));
  return isMembers ? [...areas, ...areas.map((area) => ({ ...area, column: space, columns: 1 }))] : areas;
}

/**
 * Reads the selected rows, our columns with them, part by part: one call each. Returns the part where it was the only one:
 * then nothing needs to be read again for the start.
 */
function readParts(
  table: Table,
  areas: readonly Area[],
  reading: SelectionReading,
  look: (part: Block) => void = () => undefined,
): Block | null {
  const columns = [...areas.flatMap(edgesOf), ...columnsOf(table)];
  const left = Math.min(...columns);
  const width = Math.max(...columns) - left + 1;
  const top = Math.min(...areas.map(({ row }) => row));
  const bottom = Math.max(...areas.map(({ row, rows }) => row + rows - 1));
  const parts = partsOf(top, bottom, width).filter(([from, to]) =>
    areas.some(({ row, rows }) => row <= to && row + rows > from),
  );
  let block: Block | null = null;
  for (const [from, to] of parts) {
    const cells = readCells(table.sheet.getRange(from, left, to - from + 1, width));
    reading.add(from, left, cells);
    block = { table, top: from, left, cells };
    for (const row of titleRowsIn(block)) reading.addTitles(row);
    look(block);
  }
  return parts.length === 1 ? block : null;
}

/** Rows that hold the titles of our columns. */
function titleRowsIn(block: Block): readonly number[] {
  return rowsOf(block).filter((row) => CHECKED_TITLES.has(cellText(ourCell(block, row, 'checked')).trim()));
}

function isFilledAbove(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number, columns: readonly number[]) {
  const cells = columns.flatMap((column) => readCells(sheet.getRange(row - 1, column, 1, 1))).flat();
  return cells.every((cell) => cellText(cell).trim() !== '');
}

/** Only a filter makes this one call per row, and Apps Script offers no other way to ask. */
function hiddenIn(sheet: GoogleAppsScript.Spreadsheet.Sheet): (row: number) => boolean {
  return sheet.getFilter() === null ? () => false : (row) => sheet.isRowHiddenByFilter(row);
}

/** Reads the table of a tab whole: its columns of questions, and those rows that have no answer yet. */
export function readUnanswered(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  currentUser: CurrentUser,
): Surveyed {
  const table = openTable(sheet);
  const used = { rows: sheet.getLastRow(), columns: sheet.getLastColumn() };
  if (used.rows === 0 || used.columns === 0) throw new ProblemError(problemOf('nothingToAsk'));
  const range = sheet.getRange(1, 1, used.rows, used.columns).getA1Notation();
  const columns = askedColumns(table) ?? guessColumns(table, used);
  if (columns.length === 0) throw new ProblemError(problemOf('nothingToAsk'));
  const areas = columns.map((column) => ({ row: 1, column, rows: used.rows, columns: 1 }));
  const reading = new SelectionReading(areas, {
    isHidden: () => false,
    ours: new Set(),
    isFilledAbove: () => false,
    range,
  });
  const answered = new Set<number>();
  const block = readParts(table, areas, reading, (part) => {
    for (const row of rowsOf(part)) if (isAnswered(part, row, currentUser)) answered.add(row);
  });
  const selection = reading.read();
  if (!selection.ok) throw new ProblemError(selection.problem);
  const rows = selection.value.rows.filter(({ row }) => !answered.has(row));
  if (rows.length === 0) throw new ProblemError(problemOf('nothingToAsk'));
  return { table, selection: { ...selection.value, rows }, range, block };
}

/** Whether a row holds an answer, and not one to a question that was changed since. */
function isAnswered(block: Block, row: number, currentUser: CurrentUser): boolean {
  if (!(ourCell(block, row, 'checked') instanceof Date)) return false;
  const typed = questionIn(block, row);
  const read = readQuestion(typed, '', currentUser);
  // Who was meant by `me` is not known any longer.
  if (!read.ok || saysMe(cellText(typed.member))) return true;
  return mayAnswer(read.value, ourCell(block, row, 'membership'), ourCell(block, row, 'email'));
}

function askedColumns({ questions }: Table): readonly number[] | null {
  if (questions === null) return null;
  return questions.space === null ? [questions.member] : [questions.space, questions.member];
}

/** Columns in whose first rows something looks like a question; more than two are refused as a selection would be. */
function guessColumns(table: Table, used: { readonly rows: number; readonly columns: number }) {
  const ours = new Set(table.ours.values());
  const [[top, bottom] = [1, 1]] = partsOf(1, used.rows, used.columns);
  const cells = readCells(table.sheet.getRange(top, 1, bottom, used.columns));
  return Array.from({ length: used.columns }, (_, index) => index + 1).filter(
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

function areaOf(range: GoogleAppsScript.Spreadsheet.Range): Area {
  const [row, column] = [range.getRow(), range.getColumn()];
  return { row, column, rows: range.getNumRows(), columns: range.getNumColumns() };
}

function edgesOf({ column, columns }: Area): readonly number[] {
  return [column, column + columns - 1];
}
