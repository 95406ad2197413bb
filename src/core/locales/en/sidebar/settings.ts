/** Settings: as whom to ask in this sheet. */

export const settings = {
  title: 'Settings',
  asWhom: 'Ask as',
  choices: {
    user: { name: 'You', hint: 'Sees the spaces you are in. Right for nearly everybody.' },
    app: {
      name: 'The Chat app',
      hint: 'Sees the spaces the app is in, and people only: no groups, no apps, nobody who is only invited.',
    },
    admin: {
      name: 'Workspace admin',
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
  saved: (asWhom: string) => `Saved. In this sheet you ask ${asWhom}.`,
  manifest: (field: string) => `Add to ${field} in appsscript.json:`,
};
