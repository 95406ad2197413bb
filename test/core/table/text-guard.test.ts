import { expect, test } from '@jest/globals';
import { catalogueFor } from '../../../src/core/locales/catalogue';
import type { Cell } from '../../../src/core/table/cell';
import { guardTexts } from '../../../src/core/table/text-guard';
import { MemoryWorkbook, type MemoryTable } from '../memory.testing';

const CATALOGUE = catalogueFor('en');
type Key = 'name' | 'note';

/** Writes texts as a job does, then guards them. `name` is column 2, `note` column 3. */
function guard(
  texts: readonly string[],
  note?: Key,
  prepare: (table: MemoryTable) => void = () => undefined,
) {
  const workbook = new MemoryWorkbook();
  const table = workbook.add('List', [['Key', 'Name', 'Note']]);
  prepare(table);
  const written = new Map(texts.map((name, index) => [index + 2, { name, note: 'fine' }]));
  for (const [row, { name, note: text }] of written) {
    table.write({ row, column: 2, rows: 1, columns: 2 }, [[name, text]]);
  }
  table.flush();
  workbook.calls = [];
  const view = {
    managed: new Map<Key, number>([
      ['name', 2],
      ['note', 3],
    ]),
    identity: [1],
  };
  guardTexts(table, { view, written }, CATALOGUE, note);
  table.flush();
  const rows = texts.map((_, index) => table.cell(index + 2, 2));
  return {
    values: rows.map(({ value }) => value),
    formulas: rows.map(({ formula }) => formula),
    notes: texts.map((_, index) => table.cell(index + 2, 3).value),
    calls: workbook.calls.slice(0, -1),
  };
}

test('plain texts are not read back', () => {
  expect(guard(['Hana', '佐藤']).calls).toEqual([]);
});

test('a text that became a formula is written again as a text', () => {
  const { values, formulas, notes } = guard(['Hana', '=1+1', '-5', '佐藤']);
  expect(values).toEqual(['Hana', '=1+1', '-5', '佐藤']);
  expect(formulas).toEqual(['', '', '', '']);
  expect(notes).toEqual(['fine', 'fine', 'fine', 'fine']);
});

test('a text that stands as it is under the text format is left alone', () => {
  const { values, calls } = guard(['=1+1', "'quoted"], undefined, (table) => {
    table.formatColumns(2, 1, '@', null);
  });
  expect(values).toEqual(['=1+1', "'quoted"]);
  expect(calls).toEqual(['table.values', 'table.formulas']);
});

test('a text that stays wrong leaves its cell empty, and the note says so', () => {
  const stubborn = (table: MemoryTable): void => {
    const write = table.write.bind(table);
    table.write = (area, values) => {
      const taken = (cell: Cell): Cell => (/^'?=/.test(String(cell)) ? `=${String(cell)}` : cell);
      write(
        area,
        values.map((row) => row.map(taken)),
      );
    };
  };
  expect(guard(['=1+1', 'Hana', '-x'], 'note', stubborn)).toMatchObject({
    values: ['', 'Hana', '-x'],
    notes: [CATALOGUE.job.textRefused, 'fine', 'fine'],
  });
  expect(guard(['=1+1'], undefined, stubborn)).toMatchObject({ values: [''], notes: ['fine'] });
  expect(guard(['=1+1'], 'name', stubborn)).toMatchObject({ values: [''], notes: ['fine'] });
});

test('what is not a text, and what stands in no column, is not read back', () => {
  const workbook = new MemoryWorkbook();
  const table = workbook.add('List', []);
  const view = { managed: new Map<Key, number>([['name', 2]]), identity: [1] };
  const written = new Map([[2, { name: 5, note: '=1' }]]);
  guardTexts(table, { view, written }, CATALOGUE);
  expect(workbook.calls).toEqual([]);
});
