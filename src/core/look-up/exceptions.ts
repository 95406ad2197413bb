/** The exceptions among the answers of a job: who is not in, and what could not be checked and why, read from the sheet. */
import type { Exceptions, NamedRows } from '../contract';
import { withoutSecrets } from '../chat/reference';
import type { Catalogue } from '../locales/catalogue';
import { safeText } from '../locales/safe-text';
import type { WorkbookPort } from '../ports';
import { cellText, isDate } from '../table/cell';
import { readRows, type RowRange } from '../table/row-range';
import { findLookUpTable, type LookUpTable } from './look-up-table';
import { readAnswered } from './question-key';

const MOST_ROWS = 100;
const MOST_NAMES = 20;
/** Reasons that are told apart; the rest is one more. */
const MOST_REASONS = 5;

interface Ports {
  readonly workbook: WorkbookPort;
  readonly catalogue: Catalogue;
}

/** `since`: milliseconds since the epoch. Throws a `ProblemError` where the tab is gone. */
export function exceptionsSince(
  { workbook, catalogue }: Ports,
  { tab, since }: { readonly tab: number; readonly since: number },
): Exceptions {
  const found = findLookUpTable(workbook, tab);
  const read = readAnswers(found);
  const rows = read === null ? [] : read.rows.filter((row) => isSince(found, read, row, since));
  const of = (kind: string): readonly number[] =>
    rows.filter((row) => readAnswered(cellIn(found, read, row, 'question'))?.kind === kind);
  const named = (kind: string): NamedRows => {
    const all = of(kind);
    return { count: all.length, names: all.slice(0, MOST_NAMES).map((row) => nameIn(found, read, row)) };
  };
  return {
    unchecked: byReason(
      of('unchecked').map((row) => ({ row, note: cellText(cellIn(found, read, row, 'note')) })),
      catalogue,
    ),
    notMember: named('notMember'),
    invited: named('invited'),
  };
}

function readAnswers({ table, managed, questions }: LookUpTable): RowRange | null {
  const used = table.used().rows;
  const columns = (['checked', 'question', 'note', 'name'] as const).flatMap((key) => managed.get(key) ?? []);
  if (used === 0 || !managed.has('checked') || !managed.has('question')) return null;
  return readRows(table, questions === null ? columns : [...columns, questions.member], [1, used]);
}

function isSince({ managed }: LookUpTable, read: RowRange, row: number, since: number): boolean {
  const checked = read.cell(row, managed.get('checked'));
  return isDate(checked) && checked.getTime() >= since;
}

function cellIn(
  { managed }: LookUpTable,
  read: RowRange | null,
  row: number,
  key: 'question' | 'note' | 'name',
) {
  return read?.cell(row, managed.get(key)) ?? '';
}

function nameIn(found: LookUpTable, read: RowRange | null, row: number): string {
  const name = safeText(cellText(cellIn(found, read, row, 'name')));
  return name || safeText(withoutSecrets(cellText(read?.cell(row, found.questions?.member) ?? '')));
}

/** The most frequent reasons first. A note begins with what happened; what to do about it stands in the sheet. */
function byReason(
  rows: readonly { readonly row: number; readonly note: string }[],
  { job }: Catalogue,
): Exceptions['unchecked'] {
  const reasons = new Map<string, number[]>();
  for (const { row, note } of rows) {
    const reason = reasonIn(note);
    reasons.set(reason, [...(reasons.get(reason) ?? []), row]);
  }
  const sorted = [...reasons].sort(([, a], [, b]) => b.length - a.length);
  const rest = sorted.slice(MOST_REASONS).flatMap(([, of]) => of);
  const all = [
    ...sorted.slice(0, MOST_REASONS),
    ...(rest.length === 0 ? [] : [[job.otherReasons, rest.sort((a, b) => a - b)] as const]),
  ];
  return all.map(([reason, of]) => ({ reason, count: of.length, rows: of.slice(0, MOST_ROWS) }));
}

/** What happened, without what was typed, so that rows of one reason come together. */
function reasonIn(note: string): string {
  const [sentence = note] = /^[^]*?(?:[.!?](?=\s|$)|。)/.exec(note) ?? [];
  return safeText(sentence.replace(/“[^”]*”|「[^」]*」/g, '…'));
}
