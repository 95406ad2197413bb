/** A file that becomes a copy of itself. */
import { afterEach, expect, test } from '@jest/globals';
import type { TestEnvironment } from '../../emulator.testing';
import { openScript } from './echo.testing';

const CODE = `
  function leave() {
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange('A1').setValue('kept');
    sheet.getRange('B:B').addDeveloperMetadata('ours', 'x');
    PropertiesService.getDocumentProperties().setProperty('document', '1');
    PropertiesService.getScriptProperties().setProperty('script', '1');
    PropertiesService.getUserProperties().setProperty('user', '1');
    CacheService.getScriptCache().put('cache', '1');
    ScriptApp.newTrigger('leave').timeBased().after(60000).create();
  }
  function look() {
    const book = SpreadsheetApp.getActive();
    return [book.getId(), book.getName(), book.createDeveloperMetadataFinder().find().length,
      PropertiesService.getDocumentProperties().getProperty('document')];
  }`;

let environment: TestEnvironment | undefined;
afterEach(async () => {
  await environment?.close();
});

test.each([
  [{}, 0, null],
  [{ 'metadata-in-copies': 'yes' }, 1, null],
  [{ 'properties-in-copies': 'yes' }, 0, '1'],
])(
  'A copy under %j has %s pieces of metadata and the document property %s',
  async (assumptions, pieces, property) => {
    environment = await openScript(CODE, { scenario: { assumptions } });
    const { emulator } = environment;
    const { value: before } = await emulator.run({ function: 'look', entry: 'menu' });
    await emulator.run({ function: 'leave', entry: 'menu' });
    emulator.becomeCopy('Copy of Rollcall');
    expect(emulator.grants()).toBeNull();
    expect(emulator.stores.triggers()).toEqual([]);
    expect(emulator.stores.cache()).toEqual([]);
    expect(emulator.stores.properties().map(({ store }) => store)).toEqual(
      property === null ? [] : ['document'],
    );
    expect(emulator.spreadsheet.display('Sheet1')).toEqual([['kept']]);
    const { value } = await emulator.run({ function: 'look', entry: 'menu' });
    const [id, ...rest] = value as unknown[];
    expect(rest).toEqual(['Copy of Rollcall', pieces, property]);
    expect(id).not.toBe((before as unknown[])[0]);
  },
);
