import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf } from '../../../src/core/table/csv';
import { inert } from '../../../src/core/table/plain-text';

test('rows are written as RFC 4180 says', () => {
  expect(csvOf([])).toBe('');
  expect(
    csvOf([
      ['Name', 'Says', 'Rows'],
      ['Ada, "the first"', 'two\nlines', -5],
      ['', ' ', 0],
    ]),
  ).toBe('Name,Says,Rows\r\n"Ada, ""the first""","two\nlines",-5\r\n, ,0\r\n');
});

test('what could act as a formula gets an apostrophe', () => {
  expect(csvOf([['=1+1', '＝1', '\t=1', '-5', '"=1"']])).toBe(`'=1+1,'＝1,'\t=1,'-5,"""=1"""\r\n`);
});

test('any rows are read back as they were written, and no field begins like a formula', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '"', ',', '\r', '\n', '\t', "'"),
  );
  const rows = fc.array(
    fc.array(
      fc.array(cell, { maxLength: 4 }).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 4 },
    ),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(rows, (written) => {
      const options = { relax_column_count: true, record_delimiter: '\r\n' };
      const read = parse(csvOf(written), options);
      expect(read).toEqual(written.map((row) => row.map(inert)));
      for (const field of read.flat()) expect(field).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
    }),
  );
});
