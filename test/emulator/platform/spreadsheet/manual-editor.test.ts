/** What people do to the sheet by hand while scripts keep finding their columns. */
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { movableClock } from '../../clock';
import { Book } from './book';
import { manualEditorOf } from './manual-editor';
import { Zone } from './zone';
import type { ManualEditor } from '../../emulator';
import { openSheet, type SheetEnvironment } from './sheet.testing';

const clock = movableClock('2026-11-02T09:00:00+09:00');
const newSession = (): ManualEditor =>
  manualEditorOf(
    new Book({ id: 'b', name: 'Book', locale: 'en_US', timeZone: 'Asia/Tokyo', editors: [] }),
    clock,
    'users/1',
  );

let session: ManualEditor;
beforeEach(() => {
  session = newSession();
});

describe('Developer metadata', () => {
  let environment: SheetEnvironment;
  afterAll(async () => {
    await environment.close();
  });

  test('moves with its column and goes with it', async () => {
    environment = await openSheet(`
      function mark() {
        const sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange('B:B').addDeveloperMetadata('ours', 'name');
        sheet.getRange('C:C').addDeveloperMetadata('ours', 'since').addDeveloperMetadata('theirs', 'x');
      }
      function find() {
        return SpreadsheetApp.getActiveSheet().createDeveloperMetadataFinder().withKey('ours').find()
          .map((one) => one.getValue() + ' ' + one.getLocation().getColumn().getA1Notation());
      }
      function drop() {
        SpreadsheetApp.getActiveSheet().createDeveloperMetadataFinder().withKey('theirs').find().forEach((one) => one.remove());
      }`);
    await environment.value('mark');
    environment.session.put('Sheet1', 1, 2, 'Name');
    environment.session.insertColumns('Sheet1', 1, 2);
    expect(await environment.value('find')).toEqual(['name D:D', 'since E:E']);
    environment.session.moveColumn('Sheet1', 4, 1);
    expect(await environment.value('find')).toEqual(['name A:A', 'since E:E']);
    expect(environment.session.cell('Sheet1', 1, 1).value).toBe('Name');
    environment.session.deleteColumns('Sheet1', 1, 1);
    expect(await environment.value('find')).toEqual(['since D:D']);
    await environment.value('drop');
    expect(environment.session.metadata()).toEqual([
      { key: 'ours', value: 'since', tab: 'Sheet1', at: 'D:D' },
    ]);
  });
});

describe('Sorting', () => {
  test('puts numbers before texts before booleans, empty cells last, and leaves header rows', () => {
    session.addTab('T', [['Title'], ['b10'], [true], [''], [3], ['B9'], [-1], [false]]);
    session.sort('T', 1, { headerRows: 1 });
    expect(session.display('T').flat()).toEqual(['Title', '-1', '3', 'B9', 'b10', 'FALSE', 'TRUE']);
    session.sort('T', 1, { headerRows: 1, descending: true });
    expect(session.display('T').flat()).toEqual(['Title', 'TRUE', 'FALSE', 'b10', 'B9', '3', '-1']);
  });

  test('moves the cells of rows with all that is in them, and leaves what hangs on the rows', async () => {
    const environment = await openSheet(
      `function mark() { SpreadsheetApp.getActiveSheet().getRange('1:1').addDeveloperMetadata('row', 'first'); }`,
    );
    const { session } = environment;
    await environment.value('mark');
    session.put('Sheet1', 1, 1, 'b');
    session.rich('Sheet1', 1, 2, [{ text: 'link', link: 'https://kumo.example' }]);
    session.chip('Sheet1', 1, 3, 'person', 'Hana');
    session.paint('Sheet1', 'A1:A1', { background: '#fff2cc' });
    session.put('Sheet1', 2, 1, 'a');
    session.hideRows('Sheet1', 1, 1, 'user');
    session.sort('Sheet1', 1);
    await environment.close();
    expect(session.cells('Sheet1')[1]).toMatchObject([
      { value: 'b', style: { background: '#fff2cc' } },
      { rich: { runs: [{ link: 'https://kumo.example' }] } },
      { rich: { chips: [{ kind: 'person' }] } },
    ]);
    expect(session.metadata()).toMatchObject([{ key: 'row', at: '1:1' }]);
    expect(session.layout('Sheet1').hiddenRows).toEqual([1]);
  });

  test('keeps a row together: values, formulas, formats and notes', () => {
    session.addTab('T', [
      ['b', 1],
      ['a', 2],
    ]);
    session.type('T', 1, 2, '=A1');
    session.note('T', 1, 2, 'note');
    session.sort('T', 1);
    expect(session.cell('T', 2, 2)).toMatchObject({ formula: '=A1', note: 'note' });
  });
});

describe('Areas', () => {
  test('keep the content of their first cell alone when they are merged', () => {
    const book = new Book({ id: 'b', name: 'Book', locale: 'en_US', timeZone: 'UTC', editors: [] });
    const one = manualEditorOf(book, clock, 'users/1');
    for (const [row, column] of [
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
      [3, 1],
    ] as const)
      one.type('Sheet1', row, column, `${row}${column}`);
    one.merge('Sheet1', 'A1:B2');
    expect(one.display('Sheet1')).toEqual([['11'], [''], ['31']]);
  });

  test('protection and merges move with inserted and deleted rows', () => {
    const book = new Book({ id: 'b', name: 'Book', locale: 'en_US', timeZone: 'UTC', editors: [] });
    const one = manualEditorOf(book, clock, 'users/1');
    one.merge('Sheet1', 'A5:B6');
    one.protect('Sheet1', 'A5:A5', []);
    one.insertRows('Sheet1', 2, 3);
    const [tab] = book.tabs;
    expect(tab?.merges).toEqual([{ row: 8, column: 1, rows: 2, columns: 2 }]);
    expect(tab?.protections[0]?.area).toEqual({ row: 8, column: 1, rows: 1, columns: 1 });
    one.deleteRows('Sheet1', 1, 8);
    expect(tab?.merges).toEqual([{ row: 1, column: 1, rows: 1, columns: 2 }]);
    expect(tab?.protections).toEqual([]);
  });

  test('whole columns stay whole wherever rows come and go', () => {
    const book = new Book({ id: 'b', name: 'Book', locale: 'en_US', timeZone: 'UTC', editors: [] });
    const one = manualEditorOf(book, clock, 'users/1');
    one.protect('Sheet1', 'B:B', []);
    one.insertRows('Sheet1', 1, 2);
    one.deleteRows('Sheet1', 1, 3);
    one.insertColumns('Sheet1', 1, 1);
    const [tab] = book.tabs;
    expect(tab?.protections).toEqual([
      { area: { row: 1, column: 3, rows: 999, columns: 1, whole: 'columns' }, editors: [] },
    ]);
  });

  test('a protection is taken away from its very range', () => {
    const book = new Book({ id: 'b', name: 'Book', locale: 'en_US', timeZone: 'UTC', editors: [] });
    const one = manualEditorOf(book, clock, 'users/1');
    one.protect('Sheet1', 'B:B', []);
    one.protect('Sheet1', null, []);
    one.unprotect('Sheet1', 'A:A');
    expect(book.tabs[0]?.protections).toHaveLength(2);
    one.unprotect('Sheet1', null);
    expect(book.tabs[0]?.protections).toMatchObject([{ area: { whole: 'columns' } }]);
    one.unprotect('Sheet1', 'B:B');
    expect(book.tabs[0]?.protections).toEqual([]);
  });

  test('inserted rows take the format of the row above', () => {
    session.format('Sheet1', 'A1:A1', '@');
    session.insertRows('Sheet1', 2, 1);
    session.type('Sheet1', 2, 1, '007');
    expect(session.cell('Sheet1', 2, 1)).toMatchObject({ value: '007', format: '@' });
  });
});

describe('A filter', () => {
  test('is one for a tab, and never over a Table; without it all rows show', () => {
    session.addTab('T', [['Title'], ['a'], ['b']]);
    session.typeColumn('T', 'C1:C9', 'TEXT');
    expect(() => {
      session.filter('T', 'A1:C3');
    }).toThrow('You cannot create a filter that intersects a table.');
    session.filter('T', 'A1:A3');
    session.hideRows('T', 2, 1, 'filter');
    expect(session.layout('T').hiddenRows).toEqual([2]);
    expect(() => {
      session.filter('T', 'A1:B3');
    }).toThrow("You can't create a filter in a sheet that already has a filter.");
    session.unfilter('T');
    expect(session.layout('T').hiddenRows).toEqual([]);
  });
});

describe('Rows and columns', () => {
  test('are inserted at the ends too', () => {
    session.insertRows('Sheet1', 1001, 2);
    session.insertColumns('Sheet1', 27, 1);
    session.put('Sheet1', 1002, 27, 'x');
    expect(session.columnWidths('Sheet1')).toHaveLength(27);
    session.insertRows('Sheet1', 1, 1);
    expect(session.cell('Sheet1', 1003, 27).value).toBe('x');
  });
});

describe('A person', () => {
  test('types as into a cell, or puts a value as it is', () => {
    session.type('Sheet1', 1, 1, '1,234');
    session.put('Sheet1', 2, 1, '1,234');
    session.put('Sheet1', 3, 1, new Date('2026-11-02T00:00:00Z'));
    session.put('Sheet1', 4, 1, { formula: '=A1*2', value: 2468 });
    expect(
      session
        .cells('Sheet1')
        .flat()
        .map(({ value }) => value),
    ).toEqual([1234, '1,234', { $date: Date.parse('2026-11-02T00:00:00Z') }, 2468]);
    expect(session.cell('Sheet1', 4, 1)).toMatchObject({ formula: '=A1*2', display: '2468' });
    expect(() => {
      session.put('Sheet1', 1, 1, { a: 1 });
    }).toThrow('A cell takes a text, a number, a boolean, a Date or {formula, value}.');
  });

  test('is told what there is when naming a tab or a range wrongly', () => {
    expect(() => session.cell('Sheet2', 1, 1)).toThrow('There is no tab "Sheet2". There are: Sheet1.');
    expect(() => {
      session.select('Sheet1', ['nowhere']);
    }).toThrow('"nowhere" names no range of the tab Sheet1.');
    expect(() => {
      session.deleteTab('Sheet1');
    }).toThrow("You can't remove all the sheets in a document.");
  });

  test('renames and deletes tabs; the window then shows one that is left', () => {
    session.addTab('T', []);
    session.select('T', ['B2']);
    session.renameTab('T', 'U');
    expect(session.active()).toEqual({ tab: 'U', ranges: ['B2'] });
    session.deleteTab('U');
    expect(session.active()).toEqual({ tab: 'Sheet1', ranges: ['A1'] });
  });
});

describe('Dates', () => {
  test('come back as the very instant from every zone', () => {
    const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC'].map(
      (name) => new Zone(name),
    );
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, zone) => {
          const back = zone.toInstant(zone.toSerial(date.getTime()));
          // The hour that a clock change repeats is the only wall time with two instants.
          expect([0, 3_600_000]).toContain(Math.abs(back - date.getTime()));
          expect(zone.toSerial(back)).toBeCloseTo(zone.toSerial(date.getTime()), 9);
        },
      ),
    );
  });

  test('are days since 30 December 1899 by the clock on the wall', () => {
    expect(new Zone('Asia/Tokyo').toSerial(Date.parse('2026-11-02T00:00:00+09:00'))).toBe(46_328);
    expect(new Zone('America/New_York').toSerial(Date.parse('2026-11-02T00:00:00-05:00'))).toBe(46_328);
  });
});
