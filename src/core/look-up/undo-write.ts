/** Undoes the write of one answer, where the row still holds what was written and nothing else. */
import { problemOf, ProblemError } from '../chat/problem';
import { cellText, isDate, type Cell } from '../table/cell';
import { readRows, type RowRange } from '../table/row-range';
import { mayBeReadAnew } from '../table/text';
import {
  answerCells,
  heldIn,
  sameQuestionKey,
  typedIn,
  withBlanks,
  writeRow,
  type AnsweredQuestion,
  type HeldCells,
  type RowPlace,
  type RowPorts,
} from './answer-row';
import { findLookUpTable, questionColumns, type LookUpTable } from './look-up-table';
import type { Question } from '../contract';
import { isMembershipsTab } from './memberships-tab';
import { markedRun } from '../job/marker';
import { readAnswered } from './question-key';
import { applyLooks } from './status-looks';
import type { ReturnedWrite } from './written';

/** Sheets keeps a time as a fraction of a day, which need not be the very millisecond. */
const SAME_TIME_MS = 1_000;

/**
 * Puts back what an answer replaced. What was written follows from the answer itself, so that nothing else can be taken away.
 * Throws `answerChanged` where the row holds anything else by now.
 */
export function undoWrite(answered: AnsweredQuestion, written: ReturnedWrite, ports: RowPorts): void {
  const { workbook, store, currentUser } = ports;
  store.locked(() => {
    const found = findLookUpTable(workbook, written.tab);
    const { questions } = found;
    const isAdded = written.replaced === null;
    if (questions === null || (isAdded && !isMembershipsTab(workbook, written.tab)))
      throw new ProblemError(problemOf('answerChanged'));
    const expected = answerCells(answered, ports);
    const read = readTable(found);
    const row = rowHolding(expected, found, read, ports, written.row);
    if (row === undefined) throw new ProblemError(problemOf('answerChanged'));
    const asked = sameQuestionKey(typedIn(read, row, questions), currentUser);
    if (isAdded && asked !== sameQuestionKey(answered.question, currentUser))
      throw new ProblemError(problemOf('answerChanged'));
    const asks = (typed: Question): boolean => sameQuestionKey(typed, currentUser) === asked;
    const cells = withBlanks(withoutMarkers(written.replaced ?? {}));
    const find = (now: LookUpTable, hasWritten: boolean): RowPlace => {
      if (now === found) return { row, asks };
      const again = readTable(now);
      const isAsked = (at: number) => now.questions !== null && asks(typedIn(again, at, now.questions));
      const place =
        rowHolding(expected, now, again, ports, row) ??
        // The row moved only after it was put right.
        (hasWritten
          ? again.rows.find((at) => isAsked(at) && holdsIn(again, at, now, cells, ports))
          : undefined);
      if (place === undefined) throw new ProblemError(problemOf('answerChanged'));
      return { row: place, asks };
    };
    const restored = writeRow(ports, found, find, cells);
    const kind = readAnswered(written.replaced?.question ?? '')?.kind ?? null;
    applyLooks(workbook, found, null, new Map([[restored.row, kind]]));
    if (isAdded) clearQuestion(found, read, restored.row);
  });
}

/** Reads the questions and answers of a table whole. */
function readTable({ table, questions, managed }: LookUpTable): RowRange {
  const columns = [...(questions === null ? [] : questionColumns(questions)), ...managed.values()];
  return readRows(table, columns, [1, Math.max(1, table.used().rows)]);
}

/** The row that holds these cells: the first one that is looked at, or any. */
function rowHolding(
  cells: HeldCells,
  found: LookUpTable,
  read: RowRange,
  ports: RowPorts,
  first: number,
): number | undefined {
  return [first, ...read.rows].find((at) => holdsIn(read, at, found, cells, ports));
}

function holdsIn(
  read: RowRange,
  row: number,
  found: LookUpTable,
  cells: HeldCells,
  ports: RowPorts,
): boolean {
  return holds(heldIn(read, row, found), cells, ports.catalogue.job.textRefused);
}

/** Whether cells are what an answer filled them with. A text that the sheet refused was left empty, and its note says so. */
function holds(held: HeldCells, expected: HeldCells, refusal: string): boolean {
  return Object.entries(held).every(([key, cell]) => {
    const wanted = expected[key as keyof HeldCells] ?? '';
    if (isDate(wanted)) return isDate(cell) && Math.abs(cell.getTime() - wanted.getTime()) < SAME_TIME_MS;
    if (cellText(cell) === cellText(wanted)) return true;
    return key === 'note' ? cell === refusal : cell === '' && mayBeReadAnew(cellText(wanted));
  });
}

/** A row that waited for a job when it was written waits no more: the job may be over. */
function withoutMarkers(cells: HeldCells): HeldCells {
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]: [string, Cell]) => [key, markedRun(cell) === null ? cell : '']),
  );
}

/** Takes the question out of a row that was added with it. */
function clearQuestion(found: LookUpTable, before: RowRange, row: number): void {
  const { table, questions, managed } = found;
  if (questions === null) return;
  const put = (column: number, cell: Cell): void => {
    table.write({ row, column, rows: 1, columns: 1 }, [[cell]]);
  };
  const columns = questionColumns(questions);
  for (const column of columns) put(column, '');
  table.flush();
  const key = managed.get('question');
  if (key === undefined) return;
  // Rows that were sorted in this moment brought another question here: its answer tells which one it was.
  const held = cellText(readRows(table, [key], [row, row]).cell(row, key));
  const owner = held === '' ? undefined : before.rows.find((at) => cellText(before.cell(at, key)) === held);
  if (owner === undefined) return;
  for (const column of columns) put(column, before.cell(owner, column));
  table.flush();
}
