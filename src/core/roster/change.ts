/** What differs between a row of a list as it stood and the membership as it is now. */
import type { Membership } from '../chat/membership';
import type { RosterChange } from '../contract';
import type { Catalogue } from '../locales/catalogue';
import type { Cell } from '../table/cell';
import { shownName } from './columns';
import { countedOf, type Counted } from './composition';
import { GONE, readDigest } from './digest';

/** One difference, without words. Times in milliseconds since the epoch. */
export interface Difference {
  readonly what: RosterChange['what'];
  /** Resource name of the membership. */
  readonly membership: string;
  /** Name, else address, else id. */
  readonly member: string;
  /** Roles and origins as the API's meanings; empty where there is none. */
  readonly before: string;
  readonly after: string;
  /** When it happened, where that is known. */
  readonly at: number | null;
  /** When the row was seen last before; null where it is new. */
  readonly since: number | null;
}

/** The row of a list, as far as it is compared; null where there is none. */
export interface Before {
  readonly digest: Cell;
  readonly seen: number | null;
}

/** The differences that a membership brings. `isFirst`: the space was not listed before, so that nobody in it is new. */
export function differences(
  membership: Membership,
  held: Before | null,
  isFirst: boolean,
): readonly Difference[] {
  const after = countedOf(membership);
  const before = held === null ? null : readDigest(held.digest);
  // A row that somebody changed by hand says nothing of what was.
  if (held !== null && before === null) return [];
  if (before === null && isFirst) return [];
  const base = {
    membership: membership.name ?? '',
    member: shownName(membership),
    since: held?.seen ?? null,
  };
  if (before === null || before.state === GONE) return arrival(membership, after, base);
  const state = before.state === after.state ? [] : arrival(membership, after, base);
  return [
    ...state,
    ...changed('role', before.role, after.role, base),
    ...changed('from', before.from, after.from, base),
  ];
}

type Base = Pick<Difference, 'membership' | 'member' | 'since'>;

function arrival(membership: Membership, { state }: Counted, base: Base): readonly Difference[] {
  if (state !== 'joined' && state !== 'invited') return [];
  const at = Date.parse(membership.createTime ?? '');
  const isNew = !Number.isNaN(at) && (base.since === null || at > base.since);
  return [{ ...base, what: state, before: '', after: '', at: isNew ? at : null }];
}

function changed(
  what: 'role' | 'from',
  before: string | null,
  after: string | null,
  base: Base,
): readonly Difference[] {
  return before === after ? [] : [{ ...base, what, before: before ?? '', after: after ?? '', at: null }];
}

/** A role or an origin in words; one that this version does not know verbatim. */
export function valueText(value: string, { roles, origins }: Pick<Catalogue, 'roles' | 'origins'>): string {
  const texts: Readonly<Record<string, string>> = { ...roles, ...origins };
  return Object.prototype.hasOwnProperty.call(texts, value) ? (texts[value] ?? value) : value;
}

/** Whether a list as an identity shows this kind of member at all. */
export function isShownKind({ kind, state }: Counted, hidden: readonly string[]): boolean {
  if (state === 'invited' && hidden.includes('invited')) return false;
  return !((kind === 'group' && hidden.includes('groups')) || (kind === 'app' && hidden.includes('apps')));
}
