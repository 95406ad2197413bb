/** Problems with the sheet and with long jobs: what happened, why, what to do. */

export const sheetProblems = {
  tabTaken: {
    happened: 'The tab {tab} holds another table.',
    cause: "Its first row is not Rollcall's, so nothing was written.",
    nextStep: 'Rename that tab; Rollcall then makes its own.',
  },
  tabNameTaken: {
    happened: 'A tab with this name exists already.',
    cause: 'Somebody made the tab {tab} in the same moment.',
    nextStep: 'Try again.',
  },
  protectedCell: {
    happened: 'The answer could not be written.',
    cause: 'The cells are protected, and you may not edit them.',
    nextStep: 'Ask the owner of the sheet to let you edit these cells or to lift the protection.',
  },
  valueRefused: {
    happened: 'A cell refused the answer.',
    cause: 'A data validation rule or the type of a table column allows other values only.',
    nextStep: "Remove the rule from Rollcall's columns, or move them out of the typed table.",
  },
  textTooLong: {
    happened: 'A text is too long for a cell.',
    cause: 'A cell holds at most 50,000 characters.',
    nextStep: 'Shorten the text in the row and try again.',
  },
  cellLimit: {
    happened: 'The spreadsheet is full.',
    cause: 'It has reached the limit of 10 million cells.',
    nextStep: 'Delete empty rows, columns or tabs, then continue.',
  },
  sheetGone: {
    happened: 'The tab {tab} is gone.',
    cause: 'It was deleted while Rollcall was working on it.',
    nextStep: 'Restore the tab from the version history and continue, or start again in another tab.',
  },
  columnGone: {
    happened: 'A column that the look-up needs is gone.',
    cause: 'In the tab {tab} the column of members or the column “Chat checked” was deleted.',
    nextStep:
      'Undo the deletion, or restore the sheet from the version history, and continue. Otherwise cancel the look-up and start again.',
  },
  columnTwice: {
    happened: 'Two columns are marked as {column}.',
    cause: 'A copied column keeps the mark of its original, so it is not clear into which one to write.',
    nextStep: 'Delete the copy, or give it another title, then try again.',
  },
  keyColumnGone: {
    happened: 'The column {column} is gone.',
    cause: 'Only this column tells what each row is about, so nothing was changed.',
    nextStep:
      'Undo the deletion, or restore the sheet from the version history. For a new list, delete the whole tab and list again.',
  },
  cellsOverwritten: {
    happened: 'Cells of yours were overwritten.',
    cause:
      'Columns were inserted or deleted in the very moment of writing; {range} was hit and could not be put back.',
    nextStep: 'Restore these cells with Undo or from the version history.',
  },
  sheetChanged: {
    happened: 'The sheet changed in the meantime.',
    cause: 'Rows or columns were deleted while Rollcall was writing.',
    nextStep: 'Continue: Rollcall reads the sheet again.',
  },
  questionMoved: {
    happened: 'The question no longer stands in its row.',
    cause: 'In the tab {tab} the row was changed or deleted after it was read, so nothing was written.',
    nextStep: 'Select the row and look it up again, or write the answer into the tab Memberships.',
  },
  answerChanged: {
    happened: 'This can no longer be undone.',
    cause: 'The row has been changed since the answer was written, so it was left as it is.',
    nextStep: 'Edit the cells by hand, or restore them from the version history.',
  },
  noAnswers: {
    happened: 'There is no such answer in the sheet.',
    cause: 'The answers were changed or removed in the meantime, or their columns were deleted.',
    nextStep: 'Look the rows up again.',
  },
  spreadsheetDenied: {
    happened: 'The spreadsheet cannot be opened.',
    cause: 'It was deleted, or you may not edit it.',
    nextStep: 'Ask the owner of the sheet for edit access.',
  },
  leaseHeld: {
    happened: 'A look-up is already running in this sheet.',
    cause: 'It was started at {since}; two at once would write into the same cells.',
    nextStep: 'Wait until it is done. If it has stopped, it can be continued 7 minutes after its last step.',
  },
  jobOpen: {
    happened: 'A look-up in this sheet is not finished.',
    cause: 'It is open in the tab {tab}; two at once would write into the same cells.',
    nextStep:
      'Continue or cancel it first: the sidebar shows it when you open it again, and “Continue look-up” in the Rollcall menu goes on with it.',
  },
  jobOpenAsOther: {
    happened: 'A look-up that asks as somebody else is not finished.',
    cause: 'The one in the tab {tab} asks as {caller} and goes on as it began.',
    nextStep: 'Run lookUp() without an identity to continue it, or cancel it in the sidebar; then try again.',
  },
  noJob: {
    happened: 'There is nothing to continue.',
    cause: 'No look-up is open in this sheet, or it has been cancelled.',
    nextStep: 'Select rows and choose “Look up selected rows”.',
  },
  jobNewer: {
    happened: 'A newer version of Rollcall is at work in this sheet.',
    cause: 'The job that is open was started by a later version, and this one cannot go on with it.',
    nextStep: 'Update the script, then continue the job or cancel it.',
  },
  jobUnreadable: {
    happened: 'The open job cannot be read.',
    cause: 'Its record was changed, or it is of a kind that this version does not know.',
    nextStep: 'Cancel it and start again; answers so far stay.',
  },
  oldJobEnded: {
    happened: 'A look-up from an earlier version was ended.',
    cause:
      'Rollcall was updated while it was open. Answers so far stay, and its “Waiting” marks were removed.',
    nextStep: 'Look the remaining rows up again.',
  },
  takeOverUnconfirmed: {
    happened: 'Somebody else started this, to be read as {caller}.',
    cause:
      'It was started at {since}. If you continue, Rollcall reads with your rights what that person chose (spaces: {spaces}).',
    nextStep: 'Look at the rows first. Continue only if you would have started this yourself, or cancel it.',
  },
  markersLeft: {
    happened: 'The job is cancelled, but its “Waiting” marks could not be removed.',
    cause: 'The cells cannot be edited at the moment, for instance because they are protected.',
    nextStep: 'Once they can be edited again, look the rows up anew or clear the marks by hand.',
  },
  markersSwept: {
    happened: 'Marks of a look-up that is no longer open were removed.',
    cause: 'Rows or the whole file were copied while it was running.',
    nextStep: 'Look up the rows that have no answer yet.',
  },
  compareNeedsPeople: {
    happened: 'These rows name a space of their own ({range}).',
    cause: 'A list is compared with one space, so only the column of people counts.',
    nextStep: 'Select the column of people alone, and choose the space in the sidebar.',
  },
  compareTooLarge: {
    happened: 'This space is too large to be compared by names.',
    cause: 'Names are compared with at most 1,000 members at once.',
    nextStep:
      'Select a column of e-mail addresses instead: with addresses any size works, and answers are sure.',
  },
  noSpaces: {
    happened: 'There is no space to look in.',
    cause:
      'You are in no named space; direct messages and unnamed group chats are left out unless you ask for them.',
    nextStep: 'Include them: in the sidebar by the tick, in the editor by the option directMessages.',
  },
  eraseChanged: {
    happened: 'Nothing was erased.',
    cause: 'Since you were shown what would go, something of it has changed.',
    nextStep: 'Look again at what would go, then erase.',
  },
  exportTooLarge: {
    happened: 'This table is too large to be exported here.',
    cause: 'A sidebar can take 20 million characters.',
    nextStep: 'Use File > Download in the menu of the sheet.',
  },
  storeFull: {
    happened: "The sheet's memory for scripts is full.",
    cause: 'The document properties have reached their limit.',
    nextStep: 'Remove properties that other scripts of this sheet no longer need.',
  },
};
