/** An answer as a colleague would say it: one whole sentence, or two, for each verdict. */
import type { Origin, Role } from '../../chat/membership';

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

/** When somebody joined is not when they got their role, so the two are said apart. */
function place({ role, since, space }: Spoken): string {
  if (role !== null && typeof role !== 'object')
    return `is ${roles[role]} ${space}${since === null ? '' : `, there since ${since},`}`;
  const being = since === null ? 'is' : 'has been';
  const as = role === null ? '' : ` with the role ${role.raw}`;
  return `${being} in ${space}${since === null ? '' : ` since ${since}`}${as}`;
}

function origin({ origin: from }: Spoken): string {
  if (from === null) return '';
  return typeof from === 'object' ? ` and has the affiliation ${from.raw}` : origins[from];
}

function aside(said: Spoken): string {
  return origin(said) === '' ? '' : `,${origin(said)}`;
}

function gone({ until }: Spoken): string {
  return until === null ? '' : `: they left or were removed on ${until}`;
}

function notDirect(said: Spoken): string {
  return `${opening(said)} is not a direct member of ${said.space}${gone(said)}.`;
}

const groupAddress = "and if this is a group's address, the group may be in the space all the same.";

/** A name at the beginning of a sentence: "the group" becomes "The group". */
function opening({ who }: Spoken): string {
  return who.replace(/^the /, 'The ');
}

export const sentences = {
  member: (said: Spoken) => `${opening(said)} ${place(said)}${origin(said)}`.replace(/,?$/, '.'),
  invited: (said: Spoken) =>
    said.since === null
      ? `${opening(said)} is invited to ${said.space} but has not joined yet${aside(said)}.`
      : `${opening(said)} was invited to ${said.space} on ${said.since} but has not joined yet${aside(said)}.`,
  notMember: (said: Spoken) => `${opening(said)} is not a member of ${said.space}${gone(said)}.`,
  notDirectMember: (said: Spoken) => `${notDirect(said)} People who come in through a group can't be seen.`,
  notDirectByAddress: (said: Spoken) =>
    `${notDirect(said)} People who come in through a group can't be seen, ${groupAddress}`,
  notDirectAsAdmin: (said: Spoken) =>
    `${notDirect(said)} People who are invited or come in through a group can't be seen, ${groupAddress}`,
  unchecked: (said: Spoken, reason: string) =>
    `Couldn't check whether ${said.who} is in ${said.space}. ${reason}`,
  /** The names of those who have none. */
  group: (name: string) => `the group ${name}`,
  app: (name: string) => `the Chat app ${name}`,
  thisApp: 'the Chat app',
  someone: 'the member',
  space: (name: string) => `the space ${name}`,
  someSpace: 'the space',
};
