/** The tab `Memberships`: a table of questions and answers, one row a question. */
import type { Question, Written } from '../core/contract';
import { cellsOf, TEXT_FORMAT } from '../core/columns';
import type { Identity } from '../core/identity';
import { problemOf, ProblemError } from '../core/problem';
import { membershipName, withoutSecrets, type Asker } from '../core/reference';
import { cellText, readQuestion, type QuestionColumns } from '../core/selection';
import type { Verdict } from '../core/verdict';
import { wordsFor, type Words } from '../core/words/words';
import { ourCell, questionIn, readBlock, rowsOf, writeBlock, type Block } from './block';
import { locked } from './job-store';
import { completeTable, openTable, type Table } from './table';

/** The same in every language, so that two people of one sheet share it. */
export const MEMBERSHIPS_TAB = 'Memberships';

const QUESTIONS: QuestionColumns = { space: 1, member: 2 };

/** One answered question on its way into the sheet. */
export interface AnsweredQuestion {
  /** As asked: this is what the row shows. */
  readonly question: Question;
  readonly verdict: Verdict;
  readonly identity: Identity;
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
}

/** Writes one answer into its row, a new one where the question was not asked before. Makes the tab when it is missing. */
export function writeAnswer(answered: AnsweredQuestion, asker: Asker, words: Words): Written {
  return locked(() => {
    const table = openMemberships(words) ?? makeMemberships(words);
    const { sheet } = table;
    const block = readBlock(table, 1, Math.max(1, sheet.getLastRow()));
    const known = rowAsking(block, answered.question, asker);
    const row = known ?? addRow(table, block, answered.question);
    const whole = known === null ? readBlock(table, row, row) : block;
    writeBlock(whole, new Map([[row, cellsOf(answered.verdict, { ...answered, words })]]));
    SpreadsheetApp.flush();
    return { tab: sheet.getName(), row, updated: known !== null };
  });
}

/** The questions answered last, newest first. Empty where the tab is missing or somebody else's. */
export function recentQuestions(most: number): readonly Question[] {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(MEMBERSHIPS_TAB);
  if (sheet === null) return [];
  const table = openTable(sheet);
  if (table.questions === null || !table.ours.has('checked')) return [];
  const block = readBlock(table, 1, Math.max(1, table.sheet.getLastRow()));
  return rowsOf(block)
    .flatMap((row) => {
      const checked = ourCell(block, row, 'checked');
      return checked instanceof Date ? [{ row, time: checked.getTime() }] : [];
    })
    .sort((a, b) => b.time - a.time || b.row - a.row)
    .slice(0, most)
    .map(({ row }) => {
      const { space, member } = questionIn(block, row);
      return { space: cellText(space), member: cellText(member) };
    });
}

/** The tab's table; null where there is no such tab. Throws where it holds somebody else's table. */
export function openMemberships(words: Words): Table | null {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(MEMBERSHIPS_TAB);
  if (sheet === null) return null;
  const table = openTable(sheet);
  if (table.questions !== null && table.questions.space !== null)
    return completeTable(table, table.questions, 1, words);
  if (sheet.getLastRow() === 0) return layOut(sheet, words);
  if (hasOurTitles(sheet)) return completeTable(table, QUESTIONS, 1, words);
  throw new ProblemError(problemOf('tabTaken', { tab: MEMBERSHIPS_TAB }));
}

function makeMemberships(words: Words): Table {
  return layOut(SpreadsheetApp.getActiveSpreadsheet().insertSheet(MEMBERSHIPS_TAB), words);
}

function layOut(sheet: GoogleAppsScript.Spreadsheet.Sheet, words: Words): Table {
  // Ids of 21 digits and pasted text stay the very text, typed ones too.
  sheet.getRange('A:B').setNumberFormat(TEXT_FORMAT);
  const { space, member } = words.job.questionTitles;
  sheet.getRange(1, 1, 1, 2).setValues([[space, member]]);
  return completeTable(openTable(sheet), QUESTIONS, 1, words);
}

/** Somebody may have typed the two titles by hand, or brought the tab from another file: then it is a table of questions. */
function hasOurTitles(sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  const [titles = []] = sheet.getRange(1, 1, 1, 2).getValues();
  return ['en', 'ja'].some((locale) => {
    const { space, member } = wordsFor(locale).job.questionTitles;
    return titles[0] === space && titles[1] === member;
  });
}

/** The row that asks the same, however it is written; null where there is none. */
function rowAsking(block: Block, question: Question, asker: Asker): number | null {
  const wanted = keyOf(question, asker);
  const found = rowsOf(block).find((row) => {
    const { space, member } = questionIn(block, row);
    return row > 1 && keyOf({ space: cellText(space), member: cellText(member) }, asker) === wanted;
  });
  return found ?? null;
}

function keyOf(question: Question, asker: Asker): string {
  const read = readQuestion(question, '', asker);
  return read.ok
    ? membershipName(read.value)
    : JSON.stringify([question.space.trim(), question.member.trim()]);
}

/** Puts a question into the first row below everything, and returns its number. */
function addRow({ sheet, questions }: Table, block: Block, question: Question): number {
  const row = block.cells.length + 1;
  if (row > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  const { space, member } = questions ?? QUESTIONS;
  const put = (column: number, text: string): void => {
    sheet
      .getRange(row, column, 1, 1)
      .setNumberFormats([[TEXT_FORMAT]])
      .setValues([[text]]);
  };
  if (space !== null) put(space, withoutSecrets(question.space));
  put(member, withoutSecrets(question.member));
  return row;
}
