import { expect, test } from '@jest/globals';
import { a1Of, contiguousRuns, extentOf, lettersOf, rowsWithin } from '../../../src/core/table/area';

test('columns have the letters that a sheet gives them', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('an area is named as a sheet names it', () => {
  expect(a1Of({ row: 2, column: 2, rows: 8, columns: 2 })).toBe('B2:C9');
  expect(a1Of({ row: 2, column: 28, rows: 1, columns: 1 })).toBe('AB2');
  expect(a1Of({ row: 2, column: 1, rows: 1, columns: 2 })).toBe('A2:B2');
});

test('row numbers have a first and a last, and runs without a gap', () => {
  expect(extentOf([7, 3, 9])).toEqual([3, 9]);
  expect(extentOf([])).toBeNull();
  expect(contiguousRuns([1, 2, 3, 7, 9, 10])).toEqual([
    [1, 3],
    [7, 7],
    [9, 10],
  ]);
  expect(contiguousRuns([])).toEqual([]);
  expect([rowsWithin([3, 5]), rowsWithin([3, 2])]).toEqual([[3, 4, 5], []]);
});
