/** Exceptions, authorization, triggers, and what a run from the script editor sees. */
function platformCases_() {
  return [
    {
      id: 'exception-shape',
      asks: 'What does a service throw?',
      answer: onScratchTab_((sheet) => {
        try {
          sheet.getRange('nowhere!!');
          return 'nothing';
        } catch (error) {
          return `${error.name}${error instanceof Error ? ', an Error' : ''}`;
        }
      }),
    },
    {
      id: 'granted-scopes',
      asks: 'Does getAuthorizedScopes list what was granted?',
      answer: () => {
        const scopes = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizedScopes();
        return scopes.includes('https://www.googleapis.com/auth/spreadsheets.currentonly') ? 'yes' : 'no';
      },
    },
    {
      id: 'trigger-deleted-twice',
      asks: 'What happens when a trigger that is gone is deleted again?',
      answer: () => {
        const trigger = ScriptApp.newTrigger('askByTrigger').timeBased().after(3600000).create();
        ScriptApp.deleteTrigger(trigger);
        return throws_(() => ScriptApp.deleteTrigger(trigger)) ? 'it throws' : 'nothing';
      },
    },
  ];
}

/** Cases of a time trigger. The script has the scope of the current document only. */
function triggerCases_({ triggerUid }) {
  return [
    {
      id: 'current-document-in-trigger',
      asks: 'Does a time trigger reach its spreadsheet with the scope of the current document only?',
      answer: () => {
        const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
        return spreadsheet !== null && spreadsheet.getSheetByName(GIVEN_TAB) !== null ? 'yes' : 'no';
      },
    },
    {
      id: 'active-in-trigger',
      asks: 'What is active in a time trigger?',
      answer: () => {
        const range = SpreadsheetApp.getActiveRange();
        return range === null ? 'nothing' : `${range.getA1Notation()} of tab ${range.getSheet().getIndex()}`;
      },
    },
    {
      id: 'user-interface-in-trigger',
      asks: 'What does getUi do in a time trigger?',
      answer: () => (throws_(() => SpreadsheetApp.getUi()) ? 'throws' : 'works'),
    },
    {
      id: 'fired-trigger-is-listed',
      asks: 'Is a one-shot trigger still listed while it runs?',
      answer: () => {
        const ids = ScriptApp.getProjectTriggers().map((trigger) => trigger.getUniqueId());
        return ids.includes(triggerUid) ? 'yes' : 'no';
      },
    },
  ];
}

function armTrigger_() {
  removeTriggers_();
  ScriptApp.newTrigger('askByTrigger').timeBased().after(60000).create();
}

function removeTriggers_() {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === 'askByTrigger') ScriptApp.deleteTrigger(trigger);
  }
}

/** Cases of a run from the script editor. */
function editorCases_() {
  return [
    {
      id: 'selection-from-editor',
      asks: 'Does a run from the script editor see what is selected in the sheet?',
      answer: () => {
        const range = SpreadsheetApp.getActiveRange();
        const isSeen =
          range !== null && range.getSheet().getName() === GIVEN_TAB && range.getA1Notation() === 'B2:B3';
        return isSeen ? 'seen' : 'unseen';
      },
    },
  ];
}
