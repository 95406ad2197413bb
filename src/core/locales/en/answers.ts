/** Names for what an answer holds: verdict, role, origin, identity. */

export const answers = {
  verdicts: {
    member: 'Member',
    invited: 'Invited',
    notMember: 'Not a member',
    /** `notMember` while people who come in through a group cannot be ruled out. */
    notDirectMember: "Not a direct member (people who come in through a group can't be seen)",
    /** The same for an address, which may be a group's. */
    notDirectByAddress:
      "Not a direct member (people who come in through a group can't be seen, nor groups by their address)",
    /** The same as an admin, who may not be shown who is invited. */
    notDirectAsAdmin:
      "Not a direct member (invited people, people who come in through a group and groups by their address can't be seen)",
    unchecked: "Couldn't check",
  },
  /** As the Chat user interface names roles. */
  roles: { owner: 'Owner', manager: 'Manager', member: 'Member' },
  origins: { inside: 'Inside', outside: 'Outside', guest: 'Guest' },
  identities: { user: 'You', app: 'The Chat app', admin: 'Admin' },
  /** The same in a cell, where somebody else may read it. */
  askedAs: { user: 'User', app: 'Chat app', admin: 'Admin' },
};
