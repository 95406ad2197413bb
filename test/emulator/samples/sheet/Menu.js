/** A spreadsheet script of the ordinary kind: menus, dialogs, stores, triggers. @OnlyCurrentDoc */

function onOpen() {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu('Lists')
    .addItem('Tidy', 'tidyList')
    .addSeparator()
    .addSubMenu(ui.createMenu('More').addItem('Help', 'showHelp'))
    .addToUi();
  ui.createAddonMenu().addItem('Help', 'showHelp').addToUi();
}

function showHelp() {
  const page = HtmlService.createHtmlOutput('<p>Help</p>').setTitle('Help').setWidth(300).setHeight(200);
  SpreadsheetApp.getUi().showModalDialog(page, 'Help');
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Page').setTitle('Help'));
}

/** Asks twice and says what came. */
function askName() {
  const ui = SpreadsheetApp.getUi();
  const response = ui.prompt('Name', 'What is your name?', ui.ButtonSet.OK_CANCEL);
  if (response.getSelectedButton() === ui.Button.OK)
    ui.alert('Hello', response.getResponseText(), ui.ButtonSet.OK);
  else SpreadsheetApp.getActive().toast('Nobody', 'Lists', 3);
  return response.getResponseText();
}

/** Counts runs, one at a time, in every store. */
function countRuns() {
  const lock = LockService.getScriptLock();
  lock.waitLock(5000);
  const store = PropertiesService.getScriptProperties();
  const runs = Number(store.getProperty('runs')) + 1;
  store.setProperty('runs', String(runs));
  CacheService.getScriptCache().put('runs', String(runs), 60);
  lock.releaseLock();
  const user = LockService.getUserLock();
  Logger.log('Held: %s, %s', lock.hasLock(), user.tryLock(0));
  return [store.getProperties(), CacheService.getScriptCache().get('runs')];
}

/** Leaves one trigger for tomorrow, whoever made how many before. */
function armOnce() {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === 'countRuns') ScriptApp.deleteTrigger(trigger);
  }
  const made = ScriptApp.newTrigger('countRuns').timeBased().after(86400000).create();
  return [made.getUniqueId() !== '', ScriptApp.getProjectTriggers().length];
}

/** Goes on only with what it needs. */
function whoAmI() {
  ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/userinfo.email']);
  return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()];
}
