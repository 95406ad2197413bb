/** Spaces: titles and texts of the tab `Spaces`, names for spaces that have none, and why a space is worth a look. */
import type { SpaceType } from '../../contract';
import { counted } from './counted';

const columns = {
  name: 'Chat space name',
  type: 'Chat type',
  look: 'Chat worth a look',
  owners: 'Chat owners',
  ownerCount: 'Chat owner count',
  people: 'Chat people',
  managers: 'Chat managers',
  outside: 'Chat outside',
  guests: 'Chat guests',
  groups: 'Chat groups',
  apps: 'Chat apps',
  invited: 'Chat invited',
  outsiders: 'Chat outsiders allowed',
  active: 'Chat last active',
  created: 'Chat created',
  listed: 'Chat listed',
  complete: 'Chat complete',
  space: 'Chat space',
};

const types: Readonly<Record<SpaceType, string>> = {
  space: 'Space',
  groupChat: 'Group chat',
  directMessage: 'Direct message',
  unknown: 'Not known',
};

const reasons = {
  noOwner: 'No owner',
  oneOwner: (name: string) => (name === '' ? 'One owner only' : `One owner only: ${name}`),
  mostlyOutside: (outside: number, people: number) => `Mostly outside: ${outside} of ${people}`,
  quiet: (month: string) => `Outside people allowed, quiet since ${month}`,
  /** Several reasons in one cell. */
  join: (texts: readonly string[]) => texts.join('; '),
};

const label = {
  /** `others`: how many more there are; 0 where all are named. */
  people: (names: readonly string[], others: number) => {
    const all = others > 0 ? [...names, counted(others, 'other')] : names;
    const [last = '', ...before] = [...all].reverse();
    return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
  },
};

const job = {
  progress: (done: number) => counted(done, 'space'),
  done: (spaces: number) => `Done: ${counted(spaces, 'space')}.`,
};

export const spaces = {
  columns,
  types,
  /** In `Chat outsiders allowed`. */
  yes: 'Yes',
  reasons,
  monthPattern: 'MMMM yyyy',
  label,
  job,
};
