/** What an answer in a row answers, as a short text in the column `Chat question`: a row whose question was changed is open again. */
import type { Identity } from '../chat/identity';
import { membershipName, type MembershipReference } from '../chat/reference';
import type { Verdict } from '../chat/verdict';
import { cellText, type Cell } from '../table/cell';

/** Stands behind the key of a row that could not be checked: it is open again at the next look-up. */
const UNCHECKED = '?';

/** The key of a question: space, member and as whom it is asked. */
export function questionKey(question: MembershipReference, identity: Identity): string {
  const as = identity.as === 'app' ? `app ${identity.serviceAccount}` : identity.as;
  return hash(`${membershipName(question)} ${as}`);
}

/** The key of a text that could not be read as a question. */
export function unreadableKey(space: Cell, member: Cell): string {
  return hash(JSON.stringify([cellText(space), cellText(member)]));
}

/** What the cell holds once the question is answered. */
export function answeredCell(key: string, { kind }: Verdict): string {
  return kind === 'unchecked' ? `${key}${UNCHECKED}` : key;
}

/** What a cell of the column says: which question was answered, and whether with a verdict. Null for a row without a key. */
export function readAnswered(cell: Cell): { readonly key: string; readonly isChecked: boolean } | null {
  const text = cellText(cell).trim();
  if (!/^q[a-z\d]{10,12}\??$/.test(text)) return null;
  const isChecked = !text.endsWith(UNCHECKED);
  return { key: isChecked ? text : text.slice(0, -UNCHECKED.length), isChecked };
}

/** 53 bits, after cyrb53 (public domain): short, and no two questions of a sheet are likely to share it. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  const value = 4294967296 * (2097151 & b) + (a >>> 0);
  return `q${value.toString(36).padStart(11, '0')}`;
}
