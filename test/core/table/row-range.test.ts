import { expect, test } from '@jest/globals';
import { partsOf, readRows, RowRange } from '../../../src/core/table/row-range';
import { MemoryWorkbook } from '../memory.testing';

function open(rows = 3) {
  const workbook = new MemoryWorkbook();
  const table = workbook.add(
    'List',
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => `${row + 1}/${column + 1}`),
    ),
  );
  return { workbook, table };
}

test('cells are read where they stand; what was not read is not known', () => {
  const { table } = open();
  const read = readRows(table, [2], [2, 3]);
  expect(read.rows).toEqual([2, 3]);
  expect([read.top, read.bottom]).toEqual([2, 3]);
  expect(read.cell(3, 2)).toBe('3/2');
  expect([read.read(1, 2), read.read(2, 1), read.read(2, 3), read.read(4, 2)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([read.cell(1, 2), read.cell(2, null), read.cell(2, undefined)]).toEqual(['', '', '']);
});

test('an empty cell that was read is known to be empty', () => {
  const read = new RowRange(1, 1, [{ left: 1, cells: [['', 'b']] }]);
  expect(read.read(1, 1)).toBe('');
});

test('of several parts each gives its own columns', () => {
  const read = new RowRange(5, 5, [
    { left: 1, cells: [['a']] },
    { left: 7, cells: [['g']] },
  ]);
  expect([read.cell(5, 1), read.cell(5, 7), read.read(5, 2)]).toEqual(['a', 'g', undefined]);
});

test('columns near each other are read in one call, in whatever order they are named', () => {
  const { workbook, table } = open();
  readRows(table, [6, 1, 6, 3], [1, 3]);
  expect(workbook.calls).toEqual(['table.values']);
  expect(workbook.cellsMoved).toBe(18);
});

test('columns far apart are read by themselves: cells between them cost more than a call', () => {
  const { workbook, table } = open(1000);
  // 2 columns of 1000 rows between them are worth it, 3 are not.
  readRows(table, [1, 4], [1, 1000]);
  expect(workbook.calls).toEqual(['table.values']);
  const read = readRows(table, [1, 5], [1, 1000]);
  expect(workbook.calls).toHaveLength(3);
  expect([read.cell(1000, 1), read.cell(1000, 5), read.read(1000, 3)]).toEqual([
    '1000/1',
    '1000/5',
    undefined,
  ]);
});

test('rows are the same where they hold the same in the columns that count', () => {
  const one = new RowRange(1, 1, [{ left: 1, cells: [['a', new Date(5), 'x']] }]);
  const other = new RowRange(1, 1, [{ left: 1, cells: [['a', new Date(5), 'y']] }]);
  expect(one.isSameRow(1, other, [1, 2])).toBe(true);
  expect(one.isSameRow(1, other, [1, 3])).toBe(false);
  expect(one.isSameRow(1, other, [])).toBe(true);
});

test('rows are cut into parts of at most 120,000 cells, of 500 rows at least', () => {
  expect(partsOf(0, 3)).toEqual([]);
  expect(partsOf(7, 3)).toEqual([[1, 7]]);
  expect(partsOf(40_001, 3)).toEqual([
    [1, 40_000],
    [40_001, 40_001],
  ]);
  expect(partsOf(40_000, 3)).toEqual([[1, 40_000]]);
  expect(partsOf(501, 10_000)).toEqual([
    [1, 500],
    [501, 501],
  ]);
  expect(partsOf(120_001, 0)).toEqual([
    [1, 120_000],
    [120_001, 120_001],
  ]);
});
