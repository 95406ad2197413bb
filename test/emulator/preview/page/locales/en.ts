/** What the preview's own page says, in English. What Google would say itself is worded as near to it as is plain. */

export const en = {
  emulator: 'Emulator',
  emulatorHint: 'Not Google: an Apps Script platform on this machine, with invented people and spaces',
  changePerson: 'This is who you are here. Change person',
  close: 'Close',
  language: 'Language',
  languages: { en: 'English', ja: '日本語' },
  guide: {
    title: 'First steps',
    close: 'Hide the first steps',
    steps: (isAddOn: boolean) => [
      `Rows are selected. Choose ${isAddOn ? 'Extensions > ' : ''}Rollcall > Look up selected rows, and allow what it asks for.`,
      'Choose it once more: as on Google, the first click only asks. Then start.',
      `Read the answers beside the rows. For one person: ${isAddOn ? 'Extensions > ' : ''}Rollcall > Open Rollcall, and paste what npm start has printed.`,
    ],
  },
  menuBar: 'Menu bar',
  sheets: 'Sheets',
  nameBox: 'Cell or range to go to',
  formulaLine: 'Formula line',
  formula: (cell: string) => `Content of ${cell}`,
  grid: {
    all: 'Select all',
    empty: 'empty',
    cell: (name: string, text: string) => `${name}, ${text}`,
    selected: (range: string, cells: number) => `${range} selected, ${cells} cells`,
    note: 'Note',
    columnMenu: (column: string) => `Menu of column ${column}`,
  },
  menus: {
    edit: 'Edit',
    clear: 'Clear cells',
    insertAbove: (count: number) => (count === 1 ? 'Insert 1 row above' : `Insert ${count} rows above`),
    insertBelow: (count: number) => (count === 1 ? 'Insert 1 row below' : `Insert ${count} rows below`),
    deleteRows: (count: number) => (count === 1 ? 'Delete row' : `Delete ${count} rows`),
    format: 'Format',
    formats: {
      automatic: 'Automatic',
      text: 'Plain text',
      number: 'Number',
      percent: 'Percent',
      date: 'Date',
      dateTime: 'Date and time',
    },
    data: 'Data',
    extensions: 'Extensions',
    sortUp: (column: string) => `Sort sheet by column ${column} (A to Z)`,
    sortDown: (column: string) => `Sort sheet by column ${column} (Z to A)`,
  },
  buttons: { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' } as Readonly<Record<string, string>>,
  consent: {
    title: (script: string) => `${script} wants to access your Google Account`,
    account: (user: string) => `Signed in as ${user}`,
    lead: 'Choose what it may do. Without a tick the rest goes on working as far as it can.',
    all: 'Select all',
    allow: 'Continue',
    cancel: 'Cancel',
    after: 'Afterwards choose the menu item again: Google does not run it by itself.',
    given: 'Permissions saved. Choose the menu item again.',
  },
  scopes: {
    'chat.memberships.readonly': 'See who is in Google Chat conversations, in what role and since when',
    'spreadsheets.currentonly': 'See and change the spreadsheet that this script is in',
    'script.container.ui': 'Show sidebars and dialogs in this spreadsheet',
    'userinfo.email': 'See the e-mail address of your Google Account',
    'script.external_request': 'Connect to other services, as far as the script lists them',
    'script.scriptapp': 'Run when you are not there',
    'chat.spaces.readonly': 'See Google Chat conversations and their names',
    'chat.admin.memberships.readonly':
      'As an administrator, see who is in any Chat space of your organisation',
    'chat.admin.spaces.readonly': 'As an administrator, see any Chat space of your organisation',
    'cloud-platform': 'See and change your Google Cloud data',
  } as Readonly<Record<string, string>>,
  notices: {
    running: 'Running script',
    failure: 'The script failed',
    lost: 'The emulator does not answer. Is npm start still running? This page connects again by itself.',
    dismiss: 'Dismiss',
  },
  environment: {
    open: 'Fault presets',
    title: 'Fault presets',
    lead: 'Change the environment of the script. It applies at once, from the next click on.',
    person: 'Person',
    latency: 'Each answer of Google takes',
    latencies: (milliseconds: number) =>
      milliseconds === 0
        ? 'no time'
        : milliseconds < 1000
          ? `${milliseconds} ms`
          : `${milliseconds / 1000} s`,
    permissions: 'Permissions',
    notAsked: 'The script has not asked yet; it does at the next click in its menu.',
    revoke: 'Make it ask again',
    faultPresets: 'Fault presets',
    noFaults: 'End all fault presets',
    identities: 'Fault presets of the Chat app and of admins need their permissions; start with one of them:',
    count: (on: number) => (on === 1 ? '1 fault preset is on' : `${on} fault presets are on`),
  },
  log: {
    open: 'Log',
    title: 'Execution log',
    lead: 'What ran in this window, newest first.',
    nothing: 'Nothing has run yet.',
    trigger: 'Time trigger',
    notAvailable: 'Not available in the emulator:',
    outcomes: {
      completed: 'Completed',
      failed: 'Failed',
      killed: 'Killed',
      timedOut: 'Timed out',
      needsConsent: 'Needs permission',
    } as Readonly<Record<string, string>>,
    entries: { onOpen: 'on opening', menu: 'menu', sidebar: 'sidebar', trigger: 'trigger' },
    cost: (milliseconds: number, requests: number) =>
      `${milliseconds} ms, ${requests === 1 ? '1 request' : `${requests} requests`} to Google`,
  },
};

export type Catalogue = typeof en;
