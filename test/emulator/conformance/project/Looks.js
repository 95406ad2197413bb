/** How cells, columns and tabs look when a script asks, and what developer metadata says of its place. */
function lookCases_() {
  return [
    {
      id: 'background-of-untouched-cell',
      asks: 'What does getBackgrounds say of a cell that nobody coloured?',
      answer: onScratchTab_((sheet) => sheet.getRange('B2').getBackgrounds()[0][0]),
    },
    {
      id: 'background-read-back',
      asks: 'How does getBackgrounds spell the colours RED and #FF9900?',
      answer: onScratchTab_((sheet) => {
        const range = sheet.getRange('B2:C2').setBackgrounds([['RED', '#FF9900']]);
        return range.getBackgrounds()[0].join(', ');
      }),
    },
    {
      id: 'no-font-colour',
      asks: 'May setFontColor be given null, for no colour of its own?',
      answer: onScratchTab_((sheet) => {
        const range = sheet.getRange('B2').setFontColors([['#ff0000']]);
        return throws_(() => range.setFontColor(null)) ? 'no' : 'yes';
      }),
    },
    {
      id: 'number-formats-read-back',
      asks: 'What does getNumberFormats say after 0.00 and #,##0 were set?',
      answer: onScratchTab_((sheet) => {
        return sheet
          .getRange('B2:C2')
          .setNumberFormats([['0.00', '#,##0']])
          .getNumberFormats()[0]
          .join(', ');
      }),
    },
    {
      id: 'clear-takes-looks',
      asks: 'What does clear take away besides the value: the colour, the number format?',
      answer: onScratchTab_((sheet) => {
        const range = sheet.getRange('B2').setBackground('#ff0000').setNumberFormat('0.00').setWrap(true);
        range.setValue(1).clear();
        if (range.getValue() !== '') return 'not even the value';
        const colour = range.getBackgrounds()[0][0] === '#ff0000' ? 'kept' : 'taken';
        return `colour ${colour}, number format ${range.getNumberFormat() === '0.00' ? 'kept' : 'taken'}`;
      }),
    },
    {
      id: 'rich-texts-read-back',
      asks: 'Does a link on a whole cell come back as it was written?',
      answer: onScratchTab_((sheet) => {
        const link = 'https://example.com/';
        const text = SpreadsheetApp.newRichTextValue().setText('a link').setLinkUrl(link).build();
        const [[read]] = sheet
          .getRange('B2')
          .setRichTextValues([[text]])
          .getRichTextValues();
        return read.getText() === 'a link' && read.getLinkUrl() === link ? 'yes' : 'no';
      }),
    },
    {
      id: 'column-width',
      asks: 'How wide is a new column, and what is said after 55 was set?',
      answer: onScratchTab_((sheet) => {
        const before = sheet.getColumnWidth(2);
        return `${before}, ${sheet.setColumnWidth(2, 55).getColumnWidth(2)}`;
      }),
    },
    {
      id: 'offset-beyond-grid',
      asks: 'What does offset do beyond the grid?',
      answer: onScratchTab_((sheet) => {
        const corner = sheet.getRange(sheet.getMaxRows(), sheet.getMaxColumns());
        return throws_(() => corner.offset(1, 0)) ? 'throws' : 'works';
      }),
    },
    {
      id: 'last-cells',
      asks: 'Does a cell that was only coloured count as the last column with content?',
      answer: onScratchTab_((sheet) => {
        const range = sheet.getRange('B2:C3').setBackground('#ff0000');
        if (range.getLastRow() !== 3 || range.getLastColumn() !== 3) return 'a range ends elsewhere';
        return sheet.getLastColumn() === 0 ? 'no' : 'yes';
      }),
    },
    {
      id: 'merged-ranges-of-none',
      asks: 'What does getMergedRanges give where nothing is merged?',
      answer: onScratchTab_((sheet) => `${sheet.getRange('A1:C3').getMergedRanges().length} ranges`),
    },
    {
      id: 'rule-copied',
      asks: 'Can a conditional format rule be copied, and all rules of a tab be cleared?',
      answer: onScratchTab_((sheet) => {
        const rule = SpreadsheetApp.newConditionalFormatRule()
          .whenFormulaSatisfied('=$B2>1')
          .setBackground('#ff0000')
          .setRanges([sheet.getRange('B2:B')])
          .build();
        sheet.setConditionalFormatRules([rule, rule.copy().build()]);
        const before = sheet.getConditionalFormatRules().length;
        sheet.clearConditionalFormatRules();
        return before === 2 && sheet.getConditionalFormatRules().length === 0 ? 'yes' : 'no';
      }),
    },
    {
      id: 'inserted-tab-is-shown',
      asks: 'Is a tab shown once a script has inserted, renamed and coloured it?',
      answer: onScratchTab_((sheet) =>
        sheet.setName('Scratch 2').setTabColor('#ff0000').isSheetHidden() ? 'no' : 'yes',
      ),
    },
    {
      id: 'metadata-by-value',
      asks: 'Does the finder tell two entries of one key apart by their values?',
      answer: onScratchTab_((sheet) => {
        sheet.getRange('A:A').addDeveloperMetadata('conformance', 'one');
        sheet.getRange('B:B').addDeveloperMetadata('conformance', 'two');
        const found = sheet.createDeveloperMetadataFinder().withKey('conformance').withValue('two').find();
        const [entry] = found;
        return found.length === 1 && entry.getKey() === 'conformance' && entry.getId() > 0 ? 'yes' : 'no';
      }),
    },
    {
      id: 'metadata-says-its-row',
      asks: 'What does the location of metadata on row 2 say?',
      answer: onScratchTab_((sheet) => {
        sheet.getRange('2:2').addDeveloperMetadata('conformance', 'row');
        const [entry] = sheet.createDeveloperMetadataFinder().withKey('conformance').find();
        const location = entry.getLocation();
        const types = SpreadsheetApp.DeveloperMetadataLocationType;
        if (location.getLocationType() !== types.ROW) return String(location.getLocationType());
        const book = location.getSpreadsheet() === null ? 'no file' : 'the file';
        return `row ${location.getRow().getA1Notation()}, ${book}`;
      }),
    },
    {
      id: 'editors-are-viewers',
      asks: 'Does getViewers name those who may edit too?',
      answer: () => {
        const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
        const viewers = spreadsheet.getViewers().map((one) => one.getEmail());
        return spreadsheet.getEditors().some((one) => viewers.includes(one.getEmail())) ? 'yes' : 'no';
      },
    },
  ];
}
