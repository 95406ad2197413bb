/** Names for what an answer holds: verdict, role, origin, identity. */

export const answers = {
  /** The same words in cells, on the card and in counts, so that what is counted can be filtered for. */
  verdicts: {
    member: 'In space',
    invited: 'Invited',
    notMember: 'Not in space',
    /** `notMember` while something that cannot be seen may let them in; the note says what. */
    notDirectMember: 'Not a direct member',
    unchecked: "Couldn't check",
  },
  /** What stands beside a verdict in the sheet. */
  notes: {
    /** `since` is the title of the column that holds the time. */
    invited: (since: string) => `Not accepted yet. “${since}” is when they were invited.`,
    notMember: 'The space has no groups.',
    left: 'They left or were removed.',
    notDirectMember: 'They may still be in through a group.',
    /** The same for an address, which may be a group's. */
    notDirectByAddress: "They may still be in through a group, or this may be a group's address.",
    /** The same as an admin, who may not be shown who is invited. */
    notDirectAsAdmin: "They may be invited or be in through a group, or this may be a group's address.",
  },
  /** As the Chat user interface names roles. */
  roles: { owner: 'Owner', manager: 'Manager', member: 'Member' },
  origins: { inside: 'Inside', outside: 'Outside', guest: 'Guest' },
  identities: { user: 'You', app: 'The Chat app', admin: 'Workspace admin' },
  /** The same in a cell, where somebody else may read it. */
  askedAs: { user: 'User', app: 'Chat app', admin: 'Workspace admin' },
};
