/** What becomes of what a script writes into a cell. */
function textCases_() {
  return [
    {
      id: 'formula-in-text-cell',
      asks: 'What does a text that begins with = become in a cell with the format @?',
      answer: onScratchTab_((sheet) => {
        const cell = sheet.getRange('A1').setNumberFormat('@').setValue('=1+1');
        return cell.getFormula() === '' ? 'text' : 'formula';
      }),
    },
    {
      id: 'apostrophe-in-text-cell',
      asks: 'Does an apostrophe in front of a text stay in a cell with the format @?',
      answer: onScratchTab_((sheet) => {
        const cell = sheet.getRange('A1').setNumberFormat('@').setValue("'abc");
        return cell.getValue() === "'abc" ? 'kept' : 'consumed';
      }),
    },
    {
      id: 'apostrophe-in-plain-cell',
      asks: 'Does an apostrophe in front of a text stay in any other cell?',
      answer: onScratchTab_((sheet) => {
        return sheet.getRange('A1').setValue("'abc").getValue() === "'abc" ? 'kept' : 'consumed';
      }),
    },
    {
      id: 'apostrophe-before-formula',
      asks: 'What does an apostrophe followed by =1+1 become in an ordinary cell?',
      answer: onScratchTab_((sheet) => {
        const cell = sheet.getRange('A1').setValue("'=1+1");
        return cell.getFormula() === '' ? 'text' : 'formula';
      }),
    },
    {
      id: 'formula-as-rich-text',
      asks: 'What does =1+1 become when it is written as rich text?',
      answer: onScratchTab_((sheet) => {
        const value = SpreadsheetApp.newRichTextValue().setText('=1+1').build();
        const cell = sheet.getRange('A1').setRichTextValue(value);
        return cell.getFormula() === '' ? 'text' : 'formula';
      }),
    },
    {
      id: 'digits-in-text-cell',
      asks: 'Does an id of 21 digits stay as it is in a cell with the format @?',
      answer: onScratchTab_((sheet) => {
        const id = '123456789012345678901';
        const cell = sheet.getRange('A1').setNumberFormat('@').setValue(id);
        return cell.getValue() === id ? 'kept' : 'changed';
      }),
    },
    {
      id: 'number-in-text-cell',
      asks: 'What type has a number that was written into a cell with the format @?',
      answer: onScratchTab_(
        (sheet) => typeof sheet.getRange('A1').setNumberFormat('@').setValue(7).getValue(),
      ),
    },
    {
      id: 'plus-sign',
      asks: 'What type has the text +5 that was written into an ordinary cell?',
      answer: onScratchTab_((sheet) => typeof sheet.getRange('A1').setValue('+5').getValue()),
    },
    {
      id: 'date-tag',
      asks: 'By which tag can a date from a cell be known?',
      answer: onScratchTab_((sheet) => Object.prototype.toString.call(dateIn_(sheet))),
    },
    {
      id: 'date-class',
      asks: 'Is a date from a cell an instance of Date?',
      answer: onScratchTab_((sheet) => (dateIn_(sheet) instanceof Date ? 'instance' : 'no-instance')),
    },
    {
      id: 'links-written-again',
      asks: 'Do links on parts of a text survive that the same value is written once more?',
      answer: onScratchTab_((sheet) => {
        const linked = SpreadsheetApp.newRichTextValue()
          .setText('one two')
          .setLinkUrl(0, 3, 'https://example.com/');
        const cell = sheet.getRange('A1').setRichTextValue(linked.build());
        cell.setValues(cell.getValues());
        const [[value]] = cell.getRichTextValues();
        return value.getRuns().some((run) => run.getLinkUrl() !== null) ? 'kept' : 'lost';
      }),
    },
  ];
}

/** @param {GoogleAppsScript.Spreadsheet.Sheet} sheet */
function dateIn_(sheet) {
  return sheet.getRange('A1').setValue(new Date()).getValue();
}

/**
 * Makes an answer that looks at an empty tab, which is removed afterwards.
 * @param {(sheet: GoogleAppsScript.Spreadsheet.Sheet) => string} answer
 */
function onScratchTab_(answer) {
  return () => withTab_('Scratch', answer);
}

/**
 * Works on a new tab and removes it.
 * @param {string} name
 * @param {(sheet: GoogleAppsScript.Spreadsheet.Sheet) => string | null} work
 */
function withTab_(name, work) {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.insertSheet(name);
  try {
    return work(sheet);
  } finally {
    spreadsheet.deleteSheet(sheet);
  }
}

/** Removes tabs that a run left which was ended before its time. */
function removeLeftTabs_() {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  for (const name of ['Scratch', 'Meeting']) {
    const sheet = spreadsheet.getSheetByName(name);
    if (sheet !== null) spreadsheet.deleteSheet(sheet);
  }
}

/** Whether something throws. */
function throws_(work) {
  try {
    work();
    return false;
  } catch (error) {
    return true;
  }
}
