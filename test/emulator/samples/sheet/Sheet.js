/** Reading and writing a sheet, cell by cell and as a block. */

/** One row after another, as many scripts do it. */
function appendPeople(people) {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().insertSheet('People');
  sheet.appendRow(['Name', 'Born', 'Share']);
  sheet.setFrozenRows(1);
  people.forEach((person) => sheet.appendRow(person));
  sheet.getRange('C2').setValue(0.5).setNumberFormat('0%');
  SpreadsheetApp.flush();
  return sheet.getDataRange().getDisplayValues();
}

/** Takes doubled rows out of the active sheet. */
function tidyList() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const rows = sheet.getDataRange().getValues();
  const kept = rows.filter((row, index) => rows.findIndex((other) => other.join() === row.join()) === index);
  sheet.getDataRange().clearContent();
  sheet.getRange(1, 1, kept.length, kept[0].length).setValues(kept);
  return kept.length;
}

/** What a cell is, seen from every side. */
function describeCell(a1) {
  const cell = SpreadsheetApp.getActiveSheet().getRange(a1);
  return {
    value: cell.getValue(),
    shown: cell.getDisplayValue(),
    formula: cell.getFormula(),
    format: cell.getNumberFormat(),
    columns: cell.getNumColumns(),
  };
}

/** Goes to the first sheet and its first cell. */
function goHome() {
  const book = SpreadsheetApp.getActive();
  const [first] = book.getSheets();
  book.setActiveSheet(first);
  first.activate();
  first.getRange('A1').activate();
  const here = SpreadsheetApp.getActiveRange().getA1Notation();
  return `${here} of ${book.getActiveSheet().getName()} in ${book.getName()}, ${book.getSpreadsheetLocale()}`;
}
