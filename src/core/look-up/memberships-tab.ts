/** The tab `Memberships`: a table of questions and answers, one row a question. */
import { problemOf, ProblemError } from '../chat/problem';
import { saysMe, withoutSecrets, type CurrentUser } from '../chat/reference';
import type { Question, RecentQuestion, Written } from '../contract';
import { CATALOGUES, type Catalogue } from '../locales/catalogue';
import { safeText } from '../locales/safe-text';
import type { Mark, TablePort, WorkbookPort } from '../ports';
import { attemptEach } from '../table/attempt';
import { cellText, isDate } from '../table/cell';
import { TEXT_FORMAT, type ManagedColumns } from '../table/column-set';
import { formatAdded } from '../table/managed-columns';
import { makeOwn, ownTab } from '../table/own-tab';
import { readRows } from '../table/row-range';
import type { QuestionColumns } from '../table/selection';
import {
  answerCells,
  sameQuestionKey,
  typedIn,
  writeRow,
  type AnsweredQuestion,
  type RowPorts,
} from './answer-row';
import { LOOK_UP_COLUMNS, type LookUpColumn } from './columns';
import {
  completeLookUpTable,
  findLookUpTable,
  openLookUpTable,
  rightEnd,
  viewOf,
  type LookUpTable,
} from './look-up-table';
import { readAnswered } from './question-key';
import { applyLooks } from './status-looks';
import { writeTitles } from './titles';
import { writtenOf } from './written';

/** The same in every language, so that two people of one sheet share it. */
export const MEMBERSHIPS_TAB = 'Memberships';
const KIND = 'memberships';
/** In pixels. */
const QUESTION_WIDTH = 220;
const QUESTIONS: QuestionColumns = { space: 1, member: 2 };

/** Writes an answer into the row of its question, a new one where it was not asked before. Makes the tab when it is missing. */
export function writeAnswer(answered: AnsweredQuestion, ports: RowPorts): Written {
  const { workbook, store, catalogue, currentUser } = ports;
  return store.locked(() => {
    const { found, added } = openMemberships(ports);
    const { question } = answered;
    const first = placeOf(answered, found, currentUser);
    const { row, isNew } = first;
    if (added.size > 0) formatAdded(found.table, LOOK_UP_COLUMNS, added, [[row, row]]);
    if (isNew) addQuestion(found, row, question);
    const asked = { space: withoutSecrets(question.space), member: withoutSecrets(question.member) };
    const keys = new Set([question, asked].map((one) => sameQuestionKey(one, currentUser)));
    const asks = (typed: Question): boolean => keys.has(sameQuestionKey(typed, currentUser));
    let isFirst = true;
    const written = writeRow(
      ports,
      found,
      (now) => {
        const place = isFirst ? first : placeOf(answered, now, currentUser);
        if (!isFirst && place.isNew) addQuestion(now, place.row, question);
        isFirst = false;
        return { row: place.row, asks };
      },
      answerCells(answered, ports),
    );
    if (added.size > 0) {
      const find = () => viewOf(findLookUpTable(workbook, found.table.id), true);
      writeTitles({ cells: found.table, find }, catalogue, 1);
    }
    applyLooks(workbook, found, [...added.keys()], new Map([[written.row, answered.verdict.kind]]));
    return writtenOf(workbook, found, { ...written, isBeside: false, isNew });
  });
}

/** The questions answered last, newest first. Empty where the tab is missing or somebody else's. */
export function recentQuestions(workbook: WorkbookPort, most: number): readonly RecentQuestion[] {
  const marks = workbook.marks();
  const table = ownTab(workbook, marks, KIND);
  if (table === null) return [];
  const { managed, questions } = openLookUpTable(table, marks);
  const checked = managed.get('checked');
  const used = table.used().rows;
  if (questions?.space === null || questions === null || checked === undefined || used < 2) return [];
  const { space, member } = questions;
  const [status, name, key] = (['verdict', 'name', 'question'] as const).map((one) => managed.get(one));
  const shown = [status, name, key].filter((column) => column !== undefined);
  const read = readRows(table, [space, member, checked, ...shown], [1, used]);
  return read.rows
    .flatMap((row) => {
      const time = read.cell(row, checked);
      return isDate(time) ? [{ row, time: time.getTime() }] : [];
    })
    .sort((a, b) => b.time - a.time || b.row - a.row)
    .slice(0, most)
    .map(({ row, time }) => ({
      space: withoutSecrets(cellText(read.cell(row, space))),
      member: withoutSecrets(cellText(read.cell(row, member))),
      verdict: readAnswered(read.cell(row, key))?.kind ?? null,
      verdictText: safeText(cellText(read.cell(row, status))),
      name: safeText(cellText(read.cell(row, name))) || null,
      checkedAt: new Date(time).toISOString(),
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

/** Whether a tab is the tab of Rollcall's own table of questions. */
export function isMembershipsTab(workbook: WorkbookPort, tab: number): boolean {
  return ownTab(workbook, workbook.marks(), KIND)?.id === tab;
}

function isOfQuestions(table: TablePort, marks: readonly Mark[]): boolean {
  const { questions } = openLookUpTable(table, marks);
  return (questions !== null && questions.space !== null) || table.used().rows === 0 || hasOurTitles(table);
}

/** The tab's table, made or completed where it must be. */
function openMemberships({ workbook, catalogue }: RowPorts): {
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
  const found = completeLookUpTable(before, asked, rightEnd(before, asked, Math.max(2, used.columns)));
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
  attemptEach(table, [
    () => {
      table.freezeRows(1);
    },
    () => {
      table.setBold({ row: 1, column: 1, rows: 1, columns: 2 + LOOK_UP_COLUMNS.keys.length });
    },
    () => {
      table.setWidths(1, 2, QUESTION_WIDTH);
    },
  ]);
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
  const key = sameQuestionKey(question, currentUser);
  // The membership that `me` was answered with tells whose question a row was.
  const found = verdict.kind === 'unchecked' ? '' : (verdict.membership?.name ?? '');
  const rows = read.rows.filter((row) => {
    const typed = typedIn(read, row, { space, member });
    // Who was meant by `me` in a row is not who asks now.
    if (row === 1 || saysMe(typed.member) !== isMe || sameQuestionKey(typed, currentUser) !== key)
      return false;
    if (!isMe) return true;
    const held = read.cell(row, membership);
    return held === '' || held === found;
  });
  const exact = isMe ? rows.find((row) => read.cell(row, membership) === found) : undefined;
  const row = exact ?? rows[0];
  return row === undefined ? { row: Math.max(1, used) + 1, isNew: true } : { row, isNew: false };
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
