/** What a person gives: spaces, people and facts that the cases about Google Chat need. Whatever is left empty is not asked. */

const GIVEN_TAB = 'Given';

/** Name, and what to fill in. Spaces may be given by the address that the browser shows, or as spaces/ID. */
const GIVEN = [
  [
    'appConfigured',
    'yes or no: is a Chat app configured in the Cloud project of this script? Ask once with no, if you can.',
  ],
  ['space', 'A space that you are in, with more than two people'],
  ['absentAddress', 'Address of somebody in your organisation who is not in that space'],
  ['leftMember', 'Numeric id of somebody who has left that space'],
  ['invitedAddress', 'Address of somebody who is invited to that space and has not joined (with --admin)'],
  ['ownedRestrictedSpace', 'A space that you own and whose member list is restricted'],
  [
    'restrictedSpace',
    'A space with a restricted member list that you do not manage, which somebody joined in the last 28 days',
  ],
  ['groupSpace', 'A space with a Google Group among its members'],
  ['throughGroupMember', 'Numeric id of somebody who is in that space only through the group'],
  ['groupAddress', 'Address of that group'],
  ['newGroupSpace', 'A space to which a Google Group was added in the last 28 days'],
  ['myGroupSpace', 'A space that you are in only through a Google Group'],
  ['mineInvitedSpace', 'A space that you are invited to and have not joined'],
  ['leaverSpace', 'A space that somebody joined and left again in the last 28 days'],
  ['rejoinedMember', 'spaces/ID/members/ID of somebody who left and came back in the last 28 days'],
  ['serviceAccount', 'Address of the service account of your Chat app (with --app)'],
  ['appSpace', 'A space that the app and you are in'],
  ['appSpaceAddress', 'Address of somebody who is in that space'],
  ['appRestrictedSpace', 'A space that the app is in and whose member list is restricted'],
];

const SPACE_NAMES = GIVEN.map(([name]) => name).filter((name) => /space$/i.test(name));

/** Makes the tab, or adds what it lacks. D1 says which file was prepared: a copy has another id. */
function prepareGiven_() {
  const sheet = tabNamed_(GIVEN_TAB);
  const known = givenTexts_(sheet);
  const rows = GIVEN.map(([name, what]) => [name, known[name] || '', what]);
  const heads = ['Name', 'Given', 'What to give'];
  sheet
    .getRange(1, 1, rows.length + 1, heads.length)
    .setNumberFormat('@')
    .setValues([heads, ...rows]);
  if (!isCopy_()) sheet.getRange('D1').setNumberFormat('@').setValue(fileId_());
  sheet.setColumnWidths(2, 2, 400);
  sheet.activate();
}

function fileId_() {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

/** Whether this file is a copy of the one that was prepared. */
function isCopy_() {
  const original = tabNamed_(GIVEN_TAB).getRange('D1').getDisplayValue();
  return original !== '' && original !== fileId_();
}

/** @param {GoogleAppsScript.Spreadsheet.Sheet} sheet */
function givenTexts_(sheet) {
  return Object.fromEntries(
    sheet
      .getDataRange()
      .getDisplayValues()
      .map(([name, given = '']) => [name, given.trim()]),
  );
}

/** What is given, by name, without what was left empty. */
function readGiven_() {
  const texts = Object.entries(givenTexts_(tabNamed_(GIVEN_TAB))).filter(([, text]) => text !== '');
  return Object.fromEntries(
    texts.map(([name, text]) => [name, SPACE_NAMES.includes(name) ? spaceIn_(text) : text]),
  );
}

/** `spaces/ID` out of an address of Google Chat. */
function spaceIn_(text) {
  const id = /(?:space|room|chat|dm|spaces)\/([\w-]+)/.exec(text);
  return `spaces/${id ? id[1] : text}`;
}
