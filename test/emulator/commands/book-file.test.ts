/** `--book`: a spreadsheet that several runs work on, one after the other. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { projectOf } from '../../emulator.testing';
import { runProgram, type Ended } from './program.testing';

const MANIFEST = JSON.stringify({
  timeZone: 'Asia/Tokyo',
  oauthScopes: ['spreadsheets.currentonly', 'script.scriptapp'].map(
    (scope) => `https://www.googleapis.com/auth/${scope}`,
  ),
});
const CODE = `
  function fill() {
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange('A1:B2').setValues([['Name', 'Since'], ["'007", '2026-01-02']]);
    sheet.getRange('C:C').addDeveloperMetadata('column', 'mine');
    sheet.setFrozenRows(1);
    for (const store of [PropertiesService.getDocumentProperties(), PropertiesService.getUserProperties(), PropertiesService.getScriptProperties()])
      store.setProperty('kept', 'yes');
    CacheService.getUserCache().put('kept', 'no');
    ScriptApp.newTrigger('fill').timeBased().after(3600000).create();
  }
  function fillAndFail() { fill(); throw new Error('no pear'); }
  function look() {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = book.getActiveSheet();
    return {
      name: book.getName(),
      tabs: book.getSheets().map((one) => one.getName()),
      active: SpreadsheetApp.getActiveRange().getA1Notation(),
      values: sheet.getDataRange().getDisplayValues(),
      formula: sheet.getRange('F2').getFormula(),
      metadata: sheet.createDeveloperMetadataFinder().withKey('column').find().map((one) => one.getLocation().getColumn().getA1Notation()),
      stores: [PropertiesService.getDocumentProperties(), PropertiesService.getUserProperties(), PropertiesService.getScriptProperties()]
        .map((store) => store.getProperty('kept')),
      cache: CacheService.getUserCache().get('kept'),
      triggers: ScriptApp.getProjectTriggers().length,
    };
  }
  function name() { return SpreadsheetApp.getActiveSheet().getName(); }
`;

let project: ReturnType<typeof projectOf>;
beforeEach(() => {
  project = projectOf({ 'appsscript.json': MANIFEST, 'Code.gs': CODE });
});
afterEach(() => {
  project.remove();
});

const fileOf = (name: string) => path.join(project.folder, name);
const execute = (name: string, ...args: readonly string[]): Promise<Ended> =>
  runProgram('execute', name, '--project', project.folder, ...args);
const onBook = (name: string, ...args: readonly string[]): Promise<Ended> =>
  execute(name, '--book', fileOf('Harvest.json'), ...args);
const valueOf = ({ out }: Ended): unknown =>
  JSON.parse(out.slice(out.indexOf('Returned: ') + 'Returned: '.length));

test('what a run leaves is there for the next one, and a missing file is made', async () => {
  expect((await onBook('fill', '--set', 'F2==1+1')).code).toBe(0);
  expect(valueOf(await onBook('look', '--select', 'B2:B3'))).toEqual({
    name: 'Harvest',
    tabs: ['Sheet1'],
    active: 'B2:B3',
    values: [
      ['Name', 'Since', '', '', '', ''],
      ['007', '2026-01-02', '', '', '', '#N/A'],
    ],
    formula: '=1+1',
    metadata: ['C:C'],
    stores: ['yes', 'yes', 'yes'],
    cache: null,
    triggers: 1,
  });
  // The selection stayed, each person's own; so did the user's properties.
  expect(valueOf(await onBook('look'))).toMatchObject({ active: 'B2:B3' });
  const other = await onBook('look', '--as', 'users/100000000000000000002');
  expect(valueOf(other)).toMatchObject({ active: 'A1', stores: ['yes', null, 'yes'], triggers: 0 });
});

test('what a run did is kept though it failed', async () => {
  expect((await onBook('fillAndFail')).code).toBe(1);
  expect(valueOf(await onBook('look'))).toMatchObject({ stores: ['yes', 'yes', 'yes'] });
});

test('nothing is made where nothing ran', async () => {
  expect((await onBook('gone')).code).toBe(1);
  expect(existsSync(fileOf('Harvest.json'))).toBe(false);
});

describe('--sheet with --book', () => {
  beforeEach(() => {
    writeFileSync(fileOf('people.csv'), 'Name,Mail\nAda,ada@orchard.example\n');
  });

  test('is the whole of a new book', async () => {
    const value = valueOf(await onBook('look', '--sheet', fileOf('people.csv')));
    expect(value).toMatchObject({ name: 'Harvest', tabs: ['people'], active: 'A1' });
  });

  test('adds its table to a book that is there, and makes it the active tab', async () => {
    await onBook('fill');
    const value = valueOf(await onBook('look', '--sheet', fileOf('people.csv'), '--select', 'B2'));
    expect(value).toMatchObject({ tabs: ['Sheet1', 'people'], active: 'B2' });
    expect(valueOf(await onBook('name'))).toBe('people');
  });

  test('is refused where the book has such a tab', async () => {
    await onBook('fill');
    writeFileSync(fileOf('sheet1.csv'), 'a\n');
    expect((await onBook('look', '--sheet', fileOf('sheet1.csv'))).err).toBe(
      '--sheet: the book has a tab "Sheet1" already. Leave --sheet out to work on it, or give the file another name.\n',
    );
  });
});

test('a scenario’s locale and time zone become the book’s, and stay', async () => {
  writeFileSync(
    fileOf('scenario.json'),
    JSON.stringify({ spreadsheetLocale: 'de_DE', timeZone: 'Europe/Berlin' }),
  );
  await onBook('fill');
  await onBook('fill', '--scenario', fileOf('scenario.json'));
  await onBook('fill');
  expect(JSON.parse(readFileSync(fileOf('Harvest.json'), 'utf8'))).toMatchObject({
    locale: 'de_DE',
    timeZone: 'Europe/Berlin',
  });
});

describe('a file is refused', () => {
  test.each([
    ['that is no JSON', '{', /^--book .*Harvest\.json: .*JSON/],
    [
      'of another version',
      '{"rollcallBook":7}',
      /^--book .*Harvest\.json: this book has the version 7, and this emulator reads version 1\.\n$/,
    ],
    ['of another kind', '{"name":"x"}', /^--book .*Harvest\.json: this is no book of the emulator/],
  ])('%s, and stays as it is', async (_, text, message) => {
    writeFileSync(fileOf('Harvest.json'), text);
    const { code, err } = await onBook('look');
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
    expect(readFileSync(fileOf('Harvest.json'), 'utf8')).toBe(text);
  });

  test('in a folder that is not there', async () => {
    const { err } = await execute('look', '--book', fileOf('none/Harvest.json'));
    expect(err).toMatch(/^--book .*none\/Harvest\.json: there is no such folder\.\n$/);
  });
});
