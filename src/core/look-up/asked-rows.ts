/** Reads what is asked: the selected rows, or the rows of a table that have no answer yet. Sends nothing. */
import { problemOf, ProblemError } from '../chat/problem';
import { recognise, saysMe, type CurrentUser } from '../chat/reference';
import type { Identity } from '../chat/identity';
import type { TablePort, WorkbookPort } from '../ports';
import { valueOf } from '../result';
import type { Area } from '../table/area';
import { a1Of } from '../table/area';
import { cellText, isBlank, isDate } from '../table/cell';
import { partsOf, readRows, type RowRange } from '../table/row-range';
import { readQuestion, SelectionReading, type Selection } from '../table/selection';
import { LOOK_UP_COLUMNS, mayAnswer } from './columns';
import { isComplete, openLookUpTable, questionColumns, type LookUpTable } from './look-up-table';
import { questionKey, readAnswered } from './question-key';
import {
  AS_SELECTED,
  placesOf,
  widened,
  withSpaces,
  type Places,
  type RowsChoice,
  type SelectionPlace,
} from './selected-places';

/** Rows that are asked, and where they stand. */
export interface AskedRows {
  readonly found: LookUpTable;
  readonly selection: Selection;
  /** The selection in A1 notation, for messages. */
  readonly range: string;
  readonly used: { readonly rows: number; readonly columns: number };
  /** One cell is selected, and its row is meant. */
  readonly isCell: boolean;
}

/**
 * Reads the selection of the open sheet. Throws a `ProblemError` where it cannot be asked: `noMembersFound` where no column that it
 * could mean looks like members.
 */
export function readSelectedRows(workbook: WorkbookPort, choice: RowsChoice = AS_SELECTED): AskedRows {
  const given = openSelection(workbook);
  const places = placesOf(given, choice);
  if (places === null) throw new ProblemError(problemOf('noMembersFound', { range: given.range }));
  const asked = readPlaces(given, places);
  if (places.columns !== null || looksAsked(asked.selection)) return asked;
  // The same rows may have their members in a column that is not selected.
  const wider = widened(given);
  if (wider !== null) return readPlaces(given, wider);
  if (isKnown(given, asked.selection)) return asked;
  // Bare words and short numbers could be ids, but hardly ever are: whoever means them says which columns these are.
  throw new ProblemError(problemOf('noMembersFound', { range: given.range }));
}

/** Reads the very cells that are selected, nothing around them: cheap enough for the opening of the sidebar. */
export function readSelectedCells(workbook: WorkbookPort): AskedRows {
  const given = openSelection(workbook);
  const areas = withSpaces(given.selected, given.found);
  return readPlaces(given, { areas, columns: null, isCell: false });
}

export interface OpenSelection extends SelectionPlace {
  /** In A1 notation, for messages. */
  readonly range: string;
}

/** Finds what is selected in the open sheet. Throws a `ProblemError` where that is nothing. */
export function openSelection(workbook: WorkbookPort): OpenSelection {
  const areas = workbook.selection();
  if (areas === null || areas.areas.length === 0) throw new ProblemError(problemOf('nothingSelected'));
  const { table, range } = areas;
  const used = table.used();
  const selected = areas.areas.flatMap((area) => cutToUse(area, used));
  if (selected.length === 0) throw new ProblemError(problemOf('nothingToAsk'));
  return { found: openLookUpTable(table, workbook.marks()), selected, used, range };
}

function readPlaces({ found, used, range }: OpenSelection, { areas, columns, isCell }: Places): AskedRows {
  const { table } = found;
  const reading = new SelectionReading(areas, {
    hiddenRows: (rows) => table.hiddenRows(rows),
    ours: new Set(found.managed.values()),
    isFilledAbove: (row, of) => isFilled(readRows(table, of, [row - 1, row - 1]), row - 1, of),
    range,
    columns,
  });
  readAreas(table, areas, reading);
  const selection = valueOf(reading.read());
  if (selection.hasBlanks && areas.some((area) => table.isMerged(area)))
    throw new ProblemError(problemOf('mergedCells', { range }));
  return { found, selection, range, used, isCell };
}

/** Whether the table is known to have its members there. */
function isKnown({ found: { questions } }: OpenSelection, { columns }: Selection): boolean {
  return questions !== null && questions.member === columns.member;
}

function looksAsked({ rows }: Selection): boolean {
  return rows.some(
    ({ space, member }) =>
      ['member', 'membership'].includes(recognise(cellText(member))) || recognise(cellText(space)) !== 'none',
  );
}

/** Reads all areas together, so that no edit comes between two of them; very long ones part by part. */
function readAreas(table: TablePort, areas: readonly Area[], reading: SelectionReading): void {
  const left = Math.min(...areas.map(({ column }) => column));
  const columns = Math.max(...areas.map(({ column, columns: width }) => column + width)) - left;
  const top = Math.min(...areas.map(({ row }) => row));
  const bottom = Math.max(...areas.map(({ row, rows }) => row + rows - 1));
  for (const [first, last] of partsOf(bottom, columns)) {
    const from = Math.max(first, top);
    if (!areas.some(({ row, rows }) => row <= last && row + rows > from)) continue;
    reading.add(from, left, table.values({ row: from, column: left, rows: last - from + 1, columns }));
  }
}

/** The part of a range that lies within the rows and columns in use: whole columns may be selected. */
function cutToUse({ row, column, rows, columns }: Area, used: AskedRows['used']): readonly Area[] {
  const cut = {
    row,
    column,
    rows: Math.min(row + rows - 1, used.rows) - row + 1,
    columns: Math.min(column + columns - 1, used.columns) - column + 1,
  };
  return cut.rows < 1 || cut.columns < 1 ? [] : [cut];
}

function isFilled(read: RowRange, row: number, columns: readonly number[]): boolean {
  return columns.every((column) => !isBlank(read.cell(row, column)));
}

/** Reads the table of a tab whole: its columns of questions, and those rows that have no answer yet, or all of them. */
export function readOpenRows(
  workbook: WorkbookPort,
  table: TablePort,
  context: { readonly identity: Identity; readonly currentUser: CurrentUser },
  which: 'open' | 'all' = 'open',
): AskedRows {
  const used = table.used();
  if (used.rows === 0 || used.columns === 0) throw new ProblemError(problemOf('nothingToAsk'));
  const found = openLookUpTable(table, workbook.marks());
  const range = a1Of({ row: 1, column: 1, ...used });
  const asked = found.questions === null ? guessColumns(found, used) : questionColumns(found.questions);
  if (asked.length === 0) throw new ProblemError(problemOf('nothingToAsk'));
  if (asked.length > 2) throw new ProblemError(problemOf('columnsUnclear'));
  const columns = [...asked, ...answerColumns(found)];
  const reading = new SelectionReading(
    asked.map((column) => ({ row: 1, column, rows: used.rows, columns: 1 })),
    {
      hiddenRows: () => new Set(),
      ours: new Set(),
      isFilledAbove: () => false,
      range,
    },
  );
  const answered = new Set<number>();
  const titles = LOOK_UP_COLUMNS.knownTitles('checked');
  for (const rows of partsOf(used.rows, columns.length)) {
    const read = readRows(table, columns, rows);
    for (const column of asked)
      reading.add(
        rows[0],
        column,
        read.rows.map((row) => [read.cell(row, column)]),
      );
    for (const row of read.rows) {
      if (titles.has(cellText(read.cell(row, found.managed.get('checked'))).trim())) reading.addTitles(row);
      if (which === 'open' && isAnswered(found, read, row, context)) answered.add(row);
    }
  }
  const selection = valueOf(reading.read());
  const rows = selection.rows.filter(({ row }) => !answered.has(row));
  if (rows.length === 0) throw new ProblemError(problemOf('nothingToAsk'));
  return { found, selection: { ...selection, rows }, range, used, isCell: false };
}

/** What tells whether a row is answered. */
function answerColumns({ managed }: LookUpTable): readonly number[] {
  return (['checked', 'question', 'membership', 'email'] as const).flatMap((key) => managed.get(key) ?? []);
}

/** Whether a row holds the answer to the question that it asks now, as this identity. */
function isAnswered(
  { managed, questions }: LookUpTable,
  read: RowRange,
  row: number,
  { identity, currentUser }: { readonly identity: Identity; readonly currentUser: CurrentUser },
): boolean {
  if (questions === null || !isDate(read.cell(row, managed.get('checked')))) return false;
  const typed = { space: read.cell(row, questions.space), member: read.cell(row, questions.member) };
  const question = readQuestion(typed, '', currentUser);
  const answered = readAnswered(read.cell(row, managed.get('question')));
  if (answered !== null) {
    if (answered.kind === 'unchecked') return false;
    // People of one chosen space, and rows that cannot be read: nothing tells that another question is meant.
    return !question.ok || answered.key === questionKey(question.value, identity);
  }
  // Answered by an earlier version. Who was meant by `me` is not known any longer.
  if (!question.ok || saysMe(cellText(typed.member))) return true;
  return mayAnswer(
    question.value,
    read.cell(row, managed.get('membership')),
    read.cell(row, managed.get('email')),
  );
}

/** Columns in whose first rows something looks like a question; more than two are refused as a selection would be. */
function guessColumns({ table, managed }: LookUpTable, used: AskedRows['used']): readonly number[] {
  const ours = new Set(managed.values());
  const [[top, bottom] = [1, 1]] = partsOf(used.rows, used.columns);
  const cells = table.values({ row: top, column: 1, rows: bottom - top + 1, columns: used.columns });
  return Array.from({ length: used.columns }, (_, index) => index + 1).filter(
    (column) =>
      !ours.has(column) && cells.some((row) => recognise(cellText(row[column - 1] ?? '')) !== 'none'),
  );
}

/**
 * Finds the header above a selection that does not hold it: the first row upwards in which nothing looks like a question.
 * Null where the table begins with a question: then our columns stay without titles, since no row may be pushed down.
 */
export function findHeaderRow({ found, selection }: AskedRows): number | null {
  if (selection.headerRow !== null) return selection.headerRow;
  const first = selection.rows[0]?.row ?? 1;
  if (first === 1 || isComplete(found)) return null;
  const columns = questionColumns(selection.columns);
  const above = readRows(found.table, columns, [1, first - 1]);
  for (let row = first - 1; row >= 1; row--) {
    const texts = columns.map((column) => cellText(above.cell(row, column)).trim());
    if (texts.every((text) => text === '')) return null;
    if (texts.every((text) => recognise(text) === 'none')) return row;
  }
  return null;
}
