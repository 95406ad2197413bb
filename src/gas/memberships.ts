/** The tab `Memberships`: a table of questions and answers, one row a question. */
import type { Question, Written } from '../core/contract';
import { cellsOf, TEXT_FORMAT, type Cell } from '../core/look-up/columns';
import type { Identity } from '../core/chat/identity';
import { problemOf, ProblemError } from '../core/chat/problem';
import { membershipName, saysMe, withoutSecrets, type CurrentUser } from '../core/chat/reference';
import { cellText, readQuestion, type QuestionColumns } from '../core/table/selection';
import type { Verdict } from '../core/chat/verdict';
import { QUESTION_TITLES, catalogueFor, type Catalogue } from '../core/locales/catalogue';
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
  /** Where it was asked, if in the tab; it may ask something else by now. */
  readonly row?: number;
}

/**
 * Writes answers into their rows, new ones where a question was not asked before: one block, whatever their number. Makes
 * the tab when it is missing.
 */
export function writeAnswers(
  answered: readonly AnsweredQuestion[],
  currentUser: CurrentUser,
  catalogue: Catalogue,
): readonly Written[] {
  if (answered.length === 0) return [];
  return locked(() => {
    const table = openMemberships(catalogue) ?? makeMemberships(catalogue);
    const block = readBlock(table, 1, Math.max(1, table.sheet.getLastRow()));
    const { rows, added } = placeIn(block, answered, currentUser);
    addRows(table, block.cells.length + 1, added);
    const whole = added.length === 0 ? block : readBlock(table, Math.min(...rows), Math.max(...rows));
    const cells = answered.map((one) => cellsOf(one.verdict, { ...one, catalogue }));
    writeBlock(whole, new Map(rows.map((row, index) => [row, cells[index] ?? {}])));
    const tab = table.sheet.getName();
    return rows.map((row) => ({ tab, row, updated: row <= block.cells.length }));
  });
}

/** Writes one answer into its row. */
export function writeAnswer(
  answered: AnsweredQuestion,
  currentUser: CurrentUser,
  catalogue: Catalogue,
): Written {
  const [written] = writeAnswers([answered], currentUser, catalogue);
  if (written === undefined) throw new RangeError('One answer gives one row.');
  return written;
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
      return { space: withoutSecrets(cellText(space)), member: withoutSecrets(cellText(member)) };
    });
}

/** The tab's table; null where there is no such tab. Throws where it holds somebody else's table. */
export function openMemberships(catalogue: Catalogue): Table | null {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(MEMBERSHIPS_TAB);
  if (sheet === null) return null;
  const table = openTable(sheet);
  if (table.questions !== null && table.questions.space !== null)
    return completeTable(table, table.questions, 1, catalogue);
  if (sheet.getLastRow() === 0) return layOut(sheet, catalogue);
  if (hasOurTitles(sheet)) return completeTable(table, QUESTIONS, 1, catalogue);
  throw new ProblemError(problemOf('tabTaken', { tab: MEMBERSHIPS_TAB }));
}

function makeMemberships(catalogue: Catalogue): Table {
  return layOut(SpreadsheetApp.getActiveSpreadsheet().insertSheet(MEMBERSHIPS_TAB), catalogue);
}

function layOut(sheet: GoogleAppsScript.Spreadsheet.Sheet, catalogue: Catalogue): Table {
  // Ids of 21 digits and pasted text stay the very text, typed ones too.
  sheet.getRange('A:B').setNumberFormat(TEXT_FORMAT);
  const { space, member } = catalogue.job.questionTitles;
  sheet.getRange(1, 1, 1, 2).setValues([[space, member]]);
  return completeTable(openTable(sheet), QUESTIONS, 1, catalogue);
}

/** Somebody may have typed the two titles by hand, or brought the tab from another file: then it is a table of questions. */
function hasOurTitles(sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  const [titles = []] = sheet.getRange(1, 1, 1, 2).getValues();
  return ['en', 'ja'].some((locale) => {
    const { space, member } = catalogueFor(locale).job.questionTitles;
    return titles[0] === space && titles[1] === member;
  });
}

/** A row of the tab, or one that will be added. */
interface Place {
  readonly row: number;
  /** The membership that `me` was answered with: it tells whose question it was. Null for all other questions. */
  readonly me: Cell | null;
}

/** The row of each question: the one that asks the same, however it is written, or one below everything. */
function placeIn(
  block: Block,
  answered: readonly AnsweredQuestion[],
  currentUser: CurrentUser,
): { readonly rows: readonly number[]; readonly added: readonly Question[] } {
  const known = new Map<string, Place[]>();
  const keep = (key: string, place: Place): void => {
    known.set(key, [...(known.get(key) ?? []), place]);
  };
  for (const row of rowsOf(block)) {
    const { space, member } = questionIn(block, row);
    const question = { space: cellText(space), member: cellText(member) };
    if (isTitles(question)) continue;
    const me = saysMe(question.member) ? ourCell(block, row, 'membership') : null;
    keep(keyOf(question, currentUser), { row, me });
  }
  const added: Question[] = [];
  const rows = answered.map(({ question, verdict, row: asked }) => {
    const key = keyOf(question, currentUser);
    const found = verdict.kind === 'unchecked' ? '' : (verdict.membership?.name ?? '');
    const me = saysMe(question.member) ? found : null;
    const places = (known.get(key) ?? []).filter((one) => one.me === me || (me !== null && one.me === ''));
    const place = places.find(({ row }) => row === asked) ?? places[0];
    if (place !== undefined) return place.row;
    const row = block.cells.length + added.push(question);
    keep(key, { row, me });
    return row;
  });
  return { rows, added };
}

function isTitles({ space, member }: Question): boolean {
  return QUESTION_TITLES.has(space.trim()) && QUESTION_TITLES.has(member.trim());
}

function keyOf(question: Question, currentUser: CurrentUser): string {
  const read = readQuestion(question, '', currentUser);
  return read.ok
    ? membershipName(read.value)
    : JSON.stringify([question.space.trim(), question.member.trim()]);
}

/** Puts questions into rows from `first` on, each as the very text. */
function addRows({ sheet, questions }: Table, first: number, added: readonly Question[]): void {
  if (added.length === 0) return;
  const lacking = first + added.length - 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  const { space, member } = questions ?? QUESTIONS;
  const put = (column: number, texts: readonly string[]): void => {
    sheet
      .getRange(first, column, texts.length, 1)
      .setNumberFormats(texts.map(() => [TEXT_FORMAT]))
      .setValues(texts.map((text) => [withoutSecrets(text)]));
  };
  const spaces = added.map((question) => question.space);
  if (space !== null) put(space, spaces);
  put(
    member,
    added.map((question) => question.member),
  );
}
