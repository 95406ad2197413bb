/** What all views of the sidebar share. */

export const page = {
  opening: 'Opening Rollcall…',
  slow: 'This takes longer than usual. If several Google accounts are signed in in this browser, open the sheet in a window with one account only.',
  tryAgain: 'Try again',
  newTab: 'opens in a new tab',
  views: { label: 'Views', ask: 'Ask', rows: 'Selected rows' },
  back: 'Back',
  show: 'Show',
  cancel: 'Cancel',
  details: 'Details',
  original: 'Google’s own words',
  copy: 'Copy',
  copied: 'Copied',
  copyRefused: 'The browser does not let Rollcall copy. Here is the text, selected: press Ctrl+C or ⌘C.',
  textToCopy: 'Text to copy',
  copyForThem: 'Copy the text for them',
  unanswered: 'The script gave no answer.',
  /** Two sentences after one another; either may be empty. */
  sentences: (one: string, other: string) => [one, other].filter((text) => text !== '').join(' '),
  /** Between names. */
  comma: () => ', ',
  today: (time: string) => `today ${time}`,
  /** As whom Google Chat is asked. */
  asWhom: { user: 'as you', app: 'as the Chat app', admin: 'as a Workspace admin' },
};

export const more = {
  label: 'More',
  setup: 'Check the set-up',
  settings: 'Settings',
  dark: 'Dark colours',
  exportCsv: 'Export as CSV',
  help: 'Help',
  report: 'Report a problem',
  version: (version: string, asWhom: string) => `Rollcall ${version} · you ask ${asWhom}`,
  asYourself: 'as yourself',
};
