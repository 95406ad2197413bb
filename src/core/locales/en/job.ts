/** What a long job says in the sheet, in messages and in the editor's log. */
import { counted } from './counted';

export const job = {
  /** Stands in the row's `Chat checked` until its answer is there. */
  waiting: 'Waiting',
  /** Stands beside an answer with a text that Sheets did not take as it is. */
  textRefused: 'A text from Chat could not be written as plain text, so its cell was left empty.',
  /** Titles of the two columns of questions in the tab `Memberships`. */
  questionTitles: { space: 'Space', member: 'Member' },
  summary: (n: { readonly rows: number; readonly spaces: number; readonly people: number }) =>
    `${counted(n.rows, 'row')}: ${counted(n.people, 'member')} in ${counted(n.spaces, 'space')}.`,
  badRows: (count: number) =>
    `${counted(count, 'row')} cannot be read as a question; the reason will stand beside.`,
  hiddenRows: (count: number) => `${counted(count, 'row')} hidden by a filter will be left out.`,
  slower: 'Requests go one after another, since the permission for requests side by side was not granted.',
  progress: (done: number, total: number) => `${done} of ${counted(total, 'row')}`,
  done: (n: {
    readonly total: number;
    readonly member: number;
    readonly invited: number;
    readonly notMember: number;
    readonly unchecked: number;
  }) =>
    `Done: ${counted(n.total, 'row')}. In space ${n.member}, Invited ${n.invited}, Not in space ${n.notMember}, Couldn't check ${n.unchecked}.`,
  goesOn: 'The rest goes on by itself; the sheet fills within minutes.',
  continues: 'A look-up of this file is not finished: it is continued.',
  notLookedUp: 'It stands in another tab; the open tab was not looked up. Run lookUp() again for it.',
  tooManyTriggers: 'Google lets nobody have more than 20 triggers in one script, and all are in use.',
  leftOver: 'Not finished. Choose “Continue look-up” in the Rollcall menu.',
  /** Stands for the less frequent reasons why rows could not be checked. */
  otherReasons: 'Other reasons',
};
