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

/** A row to write into, as it is found at the moment. */
export interface RowPlace {
  readonly row: number;
  /** Whether what is typed in a row is what the cells are about; null where the row was made for them just now. */
  readonly asks: ((typed: Question) => boolean) | null;
}

/** Tries to write beside a question that moves each time. */
const MOST_TRIES = 4;

/**
 * Writes cells into the row that `find` gives, which throws a `ProblemError` where there is none. Looks right before and afterwards
 * whether the question stands there; one that moved in that moment is found again
 * (`hasWritten`: the cells may stand there already). Throws `cellsOverwritten` where a column that was
 * inserted in that moment made it hit cells of the user that could not be put back.
 */
export function writeRow(
  ports: RowPorts,
  opened: LookUpTable,
  find: (found: LookUpTable, hasWritten: boolean) => RowPlace,
  cells: RowUpdate<LookUpColumn>,
): WrittenRow {
  let replaced: HeldCells | null = null;
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const found = attempt === 1 ? opened : findLookUpTable(ports.workbook, opened.table.id);
    const tried = writeOnce(ports, found, find(found, replaced !== null), cells);
    // What a second write replaces is what the first one wrote.
    replaced ??= tried.replaced;
    if (tried.row !== null && replaced !== null) return { row: tried.row, replaced };
  }
  throw new ProblemError(problemOf('sheetChanged'));
}

/** Gives no row where the question does not stand where it was found any more; nothing was replaced where that was seen in time. */
function writeOnce(
  { workbook, catalogue }: RowPorts,
  found: LookUpTable,
  { row, asks }: RowPlace,
  cells: RowUpdate<LookUpColumn>,
): { readonly row: number | null; readonly replaced: HeldCells | null } {
  const { table } = found;
  const hasSpaceColumn = found.questions?.space !== null;
  const view = viewOf(found, hasSpaceColumn);
  const neighbours = neighboursOf(view, 0);
  const backup = readBackup(table, neighbours, [row, row], 0);
  const before = readRows(table, [...view.identity, ...view.managed.values(), ...neighbours], [row, row]);
  const isAskedIn = (read: RowRange, at: number, identity: readonly number[]): boolean => {
    const [space = null, member = space] = hasSpaceColumn ? identity : [null, ...identity];
    return asks === null || member === null || asks(typedIn(read, at, { space, member }));
  };
  if (!isAskedIn(before, row, view.identity)) return { row: null, replaced: null };
  const report = writeGuarded(
    { cells: table, find: () => viewOf(findLookUpTable(workbook, table.id), hasSpaceColumn) },
    { view, updates: new Map([[row, cells]]), before, witness: 'question', stray: BLANK_CELLS, backup },
  );
  guardTexts(table, report, catalogue, 'note');
  if (report.lost.length > 0)
    throw new ProblemError(problemOf('cellsOverwritten', { range: report.lost.join(', ') }));
  const replaced = heldIn(before, row, found);
  const [now = row] = [...report.written].find(([, update]) => update === cells) ?? [];
  if (asks === null) return { row: now, replaced };
  const { identity } = report.view;
  return { row: isAskedIn(readRows(table, identity, [now, now]), now, identity) ? now : null, replaced };
}

/** Blank cells for every column, but those that are given. */
export function withBlanks(cells: HeldCells): Readonly<Record<LookUpColumn, Cell>> {
  return Object.fromEntries(LOOK_UP_COLUMNS.keys.map((key) => [key, cells[key] ?? ''])) as Record<
    LookUpColumn,
    Cell
  >;
}
