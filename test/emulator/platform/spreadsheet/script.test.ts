/** The spreadsheet as a running script meets it: places, shapes, buffering, rights, what is active, what a call costs. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { HANA, JIRO, openSheet, type SheetEnvironment } from './sheet.testing';

let environment: SheetEnvironment;
afterEach(async () => {
  await environment.close();
});

/** Opens a script with one function `go`. */
async function opened(body: string, scenario = {}): Promise<SheetEnvironment> {
  environment = await openSheet(
    `function go(arg) { const sheet = SpreadsheetApp.getActiveSheet(); ${body} }`,
    scenario,
  );
  return environment;
}

describe('A range that cannot be is refused with the message of Google', () => {
  test.each([
    [`sheet.getRange('B')`, 'Range not found'],
    [`sheet.getRange('nonsense!!')`, 'Range not found'],
    [`sheet.getRange(0, 1)`, 'The starting row of the range is too small.'],
    [`sheet.getRange(1, 0)`, 'The starting column of the range is too small.'],
    [`sheet.getRange(1, 1, 0, 1)`, 'The number of rows in the range must be at least 1.'],
    [
      `sheet.getRange(1, 1, 1, sheet.getLastColumn())`,
      'The number of columns in the range must be at least 1.',
    ],
    [`sheet.getRange(1001, 1)`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`sheet.getRange(1, 27)`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [
      `sheet.getRange('1', 2)`,
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [`sheet.getRange('B2').offset(-2, 0)`, 'The starting row of the range is too small.'],
    [
      `sheet.getRange('A1:B2').setValues([[1, 2]])`,
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      `sheet.getRange('A1:B2').setValues([])`,
      'The number of rows in the data does not match the number of rows in the range. The data has 0 but the range has 2.',
    ],
    [
      `sheet.getRange('A1:B2').setValues([[1, 2], [3]])`,
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      `sheet.getRange('A1:B2').setValues([1, 2])`,
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      `sheet.getRange('A1').setNumberFormat(null)`,
      "The parameters (null) don't match the method signature for SpreadsheetApp.Range.setNumberFormat.",
    ],
    [`sheet.appendRow([])`, "don't match the method signature for SpreadsheetApp.Sheet.appendRow."],
    [`sheet.insertRowsAfter(1001, 1)`, 'Those rows are out of bounds.'],
    [`sheet.setFrozenRows(1000)`, "You can't freeze all visible rows on the sheet."],
    [
      `sheet.getRange('A1:A9').addDeveloperMetadata('k', 'v')`,
      'Adding developer metadata to arbitrary ranges is not currently supported.',
    ],
  ])('%s: %s', async (expression, message) => {
    const { value } = await opened(`${expression};`);
    await expect(value('go')).rejects.toThrow(message);
  });
});

describe('A range is named as on Google', () => {
  test.each([
    ['$aa$11', 'AA11'],
    ['C5:B2', 'B2:C5'],
    ['D:F', 'D:F'],
    ['5:7', '5:7'],
    ['B1:B', 'B1:B1000'],
    ['A2:2', 'A2:AA2'],
    ['R5C3', 'C5'],
    ['r10c5:r1c2', 'B1:E10'],
    ["'Sheet1'!A1", 'A1'],
    ['!c2:e5', 'C2:E5'],
  ])('%s is %s', async (text, a1) => {
    const { value } = await opened(
      `sheet.insertColumnsAfter(26, 1); return sheet.getRange(arg).getA1Notation();`,
    );
    expect(await value('go', text)).toBe(a1);
  });
});

describe('Writes wait', () => {
  const THREE = `
    sheet.getRange('A1').setValue('one');
    sheet.getRange('A2').setValue('two');
    sheet.getRange('A3').setValue('three');`;

  test.each([
    ['a flush makes them happen', 'SpreadsheetApp.flush();', 6, 3],
    ['a read makes them happen', 'sheet.getLastRow();', 6, 3],
    ['without either nobody sees them', '', 5, 0],
  ])('%s', async (_, call, killedAt, rows) => {
    const { session, run } = await opened(`${THREE} ${call} Utilities.getUuid();`);
    const { outcome } = await run('go', { kill: { atCall: killedAt, when: 'before', applied: 0 } });
    expect(outcome).toBe('killed');
    expect(session.layout('Sheet1').rows).toBe(rows);
  });

  test('the end of the execution makes them happen', async () => {
    const { session, run } = await opened(THREE);
    await run('go');
    expect(session.display('Sheet1')).toEqual([['one'], ['two'], ['three']]);
  });

  test.each([
    [0, []],
    [2, [['one'], ['two']]],
    ['all', [['one'], ['two'], ['three']]],
  ] as const)('an execution that is killed leaves %s of them', async (applied, left) => {
    const { session, run } = await opened(`${THREE} SpreadsheetApp.flush();`);
    const result = await run('go', { kill: { atCall: 5, when: 'before', applied } });
    expect(result.calls.at(-1)).toBe('SpreadsheetApp.flush');
    expect(session.display('Sheet1')).toEqual(left);
  });

  test('one that is refused is heard of at the flush, and those before it have happened', async () => {
    const { session, value } = await opened(`
      sheet.getRange('A1').setValue('mine');
      sheet.getRange('B1').setValue('not mine');
      try { SpreadsheetApp.flush(); } catch (e) { return e.message; }`);
    session.protect('Sheet1', 'B1:B1', [JIRO.email]);
    expect(await value('go')).toMatch(/^You are trying to edit a protected cell or object\./);
    expect(session.display('Sheet1')).toEqual([['mine']]);
  });

  test('one that is refused at the end fails the execution', async () => {
    const { session, run } = await opened(`sheet.getRange('A1').setValue('x');`, { locale: 'ja' });
    session.protect('Sheet1', null, []);
    const { outcome, error } = await run('go');
    expect(outcome).toBe('failed');
    expect(error?.message).toMatch(/^保護されているセルやオブジェクトを編集しようとしています。/);
  });
});

describe('A write is refused', () => {
  test('by protection for everybody but its editors', async () => {
    const { session, run } = await opened(`sheet.getRange('C3').setValue('x');`);
    session.protect('Sheet1', 'C:C', [HANA.name]);
    expect((await run('go')).outcome).toBe('completed');
    expect((await run('go', { user: JIRO.name })).error?.message).toContain('protected cell');
  });

  test('by data validation, as a whole block', async () => {
    const { session, run } = await opened(`sheet.getRange('A1:A2').setValues([['Yes'], ['Perhaps']]);`);
    session.validate('Sheet1', 'A:A', ['Yes', 'No']);
    const { error } = await run('go');
    expect(error?.message).toBe(
      'The data you entered in cell A2 violates the data validation rules set on this cell.',
    );
    expect(session.layout('Sheet1').rows).toBe(0);
  });

  test('by the limit of cells', async () => {
    const { session, run } = await opened(`sheet.insertRowsAfter(1000, 1);`);
    session.limitCells(26_025);
    expect((await run('go')).error?.message).toBe(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
  });

  test('when somebody has deleted the tab in mid-run', async () => {
    const { session, run } = await opened(`
      const tab = SpreadsheetApp.getActive().getSheetByName('Gone');
      sheet.getRange('A1').setValue('x');
      SpreadsheetApp.flush();
      tab.getRange('A1').setValue('y');`);
    session.addTab('Gone', [['a']]);
    session.onChange((tab) => {
      if (tab === 'Sheet1') session.deleteTab('Gone');
    });
    expect((await run('go')).error?.message).toMatch(/^Sheet \d+ not found$/);
  });

  test('when a tab of that name exists, in the language of the user', async () => {
    const { value } = await opened(`SpreadsheetApp.getActive().insertSheet('Sheet1');`, { locale: 'ja' });
    await expect(value('go')).rejects.toThrow('シート名「Sheet1」はすでに存在しています。');
  });
});

describe('A sheet', () => {
  test('says how far it goes', async () => {
    const { value } = await opened(`
      const empty = [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getValues()];
      sheet.getRange('C2').setNumberFormat('@');
      sheet.getRange('B1').setValue('x');
      sheet.appendRow(['a', null, 'c']);
      return [empty, sheet.getDataRange().getA1Notation(), sheet.getMaxRows(), sheet.getMaxColumns()];`);
    expect(await value('go')).toEqual([[0, 0, [['']]], 'A1:C2', 1000, 26]);
  });

  test('grows for appendRow on a full grid, and the new row has no formats', async () => {
    const { session, value } = await opened(`
      sheet.getRange('A:A').setNumberFormat('@');
      sheet.getRange('A1000').setValue('007');
      sheet.appendRow(['007']);
      return sheet.getRange('A1000:A1001').getValues();`);
    expect(await value('go')).toEqual([['007'], [7]]);
    expect(session.cell('Sheet1', 1001, 1).format).toBe('0.###############');
  });

  test('knows how large it has grown, whichever of its objects is asked', async () => {
    const { value } = await opened(`
      const other = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
      const last = sheet.getRange('A1000').setValue('x');
      other.appendRow(['y']);
      return [sheet.getDataRange(), sheet.getRange('A2:A'), last.offset(1, 0)].map((one) => one.getA1Notation());`);
    expect(await value('go')).toEqual(['A1:A1001', 'A2:A1001', 'A1001']);
  });

  test('tells rows that a filter hides from those that a person hid', async () => {
    const { session, value } = await opened(`
      return [2, 3].map((row) => sheet.isRowHiddenByFilter(row)).concat(!!sheet.getFilter());`);
    session.hideRows('Sheet1', 2, 1, 'filter');
    session.hideRows('Sheet1', 3, 1, 'user');
    expect(await value('go')).toEqual([true, false, true]);
    expect(session.layout('Sheet1').hiddenRows).toEqual([2, 3]);
  });

  test('keeps notes and formats where values are written or cleared', async () => {
    const { session, value } = await opened(`
      const cell = sheet.getRange('A1');
      cell.setNumberFormat('0.00').setValue(5).setValue(6);
      const shown = cell.getDisplayValue();
      cell.clearContent();
      return [shown, cell.getNumberFormat(), cell.getValue()];`);
    session.note('Sheet1', 1, 1, 'why');
    expect(await value('go')).toEqual(['6.00', '0.00', '']);
    expect(session.cell('Sheet1', 1, 1).note).toBe('why');
  });
});

describe('Calls', () => {
  test('naming a place costs none, reading and writing a block one each', async () => {
    const { run } = await opened(`
      const range = sheet.getRange(1, 1, 2, 2).offset(1, 1);
      range.getA1Notation();
      range.setNumberFormats([['@', '@'], ['@', '@']]).setValues([[1, 2], [3, 4]]);
      range.getValues();`);
    expect((await run('go')).calls).toEqual([
      'SpreadsheetApp.getActiveSheet',
      'Range.setNumberFormats',
      'Range.setValues',
      'Range.getValues',
    ]);
  });

  test('10,000 rows of 10 columns pass in one write and one read', async () => {
    const { value, session } = await opened(`
      sheet.insertRowsAfter(1000, 9000);
      const block = Array.from({ length: 10000 }, (_, row) => Array.from({ length: 10 }, (_, column) => row + '/' + column + '.'));
      sheet.getRange(1, 1, 10000, 10).setValues(block);
      const back = sheet.getDataRange().getValues();
      return back.length * back[0].length;`);
    expect(await value('go')).toBe(100_000);
    expect(session.cell('Sheet1', 10_000, 10).value).toBe('9999/9.');
  });
});
