import { describe, expect, test } from '@jest/globals';
import { CATALOGUES } from '../../../src/core/locales/catalogue';
import { markedRun, pendingMarker } from '../../../src/core/job/marker';
import { sweepMarkers } from '../../../src/core/look-up/pending-marker';
import { MemoryWorkbook } from '../memory.testing';

const [CATALOGUE] = CATALOGUES;
if (CATALOGUE === undefined) throw new Error('There are no catalogues.');

describe('a pending marker', () => {
  test('names its run in whatever language it was written', () => {
    for (const catalogue of CATALOGUES)
      expect(markedRun(pendingMarker('run-0a1b2c3d', catalogue))).toBe('run-0a1b2c3d');
  });

  test.each([['Waiting'], ['run-0a1b2c3d'], ['Waiting run-0a1b2c3d.'], [7], [new Date(0)]])(
    'is not %p',
    (cell) => {
      expect(markedRun(cell)).toBeNull();
    },
  );
});

describe('sweeping', () => {
  const marker = (run: string) => pendingMarker(run, CATALOGUE);
  const open = () => {
    const workbook = new MemoryWorkbook();
    const table = workbook.add('List', [
      ['Who', 'Chat checked', 'Chat checked'],
      ['ada', marker('run-0a1b2c3d'), ''],
      ['bo', new Date(0), marker('run-99999999')],
    ]);
    table.addMark(2, 'column:checked');
    table.addMark(3, 'column:checked');
    return {
      workbook,
      table,
      column: (at: number) => table.values({ row: 1, column: at, rows: 3, columns: 1 }).map(([cell]) => cell),
    };
  };

  test('takes markers out of every column that is marked for them, and nothing else', () => {
    const { workbook, table, column } = open();
    expect(sweepMarkers(workbook, table.id)).toBe(2);
    expect([column(2), column(3)]).toEqual([
      ['Chat checked', '', new Date(0)],
      ['Chat checked', '', ''],
    ]);
  });

  test('leaves the markers of the run that is kept', () => {
    const { workbook, table, column } = open();
    expect(sweepMarkers(workbook, table.id, 'run-0a1b2c3d')).toBe(1);
    expect(column(2)[1]).toBe(marker('run-0a1b2c3d'));
  });

  test('does nothing where the tab is gone or holds no columns of ours', () => {
    const { workbook } = open();
    const other = workbook.add('Other', [[marker('run-0a1b2c3d')]]);
    expect([sweepMarkers(workbook, other.id), sweepMarkers(workbook, 999)]).toEqual([0, 0]);
    expect(other.values({ row: 1, column: 1, rows: 1, columns: 1 })).toEqual([[marker('run-0a1b2c3d')]]);
  });
});
