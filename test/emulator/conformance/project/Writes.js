/** When writes happen, what refuses them, and what moves along. */
function writeCases_() {
  return [
    {
      id: 'errors-at-flush',
      asks: 'When does a write that breaks a validation rule throw?',
      answer: onScratchTab_((sheet) => {
        const cell = onlyYes_(sheet.getRange('A1'));
        if (throws_(() => cell.setValue('no'))) return 'call';
        return throws_(() => SpreadsheetApp.flush()) ? 'flush' : 'never';
      }),
    },
    {
      id: 'behind-refused-write',
      asks: 'What becomes of a write that was queued behind one that is refused?',
      answer: onScratchTab_((sheet) => {
        const cell = onlyYes_(sheet.getRange('A1'));
        throws_(() => cell.setValue('no'));
        throws_(() => sheet.getRange('B1').setValue('behind'));
        throws_(() => SpreadsheetApp.flush());
        return sheet.getRange('B1').getValue() === 'behind' ? 'done' : 'lost';
      }),
    },
    {
      id: 'append-to-full-grid',
      asks: 'What does appendRow do where the last row of the grid is taken?',
      answer: onScratchTab_((sheet) => {
        const rows = sheet.getMaxRows();
        sheet.getRange(rows, 1).setValue('last');
        sheet.appendRow(['next']);
        return sheet.getMaxRows() > rows ? 'adds a row' : 'overwrites';
      }),
    },
    {
      id: 'whole-column-grows',
      asks: 'Does a range such as A:A that a script holds grow with the grid?',
      answer: onScratchTab_((sheet) => {
        const column = sheet.getRange('A:A');
        const rows = column.getNumRows();
        sheet.insertRowsAfter(1, 5);
        return column.getNumRows() > rows ? 'grows' : 'stays';
      }),
    },
    {
      id: 'metadata-moves',
      asks: 'Does developer metadata move with its column?',
      answer: onScratchTab_((sheet) => {
        sheet.getRange('B:B').addDeveloperMetadata('conformance', 'column');
        sheet.insertColumnsBefore(1, 1);
        const [metadata] = sheet.createDeveloperMetadataFinder().withKey('conformance').find();
        return metadata.getLocation().getColumn().getColumn() === 3 ? 'moves' : 'stays';
      }),
    },
    {
      id: 'metadata-of-deleted-column',
      asks: 'Is developer metadata still found after its column was deleted?',
      answer: onScratchTab_((sheet) => {
        sheet.getRange('B:B').addDeveloperMetadata('conformance', 'column');
        sheet.deleteColumn(2);
        return sheet.createDeveloperMetadataFinder().withKey('conformance').find().length === 0
          ? 'gone'
          : 'found';
      }),
    },
    {
      id: 'conditional-rules-written-back',
      asks: 'Are conditional format rules the same after a script has read them and written them back?',
      answer: onScratchTab_((sheet) => {
        const rule = () => SpreadsheetApp.newConditionalFormatRule();
        sheet.setConditionalFormatRules([
          rule()
            .whenTextEqualTo('x')
            .setBackground('#ff0000')
            .setRanges([sheet.getRange('B2:C9')])
            .build(),
          rule()
            .whenTextStartsWith('y')
            .setFontColor('#00ff00')
            .setRanges([sheet.getRange('D2:D')])
            .build(),
          rule()
            .whenFormulaSatisfied('=$D2>1')
            .setBold(true)
            .setRanges([sheet.getRange('E2:F')])
            .build(),
        ]);
        const before = describeRules_(sheet);
        sheet.setConditionalFormatRules(sheet.getConditionalFormatRules());
        return describeRules_(sheet) === before ? 'same' : 'changed';
      }),
    },
    {
      id: 'flush-gives',
      asks: 'What does flush give?',
      answer: () => String(SpreadsheetApp.flush()),
    },
  ];
}

/**
 * Lets a cell take nothing but `yes`.
 * @param {GoogleAppsScript.Spreadsheet.Range} cell
 */
function onlyYes_(cell) {
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(['yes']).setAllowInvalid(false).build();
  cell.setDataValidation(rule);
  SpreadsheetApp.flush();
  return cell;
}

/** @param {GoogleAppsScript.Spreadsheet.Sheet} sheet */
function describeRules_(sheet) {
  SpreadsheetApp.flush();
  const rules = sheet
    .getConditionalFormatRules()
    .map((rule) => [
      rule.getRanges().map((range) => range.getA1Notation()),
      rule.getBooleanCondition().getCriteriaType().toString(),
      rule.getBooleanCondition().getCriteriaValues(),
    ]);
  return JSON.stringify(rules);
}
