/** A table of questions and answers in any tab: where its questions are, where ours are. */
import { problemOf, ProblemError } from '../chat/problem';
import type { Mark, TablePort, WorkbookPort } from '../ports';
import { markedColumns, markOf, type ManagedColumns, type TableView } from '../table/column-set';
import { COLOUR_MODES, type ColourMode } from '../table/looks';
import { addMissing, findManaged } from '../table/managed-columns';
import type { QuestionColumns } from '../table/selection';
import { LOOK_UP_COLUMNS, type LookUpColumn } from './columns';

/** Marks of the columns that hold questions. The columns themselves stay the user's. */
const SPACE_MARK = 'question:space';
const MEMBER_MARK = 'question:member';

export interface LookUpTable {
  readonly table: TablePort;
  readonly managed: ManagedColumns<LookUpColumn>;
  /** Null where nobody has asked anything in this tab yet. */
  readonly questions: QuestionColumns | null;
  /** How its status is coloured; null where it is not yet. */
  readonly colours: ColourMode | null;
}

/** Mark of a tab whose status is coloured: on the tab, since a mark on a column says what the column holds. */
export function coloursMark(mode: ColourMode): string {
  return `colours:${mode}`;
}

/** Finds the columns of a tab among the marks of the spreadsheet. */
export function openLookUpTable(table: TablePort, marks: readonly Mark[]): LookUpTable {
  const marked = markedColumns(marks, table.id);
  const [member] = marked.get(MEMBER_MARK) ?? [];
  const [space = null] = marked.get(SPACE_MARK) ?? [];
  return {
    table,
    managed: findManaged(table, table.id, marks, LOOK_UP_COLUMNS),
    questions: member === undefined ? null : { space, member },
    colours: COLOUR_MODES.find((mode) => hasMark(marks, table.id, coloursMark(mode))) ?? null,
  };
}

function hasMark(marks: readonly Mark[], tab: number, value: string): boolean {
  return marks.some((mark) => mark.tab === tab && mark.column === null && mark.value === value);
}

/** Whether everything is there that a look-up needs; only then can its rows be told apart. */
export function hasEverything(found: LookUpTable): boolean {
  return isComplete(found) && found.questions !== null;
}

export function isComplete({ managed }: LookUpTable): boolean {
  return LOOK_UP_COLUMNS.keys.every((key) => managed.has(key));
}

/** The view of a table for a write. Throws a `ProblemError` where the column of members, or of pending markers, is gone. */
export function viewOf(
  { managed, questions }: LookUpTable,
  hasSpaceColumn: boolean,
): TableView<LookUpColumn> {
  const isGone =
    questions === null || !managed.has('checked') || (hasSpaceColumn && questions.space === null);
  if (isGone) throw new ProblemError(problemOf('columnGone'));
  return { managed, identity: questionColumns(questions) };
}

export function questionColumns({ space, member }: QuestionColumns): readonly number[] {
  return space === null ? [member] : [space, member];
}

/** Finds the table of a tab again, as it is now: one call. Throws a `ProblemError` where the tab is gone. */
export function findLookUpTable(workbook: WorkbookPort, tab: number): LookUpTable {
  const marks = workbook.marks();
  const table = workbook.table(tab);
  if (table === null) throw new ProblemError(problemOf('sheetGone'));
  return openLookUpTable(table, marks);
}

/** The last column in use: new ones go behind it. */
export function rightEnd(found: LookUpTable, asked: QuestionColumns, usedColumns: number): number {
  const questions = questionsOf(found, asked);
  return Math.max(usedColumns, ...questionColumns(questions), ...found.managed.values());
}

/** Adds what is missing behind column `after`, without titles, and marks the columns of questions. */
export function completeLookUpTable(found: LookUpTable, asked: QuestionColumns, after: number): LookUpTable {
  const questions = questionsOf(found, asked);
  moveMarks(found, questions);
  const managed = addMissing(found.table, LOOK_UP_COLUMNS, found.managed, after);
  return { ...found, managed, questions };
}

/** People alone may be looked up in a table whose spaces are still blank: it keeps its column for them. */
function questionsOf({ questions }: LookUpTable, asked: QuestionColumns): QuestionColumns {
  const isPart = questions !== null && asked.space === null && asked.member === questions.member;
  return isPart ? questions : asked;
}

/** Says which columns of a tab hold its questions. */
export function markQuestions(table: TablePort, marks: readonly Mark[], wanted: QuestionColumns): void {
  moveMarks(openLookUpTable(table, marks), wanted);
}

/** Puts the marks of the columns of questions where this job has them. */
function moveMarks({ table, questions }: LookUpTable, wanted: QuestionColumns): void {
  move(table, SPACE_MARK, questions?.space ?? null, wanted.space);
  move(table, MEMBER_MARK, questions?.member ?? null, wanted.member);
}

function move(table: TablePort, mark: string, from: number | null, to: number | null): void {
  if (from === to) return;
  if (from !== null) table.removeMark(from, mark);
  if (to !== null) table.addMark(to, mark);
}

/** Takes the marks off a tab, but those of the columns that are kept. Returns what is left of its table. */
export function withoutMarks(
  workbook: WorkbookPort,
  table: TablePort,
  kept: ReadonlySet<LookUpColumn>,
): LookUpTable {
  const removed = new Set([
    SPACE_MARK,
    MEMBER_MARK,
    ...LOOK_UP_COLUMNS.keys.filter((key) => !kept.has(key)).map((key) => markOf(LOOK_UP_COLUMNS, key)),
  ]);
  for (const { tab, column, value } of workbook.marks()) {
    if (tab === table.id && removed.has(value)) table.removeMark(column, value);
  }
  return openLookUpTable(table, workbook.marks());
}
