/** What a long job says in the sheet, in messages and in the editor's log. */

export const job = {
  /** Stands in the row's `Chat checked` until its answer is there. */
  waiting: 'Waiting',
  title: 'Look up selected rows',
  /** Titles of the two columns of questions in the tab `Memberships`. */
  questionTitles: { space: 'Space', member: 'Member' },
  survey: (n: { readonly rows: number; readonly spaces: number; readonly people: number }) =>
    `${n.rows} rows: ${n.people} members in ${n.spaces} spaces.`,
  requests: (low: number, high: number) => `About ${low} to ${high} requests to Google Chat.`,
  badRows: (count: number) => `${count} rows cannot be read as a question; they will say why.`,
  hiddenRows: (count: number) => `${count} rows hidden by a filter are left out.`,
  slower: 'Requests go one after another, since the permission for requests side by side was not granted.',
  start: 'Start?',
  progress: (done: number, total: number) => `${done} of ${total} rows`,
  done: (n: {
    readonly total: number;
    readonly member: number;
    readonly invited: number;
    readonly notMember: number;
    readonly unchecked: number;
  }) =>
    `Done: ${n.total} rows. Member ${n.member}, invited ${n.invited}, not a member ${n.notMember}, couldn't check ${n.unchecked}.`,
  goesOn: 'The rest goes on by itself; the sheet fills within minutes.',
  leftOver: 'Not finished. Choose “Continue look-up” in the Rollcall menu.',
};
