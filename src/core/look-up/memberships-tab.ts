/** The tab `Memberships`: a table of questions and answers, one row a question. */
import { problemOf, ProblemError } from '../chat/problem';
import { membershipName, saysMe, withoutSecrets, type CurrentUser } from '../chat/reference';
import type { Identity } from '../chat/identity';
import type { Verdict } from '../chat/verdict';
import type { Question, Written } from '../contract';
import { CATALOGUES, type Catalogue } from '../locales/catalogue';
import type { JobPorts } from '../job/kind';
import type { Mark, TablePort, WorkbookPort } from '../ports';
import { cellText, isDate, type Cell } from '../table/cell';
import { TEXT_FORMAT, type ManagedColumns } from '../table/column-set';
import { writeGuarded, type GuardedTable } from '../table/guarded-write';
import { formatAdded } from '../table/managed-columns';
import { makeOwn, ownTab } from '../table/own-tab';
import { readRows, type RowRange } from '../table/row-range';
import { readQuestion, type QuestionColumns } from '../table/selection';
import { guardTexts } from '../table/text-guard';
import { BLANK_CELLS, cellsOf, LOOK_UP_COLUMNS, type LookUpColumn } from './columns';
import {
  completeLookUpTable,
  findLookUpTable,
  openLookUpTable,
  viewOf,
  type LookUpTable,
} from './look-up-table';
import { questionKey, unreadableKey } from './question-key';
import { writeTitles } from './titles';

/** The same in every language, so that two people of one sheet share it. */
export const MEMBERSHIPS_TAB = 'Memberships';
const KIND = 'memberships';
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

type Ports = Pick<JobPorts, 'workbook' | 'store' | 'currentUser' | 'catalogue'>;

/** Writes an answer into the row of its question, a new one where it was not asked before. Makes the tab when it is missing. */
export function writeAnswer(answered: AnsweredQuestion, ports: Ports): Written {
  return ports.store.locked(() => {
    const { found, added } = openMemberships(ports);
    const { row, isNew } = placeOf(answered, found, ports.currentUser);
    if (added.size > 0) formatAdded(found.table, LOOK_UP_COLUMNS, added, [[row, row]]);
    if (isNew) addQuestion(found, row, answered.question);
    const guarded = {
      cells: found.table,
      find: () => viewOf(findLookUpTable(ports.workbook, found.table.id), true),
    };
    writeRow(guarded, found, row, answered, ports);
    if (added.size > 0) writeTitles(guarded, ports.catalogue, 1);
    return { tab: found.table.name(), row, updated: !isNew };
  });
}

/** The questions answered last, newest first. Empty where the tab is missing or somebody else's. */
export function recentQuestions(workbook: WorkbookPort, most: number): readonly Question[] {
  const marks = workbook.marks();
  const table = ownTab(workbook, marks, KIND);
  if (table === null) return [];
  const { managed, questions } = openLookUpTable(table, marks);
  const checked = managed.get('checked');
  const used = table.used().rows;
  if (questions?.space === null || questions === null || checked === undefined || used < 2) return [];
  const { space, member } = questions;
  const read = readRows(table, [space, member, checked], [1, used]);
  return read.rows
    .flatMap((row) => {
      const time = read.cell(row, checked);
      return isDate(time) ? [{ row, time: time.getTime() }] : [];
    })
    .sort((a, b) => b.time - a.time || b.row - a.row)
    .slice(0, most)
    .map(({ row }) => ({
      space: withoutSecrets(cellText(read.cell(row, space))),
      member: withoutSecrets(cellText(read.cell(row, member))),
    }));
}

/**
 * The tab; null where there is none. One of its name becomes ours where it is empty or holds our questions; throws a
 * `ProblemError` where it holds somebody else's table.
 */
export function findMemberships(workbook: WorkbookPort, marks: readonly Mark[]): TablePort | null {
  const own = ownTab(workbook, marks, KIND);
  if (own !== null) return own;
  const named = workbook.tableNamed(MEMBERSHIPS_TAB);
  if (named === null) return null;
  if (isOfQuestions(named, marks)) return makeOwn(named, KIND);
  throw new ProblemError(problemOf('tabTaken', { tab: MEMBERSHIPS_TAB }));
}

function isOfQuestions(table: TablePort, marks: readonly Mark[]): boolean {
  const { questions } = openLookUpTable(table, marks);
  return (questions !== null && questions.space !== null) || table.used().rows === 0 || hasOurTitles(table);
}

/** The tab's table, made or completed where it must be. */
function openMemberships({ workbook, catalogue }: Ports): {
  readonly found: LookUpTable;
  /** Columns that were added just now: without formats and titles yet. */
  readonly added: ManagedColumns<LookUpColumn>;
} {
  const marks = workbook.marks();
  const table = findMemberships(workbook, marks) ?? makeOwn(insertMemberships(workbook), KIND);
  const before = openLookUpTable(table, marks);
  const used = table.used();
  if (used.rows === 0) layOut(table, catalogue);
  const { questions } = before;
  const asked = questions?.space === null ? QUESTIONS : (questions ?? QUESTIONS);
  const found = completeLookUpTable(before, asked, Math.max(2, used.columns));
  return { found, added: new Map([...found.managed].filter(([key]) => !before.managed.has(key))) };
}

/** A name that differs in case alone is taken too. */
function insertMemberships(workbook: WorkbookPort): TablePort {
  try {
    return workbook.insert(MEMBERSHIPS_TAB);
  } catch {
    throw new ProblemError(problemOf('tabTaken', { tab: MEMBERSHIPS_TAB }));
  }
}

function layOut(table: TablePort, catalogue: Catalogue): void {
  // Ids of 21 digits and pasted text stay the very text, typed ones too.
  table.formatColumns(1, 2, TEXT_FORMAT, null);
  const { space, member } = catalogue.job.questionTitles;
  table.write({ row: 1, column: 1, rows: 1, columns: 2 }, [[space, member]]);
}

/** Somebody may have typed the two titles by hand, or brought the tab from another file: then it is a table of questions. */
function hasOurTitles(table: TablePort): boolean {
  const [titles = []] = table.values({ row: 1, column: 1, rows: 1, columns: 2 });
  return CATALOGUES.some(
    ({ job: { questionTitles } }) =>
      titles[0] === questionTitles.space && titles[1] === questionTitles.member,
  );
}

/** The row of a question: the one that asks the same, however it is written, or one below everything. */
function placeOf(
  { question, verdict }: AnsweredQuestion,
  { table, managed, questions }: LookUpTable,
  currentUser: CurrentUser,
): { readonly row: number; readonly isNew: boolean } {
  const { space, member } = questions ?? QUESTIONS;
  const used = table.used().rows;
  const columns = [...(space === null ? [] : [space]), member];
  const isMe = saysMe(question.member);
  const membership = isMe ? managed.get('membership') : undefined;
  const read = readRows(
    table,
    [...columns, ...(membership === undefined ? [] : [membership])],
    [1, Math.max(1, used)],
  );
  const key = keyOf(question, currentUser);
  // The membership that `me` was answered with tells whose question a row was.
  const found = verdict.kind === 'unchecked' ? '' : (verdict.membership?.name ?? '');
  const rows = read.rows.filter((row) => {
    const typed = typedIn(read, row, { space, member });
    // Who was meant by `me` in a row is not who asks now.
    if (row === 1 || saysMe(typed.member) !== isMe || keyOf(typed, currentUser) !== key) return false;
    if (!isMe) return true;
    const held = read.cell(row, membership);
    return held === '' || held === found;
  });
  const exact = isMe ? rows.find((row) => read.cell(row, membership) === found) : undefined;
  const row = exact ?? rows[0];
  return row === undefined ? { row: Math.max(1, used) + 1, isNew: true } : { row, isNew: false };
}

function typedIn(read: RowRange, row: number, { space, member }: QuestionColumns): Question {
  return { space: cellText(read.cell(row, space)), member: cellText(read.cell(row, member)) };
}

function keyOf(question: Question, currentUser: CurrentUser): string {
  const read = readQuestion(question, '', currentUser);
  return read.ok
    ? membershipName(read.value)
    : JSON.stringify([question.space.trim(), question.member.trim()]);
}

/** Puts a question into a row below everything, each part as the very text. */
function addQuestion({ table, questions }: LookUpTable, row: number, question: Question): void {
  const { space, member } = questions ?? QUESTIONS;
  table.grow({ rows: row });
  const put = (column: number, text: string): void => {
    table.write({ row, column, rows: 1, columns: 1 }, [[withoutSecrets(text)]]);
  };
  if (space !== null) put(space, question.space);
  put(member, question.member);
  table.flush();
}

function writeRow(
  guarded: GuardedTable<LookUpColumn>,
  found: LookUpTable,
  row: number,
  answered: AnsweredQuestion,
  { currentUser, catalogue }: Ports,
): void {
  const { question, verdict, identity } = answered;
  const read = readQuestion(question, '', currentUser);
  const key = read.ok ? questionKey(read.value, identity) : unreadableKey(question.space, question.member);
  const update: Readonly<Record<LookUpColumn, Cell>> = cellsOf(verdict, key, { ...answered, catalogue });
  const view = viewOf(found, true);
  const report = writeGuarded(guarded, {
    view,
    updates: new Map([[row, update]]),
    before: readRows(found.table, view.identity, [row, row]),
    witness: 'question',
    stray: BLANK_CELLS,
  });
  guardTexts(found.table, report, catalogue, 'note');
}
