/** The managed columns of a look-up: what each holds, and how an answer becomes a row of cells. */
import type { Identity } from '../chat/identity';
import type { Membership } from '../chat/membership';
import type { Problem } from '../chat/problem';
import { isEmail, type MembershipReference } from '../chat/reference';
import type { Verdict } from '../chat/verdict';
import { CATALOGUES, type Catalogue } from '../locales/catalogue';
import type { Cell } from '../table/cell';
import { TIME_FORMAT, type ColumnSet } from '../table/column-set';
import { answeredCell } from './question-key';

const KEYS = [
  'verdict',
  'note',
  'name',
  'role',
  'from',
  'since',
  'checked',
  'email',
  'membership',
  'as',
  'question',
] as const;

export type LookUpColumn = (typeof KEYS)[number];

/** Titles that earlier versions gave. */
const FORMER_TITLES: Readonly<Partial<Record<LookUpColumn, readonly string[]>>> = {
  verdict: ['Chat verdict', 'Chat 判定'],
  from: ['Chat from', 'Chat 所属'],
};

export const LOOK_UP_COLUMNS: ColumnSet<LookUpColumn> = {
  keys: KEYS,
  prefix: 'column:',
  formats: { since: TIME_FORMAT, checked: TIME_FORMAT },
  titles: ({ columns }) => columns,
  knownTitles: (key) =>
    new Set([...CATALOGUES.map(({ columns }) => columns[key]), ...(FORMER_TITLES[key] ?? [])]),
};

/** A cell holds at most 50,000 characters; a longer text would make the whole write fail. */
const LONGEST_TEXT = 50_000;

export interface CellContext {
  readonly identity: Identity;
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
  readonly catalogue: Catalogue;
}

/** Lays an answer out. `questionKey` tells what it answers. */
export function cellsOf(
  verdict: Verdict,
  questionKey: string,
  { catalogue, identity, checkedAt }: CellContext,
): Readonly<Record<LookUpColumn, Cell>> {
  const membership: Membership = verdict.kind === 'unchecked' ? {} : (verdict.membership ?? {});
  return {
    verdict: catalogue.verdictText(verdict),
    note: verdict.kind === 'unchecked' ? noteOf(verdict.problem, catalogue) : catalogue.noteText(verdict),
    name: asText(membership.member?.displayName),
    email: asText(membership.member?.email),
    role: asText(catalogue.roleText(membership)),
    from: asText(catalogue.originText(membership)),
    since: asTime(membership.createTime),
    as: catalogue.askedAs[identity.as],
    membership: asText(membership.name),
    checked: new Date(checkedAt),
    question: answeredCell(questionKey, verdict),
  };
}

/** A row without an answer. */
export const BLANK_CELLS: Readonly<Record<LookUpColumn, Cell>> = Object.fromEntries(
  KEYS.map((key) => [key, '']),
) as Record<LookUpColumn, Cell>;

/** What to do about a row that could not be checked, in one cell. */
function noteOf(problem: Problem, catalogue: Catalogue): string {
  const { happened, cause, nextStep, original } = catalogue.problemText(problem);
  return asText([happened, cause, nextStep, original ?? ''].filter((text) => text !== '').join(' '));
}

export function asText(text: string | undefined): string {
  return (text ?? '').slice(0, LONGEST_TEXT);
}

/** A real date; a time this version cannot read stays the very text. */
export function asTime(time: string | undefined): Cell {
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
