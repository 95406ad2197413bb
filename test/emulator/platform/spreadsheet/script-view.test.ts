/** What is active for a running script. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { openSheet, type SheetEnvironment } from './sheet.testing';

let environment: SheetEnvironment;
afterEach(async () => {
  await environment.close();
});

/** Opens a script with one function `go`. */
async function opened(body: string): Promise<SheetEnvironment> {
  environment = await openSheet(`function go() { const sheet = SpreadsheetApp.getActiveSheet(); ${body} }`);
  return environment;
}

describe('What is active', () => {
  const SAY = `
    const list = SpreadsheetApp.getActiveRangeList();
    const range = SpreadsheetApp.getActiveRange();
    return [sheet.getName(), list && list.getRanges().map((one) => one.getA1Notation()), range && range.getA1Notation()];`;

  test.each([
    ['menu', ['People', ['B2:B3', 'D4'], 'D4']],
    ['sidebar', ['People', ['B2:B3', 'D4'], 'D4']],
    ['editor', ['Sheet1', ['A1'], 'A1']],
    ['trigger', ['Sheet1', ['A1'], 'A1']],
  ] as const)('to a run from the %s', async (entry, seen) => {
    const { session, run } = await opened(SAY);
    // Only a person's own click can ask for permissions.
    await run('go');
    session.addTab('People', [['a']]);
    session.select('People', ['B2:B3', 'D4']);
    expect((await run('go', { entry })).value).toEqual(seen);
  });

  test('is no range while a chart is selected', async () => {
    const { session, value } = await opened(SAY);
    session.selectChart('Sheet1');
    expect(await value('go')).toEqual(['Sheet1', null, null]);
  });

  test('is a new tab, behind the one before, for the window too', async () => {
    const { session, value } = await opened(`
      const book = SpreadsheetApp.getActive();
      book.insertSheet('New');
      return [book.getActiveSheet().getName(), book.getSheets().map((one) => one.getName())];`);
    session.addTab('Last', []);
    expect(await value('go')).toEqual(['New', ['Sheet1', 'New', 'Last']]);
    expect(session.active()).toEqual({ tab: 'New', ranges: ['A1'] });
  });
});
