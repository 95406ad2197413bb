/** What stands beside an answer: labels of its fields, and how times are written (letters of Utilities.formatDate). */

export const card = {
  fields: {
    name: 'Name',
    email: 'E-mail',
    kind: 'Kind',
    role: 'Role',
    from: 'From',
    joined: 'Joined',
    invited: 'Invited',
    left: 'Left',
    membership: 'Membership',
    checked: 'Checked',
    as: 'Asked as',
  },
  kinds: { person: 'Person', app: 'Chat app', group: 'Google Group' },
  dayPattern: 'd MMM yyyy',
  timePattern: 'yyyy-MM-dd HH:mm',
};
