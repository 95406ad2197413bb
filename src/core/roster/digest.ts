/** What a row of a list of members says, in one cell and without words: tells what has changed, in whatever language it was written. */
import type { Membership } from '../chat/membership';
import { shortHash } from '../short-hash';
import { cellText, type Cell } from '../table/cell';
import { countedOf, type Counted } from './composition';

/** The state of somebody who left or was removed. */
export const GONE = 'gone';

/** `joined|owner|inside|person|` and a short name for everything else that the row shows. */
export function digestOf(membership: Membership, spaceName: string): string {
  const { member, groupMember, createTime } = membership;
  const rest = [spaceName, member?.displayName, member?.email, groupMember?.name, createTime];
  return written(countedOf(membership), shortHash(JSON.stringify(rest)));
}

/** The digest of the same row once its member is gone. */
export function goneDigest(digest: Cell): string {
  const [, role = '', from = '', kind = ''] = cellText(digest).split('|');
  return [GONE, role, from, kind, ''].join('|');
}

/** Reads a digest; null where the cell holds none. */
export function readDigest(cell: Cell | undefined): Counted | null {
  const parts = cellText(cell ?? '').split('|');
  if (parts.length !== 5) return null;
  const [state, role, from, kind] = parts.map((part) => (part === '' ? null : part));
  return { state: state ?? null, role: role ?? null, from: from ?? null, kind: kind ?? null };
}

function written({ state, role, from, kind }: Counted, rest: string): string {
  return [state, role, from, kind].map((part) => (part ?? '').replace(/\|/g, ' ')).join('|') + `|${rest}`;
}
