/** Sheets as scripts handle them: names and order, rows and columns, developer metadata, what is active. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { HANA, JIRO, openSheet, type SheetEnvironment } from './sheet.testing';

let environment: SheetEnvironment;
afterEach(async () => {
  await environment.close();
});

/** Opens a script with one function `go`. */
async function opened(body: string): Promise<SheetEnvironment> {
  environment = await openSheet(
    `function go(arg) { const book = SpreadsheetApp.getActive(); const sheet = book.getActiveSheet(); ${body} }`,
  );
  return environment;
}

describe('Tabs', () => {
  test('are added, named, coloured, ordered and deleted', async () => {
    const { session, value } = await opened(`
      const last = book.insertSheet('Last');
      const first = book.insertSheet('First', 0).setName('Front').setTabColor('#FF9900');
      book.deleteSheet(sheet);
      return [book.getSheets().map((one) => one.getName() + one.getIndex()), first.isSheetHidden()];`);
    expect(await value('go')).toEqual([['Front1', 'Last2'], false]);
    expect(session.tabs().map(({ name, color }) => [name, color])).toEqual([
      ['Front', '#ff9900'],
      ['Last', undefined],
    ]);
  });

  test('whose names differ only in case cannot be made, and are told apart when asked for', async () => {
    const { value } = await opened(`
      const seen = [book.getSheetByName('SHEET1')];
      book.insertSheet('Other');
      for (const work of [() => book.insertSheet('SHEET1'), () => book.getSheetByName('Other').setName('sheet1')]) {
        try { work(); seen.push('taken'); } catch (e) { seen.push(e.message); }
      }
      return seen.concat(sheet.setName('SHEET1').getName());`);
    expect(await value('go')).toEqual([
      null,
      'A sheet with the name "SHEET1" already exists. Please enter another name.',
      'A sheet with the name "sheet1" already exists. Please enter another name.',
      'SHEET1',
    ]);
  });

  test('that are hidden say so, and show when they are activated', async () => {
    const { session, value } = await opened(`
      const hidden = book.getSheetByName('Hidden');
      const before = hidden.isSheetHidden();
      book.setActiveSheet(hidden);
      return [before, hidden.isSheetHidden(), book.getActiveSheet().getName()];`);
    session.addTab('Hidden', []);
    session.hideTab('Hidden');
    expect(await value('go')).toEqual([true, false, 'Hidden']);
    expect(session.active().tab).toBe('Hidden');
  });

  test('are copied to the end, and the copy is not opened', async () => {
    const { session, value } = await opened(`
      book.insertSheet('Last');
      sheet.activate();
      const copy = sheet.copyTo(book);
      const refused = [];
      try { sheet.copyTo('book'); } catch (e) { refused.push(e.message); }
      return [copy.getName(), copy.getRange('A1').getValue(), book.getActiveSheet().getName(), refused];`);
    session.put('Sheet1', 1, 1, 'a');
    expect(await value('go')).toEqual([
      'Copy of Sheet1',
      'a',
      'Sheet1',
      ["The parameters (String) don't match the method signature for SpreadsheetApp.Sheet.copyTo."],
    ]);
    expect(session.tabs().map(({ name }) => name)).toEqual(['Sheet1', 'Last', 'Copy of Sheet1']);
  });

  test('cannot all be deleted', async () => {
    const { value } = await opened(`book.deleteSheet(sheet);`);
    await expect(value('go')).rejects.toThrow("You can't remove all the sheets in a document.");
  });

  test('that are protected as a whole keep name, shape and looks', async () => {
    const { session, run } = await opened(`new Function('sheet', arg)(sheet);`);
    session.protect('Sheet1', null, [HANA.name]);
    for (const change of [
      `sheet.setName('Mine')`,
      `sheet.insertRowsAfter(1, 1)`,
      `sheet.deleteColumns(1, 1)`,
      `sheet.setTabColor('red')`,
      `sheet.setColumnWidth(1, 50)`,
      `sheet.setFrozenRows(1)`,
      `sheet.clearConditionalFormatRules()`,
      `sheet.appendRow([1])`,
    ]) {
      const { error } = await run('go', { user: JIRO.name, args: [change] });
      expect(`${change}: ${error?.message ?? 'taken'}`).toContain('protected cell or object');
      expect((await run('go', { args: [change] })).outcome).toBe('completed');
    }
  });
});

describe('The file', () => {
  test('says where it is and who may do what', async () => {
    const { session, value } = await opened(`
      return [book.getUrl(), book.getEditors().map(String), book.getViewers().map((one) => one.getEmail()),
        book.getSpreadsheetLocale(), book.getSpreadsheetTimeZone()];`);
    session.share([HANA.email], [JIRO.email]);
    expect(await value('go')).toEqual([
      'https://docs.google.com/spreadsheets/d/emulator-spreadsheet/edit',
      [HANA.email],
      [JIRO.email],
      'en_US',
      'Asia/Tokyo',
    ]);
  });
});

describe('Rows', () => {
  test('are deleted by scripts, and refused beyond the grid', async () => {
    const { session, value } = await opened(`
      sheet.getRange('A1:A4').setValues([['a'], ['b'], ['c'], ['d']]);
      const seen = [sheet.deleteRows(2, 2), sheet.getMaxRows()];
      for (const work of [() => sheet.deleteRows(998, 2), () => sheet.deleteRows(0, 1), () => sheet.deleteRows(1, 998)]) {
        try { work(); seen.push('taken'); } catch (e) { seen.push(e.message); }
      }
      return seen;`);
    expect(await value('go')).toEqual([
      null,
      998,
      'Those rows are out of bounds.',
      'Those rows are out of bounds.',
      'Sorry, it is not possible to delete all non-frozen rows.',
    ]);
    expect(session.display('Sheet1')).toEqual([['a'], ['d']]);
  });
});

describe('Columns', () => {
  test('are inserted and deleted with their formats, and refused beyond the grid', async () => {
    const { session, value } = await opened(`
      sheet.getRange('B:B').setNumberFormat('@');
      sheet.getRange('A1:D1').setValues([['a', '007', 'c', 'd']]);
      const seen = [sheet.insertColumnsBefore(3, 2).getMaxColumns(), sheet.getRange('C1').getNumberFormat()];
      seen.push(sheet.getRange('A1:F1').getValues()[0]);
      seen.push(sheet.deleteColumns(3, 2), sheet.deleteColumn(1).getRange('A1:C1').getValues()[0]);
      for (const work of [() => sheet.deleteColumns(25, 2), () => sheet.insertColumnsBefore(0, 1), () => sheet.deleteColumns(1, 25)]) {
        try { work(); seen.push('taken'); } catch (e) { seen.push(e.message); }
      }
      return seen;`);
    expect(await value('go')).toEqual([
      28,
      '@',
      ['a', '007', '', '', 'c', 'd'],
      null,
      ['007', 'c', 'd'],
      'Those columns are out of bounds.',
      'Those columns are out of bounds.',
      'Sorry, it is not possible to delete all non-frozen columns.',
    ]);
    expect(session.display('Sheet1')).toEqual([['007', 'c', 'd']]);
  });

  test('have widths, which move with them', async () => {
    const { session, value } = await opened(`
      sheet.setColumnWidth(1, 240).setColumnWidths(2, 2, 60);
      sheet.insertColumnsAfter(1, 1);
      return [1, 2, 3, 4, 5].map((column) => sheet.getColumnWidth(column));`);
    expect(await value('go')).toEqual([240, 100, 60, 60, 100]);
    session.moveColumn('Sheet1', 1, 3);
    expect(session.columnWidths('Sheet1').slice(0, 4)).toEqual([100, 60, 240, 60]);
  });

  test('that a protection reaches into are not deleted', async () => {
    const { session, run } = await opened(`sheet.deleteColumn(2);`);
    session.protect('Sheet1', 'B5:B6', []);
    expect((await run('go')).error?.message).toContain('protected cell or object');
  });
});

describe('A range over whole columns', () => {
  test('that was held while the grid grew has all its rows', async () => {
    const { value } = await opened(`
      const column = sheet.getRange('B:B');
      const before = column.getNumRows();
      sheet.insertRowsAfter(1000, 500);
      sheet.getRange('B1500').setValue('last');
      column.setValues(column.getValues()).setNumberFormats(column.getNumberFormats());
      return [before, column.getNumRows(), column.getLastRow(), column.getValues()[1499][0], column.getA1Notation(),
        column.offset(0, 1).getA1Notation()];`);
    expect(await value('go')).toEqual([1000, 1500, 1500, 'last', 'B:B', 'C1:C1500']);
  });
});

describe('Several ranges', () => {
  test('are activated together, for the window too', async () => {
    const { session, value } = await opened(`
      const list = sheet.getRangeList(['A2:A3', 'C2']).activate();
      return [list.getRanges().map((one) => one.getA1Notation()), SpreadsheetApp.getActiveRange().getA1Notation()];`);
    expect(await value('go')).toEqual([['A2:A3', 'C2'], 'C2']);
    expect(session.active()).toEqual({ tab: 'Sheet1', ranges: ['A2:A3', 'C2'] });
  });

  test('one of them beyond the grid is refused', async () => {
    const { value } = await opened(`sheet.getRangeList(['A1', 'A2000']);`);
    await expect(value('go')).rejects.toThrow(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
  });
});

describe('Merged cells', () => {
  test('are found from any of them', async () => {
    const { session, value } = await opened(`
      return [sheet.getRange('B2').isPartOfMerge(), sheet.getRange('A1:B2').getMergedRanges().map((one) => one.getA1Notation()),
        sheet.getRange('A1').getMergedRanges().length];`);
    session.merge('Sheet1', 'B2:C3');
    expect(await value('go')).toEqual([true, ['B2:C3'], 0]);
    session.unmerge('Sheet1', 'C3:D9');
    expect(await value('go')).toEqual([false, [], 0]);
  });
});

describe('Developer metadata', () => {
  test('of the whole file is found in one call, with key, value and place', async () => {
    const { run } = await opened(`
      const other = book.insertSheet('Other');
      sheet.getRange('B:B').addDeveloperMetadata('ours', 'one');
      sheet.getRange('3:3').addDeveloperMetadata('ours', 'two');
      other.addDeveloperMetadata('ours', 'three').addDeveloperMetadata('bare');
      SpreadsheetApp.flush();
      const finder = book.createDeveloperMetadataFinder();
      const say = (one) => {
        const location = one.getLocation();
        return [one.getKey(), one.getValue(), String(location.getLocationType()), location.getColumn() && location.getColumn().getA1Notation(),
          location.getRow() && location.getRow().getA1Notation(), location.getSheet() && location.getSheet().getName(), location.getSpreadsheet()];
      };
      const all = finder.find();
      all[3].remove();
      return [all.map(say), new Set(all.map((one) => one.getId())).size, finder.withKey('ours').withValue('two').find().length,
        sheet.createDeveloperMetadataFinder().find().length, other.createDeveloperMetadataFinder().find().length,
        all[0].getLocation().getLocationType() === SpreadsheetApp.DeveloperMetadataLocationType.COLUMN];`);
    const { value, calls } = await run('go');
    expect(value).toEqual([
      [
        ['ours', 'one', 'COLUMN', 'B:B', null, null, null],
        ['ours', 'two', 'ROW', null, '3:3', null, null],
        ['ours', 'three', 'SHEET', null, null, 'Other', null],
        ['bare', null, 'SHEET', null, null, 'Other', null],
      ],
      4,
      1,
      2,
      1,
      true,
    ]);
    expect(calls.filter((name) => name === 'DeveloperMetadataFinder.find')).toHaveLength(4);
  });

  test('goes with its tab and comes back with it', async () => {
    const { session, run } = await opened(`book.getSheetByName('Other').addDeveloperMetadata('ours', 'x');`);
    session.addTab('Other', []);
    await run('go');
    session.deleteTab('Other');
    expect(session.metadata()).toEqual([]);
    session.undoDeletion();
    expect(session.metadata()).toEqual([{ key: 'ours', value: 'x', tab: 'Other', at: '' }]);
  });
});

describe('A validation rule that a script makes', () => {
  test('lets nothing but its values and emptiness into the cells, and the last one counts', async () => {
    const { session, value } = await opened(`
      const rule = (values) => SpreadsheetApp.newDataValidation().requireValueInList(values).setAllowInvalid(false).build();
      sheet.getRange('A1:A9').setDataValidation(rule(['Yes', 7]));
      sheet.getRange('A3').setDataValidation(rule(['No']));
      return arg.map(([cell, text]) => {
        try { sheet.getRange(cell).setValue(text); SpreadsheetApp.flush(); return 'taken'; } catch (e) { return e.message.slice(0, 36); }
      });`);
    const refused = (cell: string): string => `The data you entered in cell ${cell} violates`.slice(0, 36);
    const tries = ['A1 Yes', 'A1 no', 'A2 7', 'A3 Yes', 'A3 No', 'A3 ', 'A10 no'].map((one) =>
      one.split(' '),
    );
    expect(await value('go', tries)).toEqual([
      'taken',
      refused('A1'),
      'taken',
      refused('A3'),
      ...['taken', 'taken', 'taken'],
    ]);
    expect(session.display('Sheet1').map(([text]) => text)).toEqual(['Yes', '7', ...Array(7).fill(''), 'no']);
  });

  test.each([
    ["sheet.getRange('A1').setDataValidation({})", /^The parameters \(\(class\)\) don't match/],
    [
      'SpreadsheetApp.newDataValidation().requireValueInList([])',
      /^The parameters \(number\[\]\) don't match/,
    ],
    ["SpreadsheetApp.newDataValidation().setAllowInvalid('no')", /^The parameters \(String\) don't match/],
  ])('%s has no signature', async (call, message) => {
    const { value } = await opened(`try { ${call}; } catch (e) { return e.message; }`);
    expect(await value('go')).toMatch(message);
  });
});
