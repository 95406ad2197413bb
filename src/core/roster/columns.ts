/** The managed columns of a list of members. */
import { kindOf, spaceOf, stateOf, type Membership } from '../chat/membership';
import { CATALOGUES, type Catalogue } from '../locales/catalogue';
import { safeText } from '../locales/safe-text';
import type { Cell, Content } from '../table/cell';
import { TIME_FORMAT, type ColumnSet } from '../table/column-set';
import type { KeyedKind } from '../table/keyed-table';
import { digestOf, goneDigest } from './digest';

const KEYS = [
  'spaceName',
  'name',
  'email',
  'role',
  'from',
  'kind',
  'state',
  'note',
  'since',
  'space',
  'membership',
  'seen',
  'digest',
] as const;

export type RosterColumn = (typeof KEYS)[number];
export type RosterCells = Readonly<Partial<Record<RosterColumn, Content>>>;

const ROSTER_COLUMNS: ColumnSet<RosterColumn> = {
  keys: KEYS,
  prefix: 'roster:',
  formats: { since: TIME_FORMAT, seen: TIME_FORMAT },
  titles: ({ roster }) => roster.columns,
  knownTitles: (key) => new Set(CATALOGUES.map(({ roster }) => roster.columns[key])),
};

/** What the names of these tabs begin with, the same in every language. */
export const ROSTER_TAB = 'Members';

/** The table of one space (`spaces/…`), or the one of several spaces (null). */
export function rosterTable(space: string | null): KeyedKind<RosterColumn> {
  return {
    kind: space === null ? 'roster' : `roster:${space}`,
    set: ROSTER_COLUMNS,
    key: 'membership',
    needed: ['state', 'seen', 'digest'],
    kept: ['membership', 'seen', 'digest'],
    isKey: (text) => /^spaces\/[\w-]+\/members\/[^/\s]+$/.test(text),
    witness: 'digest',
    block: 'seen',
    stray: { name: '', email: '', note: '', digest: '' },
    note: 'note',
  };
}

/** A cell holds at most 50,000 characters. */
const LONGEST_TEXT = 50_000;

/** What a listing says beside the membership itself. */
export interface SeenIn {
  readonly name: string;
  readonly link: string;
  /** Milliseconds since the epoch. */
  readonly seen: number;
  readonly catalogue: Catalogue;
}

/** The row of a membership. */
export function rosterCells(membership: Membership, { name, link, seen, catalogue }: SeenIn): RosterCells {
  const { member, groupMember, createTime } = membership;
  const kind = kindOf(membership);
  return {
    spaceName: { text: text(name), link },
    name: text(member?.displayName ?? groupMember?.name),
    email: text(member?.email),
    role: text(catalogue.roleText(membership)),
    from: text(catalogue.originText(membership)),
    kind: kind === null ? text(member?.type) : catalogue.card.kinds[kind],
    state: stateText(membership, catalogue),
    note: noteOf(membership, catalogue),
    since: timeOf(createTime),
    space: `spaces/${spaceOf(membership) ?? ''}`,
    membership: text(membership.name),
    seen: new Date(seen),
    digest: digestOf(membership, name),
  };
}

/** What changes in the row of somebody who is gone. */
export function goneCells(digest: Cell, note: string, { roster }: Catalogue): RosterCells {
  return { state: roster.states.gone, note: text(note), digest: goneDigest(digest) };
}

/** The name that a list shows of a member: name, else address, else id. */
export function shownName({ member, groupMember, name = '' }: Membership): string {
  const shown = [member?.displayName, member?.email].find((one) => safeText(one ?? '') !== '');
  return shown ?? groupMember?.name ?? member?.name ?? name;
}

function stateText(membership: Membership, { roster }: Catalogue): string {
  const state = stateOf(membership);
  if (state === null) return '';
  if (typeof state === 'object') return text(state.raw);
  return state === 'notAMember' ? roster.states.gone : roster.states[state];
}

function noteOf(membership: Membership, { roster }: Catalogue): string {
  const kind = kindOf(membership);
  if (kind === 'group') return roster.notes.group;
  const { displayName = '', email = '' } = membership.member ?? {};
  return kind === 'person' && displayName === '' && email === '' ? roster.notes.hidden : '';
}

function timeOf(time: string | undefined): Cell {
  const milliseconds = Date.parse(time ?? '');
  return Number.isNaN(milliseconds) ? text(time) : new Date(milliseconds);
}

function text(value: string | undefined): string {
  return (value ?? '').slice(0, LONGEST_TEXT);
}
