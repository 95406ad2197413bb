/** What people delete by hand, and take back. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { movableClock } from '../../clock';
import type { ManualEditor } from '../../emulator';
import { Book } from './book';
import { manualEditorOf } from './manual-editor';

let session: ManualEditor;
beforeEach(() => {
  session = manualEditorOf(
    new Book({ id: 'b', name: 'Book', locale: 'en_US', timeZone: 'Asia/Tokyo', editors: [] }),
    movableClock('2026-11-02T09:00:00+09:00'),
    'users/1',
  );
});

describe('A deletion', () => {
  test('of columns is taken back with cells, width and validation; what others did since stays', () => {
    session.addTab('T', [['a', 'b', 'c', 'd']]);
    session.note('T', 1, 2, 'why');
    session.validate('T', 'B:C', ['b', 'c']);
    session.conditionalFormat('T', ['B1:D9'], { criteria: 'CELL_EMPTY', values: [] });
    session.deleteColumns('T', 2, 2);
    expect(session.display('T')).toEqual([['a', 'd']]);
    session.put('T', 2, 1, 'since');
    session.undoDeletion();
    expect(session.display('T')).toEqual([
      ['a', 'b', 'c', 'd'],
      ['since', '', '', ''],
    ]);
    expect(session.cell('T', 1, 2).note).toBe('why');
    expect(session.conditionalFormats('T')).toMatchObject([{ ranges: ['B1:D9'] }]);
    expect(() => {
      session.undoDeletion();
    }).toThrow('Nothing was deleted by hand.');
  });

  test('of rows is taken back where they were, with what hangs on them', () => {
    session.addTab('T', [['a'], ['b'], ['c'], ['d']]);
    session.hideRows('T', 3, 1, 'user');
    session.merge('T', 'A2:B3');
    session.deleteRows('T', 2, 2);
    session.put('T', 2, 1, 'D');
    session.undoDeletion();
    expect(session.display('T').flat()).toEqual(['a', 'b', '', 'D']);
    expect(session.layout('T').hiddenRows).toEqual([3]);
  });

  test('of a tab is taken back at its place', () => {
    session.addTab('T', [['a']]);
    session.addTab('U', []);
    session.deleteTab('T');
    session.undoDeletion();
    expect(session.tabs().map(({ name }) => name)).toEqual(['Sheet1', 'T', 'U']);
    expect(session.display('T')).toEqual([['a']]);
  });
});
