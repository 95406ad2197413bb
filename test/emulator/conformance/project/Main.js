/**
 * Asks Google what no documentation settles, in the spreadsheet that this script is bound to. Writes to nothing but this
 * spreadsheet, and reads Google Chat only where the tab "Given" says so.
 */

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Conformance')
    .addItem('1. Prepare', 'prepare')
    .addItem('2. Ask', 'ask')
    .addItem('3. Show the answers', 'showAnswers')
    .addToUi();
}

/** Makes the tab "Given", in which a person says what the cases may look at. */
function prepare() {
  prepareGiven_();
  markForCopies_();
}

/**
 * Asks everything that needs one click only. The page that it opens asks the rest of that, a trigger follows in a minute. In a
 * copy of the file it asks what the copy carries.
 */
function ask() {
  if (isCopy_()) askCases_(copyCases_());
  else askOriginal_();
  showAnswers();
}

function askOriginal_() {
  removeLeftTabs_();
  askCases_(sheetCases_());
  const { appConfigured } = readGiven_();
  if (appConfigured === 'no') askCases_(unconfiguredCases_());
  if (appConfigured === 'yes') askCases_(googleChatCases_());
  armTrigger_();
}

/** Opens the page; it asks its own cases and shows all answers. */
function showAnswers() {
  const page = HtmlService.createHtmlOutputFromFile('Page').setTitle('Conformance');
  SpreadsheetApp.getUi().showSidebar(page);
}

/** For the Run button of the script editor, after B2:B3 of the tab "Given" was selected in the sheet. */
function askFromEditor() {
  askCases_(editorCases_());
  console.log(answersAsJson());
}

/** Called by the trigger. */
function askByTrigger(event) {
  askCases_(triggerCases_(event));
  removeTriggers_();
}

function sheetCases_() {
  return [
    ...textCases_(),
    ...writeCases_(),
    ...lookCases_(),
    ...tabCases_(),
    ...platformCases_(),
    ...fetchCases_(),
  ];
}

function googleChatCases_() {
  return [...chatCases_(), ...eventCases_(), ...appCases_(), ...adminCases_()];
}

/** What all cases but those of the page ask. */
function listCases() {
  const cases = [
    ...sheetCases_(),
    ...googleChatCases_(),
    ...unconfiguredCases_(),
    ...editorCases_(),
    ...triggerCases_({}),
    ...copyCases_(),
  ];
  return cases.map(({ id, asks }) => ({ id, asks }));
}
