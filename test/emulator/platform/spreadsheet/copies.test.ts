/** What people copy by hand. What becomes of developer metadata: assumptions.test.ts. */
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

describe('A copy', () => {
  test('of a tab stands behind it with everything in it, and has its own cells', () => {
    session.addTab('T', [['a', 'b']]);
    session.addTab('Last', []);
    session.note('T', 1, 1, 'why');
    session.freeze('T', 1);
    session.conditionalFormat('T', ['A:A'], { criteria: 'CELL_EMPTY', values: [] });
    expect([session.copyTab('T'), session.copyTab('T')]).toEqual(['Copy of T', 'Copy of T 2']);
    expect(session.tabs().map(({ name }) => name)).toEqual([
      'Sheet1',
      'T',
      'Copy of T 2',
      'Copy of T',
      'Last',
    ]);
    expect(session.active().tab).toBe('Copy of T 2');
    session.put('T', 1, 1, 'changed');
    expect(session.cell('Copy of T', 1, 1)).toMatchObject({ value: 'a', note: 'why' });
    expect(session.layout('Copy of T').frozenRows).toBe(1);
    expect(session.conditionalFormats('Copy of T')).toHaveLength(1);
  });

  test.each([
    [1, ['b', 'a', 'b', 'c']],
    [4, ['a', 'b', 'c', 'b']],
  ])('of a column that comes to stand at %d has its cells', (to, shown) => {
    session.addTab('T', [['a', 'b', 'c']]);
    session.note('T', 1, 2, 'why');
    session.copyColumn('T', 2, to);
    expect(session.display('T')).toEqual([shown]);
    expect(session.cell('T', 1, to).note).toBe('why');
  });
});
