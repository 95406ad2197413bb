/** Ranges and clipboard text of the preview's grid: tables and properties. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { filling, formatCells, parseCells } from './clipboard';
import {
  cellCount,
  cellName,
  cellRange,
  columnLetters,
  contains,
  extended,
  moved,
  parseRange,
  rangeName,
  usedPart,
} from './ranges';

const row = fc.integer({ min: 1, max: 50_000 });
const column = fc.integer({ min: 1, max: 702 });
const range = fc.record({ row, column, toRow: row, toColumn: column });

describe('ranges', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('column %i is %s', (number, letters) => {
    expect(columnLetters(number)).toBe(letters);
  });

  test.each([
    ['a1', 'A1'],
    [' $B$2:$d$4 ', 'B2:D4'],
    ['D4:B2', 'B2:D4'],
    ['ZZ50000', 'ZZ50000'],
  ])('%s is read', (text, name) => {
    expect(rangeName(parseRange(text)!)).toBe(name);
  });

  test.each(['', 'A', '1', 'A0', 'AAA1', 'A50001', 'A1:', 'A1:B2:C3', 'Sheet1!A1', 'あ1'])(
    '%p is not read',
    (text) => {
      expect(parseRange(text)).toBeNull();
    },
  );

  test('a name that is printed reads as the same cells', () => {
    fc.assert(
      fc.property(range, (one) => {
        const read = parseRange(rangeName(one))!;
        expect(rangeName(read)).toBe(rangeName(one));
        expect(cellCount(read)).toBe(cellCount(one));
        expect(contains(read, one.row, one.column)).toBe(true);
        expect(contains(read, one.toRow, one.toColumn)).toBe(true);
      }),
    );
  });

  test('moves and extensions stay inside the grid', () => {
    const step = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const size = { rows: 200, columns: 26 };
    fc.assert(
      fc.property(range, step, step, (one, down, right) => {
        const to = moved(one, down, right, size);
        expect(to).toEqual(cellRange(to.row, to.column));
        const far = extended(one, down, right, size);
        for (const place of [to, { row: far.toRow, column: far.toColumn }]) {
          expect(place.row).toBeGreaterThanOrEqual(1);
          expect(place.row).toBeLessThanOrEqual(200);
          expect(place.column).toBeGreaterThanOrEqual(1);
          expect(place.column).toBeLessThanOrEqual(26);
        }
        expect([far.row, far.column]).toEqual([one.row, one.column]);
      }),
    );
  });

  test('the used part of a selection is what can hold anything, and at least a cell', () => {
    const used = { rows: 4, columns: 2 };
    const names = ['A1:Z200', 'B3:B200', 'D9', 'D9:E200'].map((name) =>
      rangeName(usedPart(parseRange(name)!, used)),
    );
    expect(names).toEqual(['A1:B4', 'B3:B4', 'D9', 'D9']);
    expect(cellName(9, 4)).toBe('D9');
  });
});

describe('the clipboard', () => {
  test.each([
    [
      'plain cells',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['line ends of every kind, one at the end', 'a\r\nb\rc\n', [['a'], ['b'], ['c']]],
    ['a quoted field with everything in it', '"a\t""b""\nc"\td', [['a\t"b"\nc', 'd']]],
    ['an inch mark is no quoted field', '"5" nails\tx', [['"5" nails', 'x']]],
    ['a quote that never ends', '"a\tb', [['"a', 'b']]],
    [
      'empty cells',
      '\t\n\t',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['nothing', '', [['']]],
    ['an empty line in the middle', 'a\n\nb', [['a'], [''], ['b']]],
  ])('reads %s', (_, text, cells) => {
    expect(parseCells(text)).toEqual(cells);
  });

  test('brings back what was copied, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'あ', '=') });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
      // One empty cell at the end of several rows cannot be told from the line end of other programs.
      .filter((rows) => rows.length === 1 || rows.at(-1)?.join('') !== '');
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseCells(formatCells(cells))).toEqual(cells);
      }),
    );
  });

  test('one value fills a range, a table does not', () => {
    const area = { row: 1, column: 1, toRow: 2, toColumn: 2 };
    expect(filling([['x']], area)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
    expect(filling([['x', 'y']], area)).toEqual([['x', 'y']]);
  });
});
