import { expect, test } from '@jest/globals';
import { rowRanges } from '../../../src/core/table/write-plan';

const all = (): boolean => true;

test('rows side by side go out together, nothing changed goes nowhere', () => {
  expect(rowRanges([2, 3, 4], () => false)).toEqual([[2, 4]]);
  expect(rowRanges([], all)).toEqual([]);
});

test('a gap is closed where every row in it may be written back', () => {
  expect(rowRanges([2, 4], all)).toEqual([[2, 4]]);
  expect(rowRanges([2, 3, 7, 8], (row) => row !== 6)).toEqual([
    [2, 3],
    [7, 8],
  ]);
  expect(rowRanges([2, 3, 7, 8], (row) => row !== 4)).toEqual([
    [2, 3],
    [7, 8],
  ]);
});

test('only the rows in a gap are asked about', () => {
  const asked: number[] = [];
  rowRanges([2, 3, 6, 7], (row) => {
    asked.push(row);
    return true;
  });
  expect(asked).toEqual([4, 5]);
});

test('no more rows are written back than change, and the smallest gaps are closed first', () => {
  // Two rows change: a gap of two is closed, one of three is not.
  expect(rowRanges([1, 4], all)).toEqual([[1, 4]]);
  expect(rowRanges([1, 5], all)).toEqual([
    [1, 1],
    [5, 5],
  ]);
  // Three rows change: the gap of one goes first, then two rows are left, too few for the gap of three.
  expect(rowRanges([1, 5, 7], all)).toEqual([
    [1, 1],
    [5, 7],
  ]);
  expect(rowRanges([1, 3, 6], all)).toEqual([[1, 6]]);
});

test('a gap that must stay open does not keep others open', () => {
  expect(rowRanges([1, 3, 5], (row) => row !== 2)).toEqual([
    [1, 1],
    [3, 5],
  ]);
});
