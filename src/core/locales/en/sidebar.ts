/** What the sidebar says around answers, jobs and reports: by view, and what all views share. */
import { counted } from './counted';

const page = {
  opening: 'Opening Rollcall…',
  slow: 'This takes longer than usual. If several Google accounts are signed in in this browser, open the sheet in a window with one account only.',
  tryAgain: 'Try again',
  newTab: 'opens in a new tab',
  views: { label: 'Views', ask: 'Ask', rows: 'Rows', setup: 'Set-up check', settings: 'Settings' },
  jobOpen: 'a look-up is open',
  nextStep: 'What to do',
  original: "Google's own words",
  copy: 'Copy',
  copied: 'Copied.',
  copyRefused: 'The browser does not let Rollcall copy. Here is the text, selected: press Ctrl+C or ⌘C.',
  textToCopy: 'Text to copy',
  unanswered: 'The script gave no answer.',
};

const rights = {
  title: 'Some permissions are missing',
  lost: (parts: readonly string[]) => `Not working without them: ${parts.join(', ')}. Everything else works.`,
  lookAgain: 'I have granted them',
  complete: 'All permissions are granted.',
  incomplete: (count: number) => `${counted(count, 'permission')} still missing.`,
};

const ask = {
  title: 'Who is in a space?',
  space: 'Space',
  spaceHint: 'Its link in Google Chat, or its id',
  member: 'Member',
  memberHint: 'E-mail address, user id, “me” or “app”',
  submit: 'Look up',
  busy: 'Asking Google Chat…',
  empty: 'Name a space and somebody. The answer says whether they are in it, in what role and since when.',
  recent: 'Last questions',
  /** For a screen reader: what the button asks. */
  askAgain: (member: string, space: string) => `Ask again: ${member} in ${space}`,
  as: (who: string) => `You look up as: ${who}`,
  /** Shorter than the verdict in the sheet: the sentence below says the rest. */
  notDirect: 'Not a direct member',
  details: 'Details',
  raw: 'Raw answer of Google',
  write: 'Write to sheet',
  writing: 'Writing…',
  written: (tab: string, row: number) => `Written to the tab “${tab}”, row ${row}.`,
  updated: (tab: string, row: number) => `Updated in the tab “${tab}”, row ${row}.`,
};

const rows = {
  title: 'Look up selected rows',
  looking: 'Looking at the selection…',
  /** Tab and range. */
  where: (tab: string, range: string) => `${tab}, ${range}`,
  counts: { rows: 'Rows', people: 'Members', spaces: 'Spaces', requests: 'Requests' },
  range: (low: number, high: number) => (low === high ? `about ${high}` : `${low} to ${high}`),
  header: 'The first row is a header and is left out.',
  duplicates: (questions: number) => `Repeated questions are asked once: ${questions} in all.`,
  nothingSent: 'Nothing has been sent to Google Chat yet.',
  spaceNeeded: 'These rows name members only. In which space shall Rollcall look?',
  useSpace: 'Use this space',
  start: 'Start',
  starting: 'Starting…',
  lookAgain: 'Look at the selection again',
};

const job = {
  running: (tab: string) => `Looking up the rows of “${tab}”`,
  paused: (tab: string) => `Paused: rows of “${tab}”`,
  open: (tab: string) => `Not finished: rows of “${tab}”`,
  stopped: (tab: string) => `Stopped: rows of “${tab}”`,
  done: (tab: string) => `Done: rows of “${tab}”`,
  doneText: 'The answers stand beside the rows, in the columns whose titles begin with “Chat”.',
  cancelled: (tab: string) => `Cancelled: rows of “${tab}”`,
  progress: 'Rows done',
  verdicts: 'Verdicts so far',
  notMember: 'Not in space',
  rate: (rowsPerSecond: number) =>
    rowsPerSecond >= 1
      ? `${counted(Math.round(rowsPerSecond), 'row')} a second`
      : `${counted(Math.max(1, Math.round(rowsPerSecond * 60)), 'row')} a minute`,
  left: (seconds: number) =>
    seconds < 60
      ? `about ${counted(Math.max(1, Math.round(seconds)), 'second')} left`
      : `about ${counted(Math.round(seconds / 60), 'minute')} left`,
  pause: 'Pause',
  pausing: 'Pausing…',
  resume: 'Continue',
  resuming: 'Continuing…',
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  lookAgain: 'Look how far it is',
  another: 'Look up other rows',
  leaveOpen: 'Keep the sidebar open; you can work in the sheet meanwhile.',
  nothingLost: 'Nothing is lost: answers so far stand in the sheet, and “Continue” does the rest.',
  waiting: 'The other rows wait in the sheet until you choose “Continue”.',
  cancelledText: (done: number, total: number) =>
    `${done} of ${counted(total, 'row')} answered. These answers stay; the other rows were not asked.`,
  foreign: (since: string) =>
    `Somebody else started this look-up on ${since}. Two at once would write into the same cells, so please let it finish. Single questions work meanwhile.`,
  foreignOpen: (since: string) =>
    `Somebody else started this look-up on ${since} and it is not running now. You may continue it.`,
};

const settings = {
  title: 'Look up as',
  choices: {
    user: { name: 'You', hint: 'Sees the spaces you are in. Right for nearly everybody.' },
    app: {
      name: 'The Chat app',
      hint: 'Sees the spaces the app is in, and people only: no groups, no apps, nobody who is only invited.',
    },
    admin: {
      name: 'Admin',
      hint: 'Sees every space of your organisation. Takes admin rights for Google Chat.',
    },
  },
  serviceAccount: 'E-mail address of the service account',
  serviceAccountHint: 'Ends with gserviceaccount.com. Never paste a key here.',
  warningTitle: 'Read this first',
  warning:
    'An editor could change the script so that it reads with the rights you switch on here. In a sheet with several editors, do not: ask your administrator for the add-on, whose code nobody can change from a sheet.',
  editors: 'These people can edit this sheet and its script:',
  editorsLoading: 'Asking who can edit this sheet…',
  editorsUnknown:
    'Google does not tell who can edit this sheet. Look at “Share” at the top right of the sheet.',
  confirm: 'I have read this and switch it on for this sheet.',
  save: 'Save',
  saving: 'Saving…',
  saved: (who: string) => `Saved. In this sheet you look up as: ${who}`,
  manifest: (field: string) => `Add to ${field} in appsscript.json:`,
};

const setup = {
  title: 'Check the set-up',
  intro: 'A few harmless requests show what works and what is missing.',
  space: 'Space (optional)',
  spaceHint: 'A space you are in, to prove that its memberships can be read',
  submit: 'Check',
  busy: 'Checking…',
  results: 'Result',
  allWell: 'Nothing failed.',
  failures: (count: number) => `${counted(count, 'check')} failed.`,
  copy: 'Copy as text',
};

export const sidebar = { page, rights, ask, rows, job, settings, setup };
