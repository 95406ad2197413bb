/** Writes one answer beside the row that its question was read from. */
import { problemOf, ProblemError } from '../chat/problem';
import { membershipName, parseQuestion, type CurrentUser } from '../chat/reference';
import type { Question, QuestionRow, Written } from '../contract';
import { valueOf } from '../result';
import { readRows, type RowRange } from '../table/row-range';
import { readQuestion, type QuestionColumns } from '../table/selection';
import { addColumns } from './add-columns';
import { answerCells, typedIn, writeRow, type AnsweredQuestion, type RowPorts } from './answer-row';
import { findLookUpTable, openLookUpTable, questionColumns, viewOf, type LookUpTable } from './look-up-table';
import { applyLooks } from './status-looks';
import { writeTitles } from './titles';
import { writtenOf } from './written';

/**
 * Writes an answer into the row of its question, and makes Rollcall's columns where the tab has none. Throws a `ProblemError`
 * where the tab no longer asks this question.
 */
export function writeBeside(answered: AnsweredQuestion, at: QuestionRow, ports: RowPorts): Written {
  const { workbook, store, catalogue, currentUser } = ports;
  return store.locked(() => {
    const marks = workbook.marks();
    const table = workbook.table(at.tab);
    if (table === null) throw new ProblemError(problemOf('sheetGone', { tab: at.tabName }));
    const known = openLookUpTable(table, marks);
    const wanted = { question: answered.question, at, currentUser };
    const findIn = (now: LookUpTable): FoundQuestion => {
      const place = findQuestion(now, table.used(), wanted);
      if (place === null) throw new ProblemError(problemOf('questionMoved', { tab: at.tabName }));
      return place;
    };
    const { asked, row } = findIn(known);
    const rows = [[row, row]] as const;
    const { found, added } = addColumns(workbook, {
      found: known,
      asked,
      usedColumns: table.used().columns,
      rows,
    });
    const written = writeRow(ports, found, findIn, answerCells(answered, ports));
    if (added.size > 0) {
      const find = () => viewOf(findLookUpTable(workbook, table.id), asked.space !== null);
      writeTitles({ cells: table, find }, catalogue, written.row);
    }
    applyLooks(workbook, found, [...added.keys()], new Map([[written.row, answered.verdict.kind]]));
    return writtenOf(workbook, found, { ...written, isBeside: true, isNew: false });
  });
}

interface Wanted {
  readonly question: Question;
  readonly at: QuestionRow;
  readonly currentUser: CurrentUser;
}

interface FoundQuestion {
  readonly asked: QuestionColumns;
  readonly row: number;
  readonly asks: (typed: Question) => boolean;
}

/** Where the question stands now: in the row it was read from, else in the nearest row that asks the same. */
function findQuestion(
  { table, questions }: LookUpTable,
  used: { readonly rows: number; readonly columns: number },
  { question, at, currentUser }: Wanted,
): FoundQuestion | null {
  const name = membershipName(valueOf(parseQuestion(question.space, question.member, currentUser)));
  // The marks follow columns that are moved.
  const candidates: readonly QuestionColumns[] = questions === null ? [at] : [questions, at];
  for (const { space, member } of candidates) {
    const asked = { space, member };
    const columns = questionColumns(asked);
    if (at.row > used.rows || Math.max(...columns) > used.columns) continue;
    const chosenSpace = space === null ? question.space : '';
    const asks = (typed: Question): boolean => {
      const asking = readQuestion(typed, chosenSpace, currentUser);
      return asking.ok && membershipName(asking.value) === name;
    };
    const asksIn = (read: RowRange) => (row: number) => asks(typedIn(read, row, asked));
    if (asksIn(readRows(table, columns, [at.row, at.row]))(at.row)) return { asked, row: at.row, asks };
    const read = readRows(table, columns, [1, used.rows]);
    const [nearest] = read.rows
      .filter(asksIn(read))
      .sort((a, b) => Math.abs(a - at.row) - Math.abs(b - at.row));
    if (nearest !== undefined) return { asked, row: nearest, asks };
  }
  return null;
}
