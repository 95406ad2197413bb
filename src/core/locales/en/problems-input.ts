/** Problems with what was typed, pasted or selected: what happened, why, what to do. */

export const inputProblems = {
  nothingAsked: {
    happened: 'There is no question yet.',
    cause: 'Both fields are empty.',
    nextStep: 'Enter a space and a member, or paste a whole membership name such as spaces/…/members/….',
  },
  noSpace: {
    happened: 'No space is named.',
    cause: 'There is a member, but nothing says in which space to look.',
    nextStep: 'Paste the link of the space from Google Chat into the other field.',
  },
  noMember: {
    happened: 'No member is named.',
    cause: 'There is a space, but nothing says whom to look for.',
    nextStep: 'Enter an e-mail address, a user id, a group or “app” into the other field.',
  },
  twoSpaces: {
    happened: 'Both fields name a space.',
    cause: 'One of them should be a person, a group or a Chat app.',
    nextStep: 'Replace one of the two by an e-mail address or a user id.',
  },
  contradiction: {
    happened: 'The two fields contradict each other.',
    cause: 'One holds a whole membership name, and the other names a different space or member.',
    nextStep: 'Keep the one you mean and empty the other.',
  },
  memberInsteadOfSpace: {
    happened: '{value} is a member, not a space.',
    cause: 'This field is for the space to look in.',
    nextStep: 'Paste the link of the space from Google Chat here.',
  },
  spaceInsteadOfMember: {
    happened: '{value} is a space, not a member.',
    cause: 'A person, a group or a Chat app is expected here.',
    nextStep: 'Enter an e-mail address, a user id, a group such as groups/… or “app”.',
  },
  severalFound: {
    happened: 'This text names more than one space or member.',
    cause: 'It holds {value} and {other}, so it is not clear which is meant.',
    nextStep: 'Keep the one you mean and delete the rest.',
  },
  notASpaceLink: {
    happened: 'This link does not lead to a space.',
    cause: "It opens Google Chat's home page or another page without a space.",
    nextStep: 'Open the space in Google Chat and copy the link from there.',
  },
  foreignLink: {
    happened: 'This is not a Google Chat link.',
    cause: '{value} is not an address of Google Chat or Gmail.',
    nextStep: 'Open the space in Google Chat and copy the link from there.',
  },
  emailInsteadOfSpace: {
    happened: 'This link does not say which space it is.',
    cause: 'It names a direct message by an e-mail address, and the address is not an id.',
    nextStep: 'Open the direct message in Google Chat and copy its link once it shows an id.',
  },
  unsafeId: {
    happened: '{value} is not an id.',
    cause: 'An id consists of letters, digits, - and _. This one also holds {character}.',
    nextStep: 'Copy the link or the id again and paste it unchanged.',
  },
  invisibleCharacters: {
    happened: '{value} holds a character that cannot be seen.',
    cause: 'It is {character}, and was probably copied along.',
    nextStep: 'Type the text again by hand instead of pasting it.',
  },
  secretPasted: {
    happened: 'This is a key or a token, not a space or a member.',
    cause: 'It gives access to something, so Rollcall neither keeps nor shows it.',
    nextStep: 'Enter a link, an id or an e-mail address. Replace the key where others may have seen it.',
  },
  errorValue: {
    happened: 'The cell shows the error {value}.',
    cause: 'Its formula gives no space and no member.',
    nextStep: 'Correct the formula, or write the value into the cell.',
  },
  tooLong: {
    happened: 'This text is too long.',
    cause: 'No link and no id is longer than 2,048 characters.',
    nextStep: 'Paste the link or the id alone.',
  },
  spaceUnreadable: {
    happened: '{value} is not a space.',
    cause: 'It is neither a link to a space nor an id.',
    nextStep: 'Paste the link of the space from Google Chat, or its id such as spaces/….',
  },
  memberUnreadable: {
    happened: '{value} is not a member that can be looked up.',
    cause: 'A name alone does not say who is meant: it takes an e-mail address or an id.',
    nextStep: 'Enter an e-mail address, a user id, a group such as groups/… or “app”.',
  },
  emailMalformed: {
    happened: '{value} is not an e-mail address that can be looked up.',
    cause: 'It holds {character}, which cannot be part of it.',
    nextStep: 'Check the address and enter it again.',
  },
  emailIncomplete: {
    happened: '{value} is not a whole e-mail address.',
    cause: 'Something is missing before or after the “@”, such as “.com” at the end.',
    nextStep: 'Complete the address and enter it again.',
  },
  digitsLost: {
    happened: '{value} has lost digits.',
    cause: 'The spreadsheet turned a long id into a number and rounded it.',
    nextStep: 'Give the cell the format “Plain text” (Format > Number), then paste the id again.',
  },
  meUnknown: {
    happened: 'It is not known who “me” is.',
    cause: 'Rollcall may not read your e-mail address, or your organisation hides it.',
    nextStep: 'Allow Rollcall to see your address, or enter the address itself.',
  },
  meChanged: {
    happened: 'It is not clear who “me” is.',
    cause: 'Another person started this look-up, and “me” was meant as them.',
    nextStep: 'Write the address instead of “me”, then look the row up again.',
  },
  argumentUnreadable: {
    happened: 'The function was called with something it cannot read.',
    cause: '{value} is not of the kind it expects.',
    nextStep: 'Call it with a membership name, or with a space and a member, as texts.',
  },
  answerOutdated: {
    happened: 'This answer is too old to be written.',
    cause: 'It was given more than a day ago, and things may have changed since.',
    nextStep: 'Look it up again, then write the new answer.',
  },

  nothingSelected: {
    happened: 'Nothing is selected.',
    cause: 'Rollcall looks up the rows that are selected in the sheet.',
    nextStep: 'Select the cells with the spaces and members, then try again.',
  },
  notAGrid: {
    happened: 'This tab has no cells.',
    cause: 'A chart or another object is selected instead of a table.',
    nextStep: 'Open a tab with cells and select the rows.',
  },
  noMembersFound: {
    happened: 'No column looks like members.',
    cause: 'The rows of {range} hold no e-mail address, user id or membership.',
    nextStep: 'Select rows with addresses or ids, or choose the column that holds the members.',
  },
  columnsUnclear: {
    happened: 'It is not clear which columns hold the questions.',
    cause: 'In this tab more than two columns look like spaces or members.',
    nextStep:
      'Select the column of spaces and the column of members and choose “Look up selected rows” once; Rollcall remembers them.',
  },
  twoTables: {
    happened: 'The selection covers two tables.',
    cause: 'Between the selected cells there are others, so it is not clear where the answers belong.',
    nextStep: 'Select the rows of one table at a time.',
  },
  mergedCells: {
    happened: 'The selection has merged cells.',
    cause: 'In {range} one cell spans several rows or columns, so a row has no place of its own.',
    nextStep: 'Unmerge the cells, then try again.',
  },
  datesColumn: {
    happened: 'A selected column holds dates.',
    cause: 'The cells in {range} are dates or times, not spaces or members.',
    nextStep: 'Select the columns with the spaces and the members.',
  },
  selectionChanged: {
    happened: 'The selection has changed.',
    cause: 'It is no longer what you were shown, so nothing was started.',
    nextStep: 'Look at what it holds now, then choose Start.',
  },
  noRosterOpen: {
    happened: 'The open tab is not a list of members.',
    cause: 'Without a space, the list that is open is refreshed, and Rollcall did not make this tab.',
    nextStep: 'Name a space, as in listMembers("spaces/…"), or open a tab “Members of …” first.',
  },
  noSpacesSelected: {
    happened: 'No spaces are selected.',
    cause: 'Several spaces are chosen by selecting their rows in the tab “Spaces”.',
    nextStep: 'Open the tab “Spaces”, select the rows of the spaces, then try again.',
  },
  noSpacesTab: {
    happened: 'There is no tab “Spaces” yet.',
    cause: 'Several spaces are chosen there, by selecting their rows.',
    nextStep: 'Choose “My spaces” and write them into the sheet first.',
  },
  directMessageUnconfirmed: {
    happened: 'This is a direct message or a group chat without a name; nothing was written.',
    cause: 'Its only name is the people in it, and everybody who can open the sheet would read it.',
    nextStep:
      'Tick that direct messages and group chats are to be written too, if you mean it. In the editor, run listMembers with the option directMessages.',
  },
  spaceNameTwice: {
    happened: 'More than one space is called {value}.',
    cause: 'It may be {space} or {otherSpace}.',
    nextStep: 'Paste the link of the space that you mean.',
  },
  nothingToAsk: {
    happened: 'There is nothing to look up.',
    cause: 'No row has a question without an answer.',
    nextStep:
      'Write a space into the column Space and a member into the column Member, then try again. In the editor, getMembership("spaces/…", "ada@example.com") asks one question.',
  },
};
