import { createContext, runInContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { cellText, isBlank, isDate, isSameCell, toCell } from '../../../src/core/table/cell';

/** As Apps Script gives it, according to reports: no instance of the script's own Date. */
const FOREIGN: unknown = runInContext('new Date(Date.UTC(2026, 9, 1))', createContext({}));

test('a date of another world is a date', () => {
  expect(FOREIGN instanceof Date).toBe(false);
  expect([isDate(FOREIGN), isDate('2026-10-01'), isDate(null)]).toEqual([true, false, false]);
  expect(toCell(FOREIGN)).toEqual(new Date('2026-10-01T00:00:00Z'));
  expect(toCell(FOREIGN) instanceof Date).toBe(true);
});

test('whatever else a cell holds is read as its text', () => {
  expect([toCell('x'), toCell(7), toCell(true)]).toEqual(['x', 7, true]);
  expect(toCell({ toString: () => 'CellImage' })).toBe('CellImage');
});

test('cells are the same when they hold the same', () => {
  expect(isSameCell(new Date(5), new Date(5))).toBe(true);
  expect(isSameCell(new Date(5), new Date(6))).toBe(false);
  expect(isSameCell(new Date(5), 5)).toBe(false);
  expect(isSameCell('5', 5)).toBe(false);
  expect(isSameCell('x', 'x')).toBe(true);
});

test('the text of a cell is what may be a question', () => {
  expect(cellText(999_999_999_999_999)).toBe('999999999999999');
  expect([1e15, -1e15, 115012345678901200000].map(cellText)).toEqual([
    '1e+15',
    '-1e+15',
    '1.150123456789012e+20',
  ]);
  expect([cellText(true), cellText(' x '), cellText(1.5)]).toEqual(['', ' x ', '1.5']);
  expect(cellText(new Date(Date.UTC(2026, 9, 1, 9, 30)))).toBe('2026-10-01 09:30');
});

test('a checkbox and spaces alone are blank, a zero is not', () => {
  expect([isBlank(false), isBlank('  '), isBlank(0)]).toEqual([true, true, false]);
});
