/** Our columns in a sheet: keys, order, what each holds, and how an answer becomes a row of cells. */
import type { Identity } from '../chat/identity';
import type { Membership } from '../chat/membership';
import type { Problem } from '../chat/problem';
import { isEmail, type MembershipReference } from '../chat/reference';
import type { Verdict } from '../chat/verdict';
import type { Catalogue } from '../locales/catalogue';

/** What a cell gives and takes; a Date is a cell with a real date. */
export type Cell = string | number | boolean | Date;

/** Our columns from left to right, as they are added to a table. */
export const COLUMN_KEYS = [
  'verdict',
  'name',
  'email',
  'role',
  'from',
  'since',
  'membership',
  'checked',
  'note',
  'as',
] as const;

export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** Columns that hold a date and time; all others hold text. */
const TIMES: ReadonlySet<ColumnKey> = new Set(['since', 'checked']);

/** The number format a column's cells have before anything is written: under `@` a text stays the very text. */
export function formatOf(key: ColumnKey): string {
  return TIMES.has(key) ? 'yyyy-mm-dd hh:mm' : TEXT_FORMAT;
}

export const TEXT_FORMAT = '@';

/** A cell holds at most 50,000 characters; a longer text would make the whole write fail. */
const LONGEST_TEXT = 50_000;

/** Lays an answer out. `checkedAt` in milliseconds since the epoch. */
export function cellsOf(
  verdict: Verdict,
  context: { readonly identity: Identity; readonly checkedAt: number; readonly catalogue: Catalogue },
): Readonly<Record<ColumnKey, Cell>> {
  const { catalogue, identity, checkedAt } = context;
  const membership: Membership = verdict.kind === 'unchecked' ? {} : (verdict.membership ?? {});
  return {
    verdict: catalogue.verdictText(verdict),
    name: asText(membership.member?.displayName),
    email: asText(membership.member?.email),
    role: asText(catalogue.roleText(membership)),
    from: asText(catalogue.originText(membership)),
    since: asTime(membership.createTime),
    membership: asText(membership.name),
    checked: new Date(checkedAt),
    note: verdict.kind === 'unchecked' ? noteOf(verdict.problem, catalogue) : '',
    as: catalogue.askedAs[identity.as],
  };
}

/** What to do about a row that could not be checked, in one cell. */
function noteOf(problem: Problem, catalogue: Catalogue): string {
  const { happened, cause, nextStep, original } = catalogue.problemText(problem);
  return asText([happened, cause, nextStep, original ?? ''].filter((text) => text !== '').join(' '));
}

function asText(text: string | undefined): string {
  return (text ?? '').slice(0, LONGEST_TEXT);
}

/** A real date; a time this version cannot read stays the very text. */
function asTime(time: string | undefined): Cell {
  const milliseconds = Date.parse(time ?? '');
  return Number.isNaN(milliseconds) ? asText(time) : new Date(milliseconds);
}

/**
 * Tells whether the membership and the e-mail address in a row may be the answer to this question. An answer without a
 * membership names nobody, and an address without one beside it may be anybody's.
 */
export function mayAnswer(question: MembershipReference, membership: Cell, email: Cell): boolean {
  const [, space, , member] = String(membership).split('/');
  if (member === undefined) return true;
  if (space !== question.space) return false;
  if (question.member === 'app') return email === '';
  if (!isEmail(question.member)) return member === question.member;
  return email === '' || String(email).toLowerCase() === question.member;
}

/**
 * The mark of a row that waits for its answer: the word a person reads, then the run id. It stands in the column
 * `checked` and goes where its row is sorted to.
 */
export function markOf(runId: string, catalogue: Catalogue): string {
  return `${catalogue.job.waiting} ${runId}`;
}

/** Tells whether a cell of the column `checked` is the mark of this run, in whatever language it was written. */
export function isMarkOf(runId: string, cell: Cell): boolean {
  return typeof cell === 'string' && cell.endsWith(` ${runId}`);
}

/** Finds the run id in a mark of any run; null where the cell is none. */
export function runIdIn(cell: Cell): string | null {
  return typeof cell === 'string' ? (/ (run-[a-z\d]{8})$/.exec(cell)?.[1] ?? null) : null;
}

/** Letters of a column: 1 is `A`, 27 is `AA`. */
export function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? lettersOf(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
