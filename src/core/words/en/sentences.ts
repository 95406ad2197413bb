/** An answer as a colleague would say it: one whole sentence, or two, for each verdict. */
import type { Origin, Role } from '../../membership';

/** What a sentence is made of; all texts are safe and already in this language. */
export interface Spoken {
  readonly who: string;
  readonly space: string;
  readonly role: Role | { readonly raw: string } | null;
  readonly origin: Origin | { readonly raw: string } | null;
  /** When the member joined or was invited. */
  readonly since: string | null;
  /** When the member left or was removed. */
  readonly until: string | null;
}

const roles: Readonly<Record<Role, string>> = {
  owner: 'an Owner of',
  manager: 'a Manager of',
  member: 'a Member of',
};
const origins: Readonly<Record<Origin, string>> = {
  inside: ' and belongs to the organisation',
  outside: ' and comes from outside the organisation',
  guest: ' and is a guest of the organisation',
};

function place({ role, space }: Spoken): string {
  if (role === null) return `in ${space}`;
  return typeof role === 'object' ? `in ${space} with the role ${role.raw}` : `${roles[role]} ${space}`;
}

function origin({ origin: from }: Spoken): string {
  if (from === null) return '';
  return typeof from === 'object' ? ` and has the affiliation ${from.raw}` : origins[from];
}

function gone({ who, space, until }: Spoken): string {
  return until === null ? '' : ` ${who} left or was removed from ${space} on ${until}.`;
}

export const sentences = {
  member: (said: Spoken) =>
    said.since === null
      ? `${said.who} is ${place(said)}${origin(said)}.`
      : `${said.who} has been ${place(said)} since ${said.since}${origin(said)}.`,
  invited: (said: Spoken) =>
    said.since === null
      ? `${said.who} is invited to ${said.space} but has not joined yet${origin(said)}.`
      : `${said.who} has been invited to ${said.space} since ${said.since} but has not joined yet${origin(said)}.`,
  notMember: (said: Spoken) => `${said.who} is not a member of ${said.space}.${gone(said)}`,
  notDirectMember: (said: Spoken) =>
    `${said.who} is not a direct member of ${said.space}.${gone(said)} People who come in through a group can't be seen.`,
  unchecked: (said: Spoken, reason: string) =>
    `Couldn't check whether ${said.who} is in ${said.space}. ${reason}`,
  /** The names of those who have none. */
  group: (name: string) => `The group ${name}`,
  app: (name: string) => `The Chat app ${name}`,
  thisApp: 'The Chat app',
  someone: 'The member',
  space: (name: string) => `the space ${name}`,
  someSpace: 'the space',
};
