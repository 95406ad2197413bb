/** A long job on the page: how far it is, what it found, what can be done about it. */
import { grouped } from '../../number';
import { counted } from '../counted';
import { duration } from './rows';

export const job = {
  /** By the kind of job. */
  kinds: {
    lookUp: {
      running: (tab: string) => `Looking up “${tab}”`,
      paused: (tab: string) => `Paused: “${tab}”`,
      open: (tab: string) => `Not finished: “${tab}”`,
      stopped: (tab: string) => `Stopped: “${tab}”`,
      cancelled: (tab: string) => `Cancelled: “${tab}”`,
      done: (count: number, took: string | null) =>
        `${counted(count, 'row')} done${took === null ? '' : ` in ${took}`}`,
      unit: (count: number) => counted(count, 'row'),
    },
    roster: {
      running: (tab: string) => `Listing into “${tab}”`,
      paused: (tab: string) => `Paused: list “${tab}”`,
      open: (tab: string) => `Not finished: list “${tab}”`,
      stopped: (tab: string) => `Stopped: list “${tab}”`,
      cancelled: (tab: string) => `Cancelled: list “${tab}”`,
      done: (count: number, took: string | null) =>
        `${counted(count, 'member')} listed${took === null ? '' : ` in ${took}`}`,
      unit: (count: number) => counted(count, 'member'),
    },
    spaces: {
      running: (tab: string) => `Listing into “${tab}”`,
      paused: (tab: string) => `Paused: list “${tab}”`,
      open: (tab: string) => `Not finished: list “${tab}”`,
      stopped: (tab: string) => `Stopped: list “${tab}”`,
      cancelled: (tab: string) => `Cancelled: list “${tab}”`,
      done: (count: number, took: string | null) =>
        `${counted(count, 'space')} listed${took === null ? '' : ` in ${took}`}`,
      unit: (count: number) => counted(count, 'space'),
    },
  },
  starting: 'Starting…',
  columns: (first: string, last: string) => `Answers fill columns ${first} to ${last}`,
  columnsSoFar: (first: string, last: string) => `Answers so far stand in columns ${first} to ${last}`,
  columnsDone: (tab: string, first: string, last: string) => `“${tab}”, columns ${first} to ${last}`,
  of: (total: string) => `of ${total}`,
  progress: (done: number, total: string) => `${grouped(done)} of ${total}`,
  label: 'Progress',
  rate: (perSecond: number) =>
    perSecond >= 1
      ? `${grouped(perSecond)} a second`
      : `${grouped(Math.max(1, Math.round(perSecond * 60)))} a minute`,
  left: (seconds: number) => `about ${duration(seconds)} left`,
  waiting: (count: string) => `${count} wait`,
  restUntil: (time: string) => `Google asks for a rest: it goes on at ${time}.`,
  as: (asWhom: string) => `It asks ${asWhom}.`,
  took: duration,
  verdicts: 'Verdicts',
  pause: 'Pause',
  pausing: 'Pausing…',
  resume: 'Continue',
  resuming: 'Continuing…',
  cancel: 'Cancel',
  cancelRest: 'Cancel the rest',
  cancelling: 'Cancelling…',
  cancelTakes: 'The step under way ends first: within 15 seconds.',
  lookAgain: 'Look how far it is',
  goToAnswers: 'Go to answers',
  goToList: 'Go to the list',
  another: 'Other rows',
  close: 'Close',
  leave:
    'Go on working in the sheet: rows may be sorted and edited. If you close this sidebar, the rest goes on by itself, a little later.',
  stay: 'Go on working in the sheet: rows may be sorted and edited. Keep this sidebar open.',
  pausedText: 'It waits as long as you like, also when this sidebar is closed.',
  openText: 'Nothing is lost: answers so far stand in the sheet, and “Continue” does the rest.',
  cancelledText: (done: number, total: string) =>
    `${grouped(done)} of ${total} answered. These answers stay; the rest was not asked.`,
  slower: 'Requests go one after another, since the permission for requests side by side was not granted.',
  foreign: (since: string) =>
    `Somebody else started this at ${since}. Only one job at a time writes into a sheet; single questions work meanwhile.`,
  foreignOpen: (since: string) =>
    `Somebody else started this at ${since}. It is not running now; you may continue it.`,
  privileged: {
    title: 'This job reads as a Workspace admin',
    titleApp: 'This job reads as the Chat app',
    text: 'It reads spaces that you may not be in; the answers stand in this sheet for all who can open it.',
    yours: 'If you continue it, it reads with your rights.',
    continue: 'Continue with my rights',
    leave: 'Leave it',
  },
  selectsRows: 'A number selects its rows in the sheet.',
  selectRows: 'select rows',
  selected: (rows: string) => `${rows} selected in the sheet.`,
  exceptions: {
    title: (verdict: string, count: number) => `${verdict}: ${grouped(count)}`,
    rows: (rows: readonly string[], more: number) =>
      `${rows.length === 1 && more === 0 ? 'Row' : 'Rows'} ${rows.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    more: (count: number) => `and ${grouped(count)} more`,
    tryAgain: (rows: string) => `Try ${rows} again`,
  },
  quarter: (done: number, total: string) => `${grouped(done)} of ${total} done`,
  open: (done: number, total: string) => `Not finished: ${grouped(done)} of ${total}`,
  runs: (done: number, total: string) => `Working: ${grouped(done)} of ${total}`,
};
