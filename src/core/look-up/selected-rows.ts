/** The selected rows: what looking them up would mean, and the start of it. Nothing is sent before the start. */
import * as v from 'valibot';
import { problemOf, ProblemError } from '../chat/problem';
import { withoutSecrets, recognise } from '../chat/reference';
import { MOST_NAME_COLUMNS } from '../chat/person-name';
import type { ColumnPlace, ColumnView, SelectedQuestion, SelectionSummary } from '../contract';
import type { JobPorts } from '../job/kind';
import type { Launch } from '../job/start';
import type { TablePort, WorkbookPort } from '../ports';
import { extentOf, lettersOf } from '../table/area';
import { cellText } from '../table/cell';
import type { ColumnLook } from '../table/question-columns';
import { readRows, RowRange } from '../table/row-range';
import type { QuestionColumns } from '../table/selection';
import { placesFor } from './add-columns';
import {
  openSelection,
  readSelectedCells,
  readSelectedRows,
  type AskedRows,
  type OpenSelection,
} from './asked-rows';
import { estimate } from './estimate';
import { openLookUpTable, questionColumns } from './look-up-table';
import { AS_SELECTED, lookAt, rowsOf, type RowsChoice } from './selected-places';
import { launchRows, spaceFor } from './start-rows';

/** Counts what is selected, for the person to decide. Where no column looks like members, `columns.member` is null. */
export function summariseSelection(
  ports: JobPorts,
  space: string,
  choice: RowsChoice = AS_SELECTED,
): SelectionSummary {
  const given = openSelection(ports.workbook);
  const looks = lookAt(given, rowsOf(given.selected));
  const choices = looks.map(viewOf);
  const names = namesIn(given, choices);
  const asked = readUnlessNoMembers(ports.workbook, choice);
  if (asked === null) return { ...nothingIn(given, choice), parallel: isParallel(ports), choices, names };
  const { space: spaces, member } = asked.selection.columns;
  const view = (column: number): ColumnView =>
    choices.find((one) => one.column === column) ?? viewOf({ column, title: '', holds: 'texts' });
  return {
    ...countsOf(ports, asked, space, choice),
    columns: { space: spaces === null ? null : view(spaces), member: view(member) },
    choices,
    names,
  };
}

/** The selected columns, where they may be a list of names: in one range, one or two of them, nothing but words. */
function namesIn({ selected }: OpenSelection, choices: readonly ColumnView[]): readonly ColumnView[] {
  const [area, ...others] = selected;
  if (area === undefined || others.length > 0) return [];
  const { column: first, columns: count } = area;
  const columns = choices.filter(({ column }) => column >= first && column < first + count);
  const isWords = columns.every(({ holds }) => holds === 'texts');
  return isWords && columns.length <= MOST_NAME_COLUMNS ? columns : [];
}

/**
 * What a start of the selected rows begins with. `shown` is the summary that the person has seen, where there was one; throws a
 * `ProblemError` where the selection is no longer that.
 */
export function launchSelected(
  ports: JobPorts,
  { space, place }: { readonly space: string; readonly place: ColumnPlace },
  shown: unknown,
): Launch {
  return launchRows(ports, readShown(ports, space, shown), space, place);
}

/** Reads the selection, which must be what the person has seen where they have seen a summary of it. */
export function readShown(ports: JobPorts, space: string, shown: unknown): AskedRows {
  const choice = readShownChoice(shown);
  const asked = readSelectedRows(ports.workbook, choice);
  if (shown !== undefined && shown !== null) requireSame(countsOf(ports, asked, space, choice), shown);
  return asked;
}

type Counts = Omit<SelectionSummary, 'columns' | 'choices' | 'names'>;

function requireSame(counts: Counts, shown: unknown): void {
  const seen = Object(shown) as Readonly<Record<string, unknown>>;
  const isOther = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(seen[key]) !== JSON.stringify(value);
  if (Object.entries(counts).some(isOther)) throw new ProblemError(problemOf('selectionChanged'));
}

/** Stands for a space that is not named yet, so that what else is wrong with a row is known before. */
const SOME_SPACE = 'spaces/AAAAAAAAAAA';

function countsOf(ports: JobPorts, asked: AskedRows, space: string, choice: RowsChoice): Counts {
  const { selection, found, range, used, isCell } = asked;
  const parallel = isParallel(ports);
  const chosen = spaceFor(asked, space === '' ? SOME_SPACE : space);
  const [firstRow, lastRow] = extentOf(selection.rows.map(({ row }) => row)) ?? [1, 1];
  const places = placesFor(found, selection.columns, used.columns);
  return {
    tab: found.table.name(),
    tabId: found.table.id,
    range,
    rows: selection.rows.length,
    firstRow,
    lastRow,
    choice: { columns: selection.columns, wholeTable: choice.wholeTable },
    isCell,
    ...estimate(selection.rows, chosen, { currentUser: ports.currentUser, parallel }),
    hiddenRows: selection.hiddenRows,
    headerRow: selection.headerRow !== null,
    peopleAlone: selection.needsSpace,
    needsSpace: selection.needsSpace && space === '',
    parallel,
    newAtEnd: places === null ? null : lettersOf(places.end),
    newAfterQuestion: places === null ? null : lettersOf(places.afterQuestion),
  };
}

function nothingIn({ found, range, selected }: OpenSelection, choice: RowsChoice) {
  const rows = rowsOf(selected);
  const [firstRow, lastRow] = [rows[0]?.[0] ?? 1, rows[rows.length - 1]?.[1] ?? 1];
  const none = { questions: 0, spaces: 0, people: 0, badRows: 0, hiddenRows: 0, seconds: 0 };
  return {
    ...none,
    tab: found.table.name(),
    tabId: found.table.id,
    range,
    rows: rows.reduce((sum, [top, bottom]) => sum + bottom - top + 1, 0),
    firstRow,
    lastRow,
    choice,
    isCell: false,
    badRowNumbers: [],
    requestsLow: 0,
    requestsHigh: 0,
    headerRow: false,
    peopleAlone: false,
    needsSpace: false,
    newAtEnd: null,
    newAfterQuestion: null,
    columns: { space: null, member: null },
  };
}

function readUnlessNoMembers(workbook: WorkbookPort, choice: RowsChoice): AskedRows | null {
  try {
    return readSelectedRows(workbook, choice);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'noMembersFound') return null;
    throw error;
  }
}

function isParallel({ chat }: JobPorts): boolean {
  return chat.batchSize > 1;
}

function viewOf({ column, title, holds }: ColumnLook): ColumnView {
  return { column, letters: lettersOf(column), title, holds };
}

const column = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(18_278));
const CHOICE = v.object({
  columns: v.nullable(v.object({ space: v.nullable(column), member: column })),
  wholeTable: v.boolean(),
});

/** Reads what the page says about a selection. Throws a `ProblemError` for what cannot be that. */
export function readChoice(value: unknown): RowsChoice {
  if (value === undefined || value === null) return AS_SELECTED;
  const read = v.safeParse(CHOICE, value);
  if (!read.success) throw new ProblemError(problemOf('argumentUnreadable'));
  const { columns } = read.output;
  if (columns !== null && columns.space === columns.member)
    throw new ProblemError(problemOf('argumentUnreadable'));
  return read.output;
}

/** The choice of a summary that the person was shown; without one, the selection as it is. */
function readShownChoice(shown: unknown): RowsChoice {
  const read = v.safeParse(v.object({ choice: CHOICE }), shown);
  return read.success ? read.output.choice : AS_SELECTED;
}

/** The question of the one row that is selected, for the fields of the form; null for any other selection. Never throws. */
export function selectedQuestion(workbook: WorkbookPort): SelectedQuestion | null {
  try {
    const place = inTable(workbook) ?? alone(workbook);
    if (place === null) return null;
    const { table, row, columns, read } = place;
    const space = withoutSecrets(cellText(read.cell(row, columns.space)));
    const member = withoutSecrets(cellText(read.cell(row, columns.member)));
    if (recognise(space) === 'none' && recognise(member) === 'none') return null;
    if (space === '' && recognise(member) === 'space') return { space: member, member: space, at: null };
    // A row that has a cell for its space and leaves it blank asks nothing.
    const asks = columns.space === null || space !== '' || recognise(member) === 'membership';
    const at = { tab: table.id, tabName: table.name(), row, ...columns };
    return { space, member, at: asks && member !== '' ? at : null };
  } catch {
    // The sidebar opens without it.
    return null;
  }
}

interface QuestionPlace {
  readonly table: TablePort;
  readonly row: number;
  readonly columns: QuestionColumns;
  readonly read: RowRange;
}

/** Any cell of a row of a table of questions means that row's question. */
function inTable(workbook: WorkbookPort): QuestionPlace | null {
  const selected = workbook.selection();
  const [area, ...more] = selected?.areas ?? [];
  if (selected === null || area === undefined || more.length > 0 || area.rows !== 1) return null;
  const { table } = selected;
  const { row } = area;
  const { questions: columns } = openLookUpTable(table, workbook.marks());
  if (columns === null) return null;
  return { table, row, columns, read: readRows(table, questionColumns(columns), [row, row]) };
}

/** A selection of one row anywhere else. */
function alone(workbook: WorkbookPort): QuestionPlace | null {
  const { selection, found } = readSelectedCells(workbook);
  const [only, ...more] = selection.rows;
  if (only === undefined || more.length > 0) return null;
  const { columns } = selection;
  const cells = questionColumns(columns).map((left) => ({
    left,
    cells: [[left === columns.member ? only.member : only.space]],
  }));
  return { table: found.table, row: only.row, columns, read: new RowRange(only.row, only.row, cells) };
}
