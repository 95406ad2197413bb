/** Lists of members: titles and texts of their columns, of their stamp, and of the log of changes. */
import type { HiddenKind, RosterChange } from '../../contract';
import { counted } from './counted';

const columns = {
  spaceName: 'Chat space name',
  name: 'Chat name',
  email: 'Chat e-mail',
  role: 'Chat role',
  from: 'Chat inside/outside',
  kind: 'Chat kind',
  state: 'Chat state',
  note: 'Chat note',
  since: 'Chat since',
  space: 'Chat space',
  membership: 'Chat membership',
  seen: 'Chat seen',
  digest: 'Chat digest',
};

const changeColumns = {
  noticed: 'Chat noticed',
  happened: 'Chat happened',
  spaceName: 'Chat space name',
  list: 'Chat list',
  member: 'Chat member',
  what: 'Chat change',
  before: 'Chat before',
  after: 'Chat after',
  membership: 'Chat membership',
  key: 'Chat change key',
};

/** What stands in `Chat state`. The last one begins the state of whoever left or was removed. */
const states = { joined: 'Joined', invited: 'Invited', gone: 'No longer in' };

const notes = {
  group: 'People who come in through this group are not shown.',
  hidden: 'The account was deleted, or its profile is not visible.',
  goneAt: (time: string) => `Left or was removed on ${time}, by Google's record.`,
  goneBetween: (from: string, to: string) => `Left or was removed between ${from} and ${to}.`,
};

const hiddenKinds: Readonly<Record<HiddenKind, string>> = {
  groups: 'groups',
  apps: 'apps',
  invited: 'invited people',
};

const stamp = {
  complete: (n: { readonly people: number; readonly groups: number }) =>
    `Complete: Google counts ${counted(n.people, 'person', 'people')} and ${counted(n.groups, 'group')} too.`,
  /** To the Chat app, which sees no groups. */
  completePeople: (people: number) => `Complete: Google counts ${counted(people, 'person', 'people')} too.`,
  uncounted: "Complete; Google's own count could not be compared.",
  differs: (n: { readonly people: number; readonly groups: number; readonly listed: number }) =>
    `Perhaps not complete: Google counts ${counted(n.people, 'person', 'people')} and ${counted(n.groups, 'group')}, and twice ${n.listed} of them were listed.`,
  failed: (happened: string) => `Not complete. ${happened}`,
  hidden: (kinds: readonly string[]) => `Not visible: ${kinds.join(', ')}.`,
  when: (time: string, as: string) => `${time}, ${as}.`,
  as: { user: 'as you', app: 'as the Chat app', admin: 'as a Workspace admin' },
  /** The same in a cell, where somebody else may read it. */
  asInCell: { user: 'as a user', app: 'as the Chat app', admin: 'as a Workspace admin' },
};

const changes = {
  what: {
    joined: 'Joined',
    invited: 'Invited',
    noLongerIn: 'No longer in',
    role: 'Role',
    from: 'Inside/outside',
  } satisfies Record<RosterChange['what'], string>,
  between: (from: string, to: string) => `between ${from} and ${to}`,
  /** On the card, behind the name. */
  text: {
    joined: (since: string | null) => (since === null ? 'Joined.' : `Joined on ${since}.`),
    invited: (since: string | null) => (since === null ? 'Invited.' : `Invited on ${since}.`),
    became: (before: string, after: string) =>
      after === '' ? `Was ${before}.` : before === '' ? `Now ${after}.` : `${before}, now ${after}.`,
  },
};

const summary = {
  people: (count: number) => counted(count, 'person', 'people'),
  owners: (count: number) => counted(count, 'owner'),
  managers: (count: number) => counted(count, 'manager'),
  outside: (count: number) => `${count} outside`,
  guests: (count: number) => counted(count, 'guest'),
  groups: (count: number) => counted(count, 'group'),
  apps: (count: number) => counted(count, 'app'),
  invited: (count: number) => `${count} invited`,
  changes: (n: Readonly<Record<RosterChange['what'], number>>) =>
    `Changes: ${n.joined} joined, ${n.invited} invited, ${n.noLongerIn} no longer in, ${n.role} of role, ${n.from} of inside/outside.`,
  /** A few parts as one text. */
  join: (parts: readonly string[]) => parts.join(', '),
};

const job = {
  progress: (done: number, total: number) =>
    total > done ? `${done} of ${counted(total, 'member')}` : counted(done, 'member'),
  done: (n: { readonly members: number; readonly spaces: number; readonly incomplete: number }) =>
    n.spaces === 1
      ? `Done: ${counted(n.members, 'member')}${n.incomplete === 0 ? '.' : '; perhaps not all of them.'}`
      : `Done: ${counted(n.members, 'member')} in ${counted(n.spaces, 'space')}${n.incomplete === 0 ? '.' : `; ${n.incomplete} of them could not be listed completely.`}`,
  /** By its link: the name of the tab may be somebody’s, and the log ends in Cloud Logging. */
  written: (link: string) => `Written into the tab ${link}`,
  continues: 'A job of this file is not finished: it is continued.',
  notListed: 'The list that was asked for has not begun. Run the function again for it.',
};

export const roster = {
  columns,
  changeColumns,
  states,
  notes,
  hiddenKinds,
  stamp,
  changes,
  summary,
  job,
};
