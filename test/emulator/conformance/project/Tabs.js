/** Names of tabs, what is active, and what a copied tab carries. */
function tabCases_() {
  return [
    {
      id: 'tab-name-of-100-letters',
      asks: 'May a tab have a name of 100 letters?',
      answer: () => (throws_(() => withTab_('x'.repeat(100), () => null)) ? 'no' : 'yes'),
    },
    {
      id: 'tab-name-with-signs',
      asks: 'May a tab have a name such as [a]*?:/\\ b?',
      answer: () => (throws_(() => withTab_('[a]*?:/\\ b', () => null)) ? 'no' : 'yes'),
    },
    {
      id: 'tab-names-by-case',
      asks: 'May the names of two tabs differ in capital letters only?',
      answer: onScratchTab_(() => (throws_(() => withTab_('SCRATCH', () => null)) ? 'no' : 'yes')),
    },
    {
      id: 'tab-found-by-case',
      asks: 'Does getSheetByName find a tab whose name differs in capital letters?',
      answer: onScratchTab_(() => {
        return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('SCRATCH') === null ? 'no' : 'yes';
      }),
    },
    {
      id: 'inserted-tab-is-active',
      asks: 'Is a tab active once a script has inserted it?',
      answer: onScratchTab_((sheet) =>
        SpreadsheetApp.getActiveSheet().getName() === sheet.getName() ? 'yes' : 'no',
      ),
    },
    {
      id: 'metadata-in-copied-tab',
      asks: 'Does a copied tab carry developer metadata?',
      answer: onScratchTab_((sheet) => {
        sheet.getRange('B:B').addDeveloperMetadata('conformance', 'column');
        const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
        const copy = sheet.copyTo(spreadsheet);
        const found = copy.createDeveloperMetadataFinder().withKey('conformance').find();
        spreadsheet.deleteSheet(copy);
        return found.length > 0 ? 'yes' : 'no';
      }),
    },
  ];
}

const COPY_KEY = 'conformance.file';

/** Leaves marks that a copy of the file may carry. */
function markForCopies_() {
  if (isCopy_()) return;
  const sheet = tabNamed_(GIVEN_TAB);
  if (marksIn_(sheet).length === 0) sheet.getRange('A:A').addDeveloperMetadata(COPY_KEY, 'original');
  PropertiesService.getDocumentProperties().setProperty(COPY_KEY, 'original');
}

/** @param {GoogleAppsScript.Spreadsheet.Sheet} sheet */
function marksIn_(sheet) {
  return sheet.createDeveloperMetadataFinder().withKey(COPY_KEY).find();
}

/** Cases of a copy that a person made of the whole file. */
function copyCases_() {
  return [
    {
      id: 'metadata-in-copies',
      asks: 'Does a copied file carry developer metadata?',
      answer: () => (marksIn_(tabNamed_(GIVEN_TAB)).length > 0 ? 'yes' : 'no'),
    },
    {
      id: 'properties-in-copies',
      asks: 'Does a copied file carry document properties?',
      answer: () => (PropertiesService.getDocumentProperties().getProperty(COPY_KEY) === null ? 'no' : 'yes'),
    },
  ];
}
