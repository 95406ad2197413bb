/** The view of many rows: what the selection holds, and the choices before a start. */
import { counted } from '../counted';

export const rows = {
  looking: 'Reading the selection…',
  title: (count: number, tab: string) => `${counted(count, 'row')} of “${tab}”`,
  range: (first: number, last: number) => (first === last ? `Row ${first}` : `Rows ${first} to ${last}`),
  readAgain: 'Read the selection again',
  wholeTable: 'All rows of the table',
  space: 'Space',
  member: 'Member',
  oneSpace: 'one for all rows',
  change: 'Change',
  changeColumn: (field: string) => `Change the column: ${field}`,
  column: (letters: string, title: string, holds: string) =>
    title === '' ? `${letters} · ${holds}` : `${letters} “${title}” · ${holds}`,
  chosenColumn: (letters: string, title: string) => (title === '' ? letters : `${letters} “${title}”`),
  holds: {
    memberships: 'memberships',
    members: 'addresses or ids',
    spaces: 'spaces',
    dates: 'dates',
    numbers: 'numbers',
    texts: 'texts',
  },
  quoted: (title: string) => `“${title}”`,
  take: 'Take this column',
  spaceForAll: 'Space for all rows',
  useSpace: 'Use this space',
  place: {
    title: 'Where should answers go?',
    end: (letter: string) => `Right of the table, from column ${letter}`,
    afterQuestion: (letter: string) => `Right after the question, from column ${letter}`,
    moves: 'The columns behind it move to the right.',
  },
  badRows: (count: number) => `${counted(count, 'row')} can’t be read:`,
  stop: () => '.',
  badRowsWhy: 'The reason will stand beside.',
  rowNumbers: (rows: readonly string[], more: number) =>
    `${rows.length === 1 && more === 0 ? 'row' : 'rows'} ${listed(rows, more)}`,
  hidden: (count: number) => `${counted(count, 'row')} hidden by a filter will be left out.`,
  duplicates: (questions: number) => `Repeated questions are asked once: ${counted(questions, 'question')}.`,
  start: (count: number) => `Look up ${counted(count, 'row')}`,
  about: (seconds: number) => `about ${duration(seconds)}`,
  nothingAsked: 'Nothing is asked before you start.',
  none: {
    title: 'No column looks like members',
    text: 'These rows hold no e-mail address, user id or membership. Nothing was asked.',
    choose: 'Choose a column',
    works: 'What works',
    kinds: [
      'Whole rows, whole columns, one cell or several ranges',
      'Addresses, ids, names with an address, links to spaces',
      'Only members, with one space for all of them',
    ],
  },
  unreadable: {
    title: 'No row can be read',
    text: 'Nothing in the column of members is an address, an id or a membership. Nothing was asked.',
  },
};

/** `10 s`, `3 min`, `2 h`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function listed(rows: readonly string[], more: number): string {
  if (more > 0) return `${rows.join(', ')} and ${more} more`;
  const last = rows[rows.length - 1] ?? '';
  return rows.length < 2 ? last : `${rows.slice(0, -1).join(', ')} and ${last}`;
}
