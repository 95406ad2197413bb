/** A spreadsheet that is saved and opened again is the same one, and a file that does not fit says where. */
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TestEnvironment } from '../../emulator.testing';
import type { Emulator } from '../emulator';
import { openScript } from './echo.testing';
import { readSavedBook, type SavedBook } from './saved-book';
import { column, step, text } from './spreadsheet/steps.testing';

const CODE = `
  function keep(columns, texts) {
    const sheet = SpreadsheetApp.getActiveSheet();
    for (const column of columns) {
      sheet.getRange(1, column, sheet.getMaxRows(), 1).getA1Notation();
      const letter = sheet.getRange(1, column).getA1Notation().slice(0, -1);
      sheet.getRange(letter + ':' + letter).addDeveloperMetadata('column', String(column));
    }
    sheet.setColumnWidth(2, 100 + columns.length).setTabColor('#ff9900').addDeveloperMetadata('tab', 'own');
    texts.forEach((text, index) => {
      PropertiesService.getUserProperties().setProperty('text ' + index, text);
      PropertiesService.getDocumentProperties().setProperty('text ' + index, text);
      PropertiesService.getScriptProperties().setProperty('text ' + index, text);
    });
    ScriptApp.newTrigger('again').timeBased().after(60000 * (1 + texts.length)).create();
  }
  function again() {}
  function add() { return SpreadsheetApp.getActiveSpreadsheet().insertSheet('Added').getSheetId(); }
  function write(cell, text) { SpreadsheetApp.getActiveSheet().getRange(cell).setValue(text); }
  function active() {
    return SpreadsheetApp.getActiveRangeList().getRanges().map((one) => one.getSheet().getName() + '!' + one.getA1Notation());
  }
  function arm() { ScriptApp.newTrigger('again').timeBased().after(1000).create(); }
`;

let open: TestEnvironment[] = [];
afterEach(async () => {
  await Promise.all(open.map((environment) => environment.close()));
  open = [];
});

async function openBook(book?: SavedBook): Promise<Emulator> {
  const environment = await openScript(CODE, book ? { book } : {});
  open.push(environment);
  return environment.emulator;
}

/** The book as it comes out of its file. */
function throughFile(book: SavedBook): SavedBook {
  return readSavedBook(JSON.parse(JSON.stringify(book)), 'book.json');
}

/** All that people and the script can see. */
function sightOf({ spreadsheet, stores }: Emulator): unknown {
  return {
    name: spreadsheet.name(),
    tabs: spreadsheet.tabs().map((tab) => ({
      ...tab,
      layout: spreadsheet.layout(tab.name),
      cells: spreadsheet.cells(tab.name),
      widths: spreadsheet.columnWidths(tab.name),
      conditionalFormats: spreadsheet.conditionalFormats(tab.name),
    })),
    metadata: spreadsheet.metadata(),
    active: ['users/1', 'users/2'].map((user) => spreadsheet.active(user)),
    properties: stores.properties(),
    triggers: stores.triggers(),
  };
}

test('a book that is saved and opened again is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.array(column, { maxLength: 3 }),
      fc.array(text, { maxLength: 3 }),
      async (steps, columns, texts) => {
        const first = await openBook();
        for (const one of steps) {
          // A merge or a deletion may leave no such tab or range: then nothing is done, as by hand.
          try {
            one(first.spreadsheet, first.spreadsheet.active().tab);
          } catch {
            continue;
          }
        }
        const { outcome } = await first.run({ function: 'keep', args: [columns, texts], entry: 'menu' });
        expect(outcome).toBe('completed');
        const saved = throughFile(first.save());
        const second = await openBook(saved);
        expect(sightOf(second)).toEqual(sightOf(first));
        expect(second.save()).toEqual(saved);
        await Promise.all(open.map((environment) => environment.close()));
        open = [];
      },
    ),
    { numRuns: 40 },
  );
});

describe('after opening again', () => {
  test('protections and validations go on refusing', async () => {
    const first = await openBook();
    first.spreadsheet.protect('Sheet1', 'A1', []);
    first.spreadsheet.validate('Sheet1', 'B1', ['yes']);
    const second = await openBook(throughFile(first.save()));
    const write = async (cell: string) =>
      (await second.run({ function: 'write', args: [cell, 'x'], entry: 'menu' })).error?.message;
    expect(await write('A1')).toMatch(/protected cell/);
    expect(await write('B1')).toMatch(/data validation/);
    expect(await write('C1')).toBeUndefined();
  });

  test('everybody has active what they had', async () => {
    const first = await openBook();
    first.spreadsheet.addTab('List', [['a']]);
    first.spreadsheet.select('List', ['A1:B3', 'D4'], 'users/2');
    const second = await openBook(throughFile(first.save()));
    const active = async (user: string) =>
      (await second.run({ function: 'active', entry: 'menu', user })).value;
    expect([await active('users/1'), await active('users/2')]).toEqual([
      ['Sheet1!A1'],
      ['List!A1:B3', 'List!D4'],
    ]);
  });

  test('new tabs get other ids than those that are gone', async () => {
    const first = await openBook();
    const { value: id } = await first.run({ function: 'add', entry: 'menu' });
    first.spreadsheet.deleteTab('Added');
    const second = await openBook(throughFile(first.save()));
    expect((await second.run({ function: 'add', entry: 'menu' })).value).not.toBe(id);
  });

  test('a trigger that has run does not run again, and one that has not does', async () => {
    const first = await openBook();
    await first.run({ function: 'arm', entry: 'menu' });
    open[0]?.clock.advance(2000);
    expect(await first.fireDueTriggers()).toHaveLength(1);
    await first.run({ function: 'arm', entry: 'menu' });
    const second = await openBook(throughFile(first.save()));
    open[1]?.clock.advance(5000);
    expect(second.stores.triggers()).toHaveLength(2);
    expect(await second.fireDueTriggers()).toHaveLength(1);
    await second.run({ function: 'arm', entry: 'menu' });
    const ids = second.stores.triggers().map(({ uniqueId }) => uniqueId);
    expect(new Set(ids).size).toBe(3);
  });

  test('a fault preset’s protection was not the sheet’s', async () => {
    const first = await openBook();
    first.spreadsheet.addTab('Memberships', []);
    const { scenario } = open[0]!;
    first.setScenario({ ...scenario, faultPresets: ['protected-sheet'] });
    const saved = throughFile(first.save());
    const second = await openBook(saved);
    second.spreadsheet.select('Memberships', ['A1']);
    const write = () => second.run({ function: 'write', args: ['A1', 'x'], entry: 'menu' });
    expect((await write()).outcome).toBe('completed');
    second.setScenario({ ...scenario, faultPresets: ['protected-sheet'] });
    expect((await write()).error?.message).toMatch(/protected cell/);
  });
});

describe('a file that does not fit is refused by name', () => {
  const TAB = { id: 0, name: 'List', size: { rows: 3, columns: 2 }, rows: {}, columns: {}, cells: {} };
  const BOOK = {
    ...{ rollcallBook: 1, id: 'x', name: 'Book', locale: 'en_US', timeZone: 'Asia/Tokyo' },
    ...{ lastIds: { metadata: 100, tab: 0 }, tabs: [TAB], metadata: [], selections: {}, properties: [] },
    triggers: [],
  };
  const column = { id: 1, key: 'k', value: null, kind: 'column', tab: 0 };

  test('this one fits', () => {
    expect(readSavedBook(BOOK, 'b.json')).toEqual(BOOK);
  });

  test.each([
    ['no object', 7, /^b\.json: this is no book of the emulator/],
    ['other JSON', { name: 'x' }, /^b\.json: this is no book of the emulator/],
    [
      'a newer version',
      { ...BOOK, rollcallBook: 2 },
      /^b\.json: this book has the version 2, and this emulator reads version 1\.$/,
    ],
    ['a field that is missing', { ...BOOK, name: undefined }, /^b\.json: name: must be a text/],
    ['a field that nobody knows', { ...BOOK, colour: 'red' }, /^b\.json: colour: /],
    ['no tab', { ...BOOK, tabs: [] }, /^b\.json: tabs: must hold a tab/],
    [
      'a cell’s value',
      { ...BOOK, tabs: [{ ...TAB, cells: { A1: { value: null } } }] },
      /^b\.json: tabs\.0\.cells\.A1\.value: must be a text, a number/,
    ],
    [
      'a cell outside',
      { ...BOOK, tabs: [{ ...TAB, cells: { C1: {} } }] },
      /^b\.json: tabs\.0\.cells\.C1: the tab has no such cell/,
    ],
    [
      'a cell’s name',
      { ...BOOK, tabs: [{ ...TAB, cells: { 'A1:B2': {} } }] },
      /^b\.json: tabs\.0\.cells\.A1:B2: the tab has no such cell/,
    ],
    [
      'a row outside',
      { ...BOOK, tabs: [{ ...TAB, rows: { 4: {} } }] },
      /^b\.json: tabs\.0\.rows\.4: the tab has no such number/,
    ],
    [
      'two tabs of one name',
      { ...BOOK, tabs: [TAB, { ...TAB, id: 1, name: 'LIST' }] },
      /^b\.json: tabs\.1: there is another tab with this name or id/,
    ],
    [
      'two tabs of one id',
      { ...BOOK, tabs: [TAB, { ...TAB, name: 'Other' }] },
      /^b\.json: tabs\.1: there is another tab/,
    ],
    [
      'metadata of no tab',
      { ...BOOK, metadata: [{ ...column, tab: 5, at: 1 }] },
      /^b\.json: metadata\.0\.tab: there is no tab with the id 5/,
    ],
    [
      'metadata of no column',
      { ...BOOK, metadata: [{ ...column, at: 3 }] },
      /^b\.json: metadata\.0\.at: the tab has no such column/,
    ],
    [
      'a selection in no tab',
      { ...BOOK, selections: { 'users/1': { tab: 4, areas: [], chart: false } } },
      /^b\.json: selections\.users\/1\.tab: there is no tab with the id 4/,
    ],
    [
      'a trigger’s number',
      { ...BOOK, triggers: [{ uniqueId: 'x', user: 'users/1', handler: 'go', due: 1, fired: false }] },
      /^b\.json: triggers\.0\.uniqueId: must be digits/,
    ],
  ])('%s', (_, json, message) => {
    expect(() => readSavedBook(json, 'b.json')).toThrow(message);
  });
});
