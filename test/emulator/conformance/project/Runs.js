/** What the page calls: values that go to and fro, and runs that meet. */

function throwPlainError() {
  throw new Error('plain');
}

function giveDate() {
  return { made: new Date() };
}

function giveNothing() {}

function takeAnything() {
  return 'taken';
}

/** The page's own answers. */
function keepPageAnswers(answers) {
  keepAnswers_(answers);
  return answersAsJson();
}

/** Makes the tab in which two runs meet. */
function openMeeting() {
  const sheet = tabNamed_('Meeting');
  sheet.getRange('A1:A5').setValues([['a'], ['b'], ['c'], ['d'], ['e']]);
  SpreadsheetApp.flush();
}

function closeMeeting() {
  SpreadsheetApp.getActiveSpreadsheet().deleteSheet(tabNamed_('Meeting'));
}

/** Reads a cell before and after the other run has edited it. */
function readTwice() {
  const cell = tabNamed_('Meeting').getRange('C1');
  cell.getValue();
  say_('read');
  waitFor_('edited');
  if (cell.getValue() === 'edited') return 'fresh';
  SpreadsheetApp.flush();
  return cell.getValue() === 'edited' ? 'cached-until-flush' : 'cached';
}

function editMeanwhile() {
  waitFor_('read');
  tabNamed_('Meeting').getRange('C1').setValue('edited');
  SpreadsheetApp.flush();
  say_('edited');
}

/** Writes beside `c`, but only sends it once the other run has inserted a row above. */
function queueWrite() {
  const sheet = tabNamed_('Meeting');
  sheet.getRange('B3').setValue('mine');
  say_('queued');
  waitFor_('inserted');
  SpreadsheetApp.flush();
  const row = sheet
    .getRange('A1:B6')
    .getValues()
    .find(([, text]) => text === 'mine');
  return row[0] === 'c' ? 'follows' : 'stays';
}

function insertMeanwhile() {
  waitFor_('queued');
  tabNamed_('Meeting').insertRowsAfter(1, 1);
  SpreadsheetApp.flush();
  say_('inserted');
}

/** Holds the document's lock until the other run has tried to get it. */
function holdLock() {
  const lock = LockService.getDocumentLock();
  const isHeld = lock.tryLock(10000);
  say_('held');
  waitFor_('tried');
  lock.releaseLock();
  return isHeld;
}

function tryLockMeanwhile() {
  waitFor_('held');
  const isFree = LockService.getDocumentLock().tryLock(0);
  say_('tried');
  return isFree ? 'shared' : 'exclusive';
}

/** Says that this run has come so far. */
function say_(sign) {
  CacheService.getScriptCache().put(`conformance.${sign}`, 'yes', 120);
}

/** Waits, for two minutes at most, until the other run has come so far. */
function waitFor_(sign) {
  const cache = CacheService.getScriptCache();
  for (let tries = 0; tries < 400; tries++) {
    if (cache.get(`conformance.${sign}`) !== null) {
      cache.remove(`conformance.${sign}`);
      return;
    }
    Utilities.sleep(300);
  }
  throw new Error(`The other run never said ${sign}.`);
}
