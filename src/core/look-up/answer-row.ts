/** One answer on its way into one row of a table of questions, in whatever tab. */
import { problemOf, ProblemError } from '../chat/problem';
import { membershipName, type CurrentUser } from '../chat/reference';
import type { Identity } from '../chat/identity';
import type { Verdict } from '../chat/verdict';
import type { Question } from '../contract';
import type { JobPorts } from '../job/kind';
import { cellText, type Cell } from '../table/cell';
import { neighboursOf, readBackup } from '../table/column-backup';
import { writeGuarded, type RowUpdate } from '../table/guarded-write';
import { readRows, type RowRange } from '../table/row-range';
import { readQuestion, type QuestionColumns } from '../table/selection';
import { guardTexts } from '../table/text-guard';
import { BLANK_CELLS, cellsOf, LOOK_UP_COLUMNS, type LookUpColumn } from './columns';
import { findLookUpTable, viewOf, type LookUpTable } from './look-up-table';
import { questionKey, unreadableKey } from './question-key';

/** One answered question. */
export interface AnsweredQuestion {
  /** As asked: this is what a row of its own shows. */
  readonly question: Question;
  readonly verdict: Verdict;
  readonly identity: Identity;
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
}

export type RowPorts = Pick<JobPorts, 'workbook' | 'store' | 'currentUser' | 'catalogue'>;

/** Cells of Rollcall's columns in one row. */
export type HeldCells = Readonly<Partial<Record<LookUpColumn, Cell>>>;

/** The cells that an answer fills. */
export function answerCells(
  { question, verdict, identity, checkedAt }: AnsweredQuestion,
  { currentUser, catalogue }: RowPorts,
): Readonly<Record<LookUpColumn, Cell>> {
  const read = readQuestion(question, '', currentUser);
  const key = read.ok ? questionKey(read.value, identity) : unreadableKey(question.space, question.member);
  return cellsOf(verdict, key, { identity, checkedAt, catalogue });
}

/** The question that a row asks, as it is typed there. */
export function typedIn(read: RowRange, row: number, { space, member }: QuestionColumns): Question {
  return { space: cellText(read.cell(row, space)), member: cellText(read.cell(row, member)) };
}

/** Two texts of one question give the same; one that cannot be read is its own text. */
export function sameQuestionKey(question: Question, currentUser: CurrentUser): string {
  const read = readQuestion(question, '', currentUser);
  return read.ok
    ? membershipName(read.value)
    : JSON.stringify([question.space.trim(), question.member.trim()]);
}

/** What Rollcall's columns of a row hold. */
export function heldIn(read: RowRange, row: number, { managed }: LookUpTable): HeldCells {
  return Object.fromEntries([...managed].map(([key, column]) => [key, read.cell(row, column)]));
}

/** Where cells were written, and what stood there before. */
export interface WrittenRow {
  readonly row: number;
  readonly replaced: HeldCells;
}

/**
 * Writes cells into a row, and looks afterwards whether they landed beside their question. Throws `cellsOverwritten` where a
 * column that was inserted in that moment made it hit cells of the user that could not be put back.
 */
export function writeRow(
  { workbook, catalogue }: RowPorts,
  found: LookUpTable,
  row: number,
  cells: RowUpdate<LookUpColumn>,
): WrittenRow {
  const { table } = found;
  const hasSpaceColumn = found.questions?.space !== null;
  const view = viewOf(found, hasSpaceColumn);
  const neighbours = neighboursOf(view, 0);
  const backup = readBackup(table, neighbours, [row, row], 0);
  const before = readRows(table, [...view.identity, ...view.managed.values(), ...neighbours], [row, row]);
  const report = writeGuarded(
    { cells: table, find: () => viewOf(findLookUpTable(workbook, table.id), hasSpaceColumn) },
    { view, updates: new Map([[row, cells]]), before, witness: 'question', stray: BLANK_CELLS, backup },
  );
  guardTexts(table, report, catalogue, 'note');
  if (report.lost.length > 0)
    throw new ProblemError(problemOf('cellsOverwritten', { range: report.lost.join(', ') }));
  const [now = row] = [...report.written].find(([, update]) => update === cells) ?? [];
  return { row: now, replaced: heldIn(before, row, found) };
}

/** Blank cells for every column, but those that are given. */
export function withBlanks(cells: HeldCells): Readonly<Record<LookUpColumn, Cell>> {
  return Object.fromEntries(LOOK_UP_COLUMNS.keys.map((key) => [key, cells[key] ?? ''])) as Record<
    LookUpColumn,
    Cell
  >;
}
