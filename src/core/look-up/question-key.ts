/** What an answer in a row answers, as a short text in the column `Chat question`: a row whose question was changed is open again. */
import type { Identity } from '../chat/identity';
import { membershipName, type MembershipReference } from '../chat/reference';
import { VERDICTS, type Verdict, type VerdictKind } from '../chat/verdict';
import { shortHash } from '../short-hash';
import { cellText, type Cell } from '../table/cell';

/**
 * Stands behind the key and tells the kind of the verdict, so that nothing needs to read it from its words. A row that could not
 * be checked is open again at the next look-up.
 */
const SIGNS: Readonly<Record<VerdictKind, string>> = {
  member: '+',
  invited: '~',
  notMember: '-',
  unchecked: '?',
};

/** The key of a question: space, member and as whom it is asked. */
export function questionKey(question: MembershipReference, identity: Identity): string {
  const as = identity.as === 'app' ? `app ${identity.serviceAccount}` : identity.as;
  return `q${shortHash(`${membershipName(question)} ${as}`)}`;
}

/** The key of a text that could not be read as a question. */
export function unreadableKey(space: Cell, member: Cell): string {
  return `q${shortHash(JSON.stringify([cellText(space), cellText(member)]))}`;
}

/** What the cell holds once the question is answered. */
export function answeredCell(key: string, { kind }: Pick<Verdict, 'kind'>): string {
  return `${key}${SIGNS[kind]}`;
}

/** Which question a row answers, and how. */
export interface AnsweredKey {
  readonly key: string;
  /** Null in a row of an earlier version, which is answered with a verdict all the same. */
  readonly kind: VerdictKind | null;
}

/** What a cell of the column says; null for a row without a key. */
export function readAnswered(cell: Cell): AnsweredKey | null {
  const [, key, sign] = /^(q[a-z\d]{10,12})([-+~?]?)$/.exec(cellText(cell).trim()) ?? [];
  if (key === undefined) return null;
  return { key, kind: VERDICTS.find((kind) => SIGNS[kind] === sign) ?? null };
}
